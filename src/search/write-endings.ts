import { compareText } from '../text/compare.js';
import { endsPiece } from '../words/ends-piece.js';
import { createByteWriter } from './byte-writer.js';

/** The rare terms of a book written backwards, in order, in files: by them a word is found whose beginning is mistyped. */
export interface EndingPiece {
  readonly firstTerm: string;
  readonly text: Uint8Array;
}

/** Bytes of a file: some 14 KB. */
const sizes = { least: 8 * 1024, most: 24 * 1024, mean: 6 * 1024 };
/** Words only, no numbers, and none so short that it has too many neighbours; characters of one unit. */
const word = /^[^\p{N}\ud800-\udfff]{4,}$/u;

/** Writes the endings of terms. */
export type WriteEndings = (terms: readonly string[]) => readonly EndingPiece[];

/** Prepares the writing; of the same terms as before the pieces are those from before. */
export function createEndingWriter(): WriteEndings {
  let [known, pieces]: [readonly string[], readonly EndingPiece[]] = [[], []];
  return (terms) => {
    const isSame = terms.length === known.length && terms.every((term, index) => term === known[index]);
    if (!isSame) [known, pieces] = [terms, writeEndings(terms)];
    return pieces;
  };
}

/** Each term: how much of it the one before shares, and the rest. */
function writeEndings(terms: readonly string[]): readonly EndingPiece[] {
  const endings = terms.filter((term) => word.test(term)).map(reverse);
  const pieces: EndingPiece[] = [];
  let [firstTerm, previous, piece] = ['', '', createByteWriter()];
  const endPiece = () => {
    if (piece.length() > 0) pieces.push({ firstTerm, text: piece.bytes() });
    [previous, piece] = ['', createByteWriter()];
  };
  for (const ending of endings.sort(compareText)) {
    if (endsPiece(piece.length(), { text: ending, length: ending.length }, sizes)) endPiece();
    if (piece.length() === 0) firstTerm = ending;
    piece.term(previous, ending);
    previous = ending;
  }
  endPiece();
  return pieces;
}

/** The longest term has 64 units, and none has units of pairs. */
const reversed = Buffer.alloc(128);

function reverse(term: string): string {
  const { length } = term;
  for (let index = 0; index < length; index += 1)
    reversed.writeUInt16LE(term.charCodeAt(index), (length - 1 - index) * 2);
  return reversed.toString('utf16le', 0, length * 2);
}
