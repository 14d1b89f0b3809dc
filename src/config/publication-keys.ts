import type { PlainValue } from '../formats/plain.js';
import type { ConfigKey, Settings } from './config-key.js';
import { flagKey } from './flag-key.js';

/** The keys about the publication as a whole: they are the book's, and no language has its own. */
export const publicationKeys: readonly ConfigKey[] = [
  { name: 'publishDir', apply: applyFolder },
  flagKey('cleanDestinationDir', (settings, on) => {
    settings.publication = { ...settings.publication, takeOver: on };
  }),
  flagKey('panicOnWarning', (settings, on) => {
    settings.publication = { ...settings.publication, failOnWarnings: on };
  }),
];

/** It may lie outside the book, as the flag's may. Whether it is fit for it is found out when it is opened. */
function applyFolder(settings: Settings, value: PlainValue): string | null {
  if (typeof value !== 'string' || value.trim() === '') return 'the path of a folder';
  settings.publication = { ...settings.publication, folder: value };
  return null;
}
