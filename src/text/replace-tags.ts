/** Tags, with whatever quoted values they have, as templates and the renderer write them. */
const TAG = /<[a-z][^\s<>]*(?:\s(?:"[^"]*"|[^<>"])*)?>?/gi;

/** Gives every start tag of some HTML to `replace` and puts what it returns in its place; text is never touched. */
export function replaceTags(html: string, replace: (tag: string) => string): string {
  return html.replace(TAG, (tag) => (tag.endsWith('>') ? replace(tag) : tag));
}
