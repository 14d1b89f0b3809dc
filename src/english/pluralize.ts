type EndingTable = readonly (readonly [singular: string, plural: string])[];

/** Words that are their own plural, or are one already. */
const unchanged = new Set(
  (
    'aircraft beef bison blues chassis deer equipment fish graffiti information jeans media money moose news police ' +
    'rice salmon series sheep shrimp species swine trout tuna you children people men women feet geese mice teeth'
  ).split(' '),
);

/** Endings of irregular words, before the general ones; the first that fits is taken, compounds included. */
const irregular = pairs(`
  child children|human humans|woman women|man men|person people|foot feet|goose geese|mouse mice|tooth teeth
  criterion criteria|lexicon lexica|phenomenon phenomena|medium media|stadium stadiums|curriculum curriculums
  aquarium aquaria|symposium symposia|alumnus alumni|cactus cacti|focus foci|nucleus nuclei|radius radii
  syllabus syllabi|corpus corpora|genus genera|vertebra vertebrae|larva larvae|apex apices|codex codices
  index indices|vertex vertices|vortex vortices|appendix appendices|helix helices|axis axes|crisis crises
  genesis geneses|oasis oases|thesis theses|basis bases|topaz topazes|potato potatoes|tomato tomatoes
  dwarf dwarfs|hoof hoofs|thief thieves|chive chives|hive hives|move moves|movie movies|cookie cookies
  shoe shoes|bureau bureaus|adieu adieux|alias aliases`);

const endings = pairs(`
  eaf eaves|oaf oaves|afe aves|arf arves|rf rves|lf lves|fe ves
  ay ays|ey eys|oy oys|quy quies|uy uys|y ies|eau eaux|hedron hedra
  ium ia|seum seums|eum ea|dum da|ulum ula|imum ima|trum tra|atum ata|entum enta
  trix trices|iasis iases|mesis meses|resis reses|gnosis gnoses|opsis opses|ysis yses
  us uses|ch ches|io ios|sh shes|ss sses|ez ezzes|iz izzes|tz tzes|zz zzes|ano anos|lo los|to tos|oo oos|o oes|x xes`);

/** Words that are irregular only when they stand alone. */
const alone = new Map([
  ['ox', 'oxen'],
  ['die', 'dice'],
  ['louse', 'lice'],
]);

/**
 * The English plural of the last word of a text, after the rules of the library that Hugo uses for folder titles
 * (gobuffalo/flect); a word that is a plural already, or ends in `s`, stays.
 */
export function pluralize(text: string): string {
  const last = /(?<!\S)\S+$/.exec(text)?.[0] ?? '';
  if (last === '' || unchanged.has(last.toLowerCase())) return text;
  return text.slice(0, text.length - last.length) + pluralizeWord(last);
}

function pluralizeWord(last: string): string {
  const exact = alone.get(last.toLowerCase());
  if (exact !== undefined) return last.slice(0, 1) + exact.slice(1);
  return (
    replaceEnding(last, irregular, last.toLowerCase()) ?? replaceEnding(last, endings, last) ?? addS(last)
  );
}

/** The word with the first ending of the table that `compared`, the word or its lower case, has; null if none fits. */
function replaceEnding(last: string, table: EndingTable, compared: string): string | null {
  for (const [singular, plural] of table) {
    if (compared.endsWith(plural)) return last;
    if (compared.endsWith(singular)) return exchange(last, singular, plural);
  }
  return null;
}

/** Keeps a letter that both endings begin with as it is written: "Man" is "Men". */
function exchange(last: string, singular: string, plural: string): string {
  const shared = singular[0] === plural[0] ? 1 : 0;
  return last.slice(0, last.length - singular.length + shared) + plural.slice(shared);
}

function addS(last: string): string {
  return /s$/i.test(last) ? last : `${last}s`;
}

function pairs(table: string): EndingTable {
  return table
    .trim()
    .split(/[|\n]/)
    .map((pair) => pair.trim().split(' '))
    .map(([singular = '', plural = '']) => [singular, plural]);
}
