import type { Book } from '../model/book.js';
import type { OutputCopy } from '../model/output.js';
import type { ChapterFacts } from '../model/rendered.js';
import type { SourceFile } from '../model/source.js';
import type { Inputs } from './read-inputs.js';

/** The files that are published as they are: the resources of bundles, then `static/`, once for all languages. */
export function listCopies(
  { config, sources }: Pick<Inputs, 'config' | 'sources'>,
  book: Book,
): readonly OutputCopy[] {
  const files = new Map(sources.resources.map((file) => [file.path, file]));
  const resources = book.resources
    .filter(({ isShared }) => isShared !== true)
    .flatMap(({ source, outputPath }): readonly OutputCopy[] => {
      const file = files.get(source);
      return file === undefined ? [] : [describeCopy(file, outputPath)];
    });
  const staticFiles = sources.staticFiles.map((file) => describeCopy(file, file.path));
  return config.place.key === config.place.main ? [...resources, ...staticFiles] : resources;
}

/** The files below `assets/` of a Hugo site that its templates asked the address of. */
export function listPublishedAssets(
  { sources }: Pick<Inputs, 'sources'>,
  facts: readonly Pick<ChapterFacts, 'assets'>[],
): readonly OutputCopy[] {
  const wanted = new Set(facts.flatMap(({ assets }) => assets ?? []));
  return (sources.hugo?.assets ?? [])
    .filter(({ path }) => wanted.has(path))
    .map(({ path, absolute, file }) => ({ path, from: absolute, origin: file, isAsset: true }));
}

function describeCopy({ absolute, file, size, hash }: SourceFile, path: string): OutputCopy {
  return { path, from: absolute, origin: file, ...(hash === undefined ? {} : { record: { size, hash } }) };
}
