import { addAll } from '../../lists/add-all.js';

/** A block of another tool that is open. */
type OpenBlock =
  /** Between lines of colons: a call-out, a frame that goes, or something that stays as it is written. */
  | { readonly end: 'colons'; readonly kind: 'call-out' | 'frame' | 'kept' }
  /** As long as lines are indented: a call-out or a tab. */
  | { readonly end: 'indent'; readonly kind: 'call-out' | 'frame' };

/** Where the walk over the lines stands. */
interface AdmonitionWalk {
  /** The fence that closes the code that the line is in; empty outside. */
  fence: string;
  /** The innermost last. */
  readonly open: OpenBlock[];
  /** The depth of the last heading. */
  depth: number;
}

const colons = /^[ \t]*:{3,}(?!:)(.*)/;
const bangs = /^(?:!{3}|(\?{3}\+?))[ \t]+([a-z][\w-]*)(?![\w-])[^"]*(?:"(.*))?/;
const tab = /^===[!+]?\s+"([^"]+)"\s*$/;
const alerts: Readonly<Record<string, string>> = {
  ...{
    note: 'NOTE',
    info: 'NOTE',
    abstract: 'NOTE',
    summary: 'NOTE',
    tldr: 'NOTE',
    todo: 'NOTE',
    quote: 'NOTE',
  },
  ...{
    cite: 'NOTE',
    example: 'NOTE',
    question: 'NOTE',
    help: 'NOTE',
    faq: 'NOTE',
    details: 'NOTE',
    seealso: 'NOTE',
  },
  ...{ tip: 'TIP', success: 'TIP', check: 'TIP', done: 'TIP', hint: 'TIP', important: 'IMPORTANT' },
  ...{ warning: 'WARNING', caution: 'WARNING', attention: 'WARNING' },
  ...{
    danger: 'CAUTION',
    error: 'CAUTION',
    failure: 'CAUTION',
    fail: 'CAUTION',
    missing: 'CAUTION',
    bug: 'CAUTION',
  },
};
/** Blocks around what stays: Pandoc's with attributes, and groups of listings. */
const frames = /^(?:\{[^{}]*\}|code-group|columns?|panel-tabset|raw)$/i;

/**
 * Writes the call-outs of Docusaurus, VitePress, Quarto and Pandoc (`:::note Title`, `::: {.callout-note title="…"}` … `:::`), of
 * MkDocs (`!!! note "Title"` with indented lines) and Obsidian (`> [!info]`) as those of ours; those that fold (`???`, `details`,
 * `collapse`) with the sign for that, tabs (`=== "Title"`) as headings. Names that are no call-outs stay as they are. Code is
 * left alone.
 */
