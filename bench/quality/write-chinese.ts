import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, drawInteger, pick, type Random } from '../random.js';

/** Where the common Han characters begin in Unicode, and how many of them the text uses. */
const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 3000;
const SECTIONS = 4;

/** Gives the chapters of a generated book a text in Chinese; their names and front matter stay. */
export function writeChinese(folder: string, chapters: readonly string[]): void {
  chapters.forEach((path, index) => {
    const file = join(folder, path);
    const [, head = ''] = readFileSync(file, 'utf8').split('---\n');
    writeFileSync(file, `---\n${head}---\n\n${writeBody(createRandom(index))}`);
  });
}

function writeBody(random: Random): string {
  const repeat = <Item>(times: number, make: () => Item) => Array.from({ length: times }, make);
  const sentence = () => `${repeat(drawInteger(random, 2, 5), () => drawClause(random)).join('，')}。`;
  const paragraph = () => repeat(4, sentence).join('');
  const section = () => `## ${drawClause(random).slice(0, 6)}\n\n${repeat(3, paragraph).join('\n\n')}\n`;
  return repeat(SECTIONS, section).join('\n');
}

/** Characters are drawn unevenly, as in a language: the square of a random number is small more often than large. */
function drawClause(random: Random): string {
  const drawCharacter = () =>
    String.fromCodePoint(FIRST_CHARACTER + Math.floor(random() ** 2 * CHARACTERS)) +
    pick(random, ['', '', '的']);
  return Array.from({ length: drawInteger(random, 4, 10) }, drawCharacter).join('');
}
