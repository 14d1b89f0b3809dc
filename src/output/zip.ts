import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';

/** A file in an archive. */
export interface ZipEntry {
  /** With `/`, relative to the archive's root, in ASCII. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Not compressed: what is compressed already, and what must be readable as it lies there. */
  readonly isStored: boolean;
}

/** An archive that is being made: each file is compressed when it comes, so that there is never more than one that is not. */
export interface ZipWriter {
  readonly add: (entry: ZipEntry) => void;
  /** The archive: the files in code-point order of their paths, `first` before all others. */
  readonly finish: (first: string) => Uint8Array;
}

interface PackedFile {
  readonly name: Buffer;
  readonly data: Uint8Array;
  /** The fields that a file has before its data and in the directory (APPNOTE.TXT 4.4.2 to 4.4.11). */
  readonly fields: Buffer;
}

/** 1 January 1980, the earliest date that the format has: bits 0 to 4 the day, from 5 on the month. */
const DATE = 0x21;
const VERSION = 20;

/**
 * Makes a zip archive (APPNOTE.TXT 6.3). The same files give the same bytes on every machine: compression is plain JavaScript, and every
 * file carries one date. Sizes stand before the data, which readers of EPUBs ask for and fflate's own streams do not give.
 */
export function createZip(): ZipWriter {
  const files = new Map<string, PackedFile>();
  return {
    add: ({ path, content, isStored }) => {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const data = isStored ? bytes : deflateSync(bytes, { level: 6 });
      const name = Buffer.from(path);
      const fields = Buffer.alloc(26);
      [VERSION, 0, isStored ? 0 : 8, 0, DATE].forEach(
        (value, at) => void fields.writeUInt16LE(value, at * 2),
      );
      fields.writeUInt32LE(crc32(bytes), 10);
      fields.writeUInt32LE(data.length, 14);
      fields.writeUInt32LE(bytes.length, 18);
      fields.writeUInt16LE(name.length, 22);
      files.set(path, { name, data, fields });
    },
    finish: (first) => {
      const rest = [...files.keys()].filter((path) => path !== first).sort();
      return joinArchive([first, ...rest].flatMap((path) => files.get(path) ?? []));
    },
  };
}

function joinArchive(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, fields } of files) {
    parts.push(sign(0x04034b50), fields, name, data);
    // Comment, disk and attributes are nothing.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const maker = Buffer.alloc(2);
    maker.writeUInt16LE(VERSION);
    directory.push(sign(0x02014b50), maker, fields, rest, name);
    offset += 30 + name.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, sign(0x06054b50), end]);
}

function sign(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
