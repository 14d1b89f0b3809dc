/** A line of verse is shorter than a line of prose that was wrapped, in UTF-16 units. */
const longest = 60;
/** Stanzas that nothing announces have as many lines. */
const fewest = 4;
const fewestAnnounced = 3;
const announces =
  /\b(?:s[aiu]ngs?|singing|verses?|songs?|poems?|hymns?|stanzas?|couplets?|ballads?|recit(?:ed|es|ing)|chant(?:ed|s|ing)?)\b/i;
const beginsLine = /^["“‘'(*_—–-]*\p{Lu}/u;
const split = /[\p{L}][-‐¬\u00ad]$/u;
/** Who writes a sentence a line writes prose. */
const endsSentence = /[.!?]['"”’)]*$/u;
const sentence = /[.!?]["”’']?\s+["“‘']?\p{Lu}/u;

/**
 * The first line of the verse in a paragraph, from 0; null where there is none. Verse is a run of short lines that begin with
 * capitals: four or more of like length, or three behind words that announce it or behind a stanza. Behind a line of prose that
 * ends in a colon only what follows is verse.
 *
 * @param before The text of the block before; empty for none.
 * @param isStanza Whether that block is verse.
 */
export function findVerse(lines: readonly string[], before: string, isStanza = false): number | null {
  if (lines.length < fewestAnnounced) return null;
  const isIntroduced = lines[0]?.trimEnd().endsWith(':') === true;
  const start = isIntroduced ? 1 : 0;
  const verse = lines.slice(start);
  // Prose, which is nearly everything, is told by this.
  if (verse.some((line) => line.length >= longest)) return null;
  const intro = isIntroduced ? (lines[0] ?? '') : lastLine(before);
  const isAnnounced = isStanza || announces.test(intro);
  if (verse.length < (isAnnounced ? fewestAnnounced : fewest)) return null;
  if (!verse.every((line) => beginsLine.test(line) && !split.test(line))) return null;
  return isAnnounced || areAlike(verse) ? start : null;
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}

/** Lines of like length, of which few are sentences of their own or hold several, as a narrow column of prose may. */
function areAlike(lines: readonly string[]): boolean {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  const middle = lengths[lengths.length >> 1] ?? 0;
  const isLike = (lengths[0] ?? 0) * 3 >= middle && (lengths.at(-1) ?? 0) <= middle * 2;
  const ends = lines.filter((line) => endsSentence.test(line.trimEnd())).length;
  return (
    isLike &&
    ends * 2 <= lines.length &&
    lines.filter((line) => sentence.test(line)).length * 3 <= lines.length
  );
}
