import type { AttributeKind } from './place.js';

const addresses = new Set(
  (
    'action archive background cite classid codebase data formaction href icon longdesc manifest poster profile src ' +
    'usemap xmlns'
  ).split(' '),
);

/** Names of attributes that change what their element does, and whose values no one but the owner should name. */
const delicate = new Set(
  (
    'accept-charset async challenge charset content crossorigin defer enctype form formmethod formnovalidate ' +
    'http-equiv keytype language method novalidate pattern rel sandbox srcdoc srcset type value xml:base'
  ).split(' '),
);

/**
 * What the attribute of this name holds, as `html/template` decides it: known names, `on…`, and any name with `src`,
 * `uri` or `url` in it; `data-` and a namespace in front do not count.
 */
export function attributeKind(written: string, element: string): AttributeKind {
  const lower = written.toLowerCase();
  if (lower.startsWith('xmlns:')) return 'address';
  const name = bareName(lower);
  if (name === 'type' && element === 'script') return 'script-type';
  if (name === 'srcset') return 'srcset';
  if (name === 'style') return 'style';
  if (addresses.has(name)) return 'address';
  if (name.startsWith('on')) return 'script';
  return /src|uri|url/.test(name) && name !== 'srcdoc' ? 'address' : 'plain';
}

/** Whether a value may be the name of an attribute: a word that neither runs code, loads anything, nor changes its element. */
export function isHarmlessName(name: string): boolean {
  const lower = name.toLowerCase();
  if (!/^[\p{L}\p{N}_-]+$/u.test(lower)) return false;
  return attributeKind(lower, '') === 'plain' && !delicate.has(bareName(lower));
}

function bareName(lower: string): string {
  if (lower.startsWith('data-')) return lower.slice(5);
  return lower.includes(':') ? lower.slice(lower.indexOf(':') + 1) : lower;
}
