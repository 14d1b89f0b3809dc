import type { Diagnostic } from '../model/diagnostic.js';
import type { PreviewEvents } from '../preview/preview-request.js';
import { bookFlags, type FlagValues } from './arguments/options.js';
import { pollFlag } from './arguments/poll-flag.js';
import { readServeRequest, type ServeRequest } from './arguments/serve-request.js';
import type { Command, Environment, ExitCode } from './command.js';
import { describePolling } from './terminal/describe-polling.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';

/** `octavo serve`: the book while it is written. */
export const serveCommand: Command = {
  name: 'serve',
  also: ['server', 'dev'],
  summary: 'shows the book while you write: each save is on the screen at once',
  flags: [
    ...bookFlags,
    {
      name: 'port',
      short: 'p',
      value: 'PORT',
      help: 'listen there, or on the next free port (default: 1313)',
    },
    { name: 'strict-port', help: 'listen on that port or not at all' },
    { name: 'host', also: ['bind'], value: 'ADDRESS', help: 'listen at this address (default: 127.0.0.1)' },
    { name: 'open', short: 'O', also: ['openBrowser'], help: 'open the book in the browser' },
    {
      name: 'navigate',
      short: 'N',
      also: ['navigateToChanged'],
      help: 'go to the page of each chapter that is saved',
    },
    pollFlag,
    { name: 'quiet', help: 'say nothing but errors and warnings' },
    { name: 'editor', value: 'NAME', help: 'the editor that a place in an error opens (default: vscode)' },
  ],
  run: runServe,
};

async function runServe(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const read = readServeRequest(flags, words, environment);
  if (!read.ok) {
    environment.log(`octavo: ${read.message}`);
    return 2;
  }
  const { request } = read;
  const { startPreview } = await import('../preview/start-preview.js');
  const failure = waitForFailure();
  const events = createEvents(request.root, environment, {
    isQuiet: flags['quiet'] === true,
    onFailure: failure.fail,
  });
  const preview = await startPreview({ ...request, events });
  if (typeof preview === 'string') {
    environment.log(`octavo: ${describeRefusal(preview, request)}`);
    return 2;
  }
  if (preview.port !== request.port)
    environment.log(`Port ${request.port} is taken; ${preview.port} is free.`);
  if (request.isExposed) environment.log(exposure);
  const time = Math.round(environment.elapsed());
  environment.print(`Preview at ${preview.url} (ready in ${time} ms), Ctrl-C ends it\n`);
  if (flags['open'] === true) (await import('../preview/open-browser.js')).openBrowser(preview.url);
  // It ends when the user interrupts it, or by a fault of the program.
  return failure.promise.finally(preview.close);
}

const exposure = 'Everyone who can reach this machine over the network can read the book.';

function describeRefusal(code: string, { host, port }: ServeRequest): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Name another with --port.`;
  if (code === 'EACCES')
    return `You are not allowed to listen on port ${port}. Name one above 1023 with --port.`;
  return `This machine cannot listen at ${host}, port ${port} (${code}).`;
}

/** A promise that never comes true: it rejects with the first failure. */
function waitForFailure(): { readonly promise: Promise<never>; readonly fail: (error: unknown) => void } {
  let fail: (error: unknown) => void = () => undefined;
  const promise = new Promise<never>((_, reject) => {
    fail = reject;
  });
  return { promise, fail };
}

function createEvents(
  root: string,
  environment: Environment,
  { isQuiet, onFailure }: { readonly isQuiet: boolean } & Pick<PreviewEvents, 'onFailure'>,
): PreviewEvents {
  let logged = '[]';
  const logFindings = (findings: readonly Diagnostic[]) => {
    const now = JSON.stringify(findings);
    if (now === logged) return;
    logged = now;
    if (findings.length === 0) environment.log('No errors and no warnings any more');
    else logDiagnostics(findings, root, environment);
  };
  return {
    onRebuilt: (changes, milliseconds) => {
      if (!isQuiet) environment.log(formatRebuilt(changes, milliseconds));
    },
    onChecked: logFindings,
    onPolling: (reason) => environment.log(describePolling(reason)),
    onFailure,
  };
}

/** `content/one.md and 2 more, shown after 12 ms` */
function formatRebuilt(changes: readonly string[], milliseconds: number): string {
  const [first = 'a chapter came due', ...others] = changes;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${first}${more}, shown after ${Math.round(milliseconds)} ms`;
}