export function rewriteAdmonitions(text: string): string {
  if (!/^[ \t]*:::|^(?:!!!|\?\?\?|===)|^[ \t>]*\[!/m.test(text)) return text;
  const walk: AdmonitionWalk = { fence: '', open: [], depth: 1 };
  const lines = text.split('\n');
  const done: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (walk.fence === '') closeIndented(line, walk, done);
    const opened = rewriteLine(dedent(line, walk), lines[at + 1] ?? '', walk);
    // Else it would go on with what stands before it.
    const [, lead] = /^((?:> )*)> \[!/.exec(opened.lines[0] ?? '') ?? [];
    if (lead !== undefined && opened.isNew === true && (done.at(-1) ?? '').trim() !== '')
      done.push(lead.trimEnd());
    addAll(done, opened.lines);
    if (opened.takesNext) at += 1;
  }
  return done.join('\n');
}

interface Rewritten {
  readonly lines: readonly string[];
  /** Whether a call-out begins with them. */
  readonly isNew?: true;
  /** Whether the line below is in them: the title of a call-out of Quarto's. */
  readonly takesNext?: true;
}

function rewriteLine(line: string, next: string, walk: AdmonitionWalk): Rewritten {
  const fence = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
  if (walk.fence !== '' || fence !== '') {
    if (walk.fence === '') walk.fence = fence;
    else if (fence.startsWith(walk.fence)) walk.fence = '';
    return { lines: [quote(line, walk)] };
  }
  walk.depth = /^(#{1,6})\s/.exec(line)?.[1]?.length ?? walk.depth;
  const [, label] = tab.exec(line) ?? [];
  if (label !== undefined) {
    const heading = quote(`${'#'.repeat(Math.min(walk.depth + 1, 6))} ${label}`, walk);
    walk.open.push({ end: 'indent', kind: 'frame' });
    return { lines: [heading] };
  }
  const [whole, fold, banged = '', title] = bangs.exec(line) ?? [];
  if (whole !== undefined && alerts[banged] !== undefined)
    return openCallOut(
      { name: banged, title: title?.trimEnd().replace(/"$/, ''), sign: foldSign(fold) },
      'indent',
      walk,
    );
  return rewriteColons(line, next, walk) ?? { lines: [quote(renameAlert(line), walk)] };
}

function foldSign(marks: string | undefined): '' | '-' | '+' {
  return marks === undefined ? '' : marks.endsWith('+') ? '+' : '-';
}

/** Blocks that go on as long as their lines are indented are over at the first that is not, and the blank lines before it. */
function closeIndented(line: string, walk: AdmonitionWalk, done: string[]): void {
  if (line.trim() === '') return;
  const { open } = walk;
  const depth = (/^ */.exec(line.replaceAll('\t', '    '))?.[0].length ?? 0) >> 2;
  const indented = () => open.filter(({ end }) => end === 'indent').length;
  if (indented() <= depth) return;
  while (indented() > depth) open.splice(open.findLastIndex(({ end }) => end === 'indent'));
  for (let at = done.length - 1; /^(?:> )*>$/.test(done[at] ?? ''); at -= 1) done[at] = quote('', walk);
}

function dedent(line: string, { open }: AdmonitionWalk): string {
  const room = open.filter(({ end }) => end === 'indent').length * 4;
  const spaces = /^[ \t]*/.exec(line)?.[0] ?? '';
  const width = spaces.replaceAll('\t', '    ');
  return room === 0 ? line : width.slice(Math.min(room, width.length)) + line.slice(spaces.length);
}

/** What a line of colons becomes; null for one that is none. */
function rewriteColons(line: string, next: string, walk: AdmonitionWalk): Rewritten | null {
  const written = colons.exec(line)?.[1]?.trim();
  if (written === undefined) return null;
  if (written === '') {
    const closed = walk.open.findLastIndex(({ end }) => end === 'colons');
    const [block] = closed === -1 ? [] : walk.open.splice(closed);
    if (block === undefined || block.kind === 'kept') return { lines: [quote(line, walk)] };
    return { lines: [quote('', walk).trimEnd()] };
  }
  const found = readCallOut(written);
  if (found !== null) {
    const heading =
      found.title === undefined && written.startsWith('{')
        ? /^#{1,6}[ \t]+(\S.*)/.exec(next)?.[1]
        : undefined;
    if (heading === undefined) return openCallOut(found, 'colons', walk);
    return { ...openCallOut({ ...found, title: heading }, 'colons', walk), takesNext: true };
  }
  const isFrame = frames.test(written);
  if (!isFrame && !/^[\w-]+(?:[ [{]|$)/.test(written)) return null;
  const kept = quote(line, walk);
  walk.open.push({ end: 'colons', kind: isFrame ? 'frame' : 'kept' });
  return { lines: isFrame ? [] : [kept] };
}

interface CallOut {
  readonly name: string;
  readonly title: string | undefined;
  /** For one that folds: whether it is closed at first. */
  readonly sign: '' | '-' | '+';
}

/** `note Title`, `note[Title]`, `details Title {open}`, `{.callout-tip collapse="true" title="…"}`; null for anything else. */
function readCallOut(written: string): CallOut | null {
  const isBraced = written.startsWith('{') && written.endsWith('}');
  return isBraced ? readBraces(written) : readWords(written);
}

function readBraces(written: string): CallOut | null {
  const name = /\.(?:callout-)?([a-z]+)/i.exec(written)?.[1]?.toLowerCase() ?? '';
  if (alerts[name] === undefined) return null;
  const collapse = /\bcollapse="?(\w+)/.exec(written)?.[1];
  const sign = collapse === undefined ? '' : collapse === 'true' ? '-' : '+';
  return { name, title: /\btitle="([^"]*)"/.exec(written)?.[1], sign };
}

function readWords(written: string): CallOut | null {
  const [, found = '', behind = ''] = /^([a-z]+)(?![a-z])(.*)/i.exec(written) ?? [];
  const name = found.toLowerCase();
  if (alerts[name] === undefined) return null;
  const rest = behind.replace(/\{[^{}]*\}$/, '').trim();
  const title = rest.startsWith('[') && rest.endsWith(']') ? rest.slice(1, -1) : rest;
  const sign = name !== 'details' ? '' : written.endsWith('{open}') ? '+' : '-';
  return { name, title: title === '' ? undefined : title, sign };
}

function openCallOut({ name, title, sign }: CallOut, end: OpenBlock['end'], walk: AdmonitionWalk): Rewritten {
  const head = `[!${alerts[name]}]${sign}${title === undefined || title === '' ? '' : ` ${title}`}`;
  walk.open.push({ end, kind: 'call-out' });
  return { lines: [quote(head, walk)], isNew: true };
}

/** Obsidian has more names for call-outs than ours. */
function renameAlert(line: string): string {
  return line.replace(/^([ \t]*>[ \t>]*\[!)([a-z]+)(?=\])/i, (written, lead: string, name: string) => {
    const ours = alerts[name.toLowerCase()];
    return ours === undefined ? written : lead + (ours.toLowerCase() === name.toLowerCase() ? name : ours);
  });
}

function quote(line: string, { open }: AdmonitionWalk): string {
  const lead = '> '.repeat(open.filter(({ kind }) => kind === 'call-out').length);
  return lead === '' ? line : `${lead}${line}`.trimEnd();
}
