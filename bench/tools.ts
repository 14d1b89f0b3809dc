import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import type { Program } from './measure.js';
import { repository } from './repository.js';

export type ToolName = 'octavo' | 'hugo';

/** A generator that is measured. */
export interface Tool {
  readonly name: ToolName;
  readonly version: string;
  /** The folder it publishes to, in the book's folder. */
  readonly output: string;
  /** Everything that a cold build must not find, in the book's folder. */
  readonly leftovers: readonly string[];
  /** One quiet build of the book in the folder. */
  readonly build: (folder: string) => Program;
  /** What only one of the tools does: lists the book, and checks it. */
  readonly commands?: { readonly [name in 'list' | 'check']: (folder: string) => Program };
  /** A preview of the book at 127.0.0.1; it ends by SIGINT. */
  readonly serve: (folder: string, port: number) => Program;
}

/** Octavo as compiled in this repository, or the `cli.js` that `OCTAVO` names; null if it cannot be run. */
export function findOctavo(cli = process.env['OCTAVO'] ?? join(repository, 'dist', 'cli.js')): Tool | null {
  const version = readVersion(process.execPath, [cli, '--version']);
  if (version === null) return null;
  return {
    name: 'octavo',
    version,
    output: 'public',
    leftovers: ['public', '.public.octavo', '.octavo'],
    build: (folder) => ({ file: process.execPath, args: [cli, 'build', '-s', folder, '--quiet'] }),
    commands: {
      list: (folder) => ({ file: process.execPath, args: [cli, 'list', '-s', folder, '--json'] }),
      check: (folder) => ({ file: process.execPath, args: [cli, 'check', '-s', folder] }),
    },
    serve: (folder, port) => ({
      file: process.execPath,
      args: [cli, 'serve', '-s', folder, '-p', String(port)],
    }),
  };
}

/** The `hugo` that `HUGO` names, or the one on the PATH; null if it cannot be run. */
export function findHugo(file = process.env['HUGO'] ?? 'hugo'): Tool | null {
  const version = readVersion(file, ['version']);
  if (version === null) return null;
  const output = 'public-hugo';
  return {
    name: 'hugo',
    version,
    output,
    leftovers: [output, 'resources', '.hugo_build.lock', '.hugo-cache'],
    build: (folder) => ({
      file,
      args: [
        ...['--quiet', '--logLevel', 'error', '-s', folder, '-d', output],
        ...['--cacheDir', join(folder, '.hugo-cache')],
      ],
    }),
    serve: (folder, port) => ({
      file,
      args: ['server', '-s', folder, '--port', String(port), '--cacheDir', join(folder, '.hugo-cache')],
    }),
  };
}

/** The first version number that the program prints (`0.169.0+extended`); null if it does not run or names none. */
function readVersion(file: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(file, args, { encoding: 'utf8' });
  return status === 0 ? (/\d+\.\d+\.\d+\S*/.exec(stdout)?.[0] ?? null) : null;
}
