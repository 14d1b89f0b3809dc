import { languageOf } from '../../content/file-language.js';
import { spellPath } from '../../content/logical-path.js';
import type { SourceFile } from '../../model/source.js';
import type { Manuscript } from '../manuscript/open-manuscript.js';
import type { MovedFiles } from './gather-moved.js';

/** The paths that links in chapters of one language may name, before and after files move. */
export interface LinkPaths {
  /** Old path → new path. */
  readonly paths: ReadonlyMap<string, string>;
  readonly exists: (path: string) => boolean;
}

/**
 * Lists what links in a language may name: its files, with or without the suffix of their language, and those of the
 * other languages that have a name of their own.
 */
export function mapPaths({ inputs, family }: Manuscript, moved: MovedFiles): LinkPaths {
  const known = new Map<string, string>();
  const add = (file: SourceFile) => {
    const language = languageOf(file, inputs.config.place);
    const target = moved.get(file.file)?.target ?? file.path;
    const goals = spellPath(target, language);
    for (const [index, path] of spellPath(file.path, language).entries()) {
      if (!known.has(path)) known.set(path, goals[index] ?? target);
    }
  };
  for (const { inputs: each } of [{ inputs }, ...family]) {
    each.sources.chapters.forEach(add);
    each.sources.resources.forEach(add);
  }
  return {
    paths: new Map([...known].filter(([path, target]) => path !== target)),
    exists: (path) => known.has(path),
  };
}
