import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../model/diagnostic.js';
import { prepareTheme, type Theme } from '../pages/theme/theme.js';
import { haveSame } from './have-same.js';
import type { Inputs } from './read-inputs.js';
import { withoutNow } from './without-now.js';

/** A theme, and what it was prepared from. */
interface KnownTheme {
  readonly inputs: Inputs;
  readonly theme: Outcome<Theme>;
}

/** The theme of a book: the known one as long as templates, data and settings are the same. */
export function recallTheme(known: KnownTheme | null, inputs: Inputs): Outcome<Theme> {
  if (known !== null && isFromSame(known.inputs, inputs)) return known.theme;
  const { templates, assets, data } = inputs.sources;
  return prepareTheme({ templates, assets, data, filters: inputs.plugins.filters, config: inputs.config });
}

function isFromSame({ config, plugins, sources }: Inputs, now: Inputs): boolean {
  return (
    plugins.filters === now.plugins.filters &&
    haveSame(sources.templates, now.sources.templates, ({ file }) => file) &&
    haveSame(sources.templates, now.sources.templates, ({ text }) => text) &&
    haveSame(sources.data, now.sources.data, ({ file }) => file) &&
    haveSame(sources.data, now.sources.data, ({ text }) => text) &&
    haveSame(sources.assets, now.sources.assets, (file) => file) &&
    isDeepStrictEqual(withoutNow(config), withoutNow(now.config))
  );
}
