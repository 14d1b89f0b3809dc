import { diagnose } from '../../diagnostics/catalogue.js';
import type { TemplateEnd } from '../../go-templates/faults.js';
import type { GoObject } from '../../go-templates/values/value.js';
import type { ChapterTemplates } from '../../hugo-templates/create-hugo-templates.js';
import { spanOfEnd } from '../../hugo-templates/span-of-end.js';
import { addAll } from '../../lists/add-all.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { LayerText } from '../../model/source.js';
import { markSafe } from '../../templates/engine.js';
import { findRawIds } from '../plugins/raw-html.js';
import { createAddressTools } from './address-tools.js';
import { type ChapterRun, compileInnerMarkdown, placeOfCall } from './chapter-run.js';
import { buildExpansion, type Expansion } from './expansion.js';
import type { BodyPiece, Call } from './parse-calls.js';
import { frameCall } from './plain-frame.js';
import { runHugoCall } from './run-hugo-call.js';
import type { ShortcodeView } from './shortcode-view.js';
import { createTextTools } from './text-tools.js';
import { viewShortcode } from './view-shortcode.js';

/**
 * UTF-16 units that the calls of one chapter may make together. Calls within calls, and a long parameter that is printed
 * again and again, would otherwise make a huge page of a small file.
 */
export const SIZE_LIMIT = 2 ** 24;

/**
 * Runs the calls among the pieces, and puts text and results together: what a `{{% %}}` call makes as it is, for a
 * `{{< >}}` call the word of its slot.
 */
export function expandPieces(
  pieces: readonly BodyPiece[],
  parent: CallParent | null,
  run: ChapterRun,
): Expansion {
  const builder = buildExpansion(run.body);
  for (const piece of pieces) {
    if (piece.kind === 'text') builder.copy(piece.start, piece.end);
    else if (isDropped(piece, run)) builder.replace(piece.start, piece.end, '');
    else {
      const made = runOnce(piece, parent, run);
      const text = piece.isMarkdown ? indent(made, piece, run) : run.slots.keep(made);
      builder.replace(piece.start, piece.end, text);
    }
  }
  return builder.finish();
}

/** A comment is dropped with its calls, which are not run then, as in Hugo; `{{% %}}` calls are before it is one. */
function isDropped({ isMarkdown, start }: Call, { book, isComment }: ChapterRun): boolean {
  return !isMarkdown && !book.options.unsafe && isComment(start);
}

/** What a call's template makes: HTML or Markdown; empty when it fails. */
function runOnce(call: Call, parent: CallParent | null, run: ChapterRun): string {
  const known = run.made.get(call);
  if (known !== undefined) return known;
  // Reported by the call that went too far.
  if (run.budget < 0) return '';
  const made = makeCall(call, parent, run);
  if (!call.isMarkdown) for (const id of findRawIds(made)) run.ids.add(id);
  run.made.set(call, made);
  run.budget -= made.length;
  if (run.budget >= 0) return made;
  run.diagnostics.push(diagnose('shortcode/too-much', { limit: SIZE_LIMIT }, placeOfCall(call, run)));
  return '';
}

function makeCall(call: Call, parent: CallParent | null, run: ChapterRun): string {
  const template = run.findTemplate(call);
  if (template.kind === 'none')
    return placeFrame(call, frameCall(call, expandInner(call, null, run), run).html, run);
  if (template.kind === 'hugo' && run.hugo !== null) {
    return makeByHugo(call, { file: template.file, templates: run.hugo, parent }, run);
  }
  if (template.kind === 'look-alike')
    return placeFrame(call, makeByTemplate(template.name, { ...call, isMarkdown: false }, parent, run), run);
  return makeByTemplate(template.kind === 'octavo' ? template.name : call.name, call, parent, run);
}

function makeByTemplate(name: string, call: Call, parent: CallParent | null, run: ChapterRun): string {
  const { site, translate } = run.book;
  const shortcode = viewCall(call, parent, run);
  const data = { shortcode, page: run.page, site, t: translate, i18n: translate };
  const subject = { ...placeOfCall(call, run), message: 'called here' };
  const { value, diagnostics } = run.book.engine.renderNow(`shortcodes/${name}.html`, data, subject);
  addAll(run.diagnostics, diagnostics);
  return call.isMarkdown ? value.replace(/(?<!\n)\n+$/, '') : value.trim();
}

/** HTML in a call that makes Markdown goes round it. */
function placeFrame(call: Call, html: string, run: ChapterRun): string {
  return call.isMarkdown ? run.slots.keep(html) : html;
}

function expandInner(call: Call, parent: CallParent | null, run: ChapterRun): Expansion | null {
  return call.pieces.length === 0 ? null : expandPieces(call.pieces, parent, run);
}

interface Answer {
  readonly file: LayerText;
  readonly templates: ChapterTemplates;
  readonly parent: CallParent | null;
}

