import type { LoadedFile } from '../model/source.js';
import type { ReadWhole } from './shared-reader.js';
import type { FoundFile } from './walk.js';

/**
 * A file with its bytes, which can be let go of. Whoever asks for them afterwards has them read again; that throws as `fs`
 * does, and when the file has another size by then: what was made of it so far would not fit.
 */
export function holdFile(found: FoundFile, read: ReadWhole): LoadedFile {
  let bytes: Uint8Array | null = read(found.absolute);
  const size = bytes.length;
  const readAgain = () => {
    const again = read(found.absolute);
    if (again.length !== size) throw new Error(`${found.file} was changed while it was read.`);
    return again;
  };
  return {
    ...found,
    size,
    get bytes() {
      return bytes ?? readAgain();
    },
    release: () => {
      bytes = null;
    },
  };
}
