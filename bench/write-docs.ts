import { drawWord } from './draw-word.js';
import type { PlannedChapter } from './plan-book.js';
import { drawInteger, pick, type Random } from './random.js';
import { wrapLines } from './wrap-lines.js';
import { createDeck, writeParagraph } from './write-prose.js';

/** The chapters that a chapter links to, each with its address relative to the file (`../part-001/chapter-00002.md`). */
export interface LinkedChapters {
  readonly previous: ChapterLink | null;
  readonly next: ChapterLink | null;
  readonly distant: ChapterLink;
}

export interface ChapterLink {
  readonly chapter: PlannedChapter;
  readonly path: string;
}

/** Drawings below `static/images/`, `fig-1.svg` and on. */
export const drawingCount = 8;

/**
 * The body of a chapter of a technical manual, about 8 KB: headings, links, a footnote, a table, an image, nested lists,
 * two blocks of code, a quotation and tasks between paragraphs.
 */
export function writeDocs(random: Random, linked: LinkedChapters): string {
  const word = () => drawWord(random);
  const drawSentence = createDeck(random);
  const paragraph = (characters: number) => writeParagraph(drawSentence, characters);
  return `${[
    paragraph(500),
    `## ${capitalize(word())} and ${word()}`,
    writeLinks(word, linked),
    paragraph(500),
    `### The ${word()} table`,
    writeTable(random, word),
    paragraph(500),
    `![A drawing of ${word()}](/images/fig-${drawInteger(random, 1, drawingCount + 1)}.svg)`,
    `#### Steps of ${word()}`,
    writeSteps(word),
    paragraph(500),
    writeTypeScript(random, word),
    paragraph(700),
    `## ${capitalize(word())} in practice`,
    writeShell(word),
    paragraph(700),
    `> ${paragraph(300).replaceAll('\n', '\n> ')}`,
    `### ${capitalize(word())}, ${word()} and ${word()}`,
    paragraph(800),
    `- [ ] ${word()} ${word()}\n- [x] ${word()}`,
    paragraph(800),
    `[^1]: ${capitalize(word())} ${word()}, *${word()} ${word()}*, p. ${drawInteger(random, 1, 400)}.`,
  ].join('\n\n')}\n`;
}

function writeLinks(word: () => string, { previous, next, distant }: LinkedChapters): string {
  const before = previous === null ? 'the cover' : `[${previous.chapter.title}](${previous.path})`;
  const after = next === null ? 'the end' : `[${next.chapter.title}](${next.path})`;
  return wrapLines(
    `See ${before} before this, ${after} after it, and [${distant.chapter.heading}](${distant.path}) ` +
      `for the *${word()}* of **${word()}** and \`${word()}()\`.[^1]`,
  );
}

function writeTable(random: Random, word: () => string): string {
  const head = `| ${[word(), word(), word(), word()].map(capitalize).join(' | ')} |\n| :-- | --: | :-: | --- |`;
  const rows = Array.from(
    { length: 8 },
    () => `| ${word()} | ${drawInteger(random, 0, 100_000)} | \`${word()}\` | ${word()} ${word()} |`,
  );
  return [head, ...rows].join('\n');
}

function writeSteps(word: () => string): string {
  return `1. ${capitalize(word())} the ${word()}
   - ${word()} ${word()}
   - ${word()} with [a link](https://example.org/${word()})
     - ${word()} ${word()}
2. ${capitalize(word())} the ${word()}
3. ${capitalize(word())} the ${word()}`;
}

function writeTypeScript(random: Random, word: () => string): string {
  const shelf = word();
  const weigh = word();
  return `\`\`\`ts
import { ${weigh} } from './${word()}.js';

export interface ${capitalize(shelf)} {
  readonly name: string;
  readonly sheets: readonly number[];
  readonly kind: '${pick(random, ['folio', 'quarto', 'octavo'])}';
}

/** The ${word()} of a ${word()}. */
export function count${capitalize(shelf)}(shelf: ${capitalize(shelf)}, depth = ${drawInteger(random, 0, 9)}): number {
  if (shelf.sheets.length === 0) return 0;
  let total = 0;
  for (const sheet of shelf.sheets) {
    total += ${weigh}(sheet, depth + 1); // ${word()}
  }
  return total > ${drawInteger(random, 0, 1000)} ? total : -1;
}
\`\`\``;
}

function writeShell(word: () => string): string {
  return `\`\`\`bash
#!/usr/bin/env bash
set -euo pipefail
for sheet in ${word()}/*.md; do
  if [[ ! -s "$sheet" ]]; then
    echo "blank: $sheet" >&2
    continue
  fi
  grep -c '${word()}' "$sheet" >> ${word()}.txt # ${word()}
done
sort -n ${word()}.txt | tail -n 1
\`\`\``;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
