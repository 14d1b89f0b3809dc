const unchanged = new Set(
  'aircraft bison deer equipment fish information money moose news police rice salmon series sheep shrimp species'.split(
    ' ',
  ),
);

const irregular: readonly (readonly [plural: RegExp, singular: string])[] = [
  [/children$/i, 'child'],
  [/people$/i, 'person'],
  [/men$/i, 'man'],
  [/feet$/i, 'foot'],
  [/teeth$/i, 'tooth'],
  [/geese$/i, 'goose'],
  [/mice$/i, 'mouse'],
  [/indices$/i, 'index'],
  [/(vert|ap|vort|cod)ices$/i, '$1ex'],
  [/matrices$/i, 'matrix'],
  [/(cris|ax|test|bas|thes|oas)es$/i, '$1is'],
  [/(phenomen|criteri)a$/i, '$1on'],
  [/data$/i, 'datum'],
  [/movies$/i, 'movie'],
  [/(shoe|toe)s$/i, '$1'],
  [/(alias|status|bus|virus)es$/i, '$1'],
  [/(kni|wi|li)ves$/i, '$1fe'],
  [/(ar|l|ea|eo|oa|hoo)ves$/i, '$1f'],
  [/([^aeiouy]|qu)ies$/i, '$1y'],
  [/(x|ch|ss|sh|zz)es$/i, '$1'],
  [/(potato|tomato|hero|echo)es$/i, '$1'],
  [/(ss|us|is)$/i, '$1'],
  [/s$/i, ''],
];

/** The English singular of the last word of a text. */
export function singularize(text: string): string {
  const last = /(?<!\S)\S+$/.exec(text)?.[0] ?? '';
  if (unchanged.has(last.toLowerCase())) return text;
  const rule = irregular.find(([plural]) => plural.test(last));
  if (rule === undefined) return text;
  return text.slice(0, text.length - last.length) + last.replace(rule[0], rule[1]);
}
