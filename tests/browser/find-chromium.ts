import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { repository } from '../house/source-files.js';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * The path of a Chromium to test with: `CHROMIUM` if it is set, one that the system has, one that Playwright
 * downloaded before. Without any it is installed, which is said on stderr: as root on Debian by apt-get, else by
 * Playwright. Throws when that fails: browser tests are never skipped.
 */
export async function findChromium(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  return findInstalled() ?? install();
}

function findInstalled(): string | undefined {
  const onPath = ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  return [...SYSTEM, ...onPath, chromium.executablePath()].find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install(): string {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const commands = isDebianRoot
    ? [
        ['apt-get', 'update', '-q'],
        ['apt-get', 'install', '-y', '-q', 'chromium'],
      ]
    : [[process.execPath, join(repository, 'node_modules/playwright-core/cli.js'), 'install', 'chromium']];
  for (const [command = '', ...parameters] of commands) {
    process.stderr.write(
      `No Chromium found (set CHROMIUM to name one). Running: ${command} ${parameters.join(' ')}\n`,
    );
    execFileSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'] });
  }
  const installed = findInstalled();
  if (installed === undefined) throw new Error('Chromium was installed, and yet it is nowhere to be found.');
  return installed;
}
