import { findBundleKind } from '../content/bundle-kind.js';
import { languageOf } from '../content/file-language.js';
import { logicalFolder, logicalPath, splitPath } from '../content/logical-path.js';
import type { Origin } from '../model/chapter.js';
import type { Config, LanguagePlace } from '../model/config.js';
import type { LoadedFile, SourceFile, Sources } from '../model/source.js';
import { type Assignments, assignLanguages } from './assign-languages.js';
import type { Inputs } from './read-inputs.js';

/**
 * Divides a book into the inputs of its sites, one for each language, the main language's first. A book in one language
 * is left as it is. Templates and static files are those of all. Findings stay with the first.
 *
 * A site's chapters are those in its language by name or by their `sites.matrix` and, with `showUntranslated`, those of the main
 * language that it has no translation of and that say nothing of sites. Its resources are its own and, where there is none of a
 * name, the main language's; those of a bundle that the site has no page of stay with the languages that have one.
 */
export function divideInputs(inputs: Inputs): readonly [Inputs, ...Inputs[]] {
  const { config, sources } = inputs;
  if (config.place.keys.length === 0) return [inputs];
  const keys = [config, ...config.others].map(({ place }) => place.key);
  const assignments = assignLanguages(sources.chapters, config);
  const chapters = groupByLanguage(sources.chapters, config.place, assignments);
  const resources = groupByLanguage(sources.resources, config.place);
  const owners = findOwners(sources.chapters, config.place);
  const take = ({ place, showUntranslated }: Config): Pick<Sources, 'chapters' | 'resources'> => {
    const [ownChapters, mainChapters] = findPair(chapters, place);
    const [ownResources, mainResources] = findPair(resources, place);
    const kept = leaveTranslated(ownChapters, assignments, place);
    const free = mainChapters.filter(({ path }) => !assignments.has(path));
    const taken = showUntranslated ? addMissing(kept, free, place, pageOf) : kept;
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
  const divide = (site: Config): Inputs => {
    const taken = take(site);
    const assigned = findOrigins(taken.chapters, assignments, keys, site.place);
    return { ...inputs, config: site, sources: { ...sources, ...taken }, assigned };
  };
  return [divide(config), ...config.others.map((site) => ({ ...divide(site), diagnostics: [] }))];
}

/**
 * How the chapters of a site that are assigned to it have come there: one is at home in the language of its name, or else in the
 * first that it is in.
 */
function findOrigins(
  chapters: readonly SourceFile[],
  assignments: Assignments,
  keys: readonly string[],
  place: LanguagePlace,
): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  if (assignments.size === 0) return origins;
  for (const chapter of chapters) {
    const languages = assignments.get(chapter.path);
    const language = languageOf(chapter, place);
    if (languages === undefined || language === place.key) continue;
    const home = [language, ...keys].find((each) => keys.includes(each) && languages.includes(each));
    origins.set(chapter.path, { language, role: home === place.key ? 'moved' : 'too' });
  }
  return origins;
}

/** Without the chapters that are in other languages as well, where this one has a file of its own for the page. */
function leaveTranslated(
  chapters: readonly LoadedFile[],
  assignments: Assignments,
  place: LanguagePlace,
): readonly LoadedFile[] {
  if (assignments.size === 0) return chapters;
  const isNamed = (file: SourceFile) => languageOf(file, place) === place.key;
  const named = new Set(chapters.filter(isNamed).map((file) => pageOf(file, place.key)));
  return chapters.filter((file) => {
    const isElsewhere = (assignments.get(file.path)?.length ?? 0) > 1;
    return isNamed(file) || !isElsewhere || !named.has(pageOf(file, languageOf(file, place)));
  });
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
  assignments: Assignments = new Map(),
): ReadonlyMap<string, readonly File[]> {
  const groups = new Map<string, File[]>();
  for (const file of files) {
    for (const language of assignments.get(file.path) ?? [languageOf(file, place)]) {
      const group = groups.get(language);
      if (group === undefined) groups.set(language, [file]);
      else group.push(file);
    }
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
  place: LanguagePlace,
  nameOf: NameOf,
): readonly File[] {
  if (others.length === 0) return own;
  const known = new Set(own.map((file) => nameOf(file, languageOf(file, place))));
  return [...own, ...others.filter((file) => !known.has(nameOf(file, place.main)))];
}

function pageOf({ path }: SourceFile, language: string): string {
  return logicalPath({ path, bundle: findBundleKind(path, language) }, language);
}

/** A resource's path without the suffix of its language. */
function fileOf({ path }: SourceFile, language: string): string {
  const { folder, name } = splitPath(path);
  return `${folder}/${name.replace(new RegExp(`\\.${language}(?=\\.[^.]+$)`, 'i'), '')}`;
}
