import type { Manuscript } from '../manuscript/open-manuscript.js';

/** How the files of a language are told from those of the others. */
export interface LanguageMark {
  /** What stands before a file's extension: `.fr`, or `''`. */
  readonly suffix: string;
  /** The language whose folders they lie in (`Mount.language`); undefined for the folders of all. */
  readonly mounted: string | undefined;
}

/** A language with a folder of its own has it in the folder, the main one needs no mark, any other is named by a suffix. */
export function markLanguage({ inputs: { config } }: Manuscript): LanguageMark {
  const { key, main } = config.place;
  if (config.folders.content.some(({ language }) => language === key)) return { suffix: '', mounted: key };
  return { suffix: key === main ? '' : `.${key}`, mounted: undefined };
}
