import { defaultEditor, editorNames, findEditor } from '../../preview/describe-finding.js';
import { isLoopback } from '../../preview/local-hosts.js';
import type { PreviewRequest } from '../../preview/preview-request.js';
import type { Environment } from '../command.js';
import type { FlagValues } from './options.js';
import { readPoll } from './poll-flag.js';
import { flagText, readBookRequest } from './request.js';

/** What the flags of `serve` ask for. */
export interface ServeRequest extends Omit<PreviewRequest, 'events'> {
  /** Others can reach the address. */
  readonly isExposed: boolean;
}

export type ReadServeRequest =
  | { readonly ok: true; readonly request: ServeRequest }
  | { readonly ok: false; readonly message: string };

const defaultPort = 1313;

/** Turns the flags of `serve` into a request, or into the sentence that says what is wrong with them. */
export function readServeRequest(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): ReadServeRequest {
  const book = readBookRequest(flags, words, environment, 'development');
  if (!book.ok) return book;
  const port = readPort(flagText(flags['port']));
  if (port === null)
    return { ok: false, message: `--port wants a number up to 65535, not "${flags['port']}".` };
  const editor = findEditor(flagText(flags['editor']) ?? defaultEditor);
  if (editor === null) {
    const known = `${editorNames.join(', ')}, or an address with {path}, {line} and {column}`;
    return { ok: false, message: `--editor does not know "${flags['editor']}"; it knows ${known}.` };
  }
  const host = flagText(flags['host']) ?? '127.0.0.1';
  const poll = readPoll(flagText(flags['poll']));
  if (typeof poll === 'string') return { ok: false, message: poll };
  const { clock } = environment;
  const isNowFixed = flags['clock'] !== undefined;
  const [strictPort, navigate] = [flags['strict-port'] === true, flags['navigate'] === true];
  const asked = {
    host,
    port,
    strictPort,
    navigate,
    poll,
    editor,
    clock,
    isNowFixed,
    isExposed: !isLoopback(host),
  };
  return { ok: true, request: { root: book.root, config: book.config, ...asked } };
}

function readPort(text: string | undefined): number | null {
  if (text === undefined) return defaultPort;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}
