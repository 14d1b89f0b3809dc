import type { WebAnswer } from '../model/web-answer.js';
import { probeAddress } from './probe-address.js';

/** How much is asked of the web at a time. */
export interface ProbeLimits {
  /** Milliseconds to wait for each answer. */
  readonly patience: number;
  /** Hosts that are asked at the same time. */
  readonly hosts: number;
}

export const usualLimits: ProbeLimits = { patience: 10_000, hosts: 8 };

/**
 * Asks the web for every address, each once: one host never gets two requests at the same time, and no more than
 * `limits.hosts` hosts are asked at once. Fragments are not sent, and nothing is kept on the disk.
 *
 * @param addresses `http` and `https` only.
 * @param onAnswer Called after each answer with the number of those so far, and of all.
 * @returns Answers by address, as it was given.
 */
export async function probeAddresses(
  addresses: readonly string[],
  limits: ProbeLimits,
  onAnswer: (done: number, total: number) => void = () => {},
): Promise<ReadonlyMap<string, WebAnswer>> {
  const answers = new Map<string, WebAnswer>();
  const queues = [...groupByHost(addresses, answers).values()];
  const total = queues.reduce((sum, queue) => sum + queue.size, 0);
  let done = 0;
  const work = async () => {
    for (let queue = queues.shift(); queue !== undefined; queue = queues.shift()) {
      for (const [bare, written] of queue) {
        const answer = await probeAddress(bare, limits.patience);
        for (const address of written) answers.set(address, answer);
        done += 1;
        onAnswer(done, total);
      }
    }
  };
  await Promise.all(Array.from({ length: limits.hosts }, work));
  return answers;
}

/** Addresses without fragment, each with the ways it is written, by host; what is no address is answered at once. */
function groupByHost(
  addresses: readonly string[],
  answers: Map<string, WebAnswer>,
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const hosts = new Map<string, Map<string, string[]>>();
  for (const address of new Set(addresses)) {
    if (!URL.canParse(address)) {
      answers.set(address, { kind: 'missing', reason: 'it is no valid address' });
      continue;
    }
    const url = new URL(address);
    url.hash = '';
    const queue = hosts.get(url.host) ?? new Map<string, string[]>();
    hosts.set(url.host, queue.set(url.href, [...(queue.get(url.href) ?? []), address]));
  }
  return hosts;
}
