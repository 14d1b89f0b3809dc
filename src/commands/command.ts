import type { Palette } from '../diagnostics/format.js';
import type { FlagSpec, FlagValues } from './arguments/options.js';

/** What a command may use of the world; `cli.ts` fills it in, tests fake it. */
export interface Environment {
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** Milliseconds since 1970 UTC: when the command was started. */
  readonly now: number;
  /** Milliseconds since 1970 UTC, whenever it is asked. */
  readonly clock: () => number;
  /** The process's variables. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** As `process.platform`. */
  readonly platform: string;
  /** Version of V8, as `process.versions.v8`. */
  readonly v8: string;
  /** The user's own folder. */
  readonly home: string;
  /** Processors to use. */
  readonly processors: number;
  /** Writes a result. */
  readonly print: (text: string) => void;
  /** Writes to the log, a line at a time. */
  readonly log: (text: string) => void;
  /** Shows a passing line on a terminal, replaced by the next; null where the log is no terminal. */
  readonly progress: ((text: string) => void) | null;
  /** Colours of the log, and of results: each plain where its stream is no terminal or `NO_COLOR` is set. */
  readonly palette: Palette;
  readonly printPalette: Palette;
  /** Of the terminal that results or the log are shown on; null where there is none. */
  readonly columns: number | null;
  /** Milliseconds since the program started, for "done in". */
  readonly elapsed: () => number;
  /**
   * Asks a question on the terminal and returns the answer, or null where the input ends (Ctrl+D); is null itself where
   * nobody sits before one.
   */
  readonly ask: ((question: string) => Promise<string | null>) | null;
  /** Opens a file in the user's editor and waits until it is closed; says so in the log where there is none. */
  readonly edit: (path: string) => Promise<void>;
  /** Registers what must be undone when the user interrupts; returns the way to take it back. */
  readonly onInterrupt: (undo: () => void) => () => void;
}

/** 0 fine · 1 the book has errors · 2 wrong usage. 3 and 130 are `cli.ts`'s own. */
export type ExitCode = 0 | 1 | 2;

/** A command of the program: its line in the help, its flags, and what it does. */
export interface Command {
  readonly name: string;
  readonly also?: readonly string[];
  /** After the name in the usage line: `[PATH]`. */
  readonly operands?: string;
  readonly summary: string;
  readonly flags: readonly FlagSpec[];
  readonly run: (flags: FlagValues, words: readonly string[], environment: Environment) => Promise<ExitCode>;
}
