/** An address in a piece of HTML. */
export interface HtmlAddress {
  /** Without character references. */
  readonly written: string;
  readonly isImage: boolean;
  /** Where it begins, and how long it is as it stands in the HTML. */
  readonly offset: number;
  readonly length: number;
}

/** Comments, code and styles, which hold no tags; and tags with their attributes. */
const parts =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[^>]*(?:$|>[\s\S]*?(?:<\/\1|$))|<([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const attribute = /(?<![^\s"'=<>`/])([^\s"'=<>`/]+)(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/g;

/** The elements whose attribute of a name is an address. */
const holders: Readonly<Record<string, RegExp>> = {
  href: /^(?:a|area)$/,
  src: /^(?:img|audio|video|source|track|embed|iframe)$/,
  poster: /^video$/,
  data: /^object$/,
  srcset: /^(?:img|source)$/,
};

/** The candidates of a `srcset`: an address, and what it is for behind a blank. */
const candidate = /(?<=^|,)(\s*)([^\s,][^\s]*[^\s,]|[^\s,])/g;

/**
 * Gives the addresses of links, pictures, sounds and films in a piece of HTML to a function, and puts its answers in
 * their places; everything else stays as it is. A tag that is cut off is left alone.
 */
export function rewriteAddresses(html: string, rewrite: (address: HtmlAddress) => string): string {
  return html.replace(
    parts,
    (tag: string, _raw, name: string | undefined, rest: string | undefined, at: number) => {
      if (name === undefined || rest === undefined || rest === '' || !tag.endsWith('>')) return tag;
      const start = 1 + name.length;
      return `<${name}${rewriteTag(name.toLowerCase(), rest, at + start, rewrite)}>`;
    },
  );
}

function rewriteTag(
  name: string,
  attributes: string,
  offset: number,
  rewrite: (address: HtmlAddress) => string,
): string {
  return attributes.replace(attribute, (whole: string, key: string, equals: string, ...found: unknown[]) => {
    const [double, single, bare, at] = found as [string?, string?, string?, number?];
    const value = double ?? single ?? bare ?? '';
    const kind = key.toLowerCase();
    if (value === '' || holders[kind]?.test(name) !== true) return whole;
    const quote = double !== undefined ? '"' : single !== undefined ? "'" : '"';
    const begin = offset + (at ?? 0) + key.length + equals.length + (bare === undefined ? 1 : 0);
    const isImage = kind === 'srcset' || kind === 'poster' || name === 'img';
    const change = (written: string, from: number): string => {
      const address = {
        written: readReferences(written),
        isImage,
        offset: begin + from,
        length: written.length,
      };
      const answer = rewrite(address);
      return answer === address.written ? written : escapeAddress(answer);
    };
    const changed =
      kind === 'srcset'
        ? value.replace(candidate, (_, blank: string, written: string, from: number) => {
            return blank + change(written, from + blank.length);
          })
        : change(value.trim(), value.length - value.trimStart().length);
    return changed === value ? whole : `${key}${equals}${quote}${changed}${quote}`;
  });
}

function readReferences(written: string): string {
  return written.replace(/&amp;|&#38;|&#x26;/gi, '&');
}

function escapeAddress(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll("'", '%27');
}
