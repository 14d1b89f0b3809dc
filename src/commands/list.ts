import { hasErrors } from '../diagnostics/apply-severities.js';
import type { Paint } from '../diagnostics/format.js';
import type { ListedBook } from '../list-book.js';
import { bookFlags, type FlagValues } from './arguments/options.js';
import { readBookRequest } from './arguments/request.js';
import type { Command, Environment, ExitCode } from './command.js';
import { formatListCsv, formatListJson, formatListTable, formatListTree } from './terminal/format-list.js';
import { formatVolumesJson, formatVolumesTable } from './terminal/format-volumes.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { type EntrySelection, formatHugoList, selectEntries, selections } from './terminal/select-entries.js';

/** `octavo list`: the book in reading order. */
export const listCommand: Command = {
  name: 'list',
  operands: `[${selections.join('|')}]`,
  summary: 'prints the book in reading order',
  flags: [
    ...bookFlags,
    { name: 'json', help: 'as a JSON array' },
    { name: 'csv', help: 'as comma-separated values' },
    { name: 'tree', help: 'as a tree of sections' },
    { name: 'volumes', help: 'the volumes of a library instead of its pages; also with --json' },
  ],
  run: runList,
};

type Form = 'table' | 'json' | 'csv' | 'tree';

async function runList(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const selection = selections.find((word) => word === words[0]) ?? null;
  const everything = selection === null ? {} : ({ drafts: true, future: true, expired: true } as const);
  const operands = selection === null ? words : words.slice(1);
  const request = readBookRequest({ ...flags, ...everything }, operands, environment);
  const form = readForm(flags);
  if (!request.ok || form === null) {
    environment.log(
      `octavo: ${request.ok ? 'Of --json, --csv, --tree and --volumes only --json and --volumes go together.' : request.message}`,
    );
    return 2;
  }
  const { listBook } = await import('../list-book.js');
  const listed = await listBook(request.root, request.config, environment.processors - 1);
  const errors = listed.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  logDiagnostics(errors, request.root, environment);
  if (flags['volumes'] === true) {
    const { dim } = environment.printPalette;
    environment.print(form === 'json' ? formatVolumesJson(listed) : formatVolumesTable(listed, dim));
    return hasErrors(errors) ? 1 : 0;
  }
  environment.print(formatSelected(listed, selection, request.config.now, { form, environment }));
  return hasErrors(errors) ? 1 : 0;
}

function readForm(flags: FlagValues): Form | null {
  const asked = (['json', 'csv', 'tree'] as const).filter((form) => flags[form] === true);
  const isClear =
    asked.length < 2 &&
    (flags['volumes'] !== true || asked[0] !== 'csv') &&
    (flags['volumes'] !== true || asked[0] !== 'tree');
  return isClear ? (asked[0] ?? 'table') : null;
}

interface Asked {
  readonly form: Form;
  readonly environment: Environment;
}

/** What a script asks for in Hugo's words it gets in Hugo's columns, unless it names a form. */
function formatSelected(
  listed: ListedBook,
  selection: EntrySelection | null,
  now: number,
  { form, environment }: Asked,
): string {
  const { dim } = environment.printPalette;
  if (selection === null) return formatListed(form, listed, dim);
  const selected = selectEntries(listed, selection, now);
  return form === 'table' ? formatHugoList(selected) : formatListed(form, selected, dim);
}

function formatListed(form: Form, { entries, depths }: ListedBook, dim: Paint): string {
  if (form === 'json') return formatListJson(entries);
  if (form === 'csv') return formatListCsv(entries);
  return form === 'tree' ? formatListTree(entries, depths, dim) : formatListTable(entries, dim);
}
