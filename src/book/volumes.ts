import { diagnose } from '../diagnostics/catalogue.js';
import { compileGlob, type Matcher } from '../files/glob.js';
import type { Config } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { trimSlashes } from '../url/url.js';
import type { WalkStep } from './walk.js';

/** A pattern of the configuration, and what it has done. */
interface VolumePattern {
  readonly pattern: string;
  readonly matches: Matcher;
  isUsed: boolean;
  /** The section that it would have made a volume inside another. */
  nested: string | null;
}

/**
 * Finds the volumes of a library: sections that are books of their own, because their head says `volume: true` or a pattern of
 * `volumes` in the configuration matches their logical path. Volumes do not nest: the outermost counts. Returns the key
 * of its volume's section for each page that lies in one, that section among them; `reading` is in reading order. Reports
 * `content/nested-volume` and `content/no-volume`, once for each pattern.
 */
export function findVolumes(
  reading: readonly WalkStep[],
  { patterns, place }: Config['volumes'],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, string> {
  const compiled = patterns.flatMap((pattern): readonly VolumePattern[] => {
    const matches = compileGlob(trimSlashes(pattern));
    return matches === null ? [] : [{ pattern, matches, isUsed: false, nested: null }];
  });
  const volumes = new Map<string, string>();
  for (const { node, key, parent } of reading) {
    const outer = volumes.get(parent ?? '');
    const isSection = node.kind === 'section';
    const matching = isSection ? compiled.filter(({ matches }) => matches(node.path)) : [];
    for (const pattern of matching) {
      pattern.isUsed = true;
      if (outer !== undefined) pattern.nested ??= node.path;
    }
    const isVolume = isSection && (matching.length > 0 || node.head.frontMatter.volume === true);
    const volume = outer ?? (isVolume ? key : undefined);
    if (volume !== undefined) volumes.set(key, volume);
  }
  for (const { pattern, isUsed, nested } of compiled) {
    if (!isUsed) diagnostics.push(diagnose('content/no-volume', { pattern }, place ?? undefined));
    if (nested === null) continue;
    diagnostics.push(diagnose('content/nested-volume', { pattern, section: nested }, place ?? undefined));
  }
  return volumes;
}
