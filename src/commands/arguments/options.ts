/** One flag of the command line: the single source of parsing, help and "did you mean". */
export interface FlagSpec {
  /** Long name without dashes: `base-url`. */
  readonly name: string;
  readonly short?: string;
  /** Other long names that mean the same: Hugo's spellings. */
  readonly also?: readonly string[];
  /** The value's name in the help (`DIR`); absent for a switch. */
  readonly value?: string;
  readonly help: string;
}

/** A flag's value: true for a switch that was given, the text for others. */
export type FlagValues = Readonly<Record<string, string | true>>;

/** Flags that decide which book is read and what counts as published; shared by `build`, `list` and those to come. */
export const bookFlags: readonly FlagSpec[] = [
  { name: 'source', short: 's', value: 'DIR', help: 'the folder of the book (default: the current one)' },
  {
    name: 'base-url',
    short: 'b',
    also: ['baseURL', 'baseUrl'],
    value: 'URL',
    help: 'where the site will live: https://x.org/book/',
  },
  { name: 'drafts', short: 'D', also: ['buildDrafts'], help: 'publish chapters marked as drafts' },
  { name: 'future', short: 'F', also: ['buildFuture'], help: 'publish chapters dated in the future' },
  { name: 'expired', short: 'E', also: ['buildExpired'], help: 'publish chapters past their expiry date' },
  {
    name: 'environment',
    short: 'e',
    value: 'NAME',
    help: 'whose settings in config/ count (default: production)',
  },
  { name: 'clock', value: 'DATE', help: 'take DATE (ISO 8601) as now' },
];

export const helpFlag: FlagSpec = { name: 'help', short: 'h', help: 'show this help' };

/**
 * Hugo's flags that scripts pass and that change nothing here, with the reason that is told.
 * They are accepted so that an existing build script keeps working.
 */
export const hugoFlags: Readonly<Record<string, { readonly value?: true; readonly reason: string }>> = {
  minify: { reason: 'pages are written compact as they are' },
  gc: { reason: 'there is no cache to clean' },
  noTimes: { reason: 'file times are not copied' },
  noChmod: { reason: 'file modes are not copied' },
  ignoreCache: { reason: 'there is no cache' },
  forceSyncStatic: { reason: 'static files are always compared' },
  printPathWarnings: { reason: 'two pages with one address are always an error' },
  printI18nWarnings: { reason: 'there is nothing to translate yet' },
  printUnusedTemplates: { reason: 'templates are not counted' },
  templateMetrics: { reason: 'templates are not timed' },
  verbose: { reason: 'nothing is held back from the log' },
  debug: { reason: 'nothing is held back from the log' },
  logLevel: { value: true, reason: 'use --quiet for less' },
  cacheDir: { value: true, reason: 'there is no cache' },
};
