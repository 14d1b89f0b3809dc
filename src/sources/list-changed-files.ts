import { spawnSync } from 'node:child_process';

/**
 * The files of a book that differ from a revision of git, and those that git does not know yet, relative to the book's
 * folder; a sentence where git does not know the revision.
 */
export function listChangedFiles(revision: string, root: string): ReadonlySet<string> | string {
  const commands = [
    ['diff', '--name-only', '-z', '--relative', '--end-of-options', revision, '--'],
    ['ls-files', '-z', '--others', '--exclude-standard'],
  ];
  const files = new Set<string>();
  for (const words of commands) {
    const run = spawnSync('git', ['-C', root, ...words], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (run.status !== 0) {
      const reason = run.stderr?.trim().split('\n')[0] || 'git does not run here';
      return `--since wants a revision of git, not "${revision}": ${reason}.`;
    }
    for (const file of run.stdout.split('\0')) if (file !== '') files.add(file);
  }
  return files;
}
