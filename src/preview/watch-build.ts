import { isDeepStrictEqual } from 'node:util';
import { type BuildRequest, type BuildResult, build } from '../build.js';
import { loadConfig } from '../config/load-config.js';
import { listFolders } from '../content/content-file.js';
import { followBook } from './follow-book.js';
import type { Look } from './pace-looks.js';
import { tuneHeap } from './tune-heap.js';

/** What is asked of builds that follow the sources. */
export interface WatchBuildRequest {
  readonly build: BuildRequest;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  /** `build.config.now` stays the book's "now". */
  readonly isNowFixed: boolean;
  /** As in `WatchOptions`. */
  readonly poll: number | null;
  /** After each build, the first one too, with the milliseconds that it took. */
  readonly onBuilt: (result: BuildResult, milliseconds: number) => void;
  readonly onPolling: (reason: string) => void;
  /** A fault of the program itself. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Publishes a book, and again whenever its sources change: each time by a build, which goes on from what is kept of the one
 * before. Each publication is whole or does not happen. Resolves when the watch has begun, to the way to end it.
 */
export async function watchBuild(request: WatchBuildRequest): Promise<() => Promise<void>> {
  tuneHeap();
  const { clock, isNowFixed, poll, onBuilt, onFailure, onPolling } = request;
  const now = () => (isNowFixed ? request.build.config.now : clock());
  const config = () => ({ ...request.build.config, now: now() });
  let last: BuildResult | null = null;
  const look: Look = async () => {
    const start = clock();
    const result = await build({ ...request.build, config: config() });
    const before = last;
    last = result;
    if (before !== null && isSameAgain(before, result)) return false;
    onBuilt(result, clock() - start);
    return true;
  };
  await look(null);
  const { root } = request.build;
  const { stop } = followBook({
    ...{ root, poll, look, onSettled: () => undefined, onPolling, onFailure },
    folders: () => listFolders(loadConfig(root, config()).value.folders),
    isDue: () => {
      const validUntil = last?.published?.report.validUntil ?? null;
      return validUntil !== null && now() >= validUntil;
    },
  });
  return stop;
}

/** Whether a build did nothing, and found what the one before had found. */
function isSameAgain(before: BuildResult, { published, diagnostics }: BuildResult): boolean {
  const isIdle = published === null || published.counts.written + published.counts.removed === 0;
  return (
    isIdle &&
    (before.published === null) === (published === null) &&
    isDeepStrictEqual(before.diagnostics, diagnostics)
  );
}
