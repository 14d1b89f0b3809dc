/** One tag of HTML. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Name in lower case, and value as written between its quotes; null for one without. */
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
}

const whole = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[\s/](?:[^>"']|"[^"]*"|'[^']*')*)?)>/;
const attribute = /([^\s"'=<>`]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The tag that a piece of HTML begins with; null for a comment and anything else that is none. */
export function readHtmlTag(html: string): HtmlTag | null {
  const [, slash, name = '', rest = ''] = whole.exec(html) ?? [];
  if (name === '') return null;
  const attributes = [...rest.matchAll(attribute)].map(
    ([, key = '', double, single, bare]) => [key.toLowerCase(), double ?? single ?? bare ?? null] as const,
  );
  return {
    name: name.toLowerCase(),
    isEnd: slash === '/',
    attributes: attributes.filter(([key]) => key !== '/'),
  };
}
