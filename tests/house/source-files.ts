import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder; tests run from `build/tests/<room>/`. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** One module of `src/` and what it imports. */
export interface SourceModule {
  /** Relative to `src/`: `book/order.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly ModuleImport[];
}

interface ModuleImport {
  /** `./x.js` resolved to `book/x.ts`, or the package or `node:` name as written. */
  readonly target: string;
  readonly local: boolean;
  readonly typeOnly: boolean;
}

/** All TypeScript modules under `src/`, sorted by path. */
export function readSourceModules(): readonly SourceModule[] {
  const root = join(repository, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: readImports(path, text) };
    });
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

function readImports(path: string, text: string): readonly ModuleImport[] {
  return [...text.matchAll(importPattern)].map((match) => {
    const name = match[2] ?? match[3] ?? '';
    const local = name.startsWith('.');
    const target = local ? posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts') : name;
    return { target, local, typeOnly: match[1] !== undefined };
  });
}

/** `book/order.ts` → `book`; a file directly in `src/` → its own name. */
export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}

/** `unified/lib/x` → `unified`, `@a/b/c` → `@a/b`. */
export function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}
