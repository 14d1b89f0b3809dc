import { resolve } from 'node:path';
import { loadConfig } from '../config/load-config.js';
import { changeFiles } from '../output/change-files.js';
import { reportHugo } from '../report-hugo.js';
import { readRootFile } from '../sources/read-root-file.js';
import { readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { formatHugoReport } from './terminal/format-hugo-report.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';

/**
 * Runs `octavo init --from-hugo DIR`: prints what of a Hugo site switches and what does not, and has git leave the
 * published folder alone. Nothing else is written.
 */
export async function runFromHugo(folder: string, environment: Environment): Promise<ExitCode> {
  const root = resolve(environment.folder, folder);
  const request = readBookRequest({ source: root }, [], environment);
  const report = request.ok ? await reportHugo(root, request.config) : null;
  if (!request.ok || report === null || report.book.pages.page === 0) {
    environment.log(`octavo: There are no chapters in "${folder}", or no such folder.`);
    return 2;
  }
  environment.print(formatHugoReport(report));
  const faults = ignorePublished(root, loadConfig(root, request.config).value.publication.folder);
  logDiagnostics(faults, root, environment);
  return faults.length > 0 ? 1 : 0;
}

/** Adds a line to `.gitignore` unless one is there for the folder. */
function ignorePublished(root: string, folder: string) {
  const before = readRootFile(root, '.gitignore');
  const text = before?.toString('utf8') ?? '';
  const name = folder.replace(/^\.?\/|\/$/g, '');
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, ''));
  if (lines.includes(name)) return [];
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return changeFiles(root, [{ file: '.gitignore', before, after: Buffer.from(`${start}/${name}/\n`) }]);
}
