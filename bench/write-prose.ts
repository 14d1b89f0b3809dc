import { drawWord } from './draw-word.js';
import { drawInteger, pick, type Random, shuffle } from './random.js';
import { numberedLines, sentences } from './sentences.js';
import { wrapLines } from './wrap-lines.js';

/** Bytes of a chapter's body: that of the chapters this program was made for. */
const bodyBytes = 8400;
const paragraphBytes = 560;
/** A numbered line stands before these paragraphs, if at all. */
const numberedParagraphs = [0, 6];

/** Draws sentences without repeating one before all have been used. */
export type DrawSentence = () => string;

/** The body of a chapter: about 8.4 KB in about 15 hard-wrapped paragraphs, some under a line such as `2. …`. */
export function writeProse(random: Random): string {
  const drawSentence = createDeck(random);
  const blocks: string[] = [];
  for (let paragraph = 0; paragraph * paragraphBytes < bodyBytes; paragraph += 1) {
    const number = numberedParagraphs.indexOf(paragraph) + 2;
    if (number > 1 && random() < 0.8) blocks.push(`${number}. ${pick(random, numberedLines)}`);
    blocks.push(
      writeParagraph(drawSentence, drawInteger(random, paragraphBytes - 150, paragraphBytes + 150)),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Whole sentences up to about so many characters, hard-wrapped; at least one. */
export function writeParagraph(drawSentence: DrawSentence, characters: number): string {
  let paragraph = drawSentence();
  while (paragraph.length + 75 < characters) paragraph += ` ${drawSentence()}`;
  return wrapLines(paragraph);
}

/** All sentences in a drawn order, again and again, each time with other words in places. */
export function createDeck(random: Random): DrawSentence {
  let deck: readonly string[] = [];
  let used = 0;
  return () => {
    if (used === deck.length) {
      deck = shuffle(random, sentences);
      used = 0;
    }
    used += 1;
    return varyWords(random, deck[used - 1] ?? '');
  };
}

function varyWords(random: Random, sentence: string): string {
  return sentence.replace(/\b[a-z]{4,}\b/g, (word) => (random() < 0.25 ? drawWord(random) : word));
}