/** The calls inside are run first, as in Hugo. A template that is refused leaves the call to be shown plainly. */
function makeByHugo(call: Call, answer: Answer, run: ChapterRun): string {
  const { file, templates, parent } = answer;
  if (call.isMarkdown && isOfFirstVersion.test(file.text)) return makeByFirstVersion(call, answer, run);
  const inner = (go: GoObject) => {
    const pieces: string[] = [];
    const text = printInner(call, { view: null, go }, run, (html) => pieces.push(html));
    return { text, pieces };
  };
  const { made, end } = runHugoCall({ call, file, templates, parent: parent?.go ?? null, inner }, run);
  return made ?? showRefused(call, end, run);
}

function showRefused(call: Call, end: TemplateEnd | null, run: ChapterRun): string {
  const frame = frameCall(call, expandInner(call, null, run), run);
  if (end !== null) run.diagnostics.push(describeRefusal(end, call, frame.words, run));
  return placeFrame(call, frame.html, run);
}

/** A template asks for what `{{% %}}` meant before Hugo 0.55 by a line of its own. */
const isOfFirstVersion = /\$_hugo_config\s*:=\s*`[^`]*"version"\s*:\s*1\b/;

/** What stands in the call is compiled before the template has it, and what the template makes is HTML. */
function makeByFirstVersion(call: Call, { file, templates, parent }: Answer, run: ChapterRun): string {
  const inner = (go: GoObject) => {
    const expansion = expandInner(call, { view: null, go }, run);
    const html = expansion === null ? '' : compileInnerMarkdown(expansion, run);
    // As Hugo has it, a line of text stands without its paragraph.
    const text = expansion?.source.includes('\n') ? html : html.replace(/^<p>([\s\S]*)<\/p>\n$/, '$1');
    return { text, pieces: [text] };
  };
  const html = { ...call, isMarkdown: false };
  const { made, end } = runHugoCall({ call: html, file, templates, parent: parent?.go ?? null, inner }, run);
  return made === null ? showRefused(call, end, run) : run.slots.keep(made);
}

function describeRefusal(end: TemplateEnd, call: Call, words: number, run: ChapterRun): Diagnostic {
  const template = spanOfEnd(end, run.book.textOfTemplate);
  const span = template ?? placeOfCall(call, run);
  const first = { ...placeOfCall(call, run), message: 'first called here' };
  return {
    ...diagnose('template/unsupported', { name: end.message }, span, [first]),
    tally: { name: call.name, words, template },
  };
}

/** Every line of what a call makes stands as far in as the call does, as in Hugo: in a list it stays in its item. */
function indent(made: string, { start, pieces }: Call, { body }: ChapterRun): string {
  const lead = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  if (lead === '' || lead.trim() !== '' || pieces.length > 0) return made;
  return made.replaceAll('\n', `\n${lead}`);
}

function viewCall(call: Call, parent: CallParent | null, run: ChapterRun): ShortcodeView {
  const view: ShortcodeView = viewShortcode(call, parent?.view ?? null, {
    ...createAddressTools(call, run),
    ...createTextTools(call, run),
    innerOf: () => printInner(call, { view, go: null }, run),
    contentOf: () => {
      const expansion = expandPieces(call.pieces, { view, go: null }, run);
      return markSafe(call.isMarkdown ? expansion.source : compileInnerMarkdown(expansion, run));
    },
    partsOf: (divider) =>
      divideCall(call, divider, run).map((pieces) =>
        markSafe(compileInnerMarkdown(expandPieces(pieces, { view, go: null }, run), run)),
      ),
  });
  return view;
}

/** What a call holds, divided at the lines of its text that hold this mark alone. */
function divideCall(
  { pieces }: Call,
  divider: string,
  { body }: ChapterRun,
): readonly (readonly BodyPiece[])[] {
  const parts: BodyPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'call') {
      parts.at(-1)?.push(piece);
      continue;
    }
    let { start } = piece;
    for (let at = start; at < piece.end; ) {
      const found = body.indexOf('\n', at);
      const end = found < 0 || found >= piece.end ? piece.end : found + 1;
      if (body.slice(at, end).trim() === divider) {
        parts.at(-1)?.push({ kind: 'text', start, end: at });
        parts.push([]);
        start = end;
      }
      at = end;
    }
    parts.at(-1)?.push({ kind: 'text', start, end: piece.end });
  }
  return parts;
}

/** The text between a call and its end with what the calls in it make. In a `{{< >}}` call HTML is text here. */
function printInner(
  { pieces, isMarkdown }: Call,
  parent: CallParent,
  run: ChapterRun,
  onHtml: (html: string) => void = () => undefined,
): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return run.body.slice(piece.start, piece.end);
      const made = runOnce(piece, parent, run);
      if (isMarkdown && !piece.isMarkdown) return run.slots.keep(made);
      if (!piece.isMarkdown) onHtml(made);
      return made;
    })
    .join('');
}

/** The call around another one, as its template sees it: one of ours, or one of Hugo's. */
interface CallParent {
  readonly view: ShortcodeView | null;
  readonly go: GoObject | null;
}
