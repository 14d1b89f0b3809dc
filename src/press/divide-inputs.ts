import type { Config, LanguagePlace } from '../model/config.js';
import type { SourceFile, Sources } from '../model/source.js';
import { findBundleKind } from '../text/bundle-kind.js';
import { languageOf } from '../text/file-language.js';
import { logicalFolder, logicalPath, splitPath } from '../text/logical-path.js';
import type { Inputs } from './read-inputs.js';

/**
 * Divides a book into the inputs of its sites, one for each language, the main language's first. A book in one language
 * is left as it is. Templates and static files are those of all. Findings stay with the first.
 *
 * A site's chapters are those in its language and, with `showUntranslated`, those of the main language that it has no
 * translation of. Its resources are its own and, where there is none of a name, the main language's; those of a bundle
 * that the site has no page of stay with the languages that have one.
 */
export function divideInputs(inputs: Inputs): readonly [Inputs, ...Inputs[]] {
  const { config, sources } = inputs;
  if (config.place.keys.length === 0) return [inputs];
  const chapters = groupByLanguage(sources.chapters, config.place);
  const resources = groupByLanguage(sources.resources, config.place);
  const owners = findOwners(sources.chapters, config.place);
  const take = ({ place, showUntranslated }: Config): Pick<Sources, 'chapters' | 'resources'> => {
    const [ownChapters, mainChapters] = findPair(chapters, place);
    const [ownResources, mainResources] = findPair(resources, place);
    const taken = showUntranslated ? addMissing(ownChapters, mainChapters, place, pageOf) : ownChapters;
    const own = findOwners(taken, config.place);
    const isHere = ({ path }: SourceFile) => {
      const owner = ownerOf(path, owners);
      return owner === '' || own.has(owner);
    };
    return {
      chapters: taken,
      resources: addMissing(ownResources, mainResources, place, fileOf).filter(isHere),
    };
  };
  const divide = (site: Config): Inputs => ({
    ...inputs,
    config: site,
    sources: { ...sources, ...take(site) },
  });
  return [divide(config), ...config.others.map((site) => ({ ...divide(site), diagnostics: [] }))];
}

/** The folders, by logical path, that own the files in them: bundles, and those at the top that hold a chapter. */
function findOwners(chapters: readonly SourceFile[], place: LanguagePlace): ReadonlySet<string> {
  return new Set(
    chapters.flatMap((chapter) => {
      const folder = logicalFolder(splitPath(chapter.path).folder);
      const [top = ''] = folder.split('/', 1);
      return findBundleKind(chapter.path, languageOf(chapter, place)) === 'single' ? [top] : [top, folder];
    }),
  );
}

/** The nearest of them around a file; `''` for the root. */
function ownerOf(path: string, owners: ReadonlySet<string>): string {
  let folder = logicalFolder(splitPath(path).folder);
  while (folder !== '' && !owners.has(folder)) folder = splitPath(folder).folder;
  return folder;
}

function groupByLanguage<File extends SourceFile>(
  files: readonly File[],
  place: LanguagePlace,
): ReadonlyMap<string, readonly File[]> {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    const language = languageOf(file, place);
    const group = groups.get(language);
    if (group === undefined) groups.set(language, [file]);
    else group.push(file);
  }
  return groups;
}

/** The files in a language, and those in the main language if that is another. */
function findPair<File>(
  groups: ReadonlyMap<string, readonly File[]>,
  { key, main }: LanguagePlace,
): readonly [readonly File[], readonly File[]] {
  return [groups.get(key) ?? [], key === main ? [] : (groups.get(main) ?? [])];
}

type NameOf = (file: SourceFile, language: string) => string;

function addMissing<File extends SourceFile>(
  own: readonly File[],
  others: readonly File[],
  { key, main }: LanguagePlace,
  nameOf: NameOf,
): readonly File[] {
  if (others.length === 0) return own;
  const known = new Set(own.map((file) => nameOf(file, key)));
  return [...own, ...others.filter((file) => !known.has(nameOf(file, main)))];
}

function pageOf({ path }: SourceFile, language: string): string {
  return logicalPath({ path, bundle: findBundleKind(path, language) }, language);
}

/** A resource's path without the suffix of its language. */
function fileOf({ path }: SourceFile, language: string): string {
  const { folder, name } = splitPath(path);
  return `${folder}/${name.replace(new RegExp(`\\.${language}(?=\\.[^.]+$)`, 'i'), '')}`;
}
