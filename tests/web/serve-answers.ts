import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A server on this machine that goes with the test. */
export interface AnswerServer {
  /** `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** Every request so far: `HEAD /there`. */
  readonly requests: readonly string[];
  /** The most requests that were open at the same time. */
  readonly busiest: () => number;
}

/** Answers requests by their path: status and headers. What has no answer never gets one. */
export async function serveAnswers(
  context: TestContext,
  answers: Readonly<Record<string, (request: IncomingMessage) => readonly [number, Record<string, string>?]>>,
): Promise<AnswerServer> {
  const requests: string[] = [];
  let open = 0;
  let busiest = 0;
  const respond = (request: IncomingMessage, response: ServerResponse) => {
    requests.push(`${request.method} ${request.url}`);
    open += 1;
    busiest = Math.max(busiest, open);
    response.on('close', () => {
      open -= 1;
    });
    const answer = answers[request.url ?? ''];
    if (answer === undefined) return;
    const [status, headers = {}] = answer(request);
    setTimeout(() => response.writeHead(status, headers).end(), 5);
  };
  const server = createServer(respond);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, requests, busiest: () => busiest };
}
