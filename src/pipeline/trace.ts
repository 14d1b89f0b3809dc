import type { ChapterFacts } from '../model/rendered.js';
import type { Shared } from '../pages/views/site-context.js';

/** What was read of chapters while something was made: for each field the chapters, by `Chapter.path`. `html` is a field too. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

/** Records what is read of chapters, field by field, while something is made. */
export interface Trace {
  readonly factsOf: (path: string) => ChapterFacts;
  readonly htmlOf: (path: string) => string;
  /** Makes something and records what is read meanwhile. One thing is made at a time; what is made within it is part of it. */
  readonly record: <Value>(
    make: () => Promise<Value>,
  ) => Promise<{ readonly value: Value; readonly reads: Reads }>;
  /** Makes something that is used again: whoever takes it has read what was read for it. */
  readonly share: <Value>(make: () => Promise<Value>) => Promise<Shared<Value>>;
  /** Notes that the HTML of a chapter is read. */
  readonly noteHtml: (path: string) => void;
}

/** Prepares the recording of what is asked of these two. */
export function createTrace(
  factsOf: (path: string) => ChapterFacts,
  htmlOf: (path: string) => string,
): Trace {
  const open: Map<string, Set<string>>[] = [];
  const note = (field: string, path: string) => {
    for (const reads of open) {
      const paths = reads.get(field);
      if (paths === undefined) reads.set(field, new Set([path]));
      else paths.add(path);
    }
  };
  const traced = new Map<string, ChapterFacts>();
  const readAll = (path: string): ChapterFacts => {
    const facts = factsOf(path);
    for (const field of Object.keys(facts)) note(field, path);
    return facts;
  };
  const show = (path: string): ChapterFacts => {
    // Facts are asked for when a field of them is: most of a page's neighbours are named and never looked at.
    const made = new Proxy({} as ChapterFacts, {
      get: (_, field) => {
        if (typeof field === 'string') note(field, path);
        return Reflect.get(factsOf(path), field);
      },
      has: (_, field) => Reflect.has(readAll(path), field),
      ownKeys: () => Reflect.ownKeys(readAll(path)),
      getOwnPropertyDescriptor: (_, field) => {
        const found = Reflect.getOwnPropertyDescriptor(readAll(path), field);
        return found && { ...found, configurable: true };
      },
    });
    traced.set(path, made);
    return made;
  };
  const record: Trace['record'] = async (make) => {
    const reads = new Map<string, Set<string>>();
    open.push(reads);
    try {
      return { value: await make(), reads };
    } finally {
      open.splice(open.indexOf(reads), 1);
    }
  };
  return {
    factsOf: (path) => traced.get(path) ?? show(path),
    htmlOf: (path) => {
      note('html', path);
      return htmlOf(path);
    },
    record,
    share: async (make) => {
      const { value, reads } = await record(make);
      const take = () => {
        for (const [field, paths] of reads) for (const path of paths) note(field, path);
        return value;
      };
      return { take };
    },
    noteHtml: (path) => note('html', path),
  };
}
