import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { MemoryTable } from './memory-model.js';
import { ignoreFaults } from './piece-files.js';

const NAME = 'table';

/**
 * The table of a memory; null when there is none, or none that this program wrote on this Node. Its first line says so, with a
 * hash of the rest.
 *
 * @param program What tells programs apart; see `identifyProgram`.
 */
export function readTable(folder: string, program: string): MemoryTable | null {
  const bytes = ignoreFaults(() => readFileSync(join(folder, NAME)));
  const end = bytes?.indexOf('\n') ?? -1;
  if (bytes === null || end < 0) return null;
  const rest = bytes.subarray(end + 1);
  if (bytes.toString('latin1', 0, end) !== describe(program, rest)) return null;
  // What this program has written.
  return deserialize(rest) as MemoryTable;
}

/** Puts a table in place of the one before. Throws as `fs` does. */
export function writeTable(folder: string, program: string, table: MemoryTable): void {
  const rest = serialize(table);
  const fresh = join(folder, `${NAME}.new`);
  rmSync(fresh, { force: true });
  writeFileSync(fresh, Buffer.concat([Buffer.from(`${describe(program, rest)}\n`), rest]), { flag: 'wx' });
  renameSync(fresh, join(folder, NAME));
}

function describe(program: string, rest: Uint8Array): string {
  return `octavo memory ${program} ${hash('sha256', rest)}`;
}
