import { mayAsk } from '../../line-ends/read-ask.js';

/** A heading at the very beginning may say the title of its page once more. */
const heading = /^\s*(?:#{1,6}\s|[^\n]+\n {0,3}(?:=+|-+)[ \t]*(?:\n|$))/;

/** Whether nothing of the book decides how a body comes out: it has no line end to judge, and does not begin with a heading. */
export function asksNothing(body: string): boolean {
  return !mayAsk(body) && !heading.test(body.slice(0, 600));
}
