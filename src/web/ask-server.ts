import { readProgramVersion } from '../config/package-root.js';
import type { WebAnswer } from '../model/web-answer.js';

/** One request's outcome: a status, or what kept it from one. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly location: string | null;
      readonly retryAfter: string | null;
    }
  /** `isFinal`: asking in another way would not help. */
  | { readonly kind: 'failed'; readonly answer: WebAnswer; readonly isFinal: boolean };

/** Sends one request and reads the head of the answer only. Follows nothing, keeps no cookies, never throws. */
export async function askServer(address: string, method: 'HEAD' | 'GET', patience: number): Promise<Reply> {
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
