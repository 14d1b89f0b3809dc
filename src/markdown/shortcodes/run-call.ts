import { diagnose } from '../../diagnostics/catalogue.js';
import { addAll } from '../../lists/add-all.js';
import { markSafe } from '../../templates/engine.js';
import { findRawIds } from '../plugins/raw-html.js';
import { createAddressTools } from './address-tools.js';
import { type ChapterRun, compileInnerMarkdown, placeOfCall } from './chapter-run.js';
import { buildExpansion, type Expansion } from './expansion.js';
import type { BodyPiece, Call } from './parse-calls.js';
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
  parent: ShortcodeView | null,
  run: ChapterRun,
): Expansion {
  const builder = buildExpansion(run.body);
  for (const piece of pieces) {
    if (piece.kind === 'text') builder.copy(piece.start, piece.end);
    else {
      const made = runOnce(piece, parent, run);
      const text = piece.isMarkdown ? indent(made, piece, run) : run.slots.keep(made);
      builder.replace(piece.start, piece.end, text);
    }
  }
  return builder.finish();
}

/** What a call's template makes: HTML or Markdown; empty when it fails. */
function runOnce(call: Call, parent: ShortcodeView | null, run: ChapterRun): string {
  const known = run.made.get(call);
  if (known !== undefined) return known;
  // Reported by the call that went too far.
  if (run.budget < 0) return '';
  const { site, translate } = run.book;
  const shortcode = viewCall(call, parent, run);
  const data = { shortcode, page: run.page, site, t: translate, i18n: translate };
  const subject = { ...placeOfCall(call, run), message: 'called here' };
  const { value, diagnostics } = run.book.engine.renderNow(`shortcodes/${call.name}.html`, data, subject);
  addAll(run.diagnostics, diagnostics);
  const made = call.isMarkdown ? value.replace(/(?<!\n)\n+$/, '') : value.trim();
  if (!call.isMarkdown) for (const id of findRawIds(made)) run.ids.add(id);
  run.made.set(call, made);
  run.budget -= made.length;
  if (run.budget >= 0) return made;
  run.diagnostics.push(diagnose('shortcode/too-much', { limit: SIZE_LIMIT }, placeOfCall(call, run)));
  return '';
}

/** Every line of what a call makes stands as far in as the call does, as in Hugo: in a list it stays in its item. */
function indent(made: string, { start, pieces }: Call, { body }: ChapterRun): string {
  const lead = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  if (lead === '' || lead.trim() !== '' || pieces.length > 0) return made;
  return made.replaceAll('\n', `\n${lead}`);
}

function viewCall(call: Call, parent: ShortcodeView | null, run: ChapterRun): ShortcodeView {
  const view: ShortcodeView = viewShortcode(call, parent, {
    ...createAddressTools(call, run),
    ...createTextTools(call, run),
    innerOf: () => printInner(call, view, run),
    contentOf: () => {
      const expansion = expandPieces(call.pieces, view, run);
      return markSafe(call.isMarkdown ? expansion.source : compileInnerMarkdown(expansion, run));
    },
  });
  return view;
}

/** The text between a call and its end with what the calls in it make. In a `{{< >}}` call HTML is text here. */
function printInner({ pieces, isMarkdown }: Call, view: ShortcodeView, run: ChapterRun): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'text') return run.body.slice(piece.start, piece.end);
      const made = runOnce(piece, view, run);
      return isMarkdown && !piece.isMarkdown ? run.slots.keep(made) : made;
    })
    .join('');
}
