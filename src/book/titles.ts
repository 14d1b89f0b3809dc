import { baseName, splitPath } from '../content/logical-path.js';
import { namedLanguage } from '../content/origin.js';
import { pluralize } from '../english/pluralize.js';
import { titleCase } from '../english/title-case.js';
import type { Chapter, PageHead } from '../model/chapter.js';
import type { Config, ListTitles } from '../model/config.js';

/** What a page is called, in each of the places that name it. */
export interface Titles {
  readonly title: string;
  readonly heading: string;
  readonly linkTitle: string;
  readonly label: string;
}

/**
 * The names of a chapter; without a `title`, its heading stands in, else the heading that its text begins with, else the
 * name of its file (content rule 19).
 */
export function titleChapter(chapter: Chapter, config: Config): Titles {
  const { title, heading } = chapter.frontMatter;
  return titlePage(chapter, title || heading || chapter.textTitle || titleFile(chapter, config));
}

/** The names of a page with an automatic title, unless its head has one. */
export function titlePage({ frontMatter }: PageHead, automatic: string): Titles {
  const { heading = '', linkTitle } = frontMatter;
  const title = frontMatter.title || automatic;
  const label = heading === '' || heading === title ? title : `${heading} · ${title}`;
  return { title, heading, linkTitle: linkTitle || title, label };
}

/** The automatic title of a folder: its name, in the plural and in title case if so configured (content rule 7). */
export function titleFolder(name: string, rules: ListTitles): string {
  const words = rules.spaces ? spaceWords(name) : name;
  const plural = rules.pluralize ? pluralize(words) : words;
  return rules.capitalize ? titleCase(plural, rules.style) : plural;
}

/** A file name in words: `the-long-way.md` is "The Long Way"; a bundle goes by its folder, the home by the book. */
function titleFile(chapter: Chapter, config: Config): string {
  const { folder } = splitPath(chapter.path);
  if (chapter.bundle !== 'single' && folder === '') return config.title;
  const name =
    chapter.bundle === 'single'
      ? baseName(chapter.path, namedLanguage(chapter, config.place.key))
      : splitPath(folder).name;
  return titleCase(spaceWords(name), config.titles.style);
}

function spaceWords(name: string): string {
  return name.replace(/[-_\s]+/g, ' ').trim() || name;
}
