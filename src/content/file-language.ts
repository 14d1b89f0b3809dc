import type { LanguagePlace } from '../model/config.js';
import type { SourceFile } from '../model/source.js';
import { nameSuffix } from './logical-path.js';

/**
 * Key of the language that a file is in (content rule 18): the suffix of its name (`14f.fr.md`) if that is one of the
 * book's, else the language of its folder, else the main one. Any other suffix is part of the name, as in Hugo.
 */
export function languageOf(
  { path, language }: Pick<SourceFile, 'path' | 'language'>,
  { keys, main }: Pick<LanguagePlace, 'keys' | 'main'>,
): string {
  if (keys.length === 0) return main;
  const suffix = nameSuffix(path);
  return keys.includes(suffix) ? suffix : (language ?? main);
}
