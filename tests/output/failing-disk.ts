import { writeFileSync } from 'node:fs';
import { type Disk, realDisk } from '../../src/output/disk.js';

/** How the disk fails at its n-th call. */
export type Failure =
  /** That call fails; the following ones work. */
  | 'once'
  /** From that call on whatever needs space fails, leaving files half-written. */
  | 'full'
  /** The process dies in that call: nothing at all happens afterwards. */
  | 'killed';

/** A disk that fails on purpose, and counts. */
export interface FailingDisk extends Disk {
  /** Calls so far, that of the failure included. */
  readonly calls: () => number;
  /** The name of the call that failed first; null while none has. */
  readonly failed: () => keyof Disk | null;
}

/** What a killed process throws: not a fault of the system, so nothing catches it. */
export const KILLED = new Error('killed');

const NEEDS_SPACE: readonly string[] = ['create', 'copy', 'makeFolder'];

/** The real disk until its n-th call, counted from 1. */
export function failAt(n: number, failure: Failure): FailingDisk {
  let calls = 0;
  let failed: keyof Disk | null = null;

  const wrap = <Name extends keyof Disk>(name: Name): Disk[Name] => {
    const act = realDisk[name] as (...details: unknown[]) => unknown;
    const wrapped = (...details: unknown[]) => {
      calls += 1;
      const isAffected = failure !== 'full' || NEEDS_SPACE.includes(name);
      if (calls < n || !isAffected || (failure === 'once' && failed !== null)) return act(...details);
      failed ??= name;
      if (failure === 'killed' && name === 'create' && calls === n) {
        writeFileSync(String(details[0]), (details[1] as Uint8Array).subarray(0, 3), { flag: 'wx' });
      }
      throw failure === 'killed' ? KILLED : systemFault(String(details[0]));
    };
    return wrapped as Disk[Name];
  };

  const names = Object.keys(realDisk) as (keyof Disk)[];
  const disk = Object.fromEntries(names.map((name) => [name, wrap(name)])) as unknown as Disk;
  return { ...disk, calls: () => calls, failed: () => failed };
}

function systemFault(path: string): Error {
  const message = `ENOSPC: no space left on device, write '${path}'`;
  return Object.assign(new Error(message), { errno: -28, code: 'ENOSPC', syscall: 'write', path });
}
