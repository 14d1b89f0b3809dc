import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs one program and measures the whole process, from the call to its end.
 *
 * Node does not hand out the resource usage of children, so on Linux the kernel's own books are read:
 *
 * 1. CPU: `cutime` + `cstime` of this process in `/proc/self/stat` (all children that have ended, with all their threads
 *    and children), after minus before. Exact to one tick of 10 ms, provided nothing else is run meanwhile.
 * 2. Peak memory: `VmHWM`, the kernel's high-water mark of resident memory, read from `/proc/PID/status` every few
 *    milliseconds. The mark never falls, so only growth within the last interval can be missed. Children of the child
 *    are not counted.
 *
 * Elsewhere both are null and only the wall clock is measured.
 */
export interface Measurement {
  readonly wallSeconds: number;
  readonly cpuSeconds: number | null;
  readonly peakBytes: number | null;
}

export interface Program {
  readonly file: string;
  readonly args: readonly string[];
}

const sampleMilliseconds = 5;
/** `USER_HZ`, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;
/** Fields of `/proc/PID/stat` after the name in brackets, from 0 (proc(5) counts them from 3). */
const childTimeFields = [13, 14];

/** Runs the program to its end. Rejects, with what it wrote to stderr, if it cannot start or does not exit with 0. */
export function measure(program: Program): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const cpuBefore = readChildrenCpu();
    let peakBytes: number | null = null;
    let log = '';
    const start = performance.now();
    const child = spawn(program.file, program.args, { stdio: ['ignore', 'ignore', 'pipe'] });
    const sampler = setInterval(() => {
      peakBytes = readPeak(child.pid) ?? peakBytes;
    }, sampleMilliseconds);
    let wallSeconds = 0;
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    child.on('exit', () => {
      wallSeconds = (performance.now() - start) / 1000;
      clearInterval(sampler);
    });
    child.on('error', (error) => {
      clearInterval(sampler);
      reject(error);
    });
    child.on('close', (code, signal) => {
      if (code !== 0) return reject(new Error(describeFailure(program, code ?? signal, log)));
      resolve({ wallSeconds, cpuSeconds: subtract(readChildrenCpu(), cpuBefore), peakBytes });
    });
  });
}

function describeFailure(program: Program, end: number | string | null, log: string): string {
  return `${[program.file, ...program.args].join(' ')} ended with ${end}:\n${log.trim()}`;
}

/** Seconds of CPU that all ended children of this process took so far; null where there is no /proc. */
function readChildrenCpu(): number | null {
  const stat = readKernelFile('/proc/self/stat');
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = childTimeFields.reduce((sum, field) => sum + Number(fields[field]), 0);
  return ticks / ticksPerSecond;
}

/** High-water mark of a process's resident memory; null once it has ended, and where there is no /proc. */
export function readPeak(pid: number | undefined): number | null {
  const status = readKernelFile(`/proc/${pid}/status`);
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status ?? '')?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

function readKernelFile(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null;
  }
}

function subtract(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before;
}
