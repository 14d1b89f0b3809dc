import type { Diagnostic } from '../../model/diagnostic.js';
import { folderOfSection } from './folder-of-section.js';
import type { Manuscript } from './open-manuscript.js';

/**
 * The faults that a change to some sections must not go past, since what follows from them would be guesses: those of the
 * settings, and those of the pages of these sections. What is wrong elsewhere stops nobody.
 *
 * @param isAsked By the key of the section.
 */
export function listFaults(
  manuscript: Manuscript,
  isAsked: (section: string) => boolean,
): readonly Diagnostic[] {
  const { faults, family } = manuscript;
  if (faults.length === 0) return faults;
  const sections = new Map<string, string>();
  for (const { opened } of family) {
    for (const { file, parent, key, kind } of Object.values(opened.book.pages))
      if (file !== null) sections.set(file, kind === 'page' ? (parent ?? '/') : key);
  }
  return faults.filter(({ file, code }) => {
    if (file === undefined || code.startsWith('config/')) return true;
    const section = sections.get(file);
    return section === undefined ? liesInAsked(file, manuscript, isAsked) : isAsked(section);
  });
}

/** A file that makes no page stands in the section of its folder. */
function liesInAsked(file: string, { family }: Manuscript, isAsked: (section: string) => boolean): boolean {
  return family.some((own) => {
    const sections = Object.values(own.opened.book.pages).filter(
      ({ kind, key }) => (kind === 'section' || kind === 'home') && isAsked(key),
    );
    return sections.some(({ key }) =>
      file.split('/').slice(0, -1).join('/').endsWith(folderOfSection(own, key)),
    );
  });
}
