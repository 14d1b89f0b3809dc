import { hash as hashBytes } from 'node:crypto';
import { closeSync, readFileSync } from 'node:fs';
import { diagnose } from '../diagnostics/catalogue.js';
import { withLazyBytes } from '../files/lazy-bytes.js';
import { isSystemError, systemReason } from '../files/system-error.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { KnownFile, LoadedFile } from '../model/source.js';
import { openFound, type ReadWhole } from './shared-reader.js';
import type { FoundFile } from './walk.js';

/** Reads into memory that is free again as soon as the bytes are used no more: for what nobody holds. */
export const readWhole: ReadWhole = (found) => {
  const handle = openFound(found);
  try {
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A file whose bytes can be let go of. */
export interface HeldFile extends LoadedFile {
  readonly hash: string;
  readonly release: () => void;
}

/**
 * A file with its bytes, which can be let go of. Whoever asks for them afterwards has them read again; that throws a loss
 * (`findLoss`) when they cannot be read, or are others by then: what was made of them so far would not fit.
 *
 * @param known What is known of it already: then it is not read before somebody asks for the bytes.
 */
export function holdFile(
  found: FoundFile,
  read: ReadWhole,
  known: Pick<KnownFile, 'size' | 'hash'> | null = null,
): HeldFile {
  let bytes: Uint8Array | null = known === null ? read(found) : null;
  const size = bytes?.length ?? known?.size ?? 0;
  const hash = known?.hash ?? hashBytes('sha256', bytes ?? new Uint8Array());
  const readAgain = () => {
    const again = readOrLose(found);
    if (again.length !== size || hashBytes('sha256', again) !== hash)
      throw lossOf(found, 'it was changed while the book was read');
    return again;
  };
  const release = () => {
    bytes = null;
  };
  return withLazyBytes({ size, hash, release, ...found }, () => bytes ?? readAgain());
}

/** The finding that a thrown value stands for, if it is the loss of a file; else null. */
export function findLoss(error: unknown): Diagnostic | null {
  return isLoss(error) ? error.loss : null;
}

/** What is thrown where bytes are asked for that are gone: the readers of a file await no fault of a disk. */
interface Loss extends Error {
  readonly loss: Diagnostic;
}

function isLoss(error: unknown): error is Loss {
  return error instanceof Error && 'loss' in error;
}

function lossOf({ file }: FoundFile, reason: string): Loss {
  const loss = diagnose('source/unreadable', { reason }, { file });
  return Object.assign(new Error(`${file}: ${loss.message}`), { loss });
}

function readOrLose(found: FoundFile): Uint8Array {
  try {
    return readWhole(found);
  } catch (error) {
    throw isSystemError(error) ? lossOf(found, systemReason(error)) : error;
  }
}
