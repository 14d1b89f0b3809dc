import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';

/** A message of the HTML checker; `info` of `subType` `warning` is no error. */
interface Message {
  readonly type: 'error' | 'info' | 'non-document-error';
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
}

const MEMORY = 256 * 1024 * 1024;

/** The errors that the W3C's checker (vnu.jar) finds in the pages of a folder, a line each. Throws when it cannot run. */
export function checkHtml(checker: string, folder: string): readonly string[] {
  const { stderr, error } = spawnSync(
    'java',
    ['-jar', checker, '--format', 'json', '--skip-non-html', '--errors-only', folder],
    { encoding: 'utf8', maxBuffer: MEMORY },
  );
  if (error !== undefined) throw error;
  // The checker documents this form; anything else fails to parse.
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly Message[] };
  return messages
    .filter(({ type }) => type !== 'info')
    .map(({ url = '', lastLine = 0, message }) => {
      return `${relative(folder, url.replace(/^file:/, ''))}:${lastLine} ${message}`;
    });
}
