/** A piece of a template as Vento cuts it: `string`, `comment`, `tag` or `filter`, its text, where it starts. */
export type TemplateToken = [type: string, code: string, position?: number];

/**
 * Gives every token its exact position, in place. (Vento counts three characters too few after each comment,
 * and lets a filter begin with the space before it.) Tokens must not be trimmed yet.
 */
export function placeTokens(tokens: readonly TemplateToken[]): void {
  let offset = 0;
  for (const token of tokens) {
    const [type, code] = token;
    const indent = code.length - code.trimStart().length;
    token[2] = type === 'filter' ? offset + indent : offset;
    if (type === 'string') offset += code.length;
    else if (type === 'comment') offset += code.length + 6;
    // `{{` before a tag; after it, and after each filter, either `|>` or `}}`.
    else offset += code.length + (type === 'tag' ? 4 : 2);
  }
}

const URL_ATTRIBUTE = /\b(?:href|src|action|formaction|poster)\s*=\s*["']?$/i;
const STATEMENT =
  /^-?\s*(?:\/|>|(?:if|else|for|include|layout|slot|set|default|function|async|export|import|echo|break|continue)\b)/;

/** Adds the filter `href` to each value that fills a URL attribute, so that no template can forget it. */
export function guardAddresses(tokens: TemplateToken[]): void {
  for (let index = tokens.length - 1; index > 0; index--) {
    const [type, code, position] = tokens[index] ?? ['', ''];
    const before = tokens[index - 1] ?? ['', ''];
    if (type !== 'tag' || STATEMENT.test(code) || before[0] !== 'string' || !URL_ATTRIBUTE.test(before[1]))
      continue;
    let end = index + 1;
    while (tokens[end]?.[0] === 'filter') end++;
    tokens.splice(end, 0, ['filter', ' href ', position ?? 0]);
  }
}

/** The first filter whose name is not among the known ones, or null. */
export function findUnknownFilter(
  tokens: readonly TemplateToken[],
  isKnown: (name: string) => boolean,
): { readonly name: string; readonly position: number } | null {
  for (const [type, code, position] of tokens) {
    const name = type === 'filter' ? /^\s*(?:!\s*)?(?:await\s+)?([\w.]+)/.exec(code)?.[1] : undefined;
    if (name !== undefined && !isKnown(name)) return { name, position: position ?? 0 };
  }
  return null;
}
