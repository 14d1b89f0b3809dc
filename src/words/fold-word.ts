/** Letters that Unicode does not take apart, and how people without them on their keyboard write them. */
const spellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ى: 'ي',
  ة: 'ه',
};

/** Marks that readers leave out: accents, Hebrew points, Arabic vowels and the stretching stroke. `й` is a letter. */
const dropped =
  /(?<![иИ])[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
/** What holds a word together or apart without being part of it: hyphens, apostrophes, soft hyphens, joiners. */
const glue = /[^\p{L}\p{M}\p{N}]|ʼ/gu;
const respelled = new RegExp(`[${Object.keys(spellings).join('')}]`, 'g');
const ascii = /^[\0-\x7f]*$/;
/** `c++` and `c#` keep their signs. */
const asciiWord = /^(?:[a-z0-9]*|[a-z0-9]{1,2}(?:\+\+|#))$/;
/** The Arabic article, alone or behind a conjunction or preposition of one letter, before a word of three letters or more. */
const article = /^[وفبك]?ال(?=.{3})/;

/** Units of UTF-16 after which a word is cut: what is longer is no word. */
const longest = 64;

/**
 * The form under which a word is found: small letters, without accents, points, hyphens, apostrophes and soft
 * hyphens, compatibility forms (ﬁ, Ａ, ²) as plain ones. The same on every machine, for texts and for queries.
 */
export function foldWord(word: string): string {
  if (ascii.test(word)) {
    const small = word.toLowerCase();
    return (asciiWord.test(small) ? small : small.replace(glue, '')).slice(0, longest);
  }
  const folded = word
    .normalize('NFKD')
    .replace(dropped, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(glue, '')
    .replace(respelled, (letter) => spellings[letter] ?? letter)
    .replace(article, '');
  return cut(folded);
}

/** Never through the middle of a character. */
function cut(word: string): string {
  if (word.length <= longest) return word;
  return word.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
