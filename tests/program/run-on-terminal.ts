import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { program, type Run } from './run-octavo.js';

/** Whether util-linux's `script` is there, which gives a program a terminal. */
export const hasTerminal = spawnSync('script', ['--version']).status === 0;

/**
 * Runs the program before a terminal of 80 columns, where somebody answers its questions: each of `keys` is typed when
 * the next `: ` or `] ` ends what is shown. Both streams are one there; what moves the cursor is taken out.
 */
export async function runOnTerminal(
  folder: string,
  argv: readonly string[],
  keys: readonly string[],
  env: Record<string, string> = {},
): Promise<Omit<Run, 'stderr'>> {
  const quoted = [process.execPath, program, ...argv].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const child = spawn('script', ['-qefc', `stty cols 80 rows 24; exec ${quoted.join(' ')}`, '/dev/null'], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: '1', TERM: 'xterm', ...env },
  });
  const exit = once(child, 'exit');
  const left = [...keys];
  let shown = '';
  let answered = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    if (left.length === 0 || !/[:\]] $/.test(stripVTControlCharacters(shown.slice(answered)))) return;
    answered = shown.length;
    child.stdin.write(left.shift() ?? '');
  });
  const [code] = await exit;
  child.stdin.destroy();
  return { code, stdout: stripVTControlCharacters(shown).replaceAll('\r', '') };
}
