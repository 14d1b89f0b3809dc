import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatPlace } from '../diagnostics/format.js';
import { frameExcerpt } from '../diagnostics/frame.js';
import type { Diagnostic, SourceSpan } from '../model/diagnostic.js';
import { readBookText } from '../sources/read-book-text.js';
import type { FindingsMessage, ShownFinding, ShownPlace } from './messages.js';

/** Addresses that open an editor, by its name. */
const editors: Readonly<Record<string, string>> = {
  vscode: 'vscode://file{path}:{line}:{column}',
  vscodium: 'vscodium://file{path}:{line}:{column}',
  cursor: 'cursor://file{path}:{line}:{column}',
  windsurf: 'windsurf://file{path}:{line}:{column}',
  zed: 'zed://file{path}:{line}:{column}',
  idea: 'idea://open?file={path}&line={line}&column={column}',
  sublime: 'subl://open?url=file://{path}&line={line}&column={column}',
  textmate: 'txmt://open?url=file://{path}&line={line}&column={column}',
};

export const defaultEditor = 'vscode';
export const editorNames = Object.keys(editors);

/** The address with `{path}`, `{line}`, `{column}` that opens an editor: by name, or the address itself. Null for neither. */
export function findEditor(name: string): string | null {
  if (Object.hasOwn(editors, name)) return editors[name] ?? null;
  return /^[a-z][a-z\d+.-]*:/i.test(name) && !/^(javascript|data|vbscript):/i.test(name) ? name : null;
}

/** Errors that one overlay lists. */
const shownErrors = 50;

/** What of a book's findings the overlay shows. `editor` as `findEditor` returns it. */
export function describeFindings(
  findings: readonly Diagnostic[],
  root: string,
  editor: string,
): FindingsMessage {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return {
    type: 'findings',
    errors: errors.slice(0, shownErrors).map((finding) => describeFinding(finding, root, editor)),
    more: Math.max(0, errors.length - shownErrors),
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
}

function describeFinding(finding: Diagnostic, root: string, editor: string): ShownFinding {
  const { code, message, hint = null, related = [] } = finding;
  const places = [...(hasFile(finding) ? [describePlace(finding, null, root, editor)] : [])];
  for (const place of related) places.push(describePlace(place, place.message, root, editor));
  return { code, message, hint, places };
}

function hasFile(finding: Diagnostic): finding is Diagnostic & SourceSpan {
  return finding.file !== undefined;
}

function describePlace(place: SourceSpan, note: string | null, root: string, editor: string): ShownPlace {
  const text = readBookText(root, place.file);
  return {
    label: formatPlace(place),
    note,
    excerpt: text === null ? [] : frameExcerpt(text.split('\n'), place),
    editor: text === null ? null : fillAddress(editor, join(root, place.file), place),
  };
}

function fillAddress(editor: string, absolute: string, { line = 1, column = 1 }: SourceSpan): string {
  const values: Readonly<Record<string, string>> = {
    path: pathToFileURL(absolute).pathname,
    line: String(line),
    column: String(column),
  };
  return editor.replace(/\{(path|line|column)\}/g, (_, name: string) => values[name] ?? '');
}
