import { addAll } from '../lists/add-all.js';
import type { Diagnostic, Outcome } from '../model/diagnostic.js';
import type { KeptFile, OutputFile } from '../model/output.js';
import type { UnitRow } from './memory/memory-model.js';
import type { SiteMemory } from './memory/open-memory.js';
import type { Reads, Trace } from './trace.js';

/** What is made of a site, piece by piece: a page, the feeds and all that is no page, the index. */
export interface Units {
  /** Makes a unit, or keeps its files as they are published where nothing differs that was read for it. */
  readonly make: (name: string, make: () => Promise<Outcome<readonly OutputFile[]>>) => Promise<void>;
  /** What the next run may keep; null once a fault of the theme was found, which is told of one page only. */
  readonly rows: () => ReadonlyMap<string, UnitRow> | null;
  /** The chapters by the numbers that the rows have for them. */
  readonly paths: readonly string[];
  readonly numberOf: (path: string) => number;
}

/** What units are made with. */
export interface UnitTools {
  readonly trace: Trace;
  /** Null where every unit is to be made. */
  readonly memory: SiteMemory | null;
  /** Whether a field of a chapter is another than when the memory was written. */
  readonly differs: (field: string, path: string) => boolean;
  /** To be called before anything is made. */
  readonly prepare: () => Promise<void>;
  /** As `PlansOptions.pause`. */
  readonly pause: () => Promise<void> | undefined;
  /** Takes the files and findings; returns those that are published. */
  readonly put: (outcome: Outcome<readonly OutputFile[]>) => readonly KeptFile[];
  readonly keep: (file: KeptFile) => boolean;
}

export function createUnits({ trace, memory, differs, prepare, pause, put, keep }: UnitTools): Units {
  const rows = new Map<string, UnitRow>();
  const findings: Diagnostic[] = [];
  const { paths, numberOf } = createNumbers(memory?.paths ?? []);
  const isSame = ({ reads }: UnitRow) =>
    reads.every(([field, chapters]) => chapters.every((number) => !differs(field, paths[number] ?? '')));
  return {
    make: async (name, make) => {
      const before = memory?.units?.get(name);
      const same = before !== undefined && isSame(before) ? before : null;
      const kept = keepWhileHeld(same?.files ?? [], keep);
      if (same !== null && kept.length === same.files.length) {
        rows.set(name, same);
        return;
      }
      await pause();
      await prepare();
      // The content of some files is made when it is asked for: as they are staged.
      const { value: staged, reads } = await trace.record(async () => {
        const outcome = await make();
        addAll(findings, outcome.diagnostics);
        return put({ ...outcome, value: outcome.value.filter(({ path }) => !isIn(kept, path)) });
      });
      rows.set(name, { files: [...kept, ...staged], reads: listReads(reads, numberOf) });
    },
    rows: () => (findings.length > 0 ? null : rows),
    paths,
    numberOf,
  };
}

/** The files before the first one that is not published just so. */
function keepWhileHeld(files: readonly KeptFile[], keep: (file: KeptFile) => boolean): readonly KeptFile[] {
  const end = files.findIndex((file) => !keep(file));
  return end < 0 ? files : files.slice(0, end);
}

function isIn(files: readonly KeptFile[], path: string): boolean {
  return files.some((file) => file.path === path);
}

function listReads(reads: Reads, numberOf: (path: string) => number): UnitRow['reads'] {
  return [...reads].map(([field, paths]) => [field, [...paths].map(numberOf)] as const);
}

/** Numbers paths as they come, after those that have numbers. */
function createNumbers(known: readonly string[]) {
  const paths = [...known];
  const numbers = new Map(paths.map((path, number) => [path, number]));
  const numberOf = (path: string): number => {
    const number = numbers.get(path) ?? paths.push(path) - 1;
    numbers.set(path, number);
    return number;
  };
  return { paths, numberOf };
}
