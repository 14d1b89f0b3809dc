import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '../model/diagnostic.js';
import { prepareTheme, type Theme } from '../pages/theme/theme.js';
import { haveSame } from '../pipeline/have-same.js';
import type { Inputs } from '../pipeline/read-inputs.js';
import { withoutNow } from '../pipeline/without-now.js';
import { createSiteMemories } from './create-site-memories.js';

/** Prepares a book's theme, again and again: it is the same object as long as templates, data and settings are the same. */
export type RecallTheme = (inputs: Inputs) => Outcome<Theme>;

/** Prepares the theme of each site with a memory of its own. */
export function createThemeMemories(): RecallTheme {
  return createSiteMemories(createThemeMemory, ({ config }) => config);
}

function createThemeMemory(): RecallTheme {
  let known: { readonly inputs: Inputs; readonly theme: Outcome<Theme> } | null = null;
  return (inputs) => {
    if (known === null || !isFromSame(known.inputs, inputs)) {
      const { templates, assets, data } = inputs.sources;
      const { filters } = inputs.plugins;
      const theme = prepareTheme({ templates, assets, data, filters, config: inputs.config });
      known = { inputs, theme };
    }
    return known.theme;
  };
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
