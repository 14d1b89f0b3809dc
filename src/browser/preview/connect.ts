import { ownPaths, type PreviewMessage } from '../../preview/messages.js';

/** What the page is; the server compares it with what it would send now. */
export interface PageState {
  revision: string;
  readonly copies: string;
}

/** Milliseconds until the next try when the server does not answer. */
const retryAfter = 700;

/**
 * Connects, and again whenever the connection is lost: a server that was restarted finds its pages again. A page that
 * cannot be seen lets go of its connection, of which a browser gives six to all pages together.
 */
export function connect(
  state: PageState,
  obey: (message: PreviewMessage) => void,
  onConnection: (isConnected: boolean) => void,
): void {
  let source: EventSource | null = null;
  let timer: number | undefined;

  const disconnect = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    disconnect();
    const { revision, copies } = state;
    const query = new URLSearchParams({ page: location.pathname, revision, copies });
    source = new EventSource(`${ownPaths.events}?${query}`);
    source.onopen = () => onConnection(true);
    source.onmessage = (event) => obey(JSON.parse(event.data));
    source.onerror = () => {
      onConnection(false);
      disconnect();
      timer = setTimeout(open, retryAfter);
    };
  };
  const follow = () => (document.visibilityState === 'visible' ? open() : disconnect());
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', follow);
  follow();
}
