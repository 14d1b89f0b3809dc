/**
 * The address of the book that a path ends in: `/data.json` for `../static/data.json`. Null if there is none, or if it is
 * the path itself.
 */
export function endingAddress(written: string, has: (address: string) => boolean): string | null {
  const parts = written
    .replace(/[?#].*$/s, '')
    .split('/')
    .filter((part) => part !== '' && !/^\.+$/.test(part));
  for (let from = 0; from < parts.length; from += 1) {
    const address = `/${parts.slice(from).join('/')}`;
    if (address !== written && has(address)) return address;
  }
  return null;
}
