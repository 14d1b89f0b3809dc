/** A page and the lists it has: enough to walk a book. */
export interface Walked {
  readonly kind: string;
  readonly url: string;
  readonly children: readonly string[];
}

/**
 * The names of the pages in reading order: depth first from home, as its and the sections' lists have them. Pages
 * without an address are passed over. Of several homes, one for each language, the first by name comes first.
 */
export function walkReadingOrder(pages: ReadonlyMap<string, Walked>): readonly string[] {
  const order: string[] = [];
  const visit = (name: string) => {
    const page = pages.get(name);
    if (page === undefined || order.includes(name)) return;
    if (page.url !== '') order.push(name);
    page.children.forEach(visit);
  };
  const homes = [...pages.keys()].filter((name) => pages.get(name)?.kind === 'home');
  homes.sort().forEach(visit);
  return order;
}
