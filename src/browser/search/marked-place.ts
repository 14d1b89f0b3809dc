/** What is to be marked in a page, and in which section of it a reader wants to be. */
export interface MarkedPlace {
  readonly marks: readonly (readonly string[])[];
  /** The heading's id; empty for what stands before the first. */
  readonly id: string;
}

/** The parameter of an address that holds a mark: a term, or terms that follow each other, with spaces. */
const MARK = 'mark';
/** An address is read by people as well. */
const MOST = 12;

/** The address that shows a place with its marks. */
export function addressPlace(page: string, { marks, id }: MarkedPlace): string {
  const address = new URL(page);
  for (const terms of marks.slice(0, MOST)) address.searchParams.append(MARK, terms.join(' '));
  address.hash = id;
  return address.href;
}

/** The place that an address shows; null for one without marks. */
export function readMarkedPlace(address: URL): MarkedPlace | null {
  const marks = address.searchParams.getAll(MARK).slice(0, MOST);
  if (marks.length === 0) return null;
  return { marks: marks.map((terms) => terms.split(' ')), id: decodeURIComponent(address.hash.slice(1)) };
}
