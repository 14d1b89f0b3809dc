/** Prose that was wrapped has longer lines than this. */
const fullLine = 60;

/** Whether the lines of a paragraph are short ones, broken on purpose: verse, an address, the end of a letter. */
export function isVerse(text: string): boolean {
  const lines = text.split('\n');
  return lines.length > 1 && lines.every((line) => line.length < fullLine);
}
