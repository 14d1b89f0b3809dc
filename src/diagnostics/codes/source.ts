import { entry } from '../entry.js';

/** Codes of the area `source`: what happens while the files of a book are found and read. */
export const sourceCodes = {
  'source/missing-content': entry<{ folder: string }>({
    severity: 'error',
    message: ({ folder }) => `There is no folder "${folder}".`,
    hint: () =>
      'A book keeps its chapters in content/. Name the folder that holds it with --source; `octavo init BOOK --from FOLDER` makes a book of a folder of chapters.',
  }),
  'source/missing-folder': entry<{ folder: string; language: string | null }>({
    severity: 'warning',
    message: ({ folder, language }) =>
      `There is no folder "${folder}"${language === null ? '' : ` for the chapters in "${language}"`}.`,
    hint: () => 'Make it, or mend `contentDir` or `module.mounts` in the configuration.',
  }),
  'source/unreadable': entry<{ reason: string }>({
    severity: 'error',
    message: ({ reason }) => `This cannot be read: ${reason}.`,
    hint: () => 'Repair or remove it, or give yourself the right to read it.',
  }),
  'source/symlink-outside': entry<{ root: string }>({
    severity: 'warning',
    message: ({ root }) => `This link leads out of "${root}" and is not followed.`,
    hint: ({ root }) => `Copy what it leads to into "${root}".`,
  }),
  'source/no-git-history': entry<object>({
    severity: 'warning',
    message: () => '`enableGitInfo` is on, and git has no history of this folder.',
    hint: () =>
      'Build inside a clone of the repository, with git installed, or set `enableGitInfo` to false.',
  }),
  'source/not-text': entry<object>({
    severity: 'error',
    message: () => 'This template is not UTF-8 text.',
    hint: () => 'Save it as UTF-8. Images and fonts belong in templates/assets/.',
  }),
};
