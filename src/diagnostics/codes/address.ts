import { entry } from '../entry.js';

/** What decides an address: a key of the front matter, or the name of the file. */
export type AddressSource = 'slug' | 'url' | 'alias' | 'permalink' | 'term' | 'file name';

/** An address as an author gave it, and where. */
export interface AddressDetails {
  readonly source: AddressSource;
  /** As written. */
  readonly value: string;
}

/** Codes of the area `address`. */
export const addressCodes = {
  'address/duplicate': entry<{ address: string; holder: string; claimant: string }>({
    severity: 'error',
    lenient: true,
    message: ({ address, holder, claimant }) =>
      `The address ${address} is taken twice, by ${holder} and by ${claimant}.`,
    hint: () =>
      'Rename one of the two, or give it another "slug", "url" or alias. Only the first is published.',
  }),
  'address/outside': entry<AddressDetails>({
    severity: 'error',
    lenient: true,
    message: ({ source, value }) => `The ${source} ${quote(value)} climbs out of its place with "..".`,
    hint: () => 'Write the address from the root of the book, with a leading slash and without "..".',
  }),
  'address/absolute': entry<AddressDetails>({
    severity: 'error',
    message: ({ source, value }) => `The ${source} ${quote(value)} is an address of another site.`,
    hint: () => 'Write the path only: "/part-1/14f/".',
  }),
  'address/illegal-character': entry<AddressDetails>({
    severity: 'error',
    lenient: true,
    message: ({ source, value }) =>
      `The ${source} ${quote(value)} holds a backslash, a control character or an escape that no file name can hold.`,
    hint: () => 'Use letters, digits, "-", "_" and ".".',
  }),
  'address/too-long': entry<AddressDetails>({
    severity: 'error',
    message: ({ source, value }) => `The ${source} ${quote(value)} has a name of more than 255 bytes.`,
    hint: () => 'Shorten it: no disk takes a longer file name.',
  }),
  'address/empty': entry<AddressDetails>({
    severity: 'error',
    lenient: true,
    message: ({ source, value }) => `Nothing of the ${source} ${quote(value)} can stand in an address.`,
    hint: ({ source }) =>
      source === 'term'
        ? 'Write the term with letters or digits.'
        : 'Give the chapter a "slug" with letters or digits, or rename the file or its folder.',
  }),
  'address/not-portable': entry<AddressDetails>({
    severity: 'error',
    lenient: true,
    message: ({ source, value }) =>
      `The ${source} ${quote(value)} makes a file name that Windows does not allow.`,
    hint: () =>
      'Avoid < > : " | ? *, a dot or space at the end of a name, and names such as "con" and "aux".',
  }),
};

/** Quotes a value so that control characters are seen. */
function quote(value: string): string {
  return JSON.stringify(value);
}
