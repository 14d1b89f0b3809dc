import { posix } from 'node:path';
import { type FunctionEntry, onTexts } from '../../go-templates/functions/entries.js';
import { toText } from '../../go-templates/values/convert.js';
import { encodeSegment } from '../../url/url.js';
import type { Desk } from '../desk.js';

/** Addresses of the site: `relURL` and its kin. */
export function siteAddressFunctions({ site: { settings } }: Desk): readonly FunctionEntry[] {
  const { baseUrl, basePath, folder } = settings;
  const root = baseUrl === '' ? '/' : baseUrl.slice(0, baseUrl.length - basePath.length + 1);
  const language = folder.replace(/\/$/, '');
  const relative = (address: string) => (address.startsWith('/') ? address : basePath + address);
  const absolute = (address: string) => {
    if (address.startsWith('//')) return address;
    return address.startsWith('/') ? root + address.slice(1) : (baseUrl || basePath) + address;
  };
  const inLanguage = (address: string) => {
    if (language === '' || address === language || address.replace(/^\//, '').startsWith(`${language}/`))
      return address;
    return address.startsWith('/') ? `/${language}${address}` : `${language}/${address}`;
  };
  const pass = (make: (address: string) => string) => (address: string) =>
    isWhole(address) ? address : make(/^\.\.?\//.test(address) ? cleanPath(address) : address);
  const ofPath = (address: string) => {
    // A whole address of this site counts as one in it.
    if (baseUrl !== '' && address.startsWith(baseUrl)) return address.slice(baseUrl.length);
    return address;
  };
  return [
    onTexts('urls.RelURL relURL', 1, 1, ([text]) => pass(relative)(ofPath(toText(text)))),
    onTexts('urls.AbsURL absURL', 1, 1, ([text]) => encodeAddress(pass(absolute)(toText(text)))),
    onTexts('urls.RelLangURL relLangURL', 1, 1, ([text]) =>
      pass((to) => relative(inLanguage(to)))(ofPath(toText(text))),
    ),
    onTexts('urls.AbsLangURL absLangURL', 1, 1, ([text]) =>
      encodeAddress(pass((to) => absolute(inLanguage(to)))(toText(text))),
    ),
  ];
}

/** `./a` and `../a` without what leads out of the site. */
function cleanPath(address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)/s.exec(address) ?? [];
  return posix.join('/', path).slice(1) + rest;
}

function isWhole(address: string): boolean {
  return /^[a-z][a-z\d+.-]*:|^\/\//i.test(address);
}

/** What cannot stand in an address is percent-encoded; what is encoded stays. */
function encodeAddress(address: string): string {
  const [, root = '', path = '', rest = ''] =
    /^([a-z][a-z\d+.-]*:\/\/[^/?#]*|)([^?#]*)(.*)/is.exec(address) ?? [];
  if (root === '' && isWhole(address)) return address;
  const encoded = path.split('/').map((name) => (/%[\da-f]{2}/i.test(name) ? name : encodeSegment(name)));
  return root + encoded.join('/') + rest.replaceAll(' ', '%20');
}
