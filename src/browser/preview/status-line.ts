import { addAll } from '../../lists/add-all.js';
import { ownPaths, type StatusMessage } from '../../preview/messages.js';
import { make } from './panel.js';

/** The line at the foot of a previewed page; there only when it has something to say. */
export interface StatusLine {
  readonly showDrafts: (status: StatusMessage) => void;
  readonly showWarnings: (count: number) => void;
  readonly showConnection: (isConnected: boolean) => void;
}

export function createStatusLine(panel: ShadowRoot): StatusLine {
  const line = make('div', 'status');
  line.setAttribute('role', 'status');
  panel.append(line);
  let status: StatusMessage | null = null;
  let warnings = 0;
  let isConnected = true;

  const draw = () => {
    const parts: Node[] = [];
    if (!isConnected) parts.push(make('span', '', 'The preview has stopped; waiting for it …'));
    if (warnings > 0) parts.push(make('span', '', count(warnings, 'warning')));
    if (status !== null && status.drafts > 0) addAll(parts, drawDrafts(status));
    line.replaceChildren(...parts);
    line.hidden = parts.length === 0;
  };
  draw();
  return {
    showDrafts: (news) => {
      status = news;
      draw();
    },
    showWarnings: (number) => {
      warnings = number;
      draw();
    },
    showConnection: (news) => {
      isConnected = news;
      draw();
    },
  };
}

function drawDrafts({ drafts, areDraftsShown, token }: StatusMessage): readonly Node[] {
  const button = make('button', '', areDraftsShown ? 'Hide' : 'Show');
  button.type = 'button';
  button.addEventListener('click', () => {
    const query = new URLSearchParams({ show: String(!areDraftsShown), token });
    // The page hears of the outcome as of any other change.
    fetch(`${ownPaths.drafts}?${query}`).catch(() => undefined);
  });
  return [make('span', '', `${count(drafts, 'draft')} ${areDraftsShown ? 'shown' : 'hidden'}`), button];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
