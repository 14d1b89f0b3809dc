import { diagnose } from '../../diagnostics/catalogue.js';
import type { CheckedChapter } from '../checked-chapter.js';
import type { Finding } from '../finding.js';

/** An address that ends in a hyphen at a line end, and the plain word behind it, which may be its next piece. */
const open = /((?:https?:\/\/|www\.)[^\s\u2063]*-)\n([\p{L}\p{N}]+)(?![^\s.,;)"])/giu;

/** Reports `text/split-address`: only its author knows whether such an address goes on. */
export function findOpenAddresses({ prose, placeAt }: CheckedChapter): readonly Finding[] {
  return prose.flatMap(({ text, offsetAt }) =>
    text.includes('-\n')
      ? [...text.matchAll(open)].map(({ 1: address = '', 2: next = '', index }) => {
          const start = offsetAt(index);
          return {
            diagnostic: diagnose(
              'text/split-address',
              { address, next },
              placeAt(start, start + address.length),
            ),
          };
        })
      : [],
  );
}
