import type { Config } from '../model/config.js';

type Base = Pick<Config, 'baseUrl' | 'basePath'>;

/** A site-relative address (`/part-1/`) from the root of the host: `/book/part-1/`. Others stay as they are. */
export function addBasePath({ basePath }: Base, address: string): string {
  return isSiteRelative(address) ? basePath + address.slice(1) : address;
}

/** A site-relative address as a whole one when the base URL is known, else from the root of the host. */
export function makeAbsolute(base: Base, address: string): string {
  if (base.baseUrl === '' || !isSiteRelative(address)) return addBasePath(base, address);
  return base.baseUrl + address.slice(1);
}

function isSiteRelative(address: string): boolean {
  return address.startsWith('/') && !address.startsWith('//');
}
