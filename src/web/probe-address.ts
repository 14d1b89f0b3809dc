import { setTimeout } from 'node:timers/promises';
import { readProgramVersion } from '../config/package-root.js';
import type { WebAnswer } from '../model/web-answer.js';

const mostRedirects = 10;
/** Seconds that a busy server may ask us to wait before we call it unclear. */
const longestWait = 10;

/**
 * Asks the web for one `http` or `https` address, without its fragment: HEAD first, GET where HEAD is not understood.
 * Redirects are followed, and told when every one of them is permanent (RFC 9110, 15.4). A server that is busy is asked
 * once more after the time it names. Never throws.
 *
 * @param patience Milliseconds to wait for each answer.
 */
export async function probeAddress(address: string, patience: number): Promise<WebAnswer> {
  let current = address;
  let isPermanent = true;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const reply = await askPolitely(current, patience);
    if (reply.kind === 'failed') return reply.answer;
    const next = readRedirect(reply, current);
    if (next === null) return judge(reply, address, isPermanent ? current : address);
    if (!/^https?:/.test(next)) return unclear(`it redirects to ${next}`);
    isPermanent &&= reply.status === 301 || reply.status === 308;
    current = next;
  }
  return unclear(`it redirects more than ${mostRedirects} times`);
}

type Answered = Extract<Reply, { readonly kind: 'answered' }>;

async function askPolitely(address: string, patience: number): Promise<Reply> {
  const first = await askEitherWay(address, patience);
  if (first.kind === 'failed' || (first.status !== 429 && first.status !== 503)) return first;
  const seconds = Number(first.retryAfter ?? Number.NaN);
  if (!(seconds >= 0 && seconds <= longestWait)) return first;
  await setTimeout(seconds * 1000);
  return askEitherWay(address, patience);
}

/** Some servers refuse HEAD, or answer it wrongly: what GET says counts. */
async function askEitherWay(address: string, patience: number): Promise<Reply> {
  const head = await askServer(address, 'HEAD', patience);
  if (head.kind === 'answered' && head.status < 400) return head;
  // A host that is not there will not be there for GET.
  if (head.kind === 'failed' && head.isFinal) return head;
  return askServer(address, 'GET', patience);
}

function readRedirect({ status, location }: Answered, from: string): string | null {
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, from)) return null;
  const next = new URL(location, from);
  next.hash = '';
  return next.href;
}

function judge({ status }: Answered, asked: string, settled: string): WebAnswer {
  if (status < 400) return settled === asked ? { kind: 'fine' } : { kind: 'moved', to: settled };
  if (status === 404 || status === 410) return { kind: 'missing', reason: `the server answers ${status}` };
  return unclear(`the server answers ${status}`);
}

function unclear(reason: string): WebAnswer {
  return { kind: 'unclear', reason };
}

/** One request's outcome: a status, or what kept it from one. */
type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly location: string | null;
      readonly retryAfter: string | null;
    }
  /** `isFinal`: asking in another way would not help. */
  | { readonly kind: 'failed'; readonly answer: WebAnswer; readonly isFinal: boolean };

/** Sends one request and reads the head of the answer only. Follows nothing, keeps no cookies, never throws. */
async function askServer(address: string, method: 'HEAD' | 'GET', patience: number): Promise<Reply> {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: { 'user-agent': `octavo/${readProgramVersion()} (link check)`, accept: '*/*' },
    });
    await response.body?.cancel();
    const { status, headers } = response;
    return {
      kind: 'answered',
      status,
      location: headers.get('location'),
      retryAfter: headers.get('retry-after'),
    };
  } catch (error) {
    return explainFailure(error, patience);
  }
}

/** What system errors of `fetch` mean; those of certificates have no list and are shown by their code. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the server broke the connection off',
  EAI_AGAIN: 'its name cannot be looked up just now',
  UND_ERR_SOCKET: 'the server broke the connection off',
};

function explainFailure(error: unknown, patience: number): Reply {
  if (error instanceof Error && error.name === 'TimeoutError') {
    const reason = `no answer within ${patience / 1000} s`;
    return { kind: 'failed', answer: { kind: 'unclear', reason }, isFinal: true };
  }
  const code = codeOf(error);
  if (code === 'ENOTFOUND') {
    return { kind: 'failed', answer: { kind: 'missing', reason: 'no such host is known' }, isFinal: true };
  }
  const reason = meanings[code] ?? `the request failed (${code})`;
  return { kind: 'failed', answer: { kind: 'unclear', reason }, isFinal: code === 'EAI_AGAIN' };
}

/** `fetch` wraps what happened in a TypeError without a code. */
function codeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  return cause instanceof Error ? cause.message : String(cause);
}
