import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import process from 'node:process';
import type { Tool } from './tools.js';

/** What the figures hold for. */
export interface RunDescription {
  /** `YYYY-MM-DD`, UTC. */
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** Programs that ran on the machine in the minute before: much above 0 makes wall times doubtful. */
  readonly load: number;
}

/** Describes this machine, now. */
export function describeRun(tools: readonly Tool[]): RunDescription {
  return {
    date: new Date().toISOString().slice(0, 10),
    versions: Object.fromEntries([
      ...tools.map(({ name, version }) => [name, version]),
      ['node', process.versions.node],
    ]),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${platform()} ${release()} ${arch()}`,
    load: loadavg()[0] ?? 0,
  };
}
