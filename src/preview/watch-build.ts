import type { BuildRequest, BuildResult } from '../build.js';
import { listFolders } from '../content/content-file.js';
import { applySeverities, hasErrors } from '../diagnostics/apply-severities.js';
import { isSystemError } from '../files/system-error.js';
import type { PublicationRules } from '../model/config.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { openPublication, type Publication } from '../output/open-publication.js';
import { identifyInputs } from '../pipeline/identify-inputs.js';
import { reportBook } from '../pipeline/report-book.js';
import { publicationOptions, settlePublication } from '../pipeline/settle-publication.js';
import { checkEdition } from './check-edition.js';
import { createPress } from './create-press.js';
import { followBook } from './follow-book.js';
import { type Edition, isOutdated } from './open-edition.js';
import type { Look } from './pace-looks.js';
import { createReadAgain } from './read-again.js';
import { tuneHeap } from './tune-heap.js';

/** What is asked of builds that follow the sources. */
export interface WatchBuildRequest {
  readonly build: BuildRequest;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  /** `build.config.now` stays the book's "now". */
  readonly isNowFixed: boolean;
  /** After each build, the first one too, with the milliseconds that it took. */
  readonly onBuilt: (result: BuildResult, milliseconds: number) => void;
  readonly onPolling: (reason: string) => void;
  /** A fault of the program itself. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Publishes a book, and again whenever its sources change, with the press of the preview: only what may differ is
 * rendered again, only what differs is written. Each publication is whole or does not happen, as any build.
 * Resolves when the watch has begun, to the way to end it.
 */
export async function watchBuild(request: WatchBuildRequest): Promise<() => Promise<void>> {
  tuneHeap();
  const { build, clock, isNowFixed, onBuilt, onFailure, onPolling } = request;
  const now = () => (isNowFixed ? build.config.now : clock());
  const config = () => ({ ...build.config, now: now() });
  const press = createPress(createReadAgain({ root: build.root, config, clock, origin: null }));
  const look: Look = async (changed) => {
    const start = clock();
    const next = await press.look(changed);
    if (next === null) return false;
    const result = await publish(next.edition, build);
    onBuilt(result, clock() - start);
    return true;
  };
  await look(null);
  const { stop } = followBook({
    ...{ root: build.root, look, onSettled: () => undefined, onPolling, onFailure },
    folders: () => listFolders(press.current().inputs.config.folders),
    isDue: () => isOutdated(press.current(), now()),
  });
  return stop;
}

async function publish(edition: Edition, request: BuildRequest): Promise<BuildResult> {
  const rules = settlePublication(request, edition.inputs.config);
  const { value: publication, diagnostics } = openPublication(
    publicationOptions(request.root, rules, edition.inputs),
  );
  if (publication === null) return { published: null, diagnostics };
  const release = request.onInterrupt(publication.abandon);
  try {
    return await press(edition, publication, rules);
  } finally {
    publication.abandon();
    release();
  }
}

async function press(
  edition: Edition,
  publication: Publication,
  { folder, failOnWarnings }: PublicationRules,
): Promise<BuildResult> {
  const { inputs, sites } = edition;
  const checked = await checkEdition({ edition, isWanted: () => true, take: publication.add, before: null });
  const findings = checked?.findings ?? [];
  if (hasErrors(findings) || (failOnWarnings && findings.some(isWarning))) {
    return { published: null, diagnostics: findings };
  }
  edition.copies.every(publication.copy);
  const report = reportBook(sites, findings);
  const committed = publication.commit(identify(edition), report);
  const all = [...findings, ...applySeverities(committed.diagnostics, inputs.config)];
  const published = hasErrors(all) ? null : { report, counts: committed.value, destination: folder };
  return { published, diagnostics: all };
}

/** What the next build recognises these inputs by; a file that has just gone leaves them unrecognised. */
function identify({ inputs }: Edition): string {
  try {
    return identifyInputs(inputs);
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}

function isWarning({ severity }: Diagnostic): boolean {
  return severity === 'warning';
}
