/** Where the walk over the lines stands. */
interface AdmonitionWalk {
  /** The fence that closes the code that the line is in. */
  fence: string | null;
  /** How many colons close each call-out that is open, the innermost last. */
  readonly open: number[];
  /** How deep the lines of a call-out of MkDocs are indented; 0 outside. */
  indent: number;
}

const colons = /^(:{3,})\s*(?:([a-z]+)(?![a-z])\s*)?(.*)/s;
const bangs = /^(?:!{3}|\?{3}\+?)\s+([a-z]+)(?![a-z])[^"]*(?:"(.*)")?$/s;
const alerts: Readonly<Record<string, string>> = {
  ...{
    note: 'NOTE',
    info: 'NOTE',
    abstract: 'NOTE',
    quote: 'NOTE',
    example: 'NOTE',
    question: 'NOTE',
    details: 'NOTE',
  },
  ...{ tip: 'TIP', success: 'TIP', hint: 'TIP', important: 'IMPORTANT' },
  ...{ warning: 'WARNING', caution: 'WARNING', attention: 'WARNING' },
  ...{ danger: 'CAUTION', error: 'CAUTION', failure: 'CAUTION', bug: 'CAUTION' },
};

/**
 * Writes the call-outs of Docusaurus and VitePress (`:::note Title` … `:::`) and of MkDocs (`!!! note "Title"` with indented
 * lines) as those of ours, a title in bold on a line of its own. Names that are no call-outs stay as they are. Code is left
 * alone.
 */
export function rewriteAdmonitions(text: string): string {
  if (!/^[ \t]*:::|^(?:!!!|\?\?\?)/m.test(text)) return text;
  const walk: AdmonitionWalk = { fence: null, open: [], indent: 0 };
  return text
    .split('\n')
    .flatMap((line) => rewriteAdmonitionLine(line, walk))
    .join('\n');
}

function rewriteAdmonitionLine(line: string, walk: AdmonitionWalk): readonly string[] {
  const found = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
  if (walk.fence !== null) {
    if (found?.startsWith(walk.fence) === true) walk.fence = null;
    return [quote(line, walk)];
  }
  if (walk.indent > 0 && line.trim() !== '' && !line.startsWith('    ')) walk.indent = 0;
  walk.fence = found;
  if (found !== null) return [quote(line, walk)];
  const [, banged = '', bangTitle] = bangs.exec(line.trimEnd()) ?? [];
  if (alerts[banged] !== undefined) {
    walk.indent = 4;
    return openAlert(banged, bangTitle, '> ');
  }
  return rewriteColons(line, walk) ?? [quote(line, walk)];
}

/** The lines for a line of colons; null for one that is none, or of something else than a call-out. */
function rewriteColons(line: string, walk: AdmonitionWalk): readonly string[] | null {
  const [, marks = '', name, title = ''] = colons.exec(line.trim()) ?? [];
  if (marks === '') return null;
  if (name === undefined) {
    if (title !== '' || walk.open.at(-1) !== marks.length) return null;
    walk.open.pop();
    return [''];
  }
  if (alerts[name] === undefined) return null;
  const before = '> '.repeat(walk.open.length);
  walk.open.push(marks.length);
  return openAlert(name, /^\[(.*)\]$/s.exec(title)?.[1] ?? title, `${before}> `);
}

function openAlert(name: string, title: string | undefined, lead: string): readonly string[] {
  const head = `${lead}[!${alerts[name]}]`;
  return title === undefined || title === '' ? [head] : [head, `${lead}**${title}**`, lead.trimEnd()];
}

function quote(line: string, { open, indent }: AdmonitionWalk): string {
  const inner = indent > 0 ? line.slice(Math.min(indent, line.length - line.trimStart().length)) : line;
  const lead = '> '.repeat(open.length + (indent > 0 ? 1 : 0));
  return indent > 0 && line.trim() === '' ? lead.trimEnd() : `${lead}${inner}`.trimEnd() || inner;
}
