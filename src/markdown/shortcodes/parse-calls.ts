import { diagnose } from '../../diagnostics/catalogue.js';
import { addAll } from '../../lists/add-all.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import { nearestWord } from '../../text/nearest.js';
import { findTag, type Parameters, readTag, type Tag } from './read-tag.js';
import type { TagFault } from './tag-fault.js';

/** A stretch of a chapter's text that is no shortcode. Offsets count UTF-16 units of the body. */
interface TextPiece {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
}

/** A shortcode, with what stands between it and its end. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  /** `{{% %}}`: what it makes is Markdown. */
  readonly isMarkdown: boolean;
  readonly parameters: Parameters;
  /** From the first brace to the last, the closing call included. */
  readonly start: number;
  readonly end: number;
  /** Empty for a call that takes no text, and for one that closes itself. */
  readonly pieces: readonly BodyPiece[];
  /** From 0 among the calls beside it. */
  readonly ordinal: number;
  /** False for a call without a template, which is shown plainly. */
  readonly isKnown: boolean;
}

export type BodyPiece = TextPiece | Call;

/** What is known of the book's shortcodes. */
export interface KnownShortcodes {
  readonly names: readonly string[];
  /** Whether a template asks for the text between a call and its end; null where the chapter decides, by a closing call. */
  readonly takesText: (name: string, isMarkdown: boolean) => boolean | null;
  /** Whether there is a template. */
  readonly isKnown: (name: string, isMarkdown: boolean) => boolean;
  /** The file of a template of this name in a theme that the site does not use; null for none. */
  readonly findUnused?: (name: string) => string | null;
}

/** Where a stretch of the body stands in its file. */
export type PlaceOf = (start: number, end: number) => SourceSpan;

/** Calls within calls. */
const DEPTH_LIMIT = 50;

/** A call that is open, or the chapter itself. */
interface Frame {
  readonly tag: Extract<Tag, { kind: 'open' }> | null;
  readonly ordinal: number;
  readonly pieces: BodyPiece[];
  calls: number;
  readonly isKnown: boolean;
  /** It may end without a closing call. */
  readonly mayStandAlone: boolean;
}

interface Parsing {
  readonly body: string;
  /** Names, in lower case, that some tag of the chapter closes; made when it is first asked for. */
  closed: ReadonlySet<string> | null;
  readonly known: KnownShortcodes;
  readonly placeOf: PlaceOf;
  readonly diagnostics: Diagnostic[];
  readonly frames: Frame[];
  /** Names of calls that were reported where they opened: their closing calls say nothing new. */
  readonly reported: Set<string>;
}

/**
 * Divides a chapter into text and shortcodes, code blocks included: only the comment form protects (content rule 13).
 * Reports `shortcode/unknown`, `inline`, `unclosed`, `unopened`, `takes-no-text`, `unterminated`, `mixed-parameters` and
 * `syntax`, each fault once, and leaves out what is at fault.
 */
export function parseCalls(
  body: string,
  known: KnownShortcodes,
  placeOf: PlaceOf,
  diagnostics: Diagnostic[],
): readonly BodyPiece[] {
  const root: Frame = { tag: null, ordinal: 0, pieces: [], calls: 0, isKnown: true, mayStandAlone: false };
  const parsing: Parsing = {
    body,
    closed: null,
    known,
    placeOf,
    diagnostics,
    frames: [root],
    reported: new Set(),
  };
  let done = 0;
  for (let start = findTag(body, 0); start >= 0; start = findTag(body, done)) {
    addText(parsing, done, start);
    const tag = readTag(body, start);
    enter(tag, parsing);
    done = tag.end;
  }
  addText(parsing, done, body.length);
  while (parsing.frames.length > 1) reportUnclosed(parsing, body.length);
  return root.pieces;
}

function addText({ frames }: Parsing, start: number, end: number): void {
  if (start < end) frames.at(-1)?.pieces.push({ kind: 'text', start, end });
}

function enter(tag: Tag, parsing: Parsing): void {
  switch (tag.kind) {
    case 'comment':
      for (const [start, end] of tag.pieces) addText(parsing, start, end);
      break;
    case 'fault':
      parsing.reported.add(tag.fault.name);
      parsing.diagnostics.push(describeFault(tag.fault, parsing.placeOf(tag.at, tag.end)));
      break;
    case 'open':
      open(tag, parsing);
      break;
    case 'close':
      close(tag, parsing);
      break;
  }
}

function open(tag: Extract<Tag, { kind: 'open' }>, parsing: Parsing): void {
  const { known, diagnostics, frames, placeOf } = parsing;
  const asks = isInline(tag) || known.takesText(tag.name, tag.isMarkdown);
  const takesText = asks ?? (!tag.isClosed && listClosed(parsing).has(tag.name.toLowerCase()));
  const place = placeOf(tag.start, tag.end);
  const parent = frames.at(-1);
  if (isInline(tag)) diagnostics.push(diagnose('shortcode/inline', { name: tag.name }, place));
  if (frames.length > DEPTH_LIMIT) {
    if (!parsing.reported.has(tag.name))
      diagnostics.push(diagnose('markdown/too-deep', { limit: DEPTH_LIMIT }, place));
    parsing.reported.add(tag.name);
  } else if (tag.isClosed && asks === false) {
    diagnostics.push(diagnose('shortcode/takes-no-text', { name: tag.name }, place));
  } else if (parent !== undefined) {
    const isKnown = isInline(tag) || known.isKnown(tag.name, tag.isMarkdown);
    const mayStandAlone = asks === null;
    const frame: Frame = { tag, ordinal: parent.calls, pieces: [], calls: 0, isKnown, mayStandAlone };
    parent.calls += 1;
    frames.push(frame);
    if (tag.isClosed || !takesText) finish(parsing, tag.end);
  }
}

