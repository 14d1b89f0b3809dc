import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Place, RelatedPlace } from '../model/diagnostic.js';
import type { Address } from './address.js';
import { splitPath } from './logical-path.js';

/** Something that wants an address. */
export interface Claim extends Address {
  /** In a sentence: `content/a.md`, `the alias "/x/" of content/b.md`. */
  readonly owner: string;
  /** What decided the address; a page made up for a folder has no place. */
  readonly place?: Place;
}

/** Takes an address and says true; false, with an `address/duplicate`, when an earlier claim has it. */
export type TakeAddress = (claim: Claim) => boolean;

/**
 * Gives every address once, first come, first served. Addresses that differ in case or Unicode form only are one, and a
 * file cannot stand where a folder is needed: no disk could hold both.
 */
export function openRegister(diagnostics: Diagnostic[]): TakeAddress {
  const files = new Map<string, Claim>();
  const folders = new Map<string, Claim>();

  /** The claim that has the path, or a file in the place of one of its folders, or a folder in its own place. */
  function holderOf(path: string): Claim | undefined {
    const holder = files.get(path) ?? folders.get(path);
    let { folder } = splitPath(path);
    if (holder !== undefined) return holder;
    while (folder !== '' && !folders.has(folder)) {
      const file = files.get(folder);
      if (file !== undefined) return file;
      folder = splitPath(folder).folder;
    }
    return undefined;
  }
  function take(path: string, claim: Claim): void {
    files.set(path, claim);
    let { folder } = splitPath(path);
    while (folder !== '' && !folders.has(folder)) {
      folders.set(folder, claim);
      folder = splitPath(folder).folder;
    }
  }

  return function takeAddress(claim) {
    const path = claim.outputPath.toLowerCase().normalize('NFC');
    const holder = holderOf(path);
    if (holder === undefined) take(path, claim);
    else diagnostics.push(reportDuplicate(claim, holder));
    return holder === undefined;
  };
}

function reportDuplicate(claim: Claim, holder: Claim): Diagnostic {
  const details = { address: claim.url, holder: holder.owner, claimant: claim.owner };
  return diagnose('address/duplicate', details, claim.place ?? holder.place, relate(claim, holder));
}

function relate(claim: Claim, holder: Claim): readonly RelatedPlace[] {
  if (claim.place === undefined || holder.place === undefined) return [];
  return [{ ...holder.place, message: 'the address is taken here' }];
}
