import type { Whereabouts } from './works.js';

/** Results that are shown together: those of one work, or a single one. */
export interface ResultGroup {
  /** The work; null for a result outside of works, or where results are not grouped. */
  readonly work: Whereabouts | null;
  readonly sections: readonly number[];
}

/** Groups results by work, in the order of the best of each. */
export function groupSections(
  sections: readonly number[],
  whereIs: (section: number) => Whereabouts,
  isGrouped: boolean,
): readonly ResultGroup[] {
  const works = new Map<number, { readonly work: Whereabouts; readonly sections: number[] }>();
  const groups: ResultGroup[] = [];
  for (const section of sections) {
    const work = whereIs(section);
    const known = works.get(work.first);
    if (known !== undefined && isGrouped && work.isVolume) known.sections.push(section);
    else if (isGrouped && work.isVolume) {
      const group = { work, sections: [section] };
      works.set(work.first, group);
      groups.push(group);
    } else groups.push({ work: null, sections: [section] });
  }
  return groups;
}
