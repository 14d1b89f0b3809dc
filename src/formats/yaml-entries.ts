/** A line of YAML that says something: a key with its value, an entry of a list, or how a plain value goes on. */
export interface YamlEntry {
  /** From 1. */
  readonly line: number;
  /** The key of the line as written, or of the list or value that it belongs to; empty at the top of a text. */
  readonly key: string;
  /** Columns in front of the key or of the entry's value. */
  readonly indent: number;
  /** What stands behind the colon or the dash, comment and all; no blanks around it. */
  readonly value: string;
  /** Where the value begins, from 1. */
  readonly column: number;
  /** A text in a list; an entry that is a group of keys is its keys. */
  readonly isItem: boolean;
  /** Whether the value began on a line above. */
  readonly isContinued: boolean;
}

const lineParts =
  /^([ ]*(?:-[ \t]+)*)((?:"[^"]*"|'[^']*'|[^\s"'#[\]{},&*!|>%@`][^:]*(?::[^\s:][^:]*)*):(?=\s|$))?[ \t]*([\s\S]*)/;
const blockScalar = /^(?:[!&]\S*[ \t]+)*[|>][-+\d]*[ \t]*(?:#.*)?$/;

/**
 * Reads the entries of a YAML text line by line, whether the text is valid or not. What stands in a block scalar (`|`,
 * `>`) or in quotes over several lines is no entry.
 */
export function listYamlEntries(text: string): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  /** The lines that belong to the value before them: those indented by more than this, or up to a quote. */
  let [block, quote] = [Number.POSITIVE_INFINITY, ''];
  const lines = text.split('\n');
  lines.forEach((written, index) => {
    if (quote !== '') {
      if (written.includes(quote)) quote = '';
      return;
    }
    const start = written.search(/\S/);
    if (start === -1 || start > block || written[start] === '#') return;
    block = Number.POSITIVE_INFINITY;
    const entry = readEntry(written, index + 1, entries.at(-1));
    if (entry === null) return;
    entries.push(entry);
    if (blockScalar.test(entry.value)) block = entry.indent;
    else if (findQuoteEnd(entry.value) === -1 && closesQuote(lines, entry)) quote = entry.value.slice(0, 1);
  });
  return entries;
}

function readEntry(written: string, line: number, before: YamlEntry | undefined): YamlEntry | null {
  const [, lead = '', keyPart, rest = ''] = lineParts.exec(written) ?? [];
  const value = rest.trimEnd();
  const column = written.length - rest.length + 1;
  if (keyPart !== undefined) {
    const key = keyPart
      .slice(0, keyPart.lastIndexOf(':'))
      .trim()
      .replace(/^["']|["']$/g, '');
    return { line, key, indent: lead.length, value, column, isItem: false, isContinued: false };
  }
  const isItem = lead.includes('-');
  if (value === '' && !isItem) return null;
  const key = before?.key ?? '';
  return { line, key, indent: lead.length, value, column, isItem, isContinued: !isItem };
}

/** The offset behind the quote that closes the one at the start of a value; -1 for none, 0 for a value without quotes. */
export function findQuoteEnd(value: string): number {
  const [quote] = value;
  if (quote !== '"' && quote !== "'") return 0;
  for (let at = 1; at < value.length; at += 1) {
    if (quote === '"' && value[at] === '\\') at += 1;
    else if (value[at] === quote && quote === "'" && value[at + 1] === quote) at += 1;
    else if (value[at] === quote) return at + 1;
  }
  return -1;
}

const keyLine = /^[ ]*(?:- )*[\w-]+[ \t]*:(?:\s|$)/;

/** Whether the quote that an entry leaves open is closed by a line below, before another key comes. */
export function closesQuote(lines: readonly string[], { line, value }: YamlEntry): boolean {
  const quote = value.slice(0, 1);
  for (let index = line; index < lines.length; index += 1) {
    const below = lines[index] ?? '';
    if (keyLine.test(below)) return false;
    if (below.includes(quote)) return true;
  }
  return false;
}
