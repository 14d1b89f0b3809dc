/** What was searched for in a page, and in which section of it a reader wants to be. */
export interface MarkedPlace {
  /** As it was typed. */
  readonly query: string;
  /** The heading's id; empty for what stands before the first. */
  readonly id: string;
}

/** The parameter of an address that holds a query. */
const MARK = 'mark';

/** The address that shows a place with its marks. */
export function addressPlace(page: string, { query, id }: MarkedPlace): string {
  const address = new URL(page);
  address.searchParams.set(MARK, query);
  address.hash = id;
  return address.href;
}

/** The place that an address shows; null for one without marks. */
export function readMarkedPlace(address: URL): MarkedPlace | null {
  const query = address.searchParams.getAll(MARK).join(' ');
  return query === '' ? null : { query, id: decodeURIComponent(address.hash.slice(1)) };
}
