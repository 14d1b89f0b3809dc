import { entry } from '../entry.js';

/** Codes of the area `output`: whatever stands between a finished site and its folder. */
export const outputCodes = {
  'output/destination-refused': entry<{ destination: string; reason: string }>({
    severity: 'error',
    message: ({ destination, reason }) => `The site cannot be written to "${destination}": ${reason}.`,
    hint: () => 'Name a folder of its own with --destination, such as public/.',
  }),
  'output/not-ours': entry<{ paths: readonly string[]; destination: string }>({
    severity: 'error',
    message: ({ paths, destination }) =>
      `"${destination}" holds files that Octavo did not write and that the site needs to write: ${listSome(paths)}.`,
    hint: () =>
      'Move them away or name another folder with --destination; --cleanDestinationDir overwrites them.',
  }),
  'output/link-inside': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `"${path}" is a link, and nothing is written through a link.`,
    hint: () => 'Remove the link, or name the real folder with --destination.',
  }),
  'output/unsafe-path': entry<{ path: string }>({
    severity: 'error',
    message: ({ path }) => `A file of the site cannot be named ${JSON.stringify(path)}.`,
    hint: () =>
      'A path has no "..", no empty part, no backslash, no control character and no drive letter, and does not begin with ".octavo".',
  }),
  'output/duplicate-path': entry<{ path: string; origin: string; other: { path: string; origin: string } }>({
    severity: 'error',
    message: ({ path, origin, other }) =>
      path === other.path
        ? `Both ${other.origin} and ${origin} become "${path}".`
        : `"${other.path}" of ${other.origin} and "${path}" of ${origin} are one file on systems that ignore case or the form of accents.`,
    hint: () => 'Rename one of them, or give one of the pages another slug or url.',
  }),
  'output/file-and-folder': entry<{ path: string; origin: string }>({
    severity: 'error',
    message: ({ path, origin }) =>
      `The site needs "${path}" both as a file, from ${origin}, and as a folder.`,
    hint: () => 'Rename the file, or give the pages below the folder another address.',
  }),
  'output/locked': entry<{ pid: number; lock: string }>({
    severity: 'error',
    message: ({ pid }) => `Another build is writing to the same folder (process ${pid}).`,
    hint: ({ pid, lock }) =>
      `Wait until it has finished. If process ${pid} is something else by now, delete "${lock}".`,
  }),
  'output/cannot-write': entry<{ path: string; reason: string }>({
    severity: 'error',
    message: ({ path, reason }) => `The site could not be written, at "${path}": ${reason}.`,
    hint: () => 'Files that were published before are whole. Mend the cause and build again.',
  }),
};

function listSome(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).map((path) => `"${path}"`);
  return paths.length > 3 ? `${shown.join(', ')} and ${paths.length - 3} more` : shown.join(', ');
}
