import { splitPath } from '../content/logical-path.js';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan, SourceSpan } from '../model/diagnostic.js';
import type { Address } from './address.js';

/** Something that wants an address. */
export interface Claim {
  readonly address: Address;
  /** In a sentence: `content/a.md`, `the alias "/x/" of content/b.md`. */
  readonly owner: string;
  /** What decided the address; a virtual page (a folder without `_index.md`) may have no place. */
  readonly place: SourceSpan | undefined;
}

/** Takes an address and says true; false, with an `address/duplicate`, when an earlier claim has it. */
export type TakeAddress = (claim: Claim) => boolean;

const index = /(?:^|\/)index\.html$/;

/**
 * Gives every address once, first come, first served. Addresses that differ in case or Unicode form only are one, and a
 * file cannot stand where a folder is needed: no disk could hold both.
 */
export function openRegister(diagnostics: Diagnostic[]): TakeAddress {
  /** Claims by their file, or by their folder where the file is its `index.html`. */
  const spots = new Map<string, Claim>();
  /** For each folder around a spot, one of the claims that need it. */
  const folders = new Map<string, Claim>();

  function takeFolders(spot: string, claim: Claim): Claim | undefined {
    let { folder } = splitPath(spot);
    while (folder !== '' && !folders.has(folder)) {
      const holder = spots.get(folder);
      if (holder !== undefined && isFile(holder)) return holder;
      folders.set(folder, claim);
      folder = splitPath(folder).folder;
    }
    return undefined;
  }

  return function takeAddress(claim) {
    const spot = claim.address.outputPath.toLowerCase().normalize('NFC').replace(index, '');
    const holder =
      spots.get(spot) ?? (isFile(claim) ? folders.get(spot) : undefined) ?? takeFolders(spot, claim);
    if (holder === undefined) spots.set(spot, claim);
    else diagnostics.push(reportDuplicate(claim, holder));
    return holder === undefined;
  };
}

function isFile({ address }: Claim): boolean {
  return !index.test(address.outputPath.toLowerCase());
}

function reportDuplicate(claim: Claim, holder: Claim): Diagnostic {
  const details = { address: claim.address.url, holder: holder.owner, claimant: claim.owner };
  return diagnose('address/duplicate', details, claim.place ?? holder.place, relate(claim, holder));
}

function relate(claim: Claim, holder: Claim): readonly RelatedSpan[] {
  if (claim.place === undefined || holder.place === undefined) return [];
  return [{ ...holder.place, message: 'the address is taken here' }];
}
