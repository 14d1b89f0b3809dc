import type { ConfigKey } from './config-key.js';
import { addressKeys } from './keys/address-keys.js';
import { bookKeys } from './keys/book-keys.js';
import { constructKeys } from './keys/construct-keys.js';
import { highlightKeys } from './keys/highlight-keys.js';
import { markdownKeys } from './keys/markdown-keys.js';
import { menuKeys } from './keys/menu-keys.js';
import { outputKeys } from './keys/output-keys.js';
import { pageKeys } from './keys/page-keys.js';
import { placeKeys } from './keys/place-keys.js';
import { setSetting } from './setting-path.js';
import type { Settings } from './settings.js';

/**
 * Every key that Octavo reads: the settings and what they usually are, the checks, the tables of the manual and the schema
 * for editors all come from it. Where two keys mean the same, the later one decides.
 */
export const configKeys: readonly ConfigKey[] = [
  ...bookKeys,
  ...placeKeys,
  ...addressKeys,
  ...pageKeys,
  ...menuKeys,
  ...constructKeys,
  ...highlightKeys,
  ...markdownKeys,
  ...outputKeys,
];

/** The settings of a book that configures nothing; a new object each time, for keys to change. */
export function createSettings(): Settings {
  const settings = {};
  for (const { place } of configKeys) {
    // What stands in the table has the type of its path: `defineKey` sees to it.
    if (place !== null) setSetting(settings, place.path, place.value as never);
  }
  // The table has a key for each of them but one, which `disableKinds` fills together with another.
  return { disabledKinds: [], disabledFiles: [], ...settings } as unknown as Settings;
}
