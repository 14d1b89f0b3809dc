import { addAll } from '../lists/add-all.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type Destination, findDestination, type WantedDestination } from './destination.js';
import type { Disk } from './disk.js';
import { type Ground, surveyGround } from './ground.js';
import { readManifest } from './manifest.js';
import { openStage, type Stage } from './stage.js';
import { openWorkspace, type Workspace } from './workspace.js';

/** A publication under way. */
export interface Work {
  readonly disk: Disk;
  readonly destination: Destination;
  readonly workspace: Workspace;
  readonly stage: Stage;
  /** What the destination holds already; null when it holds nothing. */
  readonly ground: Ground | null;
}

/** What to begin with: see `PublicationOptions`. */
export interface WorkOptions extends WantedDestination {
  readonly takeOver?: boolean;
}

/**
 * Takes the lock and opens the stage. Null when that is refused, which is added to `faults`.
 * Throws as `fs` does, leaving nothing behind.
 */
export function beginWork(disk: Disk, options: WorkOptions, faults: Diagnostic[]): Work | null {
  // Looked at anew: another build may have published since the publication was opened.
  const found = findDestination(disk, options);
  addAll(faults, found.diagnostics);
  if (found.value === null) return null;
  const { value: workspace, diagnostics } = openWorkspace(disk, found.value);
  addAll(faults, diagnostics);
  if (workspace === null) return null;
  try {
    const destination = found.value;
    // Only under the lock is the manifest sure to be the last one.
    const previous = readManifest(disk, destination.folder);
    const takeOver = options.takeOver === true;
    const ground = workspace.isWhole ? null : surveyGround({ disk, destination, previous, takeOver });
    return { disk, destination, workspace, ground, stage: openStage(disk, workspace.site, ground) };
  } catch (error) {
    workspace.close();
    throw error;
  }
}
