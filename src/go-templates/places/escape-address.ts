const schemes = new Set(['http', 'https', 'mailto', 'tel']);

/** Whether an address leads to the web, to a mailbox or a telephone, or is relative. */
export function isHarmlessAddress(written: string): boolean {
  const address = written.trim();
  const colon = address.indexOf(':');
  if (colon < 0 || /[/?#]/.test(address.slice(0, colon))) return true;
  // Browsers drop these from within a scheme.
  return schemes.has(
    address
      .slice(0, colon)
      .replace(/[\t\n\r]/g, '')
      .toLowerCase(),
  );
}

const encoder = new TextEncoder();

/** Percent-encodes what cannot stand in an address, and leaves what is encoded already. */
export function normalizeAddress(address: string): string {
  return address.replace(/%(?![\da-fA-F]{2})|[^\w\-.~!#$&*+,/:;=?@[\]%]+/gu, encode);
}

/** Percent-encodes everything that has a meaning in an address: for a value within a query. */
export function encodeQueryPart(text: string): string {
  return text.replace(/[^\w\-.~]+/gu, encode);
}

function encode(text: string): string {
  return [...encoder.encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

/** `srcset`, each address by itself, with at most one measure after it. */
export function escapeSrcset(text: string, refuse: (item: string) => string): string {
  return text
    .split(',')
    .map((item) => {
      const [, lead = '', address = '', size = ''] = /^(\s*)(\S*)([\s\S]*)$/.exec(item) ?? [];
      if (!isHarmlessAddress(address) || !/^\s*(?:[\w.]+\s*)?$/.test(size)) return lead + refuse(item);
      return `${lead}${normalizeAddress(address)}${size}`;
    })
    .join(',');
}
