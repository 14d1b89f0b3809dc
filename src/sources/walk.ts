import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isInside } from '../files/inside.js';
import { isSystemError, systemReason } from '../files/system-error.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { SourceFile } from '../model/source.js';
import type { NameRule } from './ignored-names.js';

/** A file that the walk found; its size is known once it is read. */
export type FoundFile = Omit<SourceFile, 'size'>;

/** A folder to walk. */
export interface WalkRoot {
  /** Absolute. It may itself be a link: the owner put it there. */
  readonly folder: string;
  /** What stands before a file's path in messages: `content`. */
  readonly label: string;
  readonly isIgnored: NameRule;
  /** Files and folders whose absolute path matches one of these are passed over (Hugo's `ignoreFiles`). */
  readonly ignore: readonly RegExp[];
  /** A file is as good as a folder that holds it. */
  readonly mayBeFile?: boolean;
}

interface Walk extends WalkRoot {
  readonly found: FoundFile[];
  readonly diagnostics: Diagnostic[];
}

/** Where a walk stands. */
interface Step {
  /** Path below the root with its trailing `/`, or `''`. */
  readonly prefix: string;
  readonly absolute: string;
  readonly real: string;
  readonly realRoot: string;
  /** Real folders in which a link was followed to come here. */
  readonly through: readonly string[];
}

/**
 * All regular files below a folder, in code-point order of their paths (in NFC), or the root itself with an empty path where it may be a file; pipes, sockets and devices are no files.
 * Links are followed while they stay inside the folder, and end where they would lead round in a circle.
 * Reports `source/symlink-outside` and `source/unreadable` (a broken link too) and walks on.
 */
export function walkFolder(root: WalkRoot): Outcome<readonly FoundFile[]> {
  const walk: Walk = { ...root, found: [], diagnostics: [] };
  const realRoot = reportUnreadable(walk, '', () => realpathSync(root.folder));
  const isFile = () => realRoot !== null && statSync(realRoot).isFile();
  if (root.mayBeFile === true && reportUnreadable(walk, '', isFile) === true) {
    walk.found.push({ path: '', file: root.label, absolute: root.folder, isLink: true });
  } else if (realRoot !== null) {
    visitFolder(walk, { prefix: '', absolute: root.folder, real: realRoot, realRoot, through: [] });
  }
  const found = composePaths(walk.found).sort((a, b) => (a.path < b.path ? -1 : 1));
  walk.diagnostics.sort((a, b) => ((a.file ?? '') < (b.file ?? '') ? -1 : 1));
  return { value: found, diagnostics: walk.diagnostics };
}

/**
 * The files with their paths in NFC, whatever form their names have on the disk: a Mac writes `é` as two characters, and links
 * write it as one. Of two files whose paths are one then, each keeps its own.
 */
function composePaths(found: readonly FoundFile[]): FoundFile[] {
  const isAsWritten = found.every(({ path }) => /^[\0-\x7f]*$/.test(path));
  if (isAsWritten) return [...found];
  const written = new Set(found.map(({ path }) => path));
  return found.map((file) => {
    const path = file.path.normalize('NFC');
    return path === file.path || written.has(path) ? file : { ...file, path };
  });
}

function visitFolder(walk: Walk, step: Step): void {
  for (const entry of listFolder(walk, step)) {
    const absolute = step.absolute + sep + entry.name;
    if (walk.isIgnored(entry.name) || walk.ignore.some((pattern) => pattern.test(absolute))) continue;
    if (entry.isFile()) addFile(walk, step, entry.name);
    else if (entry.isDirectory()) {
      visitFolder(walk, stepInto(step, entry.name, step.real + sep + entry.name));
    } else if (entry.isSymbolicLink()) followLink(walk, step, entry.name);
  }
}

function listFolder(walk: Walk, step: Step): readonly Dirent[] {
  const list = () => readdirSync(step.absolute, { withFileTypes: true });
  return reportUnreadable(walk, step.prefix.slice(0, -1), list) ?? [];
}

function addFile(walk: Walk, step: Step, name: string, link: Pick<FoundFile, 'isLink'> = {}): void {
  const path = step.prefix + name;
  walk.found.push({ path, file: `${walk.label}/${path}`, absolute: step.absolute + sep + name, ...link });
}

/** The step into a folder: `name` as it is reached, `real` where it lies. */
function stepInto(step: Step, name: string, real: string): Step {
  return { ...step, prefix: `${step.prefix}${name}/`, absolute: step.absolute + sep + name, real };
}

function followLink(walk: Walk, step: Step, name: string): void {
  const path = step.prefix + name;
  const target = reportUnreadable(walk, path, () => realpathSync(step.absolute + sep + name));
  if (target === null) return;
  if (!isInside(step.realRoot, target)) {
    const place = { file: `${walk.label}/${path}` };
    walk.diagnostics.push(diagnose('source/symlink-outside', { root: `${walk.label}/` }, place));
    return;
  }
  const stats = reportUnreadable(walk, path, () => statSync(target));
  if (stats?.isFile()) addFile(walk, step, name, { isLink: true });
  if (!stats?.isDirectory()) return;
  const through = [...step.through, step.real];
  const isCircle = through.some((folder) => isInside(target, folder));
  if (!isCircle) visitFolder(walk, { ...stepInto(step, name, target), through });
}

function reportUnreadable<Value>(walk: Walk, path: string, read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const file = path === '' ? walk.label : `${walk.label}/${path}`;
    walk.diagnostics.push(diagnose('source/unreadable', { reason: systemReason(error) }, { file }));
    return null;
  }
}
