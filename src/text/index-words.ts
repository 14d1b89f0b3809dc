/** The words of a list that are worth to be compared with one: never many, in the order of the list. */
export type FindAlike = (word: string) => readonly string[];

/** So many words are compared one by one; of more, those that share the rarest groups of letters. */
const FEW = 128;
const GROUP = 3;

/**
 * Prepares a list that grows with the book for `nearestWord`: so that a thousand broken links in a book of a thousand
 * chapters cost a thousand times the same, and not a million comparisons. Of a long list it finds the words that have a
 * group of three letters in common with the one asked for, the rarest groups first. `partOf` is what the groups are
 * taken of; case does not count. The index is made when the first word is asked for.
 */
export function indexWords(words: readonly string[], partOf = (word: string) => word): FindAlike {
  if (words.length <= FEW) return () => words;
  let groups: ReadonlyMap<string, readonly number[]> | null = null;
  return (word) => {
    groups ??= groupWords(words, partOf);
    const found = new Set<number>();
    const lists = [...listGroups(partOf(word))].flatMap((group) => [groups?.get(group) ?? []]);
    for (const list of lists.sort((one, other) => one.length - other.length)) {
      if (found.size + list.length > FEW) break;
      for (const position of list) found.add(position);
    }
    return [...found].sort((one, other) => one - other).flatMap((position) => words[position] ?? []);
  };
}

function groupWords(
  words: readonly string[],
  partOf: (word: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [position, word] of words.entries()) {
    for (const group of listGroups(partOf(word))) {
      const list = groups.get(group);
      if (list === undefined) groups.set(group, [position]);
      // A longer list is never asked for.
      else if (list.length <= FEW) list.push(position);
    }
  }
  return groups;
}

function listGroups(part: string): ReadonlySet<string> {
  const text = part.toLowerCase();
  const groups = new Set([text.slice(0, GROUP)]);
  for (let start = 1; start + GROUP <= text.length; start += 1) groups.add(text.slice(start, start + GROUP));
  return groups;
}
