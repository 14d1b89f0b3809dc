import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { PaperEntry, PaperFacts } from '../model/paper.js';

/** A PDF as a browser printed it. */
export interface PdfFile {
  readonly pages: number;
  readonly isTagged: boolean;
  /** The page of each named destination, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The characters that its fonts show. */
  readonly listCharacters: () => ReadonlySet<string>;
  /**
   * The file with outline, page labels and metadata. `id` are 16 bytes, hexadecimal, that stand for what is in it: nothing comes from
   * the clock.
   */
  readonly finish: (facts: PaperFacts, outline: readonly PaperEntry[], id: string) => Promise<Uint8Array>;
}

/** Reads a PDF. The only user of pdf-lib. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const targets = readTargets(document);
  const positions = new Map(document.getPages().map(({ ref }, at) => [ref.toString(), at + 1]));
  const numbers = new Map(
    [...targets].flatMap(([name, target]) => {
      const number = positions.get(String(target.get(0)));
      return number === undefined ? [] : [[name, number] as const];
    }),
  );
  return {
    pages: positions.size,
    isTagged: document.catalog.has(PDFName.of('StructTreeRoot')),
    numbers,
    listCharacters: () => listCharacters(document),
    finish: (facts, outline, id) => {
      describe(document, facts, id);
      const root = document.context.nextRef();
      const items = writeItems(document, root, outline, targets);
      document.context.assign(root, document.context.obj({ Type: 'Outlines', ...items }));
      document.catalog.set(PDFName.of('Outlines'), root);
      return document.save({ addDefaultPage: false, updateFieldAppearances: false });
    },
  };
}

function readTargets({ catalog }: PDFDocument): ReadonlyMap<string, PDFArray> {
  const named = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const entries = named?.entries() ?? [];
  return new Map(
    entries.flatMap(([name]) => {
      const target = named?.lookup(name);
      return target instanceof PDFArray ? [[name.decodeText(), target] as const] : [];
    }),
  );
}

/** Title, author and the rest, the labels of the pages, and how a reader's program opens it. */
function describe(document: PDFDocument, facts: PaperFacts, id: string): void {
  const { catalog, context } = document;
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setAuthor(facts.authors.join(', '));
  document.setSubject(facts.subject);
  document.setCreator(facts.creator);
  document.setLanguage(facts.language);
  document.setCreationDate(new Date(facts.modified));
  document.setModificationDate(new Date(facts.modified));
  const decimal = context.obj({ S: 'D' });
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, decimal] }));
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  if (facts.direction === 'rtl')
    catalog.getOrCreateViewerPreferences().dict.set(PDFName.of('Direction'), PDFName.of('R2L'));
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)]);
}

/** The items of an outline below `parent`, those below them closed at first; null where there are none. */
function writeItems(
  document: PDFDocument,
  parent: PDFRef,
  entries: readonly PaperEntry[],
  targets: ReadonlyMap<string, PDFArray>,
): OutlineItems | null {
  const { context } = document;
  const placed = entries.flatMap(({ target, ...entry }) => {
    const place = targets.get(target);
    return place === undefined ? [] : [{ ...entry, place, ref: context.nextRef() }];
  });
  const [first, last] = [placed[0], placed.at(-1)];
  if (first === undefined || last === undefined) return null;
  placed.forEach(({ title, children, place, ref }, at) => {
    const below = writeItems(document, ref, children, targets);
    const [before, after] = [placed[at - 1], placed[at + 1]];
    const item = {
      Title: PDFHexString.fromText(title),
      Parent: parent,
      Dest: place,
      ...(before === undefined ? {} : { Prev: before.ref }),
      ...(after === undefined ? {} : { Next: after.ref }),
      ...(below === null ? {} : { ...below, Count: -below.Count }),
    };
    context.assign(ref, context.obj(item));
  });
  return { First: first.ref, Last: last.ref, Count: placed.length };
}

/** The keys of what holds items (PDF 1.7, section 12.3.3). */
interface OutlineItems {
  readonly First: PDFRef;
  readonly Last: PDFRef;
  readonly Count: number;
}

/** What the maps of the embedded fonts give for their glyphs (PDF 1.7, section 9.10.3). */
function listCharacters({ context }: PDFDocument): ReadonlySet<string> {
  const characters = new Set<string>();
  const decoder = new TextDecoder();
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const map = object.lookup(PDFName.of('ToUnicode'));
    if (map instanceof PDFRawStream) readMap(decoder.decode(decodePDFRawStream(map).decode()), characters);
  }
  return characters;
}

function readMap(map: string, characters: Set<string>): void {
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, text = ''] of block.matchAll(/<[0-9a-f]+>\s*<([0-9a-f]+)>/gi))
      for (const character of decodeHex(text)) characters.add(character);
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const first = decodeHex(text).codePointAt(0) ?? 0;
      const length = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      for (let at = 0; at <= length; at++) characters.add(String.fromCodePoint(first + at));
    }
}

/** UTF-16, big-endian. */
function decodeHex(digits: string): string {
  const units = digits.match(/[0-9a-f]{4}/gi) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
