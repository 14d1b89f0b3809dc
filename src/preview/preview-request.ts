import type { ServerOptions } from 'node:http';
import type { ConfigRequest } from '../config/load-config.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** What is asked of a preview. */
export interface PreviewRequest {
  /** The book's folder, absolute. */
  readonly root: string;
  readonly config: ConfigRequest;
  /** Milliseconds since 1970 UTC: the time of files, and the book's "now" unless that is fixed. */
  readonly clock: () => number;
  /** `config.now` stays the book's "now". */
  readonly isNowFixed: boolean;
  readonly host: string;
  readonly port: number;
  /** Take this port or none. */
  readonly strictPort: boolean;
  /** Open pages follow to the page that was saved. */
  readonly navigate: boolean;
  /** As in `WatchOptions`. */
  readonly poll: number | null;
  /** As `findEditor` returns it. */
  readonly editor: string;
  readonly events: PreviewEvents;
  /** Absent: what suits a person at a browser. */
  readonly limits?: RequestLimits;
}

/** How long and how large a request may be, as Node has it: milliseconds, bytes. */
export type RequestLimits = Required<
  Pick<ServerOptions, 'headersTimeout' | 'requestTimeout' | 'connectionsCheckingInterval' | 'maxHeaderSize'>
>;

/** What happens in a preview. */
export interface PreviewEvents {
  /** A new edition is shown: what changed, as `listChanges` has it, and the milliseconds it took. */
  readonly onRebuilt: (changes: readonly string[], milliseconds: number) => void;
  /** All findings of the newest edition are known. */
  readonly onChecked: (findings: readonly Diagnostic[]) => void;
  /** The system cannot tell of all changes (`ENOSPC`, `EMFILE`, or `NFS` and the like); from now on all is looked at every second. */
  readonly onPolling: (reason: string) => void;
  /** A fault of the program itself. */
  readonly onFailure: (error: unknown) => void;
}
