import { closeSync, readSync } from 'node:fs';
import { disableTypes, imageSize, types } from 'image-size';
import type { PictureSize, SourceFile } from '../model/source.js';
import { openFound } from './shared-reader.js';
import type { FoundFile } from './walk.js';

const formats = ['png', 'jpg', 'gif', 'webp', 'svg', 'heif'];
// Only what browsers show is taken apart, whatever a file with such a name holds.
disableTypes(types.filter((type) => !formats.includes(type)));

const names = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i;
/** Bytes. A photograph may have a smaller one of itself, and profiles of colours, before its size. */
const HEAD = 256 * 1024;
/** Bytes. The first tag of a drawing; its text is searched more than once. */
const DRAWING_HEAD = 16 * 1024;

const WIDER_THAN_COLUMNS = 1600;

/** A file found and measured, with the size of the picture if it is one by its name. */
export function describeFile(found: FoundFile, size: number, head: Uint8Array | null): SourceFile {
  const picture = head === null ? undefined : measurePicture(found.path, head, size);
  return {
    ...{ ...found, size },
    ...(picture === undefined ? {} : { picture }),
    ...(head !== null && mayRunCode(found.path, head, size) ? { isScripted: true } : {}),
  };
}

/** What makes a drawing more than one: scripts, handlers, HTML in it, entities that may stand for any of them. */
const live = /<(?:[\w-]+:)?(?:script|foreignObject|handler)\b|\son\w+\s*=|(?:java|vb)script:|<!ENTITY/i;

/** Of a drawing that is longer than its head nobody can say. */
function mayRunCode(path: string, head: Uint8Array, size: number): boolean {
  if (!/\.svg$/i.test(path)) return false;
  return size > HEAD || live.test(Buffer.from(head).toString('latin1').replaceAll('\0', ''));
}

/** The beginning of a file that is a picture by its name, as `describeFile` wants it; null for others. Throws as `fs` does. */
export function readPictureHead(found: FoundFile): Uint8Array | null {
  if (!isPictureName(found.path)) return null;
  const handle = openFound(found);
  try {
    const head = Buffer.alloc(HEAD);
    return head.subarray(0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}

/** Whether a file is a picture that browsers show, by its name. */
export function isPictureName(path: string): boolean {
  return names.test(path);
}

/** Null for a file that is no picture; undefined where its beginning does not tell. */
function measurePicture(path: string, bytes: Uint8Array, size: number): PictureSize | null | undefined {
  const isDrawing = /svg$/i.test(path);
  const head = bytes.subarray(0, isDrawing ? DRAWING_HEAD : HEAD);
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    if (!isLength(width) || !isLength(height)) return undefined;
    if (isDrawing && !hasOwnSize(head)) return fillColumn(width, height);
    return orientation > 4 ? { width: height, height: width } : { width, height };
  } catch {
    // A drawing may well have no size of its own.
    const mayBeOne = isDrawing ? Buffer.from(head).includes('<svg') : false;
    return mayBeOne || head.length < size ? undefined : null;
  }
}

/** Whether a drawing says how large it is, and not only in what proportion its sides are. */
function hasOwnSize(head: Uint8Array): boolean {
  const [tag = ''] = /<svg\s[^>]*/.exec(Buffer.from(head).toString('latin1')) ?? [];
  return /\s(?:width|height)\s*=\s*["'][\d.]+[a-z]*["']/.test(tag);
}

/** What has no size of its own fills the column: wider than any, in the proportion of the drawing. */
function fillColumn(width: number, height: number): PictureSize {
  const scale = Math.max(1, Math.ceil(WIDER_THAN_COLUMNS / width));
  return { width: width * scale, height: height * scale };
}

function isLength(length: number): boolean {
  return Number.isSafeInteger(length) && length > 0;
}
