/**
 * Where a value stands (promises, section 3b). Values for `text` and `attribute` (quoted) are plain text;
 * for `url` an address, to be escaped for its attribute afterwards; for `json` JSON text inside a `<script>`;
 * for `css` the inside of a quoted CSS string; for `xml` text or a quoted attribute of a feed or sitemap.
 */
export type EscapeContext = 'text' | 'attribute' | 'url' | 'json' | 'css' | 'xml';

declare const sink: unique symbol;

/** Text that is escaped for a place, and for no other: what is not does not compile there. */
export type Escaped<Context extends EscapeContext> = string & { readonly [sink]: Context };

/** Makes a value harmless where it stands. The only escaping of the program; never throws. */
export function escapeFor<Context extends EscapeContext>(context: Context, value: string): Escaped<Context> {
  return escapers[context](value) as Escaped<Context>;
}

const escapers: Readonly<Record<EscapeContext, (value: string) => string>> = {
  text: escapeMarkup,
  attribute: escapeMarkup,
  url: escapeUrl,
  json: escapeJson,
  css: escapeCss,
  xml: (value) => escapeMarkup(value.replace(XML_ILLEGAL, '')),
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeMarkup(text: string): string {
  // Nearly every value is free of them, and a test is cheaper than a replacement.
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark) : text;
}

/** What browsers pass over inside a scheme, so that `java\nscript:` is seen as what they see. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const IGNORED_IN_SCHEME = /[\u0000-\u0020\u007f-\u009f]/g;

const ALLOWED_SCHEMES: readonly string[] = ['http', 'https', 'mailto', 'tel'];

/** The address, with what could end its attribute percent-encoded; `#` for a scheme that is not allowed. */
function escapeUrl(address: string): string {
  // Nearly all are our own, and have neither scheme nor anything to encode.
  if (/^\/[\w\-./%#~]*$/.test(address)) return address;
  const scheme = /^([^/?#:]*):/.exec(address.replace(IGNORED_IN_SCHEME, ''))?.[1];
  if (scheme !== undefined && !ALLOWED_SCHEMES.includes(scheme.toLowerCase())) return '#';
  return address.trim().replace(URL_UNSAFE, percentEncode);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const URL_UNSAFE = /[\u0000-\u0020"'<>\\^`{|}\u007f-\u009f]/g;

function percentEncode(mark: string): string {
  return mark === "'" ? '%27' : encodeURIComponent(mark);
}

function escapeJson(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${hex(mark).padStart(4, '0')}`);
}

function escapeCss(text: string): string {
  return text.replace(/[^\p{L}\p{N} _-]/gu, (mark) => `\\${hex(mark)} `);
}

function hex(mark: string): string {
  return (mark.codePointAt(0) ?? 0).toString(16);
}

/** Characters that XML 1.0 has in no form, halves of surrogate pairs among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
export const XML_ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu;
