import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { repository } from '../repository.js';

/** Publishes the book in a folder for the root of a host, as a user would; returns where its site is. Throws if it cannot be built. */
export function buildSite(folder: string): string {
  const program = join(repository, 'dist/cli.js');
  execFileSync(process.execPath, [program, 'build', '-s', folder, '--quiet', '-b', '/']);
  return join(folder, 'public');
}
