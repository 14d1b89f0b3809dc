import { spawnSync } from 'node:child_process';

/** Megabytes of output: half a million commits. */
const mostOutput = 512 * 1024 * 1024;

// Nothing is fetched, even in a clone that lacks objects; nothing is verified, which would run other programs.
const settings = [
  'protocol.allow=never',
  'log.showSignature=false',
  'diff.renames=false',
  'core.quotePath=false',
];

/**
 * When each file below a folder was last committed: the author's date (ISO 8601, its own offset) of the newest commit
 * that touched it, merges left out, by path relative to the folder. One `git log` for all. Null where there is no
 * repository, no commit or no git.
 */
export function readGitTimes(folder: string): ReadonlyMap<string, string> | null {
  const options = settings.flatMap((setting) => ['-c', setting]);
  const flags = [
    '-z',
    '--name-only',
    '--no-merges',
    '--relative',
    '--format=format:%x1e%aI',
    'HEAD',
    '--',
    '.',
  ];
  const run = spawnSync('git', [...options, 'log', ...flags], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: mostOutput,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return run.status === 0 ? readLog(run.stdout) : null;
}

/** Of the commits, newest first, the first that names a file is its last. */
function readLog(log: string): ReadonlyMap<string, string> {
  const times = new Map<string, string>();
  for (const commit of log.split('\u001e')) {
    const [time = '', ...names] = commit.split(/[\n\0]/);
    for (const name of names) if (name !== '' && !times.has(name)) times.set(name, time);
  }
  return times;
}
