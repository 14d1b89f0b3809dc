/** A flag of Hugo's that changes nothing here. */
export interface HugoFlag {
  readonly short?: string;
  /** It takes a value. */
  readonly value?: true;
  /** Part of a sentence: why it changes nothing. */
  readonly reason: string;
}

const cache = 'no cache outlives a build';
const wrote = 'a build writes its files and the preview keeps them in memory';
const measured = 'templates are not timed';
const plain = 'the preview speaks plain HTTP';
const reload = 'each save is shown in the page at once';
const tidy = 'nothing is held back from the log';

/**
 * The flags of `hugo build` and `hugo server` (0.169, then older ones) that a script may pass to any command and that
 * change nothing, by name. A command that has such a flag of its own comes first.
 */
export const hugoFlags: Readonly<Record<string, HugoFlag>> = {
  minify: { reason: 'pages are written compact as they are' },
  gc: { reason: cache },
  cacheDir: { value: true, reason: cache },
  ignoreCache: { reason: cache },
  noBuildLock: { reason: 'a second build of the same folder always waits' },
  noTimes: { reason: 'file times are not copied' },
  noChmod: { reason: 'file modes are not copied' },
  forceSyncStatic: { reason: 'static files are always compared' },
  ignoreVendorPaths: { value: true, reason: "Hugo's modules are not read" },
  renderSegments: { value: true, reason: 'the whole book is always built' },
  renderToMemory: { short: 'M', reason: wrote },
  renderToDisk: { reason: wrote },
  renderStaticToDisk: { reason: wrote },
  destination: { short: 'd', value: true, reason: 'this command writes no site' },
  cleanDestinationDir: { reason: 'this command writes no site' },
  panicOnWarning: { reason: 'this command publishes nothing' },
  watch: { short: 'w', reason: 'the preview always follows the book, and other commands run once' },
  poll: { value: true, reason: 'this command runs once' },
  quiet: { reason: 'what this command says is its result' },
  printPathWarnings: { reason: 'two pages with one address are always told' },
  printI18nWarnings: { reason: 'a text that is missing is always told' },
  printUnusedTemplates: { reason: 'templates are not counted' },
  printMemoryUsage: { reason: 'memory is not measured' },
  templateMetrics: { reason: measured },
  templateMetricsHints: { reason: measured },
  trace: { value: true, reason: 'no trace is written' },
  pprof: { reason: 'the program is not profiled' },
  logLevel: { value: true, reason: 'use --quiet for less' },
  verbose: { short: 'v', reason: tidy },
  debug: { reason: tidy },
  log: { reason: tidy },
  verboseLog: { reason: tidy },
  logFile: { value: true, reason: 'the log goes to the terminal' },
  appendPort: { reason: 'the preview has an address of its own' },
  disableBrowserError: { reason: 'errors are always shown in the preview' },
  disableFastRender: { reason: reload },
  disableLiveReload: { reason: reload },
  liveReloadPort: { value: true, reason: 'pages are told of changes over the port of the preview' },
  noHTTPCache: { reason: 'browsers never keep a page of the preview' },
  openBrowser: { short: 'O', reason: 'this command shows no page' },
  tlsAuto: { reason: plain },
  tlsCertFile: { value: true, reason: plain },
  tlsKeyFile: { value: true, reason: plain },
  uglyURLs: { reason: 'set `uglyURLs` in the configuration' },
  canonifyURLs: { reason: 'set `canonifyURLs` in the configuration' },
  disableRSS: { reason: 'set `disableKinds` in the configuration' },
  disableSitemap: { reason: 'set `disableKinds` in the configuration' },
  disable404: { reason: 'a book always has a page for wrong addresses' },
  stepAnalysis: { reason: measured },
  'i18n-warnings': { reason: 'a text that is missing is always told' },
  'path-warnings': { reason: 'two pages with one address are always told' },
  'print-mem': { reason: 'memory is not measured' },
};
