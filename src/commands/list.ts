import type { Paint } from '../diagnostics/format.js';
import { hasErrors } from '../diagnostics/settle.js';
import type { ListedBook } from '../list-book.js';
import { bookFlags, type FlagValues } from './arguments/options.js';
import { readBookRequest } from './arguments/request.js';
import type { Command, Environment, ExitCode } from './command.js';
import { formatListCsv, formatListJson, formatListTable, formatListTree } from './terminal/format-list.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';

/** `octavo list`: the book in reading order. */
export const listCommand: Command = {
  name: 'list',
  summary: 'prints the book in reading order',
  flags: [
    ...bookFlags,
    { name: 'json', help: 'as a JSON array' },
    { name: 'csv', help: 'as comma-separated values' },
    { name: 'tree', help: 'as a tree of sections' },
  ],
  run: runList,
};

type Form = 'table' | 'json' | 'csv' | 'tree';

async function runList(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const request = readBookRequest(flags, words, environment);
  const form = readForm(flags);
  if (!request.ok || form === null) {
    environment.log(
      `octavo: ${request.ok ? '--json, --csv and --tree exclude each other.' : request.message}`,
    );
    return 2;
  }
  const { listBook } = await import('../list-book.js');
  const listed = await listBook(request.root, request.config);
  const errors = listed.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  logDiagnostics(errors, request.root, environment);
  environment.print(formatListed(form, listed, environment.printPalette.dim));
  return hasErrors(errors) ? 1 : 0;
}

function readForm(flags: FlagValues): Form | null {
  const asked = (['json', 'csv', 'tree'] as const).filter((form) => flags[form] === true);
  return asked.length > 1 ? null : (asked[0] ?? 'table');
}

function formatListed(form: Form, { entries, depths }: ListedBook, dim: Paint): string {
  if (form === 'json') return formatListJson(entries);
  if (form === 'csv') return formatListCsv(entries);
  return form === 'tree' ? formatListTree(entries, depths, dim) : formatListTable(entries, dim);
}
