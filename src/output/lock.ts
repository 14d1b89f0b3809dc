import process from 'node:process';
import { decodeText } from '../files/decode.js';
import { isSystemError } from '../files/system-error.js';
import type { Disk } from './disk.js';

/**
 * Takes the lock at a path. Returns null when it is ours now, else the process that holds it.
 * The lock of a process that is no more is taken over. Throws as `fs` does.
 */
export function takeLock(disk: Disk, path: string): number | null {
  while (!createLock(disk, path)) {
    const owner = findLockOwner(disk, path) ?? removeDeadLock(disk, path);
    if (owner !== null) return owner;
  }
  return null;
}

/** The living process that holds the lock at a path; null when there is none. */
function findLockOwner(disk: Disk, path: string): number | null {
  const text = readLock(disk, path) || readLock(disk, path, OWNER_WRITES_WITHIN);
  const [pid = 0, started = 0] = text.split(' ').map(Number);
  return isRunning(pid, started) ? pid : null;
}

/** Milliseconds between the appearance of a lock and its owner's name in it, generously. */
const OWNER_WRITES_WITHIN = 50;

/**
 * Two builds may both have found the lock dead, and one of them may hold it by now. Moving it aside happens once:
 * whoever moved the wrong one sees that and puts it back. Returns the living owner then, else null.
 */
function removeDeadLock(disk: Disk, path: string): number | null {
  const aside = asidePath(path);
  try {
    disk.rename(path, aside);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return null;
    throw error;
  }
  const owner = findLockOwner(disk, aside);
  if (owner === null) disk.removeTree(aside);
  else disk.rename(aside, path);
  return owner;
}

/** Where a dead lock lies for a moment. */
export function asidePath(lock: string): string {
  return `${lock}.old`;
}

function createLock(disk: Disk, path: string): boolean {
  try {
    disk.create(path, Buffer.from(`${process.pid} ${startOfThisProcess()}\n`));
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(disk: Disk, path: string, wait = 0): string {
  if (wait > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  const text = disk.look(path)?.isFile() === true ? decodeText(disk.read(path)) : null;
  return text?.endsWith('\n') ? text : '';
}

/** Whether the process of this number that began then (milliseconds since 1970 UTC) still runs. */
export function isRunning(pid: number, started: number): boolean {
  // In a container every build has the same number: ours, but an earlier start, is a build that died.
  if (pid === process.pid) return started === startOfThisProcess();
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Milliseconds since 1970 UTC. */
export function startOfThisProcess(): number {
  return Math.round(performance.timeOrigin);
}
