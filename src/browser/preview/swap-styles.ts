/** Puts new versions of stylesheets in the place of the old ones, which stay until the new ones are loaded. */
export function swapStyles(addresses: readonly string[]): void {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"]');
  for (const link of links) {
    const old = new URL(link.href).pathname;
    const address = addresses.find(
      (one) => withoutHash(new URL(one, location.href).pathname) === withoutHash(old),
    );
    if (address === undefined || address === old) continue;
    const next = link.cloneNode() as HTMLLinkElement; // a copy of a link is a link
    next.href = address;
    next.addEventListener('load', () => link.remove());
    link.after(next);
  }
}

/** `/assets/style-3f9a2c1b.css` → `/assets/style.css` */
function withoutHash(path: string): string {
  return path.replace(/-[0-9a-f]{8}(\.css)$/, '$1');
}
