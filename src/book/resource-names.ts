import { compileGlob } from '../files/glob.js';
import type { BundleResource } from '../model/book.js';
import type { ResourceMetadata } from '../model/chapter.js';

/** What a file of a bundle is called. */
export type ResourceNames = Pick<BundleResource, 'name' | 'title' | 'params'>;

/**
 * Names the files of one bundle, asked for by their path in it, in order (content rule 2): the first entry that matches
 * and has a name gives the name, likewise for the title; of the params the last. `:counter` counts the matches of an
 * entry from 1.
 */
export function nameResources(metadata: readonly ResourceMetadata[]): (path: string) => ResourceNames {
  const entries = metadata.map((entry) => ({
    entry,
    matches: compileGlob(entry.src.replace(/^\//, '')),
    count: createCounter(),
  }));
  return (path) => {
    const found = entries.filter(({ matches }) => matches?.(path) === true);
    const name = found.find(({ entry }) => entry.name !== undefined);
    const title = found.find(({ entry }) => entry.title !== undefined);
    const params: Record<string, unknown> = {};
    for (const { entry } of found) Object.assign(params, entry.params);
    return {
      name: name?.entry.name === undefined ? path : name.count('name', name.entry.name),
      title: title?.entry.title === undefined ? path : title.count('title', title.entry.title),
      params,
    };
  };
}

/** Fills `:counter` in, counting names and titles apart. */
function createCounter(): (what: 'name' | 'title', text: string) => string {
  const counts = { name: 0, title: 0 };
  return (what, text) => {
    if (!text.includes(':counter')) return text;
    counts[what] += 1;
    return text.replaceAll(':counter', String(counts[what]));
  };
}
