/**
 * Cleans HTML in which some stretches are finished: they are taken out first, and come back where they stood in the text.
 * Where one stood in a tag or an attribute, its words are left alone.
 *
 * @param clean Makes HTML harmless; words stay.
 */
export function cleanAround(
  html: string,
  pieces: readonly string[],
  clean: (html: string) => string,
): string {
  const finished = [...new Set(pieces)]
    .filter((piece) => piece.includes('<'))
    .sort((a, b) => b.length - a.length);
  let key = 'FINISHED';
  while (html.includes(key)) key += 'X';
  let rest = html;
  const kept: string[] = [];
  for (const piece of finished) {
    if (!rest.includes(piece)) continue;
    rest = rest.replaceAll(piece, `${key}${kept.push(piece) - 1}Z`);
  }
  const cleaned = /[<&]/.test(rest) ? clean(rest) : rest;
  if (kept.length === 0) return cleaned;
  // Tags and their attributes first: no HTML can stand in them.
  const words = new RegExp(`${key}(\\d+)Z`, 'g');
  return cleaned.replace(/<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+|</g, (part) =>
    part.startsWith('<')
      ? part.replace(words, '')
      : part.replace(words, (_, at: string) => kept[Number(at)] ?? ''),
  );
}
