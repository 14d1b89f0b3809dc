/** Where the Markdown of the page at an address is: `…/14f/` → `…/14f/index.md`, `…/14f.html` → `…/14f.md`. */
export function markdownAddress(address: string): string {
  return address.endsWith('/') ? `${address}index.md` : `${address.replace(/\.html?$/, '')}.md`;
}
