/** What an inline construct of Markdown leaves on the page, in the order in which they are taken away. */
const constructs: readonly (readonly [RegExp, string])[] = [
  [/\{\{[<%](?:(?!\{\{[<%]).)*?[%>]\}\}/g, ''],
  [/(?<![ \t])[ \t]*\{[#.][^{}]*\}[ \t]*$/, ''],
  [/!\[[^[\]]*\](?:\([^()]*\)|\[[^[\]]*\])/g, ''],
  [/\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g, '$1'],
  [/<\/?[a-z][^<>]*>/gi, ''],
  [/(?<!`)(`+)(?!`)([^`]+)\1(?!`)/g, '$2'],
  [/(\*{1,3})(?![*\s])([^*]*[^*\s])\1/g, '$2'],
  [/(?<![\p{L}\p{N}])(_{1,3})(?![_\s])([^_]*[^_\s])\1(?![\p{L}\p{N}])/gu, '$2'],
  [/\\([!-/:-@[-`{-~])/g, '$1'],
];

/** One line of Markdown as a reader sees it, for names: links by their text, no images, no marks. */
export function plainInline(markdown: string): string {
  const plain = constructs.reduce((text, [construct, left]) => text.replace(construct, left), markdown);
  return plain.replace(/\s+/g, ' ').trim();
}
