import type { ConfigKey } from './config-key.js';

/** What `ref` and `relref` do about a page that there is not (content rule 16). */
export const referenceKeys: readonly ConfigKey[] = [
  {
    name: 'refLinksErrorLevel',
    apply: (settings, value) => {
      const level = typeof value === 'string' ? value.toLowerCase() : '';
      if (level !== 'error' && level !== 'warning') return '`ERROR` or `WARNING`';
      settings.missingReference = level;
      return null;
    },
  },
  {
    name: 'refLinksNotFoundURL',
    apply: (settings, value) => {
      if (typeof value !== 'string') return 'an address';
      settings.missingAddress = value;
      return null;
    },
  },
];
