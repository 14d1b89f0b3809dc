/** One flag of the command line: the single source of parsing, help and "did you mean". */
export interface FlagSpec {
  /** Long name without dashes: `base-url`. */
  readonly name: string;
  readonly short?: string;
  /** Other long names that mean the same: Hugo's spellings. */
  readonly also?: readonly string[];
  /** The value's name in the help (`DIR`); absent for a switch. */
  readonly value?: string;
  /** What the flag means when no value follows; one that does begins with a digit. */
  readonly bareValue?: string;
  readonly help: string;
  /** The setting that the flag stands for, by its dotted path; its value goes over the configuration's. */
  readonly setting?: string;
  /** Its value holds several, separated by commas; given twice, the values add up. */
  readonly isList?: true;
}

/** A flag's value: true for a switch that was given, the text for others. */
export type FlagValues = Readonly<Record<string, string | true>>;

/** Hugo's flags that stand for a setting. */
const settingFlags: readonly FlagSpec[] = [
  {
    name: 'content-dir',
    short: 'c',
    also: ['contentDir'],
    value: 'DIR',
    setting: 'contentDir',
    help: 'the folder of the chapters (default: content)',
  },
  {
    name: 'layout-dir',
    short: 'l',
    also: ['layoutDir'],
    value: 'DIR',
    setting: 'layoutDir',
    help: 'the folder of Hugo templates (default: layouts)',
  },
  {
    name: 'theme',
    short: 't',
    value: 'NAMES',
    isList: true,
    setting: 'theme',
    help: 'the Hugo themes whose shortcodes are used',
  },
  {
    name: 'themes-dir',
    also: ['themesDir'],
    value: 'DIR',
    setting: 'themesDir',
    help: 'the folder of Hugo themes (default: themes)',
  },
  {
    name: 'disable-kinds',
    also: ['disableKinds'],
    value: 'KINDS',
    isList: true,
    setting: 'disableKinds',
    help: 'make no pages of these kinds',
  },
  { name: 'git-info', also: ['enableGitInfo'], setting: 'enableGitInfo', help: 'take dates from git' },
];

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
  { name: 'config', value: 'FILES', isList: true, help: 'read these settings, the later over the earlier' },
  { name: 'config-dir', also: ['configDir'], value: 'DIR', help: 'the folder of settings (default: config)' },
  ...settingFlags,
];

export const helpFlag: FlagSpec = { name: 'help', short: 'h', help: 'show this help' };
