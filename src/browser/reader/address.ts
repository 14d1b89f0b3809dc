/** The path of a page below the book's front page (`part-1/14f/`), the same from a server and from a disk. */
export function pathBelow(home: URL, address: string): string {
  const folder = home.pathname.replace(/(?<![^/])[^/]*$/, '');
  const { pathname } = new URL(address, location.href);
  return pathname.slice(folder.length).replace(/(^|\/)index\.html$/, '$1');
}

/** The address of such a path. A disk has no default files. */
export function addressOf(home: URL, path: string): string {
  const file = home.protocol === 'file:' && /(^|\/)$/.test(path) ? `${path}index.html` : path;
  return new URL(file, home).href;
}
