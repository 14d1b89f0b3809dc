import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './repository.js';

/**
 * Makes the folder of a generated book a Hugo site as well: `bench/hugo/` has the `hugo.toml` and the layouts, whose
 * pages show what Octavo's default theme shows. Octavo goes on reading `octavo.yaml`, which comes first.
 */
export function writeHugoSite(folder: string): void {
  cpSync(join(repository, 'bench', 'hugo'), folder, { recursive: true });
}
