const fence = /^(?:--|-{4,}|\+\+|\+{4,}|-?[–—][-–—]*)\s*$/;
const keyLine = /^[A-Za-z_][\w-]*\s*[:=](?:\s|$)/;

/**
 * The first line of a text when it looks like a fence gone wrong (two hyphens, four, a dash made of them by an
 * editor): a key follows at once, and another such line before the next blank one. Null for every other text, so that
 * a rule (`-----`) stays a rule. A missed fence would publish drafts, and keys as text.
 */
export function findMistypedFence(text: string): string | null {
  const [opener = '', first = '', ...rest] = text.split('\n');
  if (!fence.test(opener) || !keyLine.test(first)) return null;
  const blank = rest.findIndex((line) => line.trim() === '');
  const block = blank === -1 ? rest : rest.slice(0, blank);
  return block.some((line) => fence.test(line) || /^(?:---|\+\+\+)\s*$/.test(line)) ? opener.trim() : null;
}
