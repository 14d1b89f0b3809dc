import { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import { locateHead } from '../editing/locate-head.js';
import { decodeText } from '../files/decode.js';
import type { ShortcodePage } from '../model/rendered.js';
import type { LoadedFile, SourceFile, Sources } from '../model/source.js';
import { readSourceText } from '../sources/read-source-text.js';

/** The files that a chapter may include from. */
export type IncludedSources = Pick<Sources, 'chapters' | 'resources'>;

const call = /\{\{[<%]\s*include\s((?:"[^"]*"|`[^`]*`|[^"`<>%])*)[<>%]/g;
const named = /(?:^|\s)file\s*=\s*(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))/;
const first = /^(?:"([^"]*)"|`([^`]*)`|([^\s"`=]+))(?=\s|$)/;

/**
 * The texts of the files that a chapter's calls of `include` name: relative to its folder, or from `content/` where the name
 * begins with a slash. Of a chapter the text without its front matter. What is no file of text there is left out.
 */
export function readIncluded(file: LoadedFile, sources: IncludedSources): Pick<ShortcodePage, 'included'> {
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  if (!bytes.includes('include')) return {};
  const names = [...(decodeText(bytes) ?? '').matchAll(call)].flatMap(([, parameters = '']) => {
    const [, ...found] = named.exec(parameters) ?? first.exec(parameters.trimStart()) ?? [];
    return found.find((name) => name !== undefined) ?? [];
  });
  if (names.length === 0) return {};
  const texts = names.flatMap((name) => {
    const text = readNamed(name, file.path, sources);
    return text === null ? [] : [[name, text] as const];
  });
  return { included: Object.fromEntries(texts) };
}

function readNamed(name: string, from: string, sources: IncludedSources): string | null {
  const path = name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(from), name);
  const file = indexFiles(sources).get(path);
  if (file === undefined) return null;
  if (!('bytes' in file)) return readSourceText(file);
  const text = decodeText(file.bytes);
  const head = text === null ? null : locateHead(text);
  return text && head ? text.slice(text.indexOf('\n', head.end) + 1).replace(/^\n+/, '') : text;
}

const indexes = new WeakMap<IncludedSources, ReadonlyMap<string, SourceFile | LoadedFile>>();

/** The files by their paths, sorted once for all chapters. */
function indexFiles(sources: IncludedSources): ReadonlyMap<string, SourceFile | LoadedFile> {
  const known = indexes.get(sources);
  if (known !== undefined) return known;
  const all = [...sources.resources, ...sources.chapters];
  const index = new Map(all.map((file) => [file.path, file]));
  indexes.set(sources, index);
  return index;
}