/** Whether a call holds its own template, in Hugo's language: it is left out, and what it holds with it. */
function isInline({ name }: { readonly name: string }): boolean {
  return name.endsWith('.inline');
}

/** Ends the innermost call. */
function finish(parsing: Parsing, end: number): void {
  const { frames } = parsing;
  const frame = frames.pop();
  if (frame === undefined || frame.tag === null || isInline(frame.tag)) return;
  const { name, isMarkdown, parameters, start } = frame.tag;
  const { pieces, ordinal, isKnown } = frame;
  const call: Call = { kind: 'call', name, isMarkdown, parameters, start, end, pieces, ordinal, isKnown };
  if (!isKnown) reportUnknown(call, frame.tag.end, parsing);
  frames.at(-1)?.pieces.push(call);
}

function reportUnknown({ name, start, parameters, pieces }: Call, tagEnd: number, parsing: Parsing): void {
  const { known, placeOf, diagnostics, body } = parsing;
  const texts = Object.values(parameters.values).filter((value) => typeof value === 'string');
  const inner = pieces.map((piece) => (piece.kind === 'text' ? body.slice(piece.start, piece.end) : ''));
  const words = [...texts, ...inner].join(' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const unused = known.findUnused?.(name) ?? null;
  const details = { name, nearest: unused === null ? nearestWord(name, known.names) : null, unused };
  const finding = diagnose('shortcode/unknown', details, placeOf(start, tagEnd));
  parsing.reported.add(name);
  diagnostics.push({ ...finding, tally: { name, words, template: null } });
}

/** The names that tags close: a call without a template takes text where there is an end to it. */
function listClosed(parsing: Parsing): ReadonlySet<string> {
  parsing.closed ??= new Set(
    [...parsing.body.matchAll(/\{\{[<%]\s*\/\s*([\p{L}\p{N}_][\p{L}\p{N}_\-/]*)/gu)].map(([, name = '']) =>
      name.toLowerCase(),
    ),
  );
  return parsing.closed;
}

function close(tag: Extract<Tag, { kind: 'close' }>, parsing: Parsing): void {
  const { known, diagnostics, frames, placeOf } = parsing;
  const wanted = tag.name.toLowerCase();
  const index = frames.findLastIndex((frame) => frame.tag?.name.toLowerCase() === wanted);
  if (index > 0) {
    while (frames.length - 1 > index) reportUnclosed(parsing, tag.start);
    finish(parsing, tag.end);
    return;
  }
  const takesText = known.takesText(tag.name, false);
  if (parsing.reported.has(tag.name)) return;
  const place = placeOf(tag.start, tag.end);
  const expected = frames.at(-1)?.tag?.name ?? null;
  if (expected !== null && takesText !== false) {
    // In Hugo any closing tag ends the call that is open.
    diagnostics.push(diagnose('shortcode/mismatched', { name: expected, closed: tag.name }, place));
    // Its own end, where it comes after all, says nothing new.
    parsing.reported.add(expected);
    finish(parsing, tag.end);
    return;
  }
  diagnostics.push(
    takesText === false
      ? diagnose('shortcode/takes-no-text', { name: tag.name }, place)
      : diagnose('shortcode/unopened', { name: tag.name, expected }, place),
  );
}

/** Ends the innermost call because something around it does. */
function reportUnclosed(parsing: Parsing, end: number): void {
  const frame = parsing.frames.at(-1);
  if (frame?.mayStandAlone === true) {
    standAlone(frame, parsing);
    return;
  }
  const tag = frame?.tag;
  if (tag) {
    const place = parsing.placeOf(tag.start, tag.end);
    parsing.reported.add(tag.name);
    parsing.diagnostics.push(diagnose('shortcode/unclosed', { name: tag.name }, place));
  }
  finish(parsing, end);
}

/** A call that need not be closed, and never is, takes no text, as others of its name may: what it held stands behind it. */
function standAlone(frame: Frame, parsing: Parsing): void {
  const pieces = frame.pieces.splice(0);
  finish(parsing, frame.tag?.end ?? 0);
  const around = parsing.frames.at(-1);
  if (around !== undefined) addAll(around.pieces, pieces);
}

function describeFault(fault: TagFault, place: SourceSpan): Diagnostic {
  switch (fault.kind) {
    case 'unterminated':
      return diagnose('shortcode/unterminated', fault, place);
    case 'mixed':
      return diagnose('shortcode/mixed-parameters', fault, place);
    case 'syntax':
      return diagnose('shortcode/syntax', fault, place);
  }
}
