/** The style of a book whose lines run from top to bottom, with the names that older readers know. */
export const VERTICAL_STYLE = `html {
  -epub-writing-mode: vertical-rl;
  -webkit-writing-mode: vertical-rl;
  writing-mode: vertical-rl;
}
.upright {
  -epub-text-combine: horizontal;
  -webkit-text-combine: horizontal;
  text-combine-upright: all;
}
img {
  max-height: 100%;
}
`;

/** Tags, and elements whose text is none of the lines. */
const APART = /<(pre|code|math|svg|script)\b[\s\S]*?(?:<\/\1>|$)|<[^>]*>?/g;
/** A number of two digits that stands alone. */
const NUMERAL = /(?<![\w.,:%&#;])\d{2}(?![\w.,:%;])/g;

/** XHTML whose numbers of two digits stand upright in a vertical line: `<span class="upright">12</span>`. */
export function uprightNumerals(xhtml: string): string {
  const parts: string[] = [];
  let end = 0;
  const write = (text: string) => text.replace(NUMERAL, '<span class="upright">$&</span>');
  for (const match of xhtml.matchAll(APART)) {
    parts.push(write(xhtml.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return parts.join('') + write(xhtml.slice(end));
}
