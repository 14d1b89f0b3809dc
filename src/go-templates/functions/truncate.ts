import { failEvaluation } from '../faults.js';
import { escapeHtml } from '../places/escape-text.js';
import { toText, toWhole } from '../values/convert.js';
import { type GoText, type GoValue, isGoText } from '../values/value.js';

/**
 * `truncate LENGTH [ELLIPSIS] TEXT`: cut between words, tags of HTML not counted and closed again. What comes out is HTML
 * in any case, as in Hugo.
 */
export function truncateText(args: readonly GoValue[]): GoText {
  const [length, second, third] = args;
  const subject = third ?? second ?? null;
  const ellipsis = third === undefined ? ' …' : isHtml(second) ? toText(second) : escapeHtml(toText(second));
  const limit = toWhole(length);
  if (limit < 0) failEvaluation('truncate: the length must not be below 0');
  const text = toText(subject);
  const made = isHtml(subject) ? cutHtml(text, limit, ellipsis) : cutPlain(text, limit, ellipsis);
  const isOwn = typeof subject === 'string' || !isGoText(subject) || subject.origin === 'owner';
  // Cut HTML of a sanitiser's is whole again; plain text is escaped.
  const isClean =
    isGoText(subject) &&
    typeof subject !== 'string' &&
    (subject.form !== 'html' || subject.origin === 'clean');
  return { kind: 'text', form: 'html', text: made, origin: isOwn ? 'owner' : isClean ? 'clean' : 'foreign' };
}

function isHtml(value: GoValue | undefined): boolean {
  return isGoText(value) && typeof value !== 'string' && value.form === 'html';
}

const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Keeps the end of the last whole word while characters are counted. */
function createCounter(limit: number) {
  let [count, lastWord, lastMark] = [0, 0, 0];
  return (mark: string, at: number): number | null => {
    count += 1;
    if (mark.trim() === '') lastWord = lastMark;
    else if (wide.test(mark)) lastWord = at;
    else lastMark = at + mark.length;
    return count > limit ? lastWord || at : null;
  };
}

function cutPlain(text: string, limit: number, ellipsis: string): string {
  const count = createCounter(limit);
  let at = 0;
  for (const mark of text) {
    const end = count(mark, at);
    if (end !== null) return escapeHtml(text.slice(0, end)) + ellipsis;
    at += mark.length;
  }
  return escapeHtml(text);
}

const single = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

function cutHtml(html: string, limit: number, ellipsis: string): string {
  const count = createCounter(limit);
  const tags: { readonly at: number; readonly name: string; readonly closes: boolean }[] = [];
  for (const found of html.matchAll(
    /<(\/?)([a-z][\w-]*)(?![\w-])(?:[^<>"']|"[^"]*"|'[^']*')*>|&(?:#?\w+);|[\s\S]/giu,
  )) {
    const [mark, close, name] = found;
    if (name !== undefined) {
      const isSingle = single.test(name) || mark.endsWith('/>');
      if (!isSingle) tags.push({ at: found.index, name, closes: close !== '' });
      continue;
    }
    const end = count(mark, found.index);
    if (end === null) continue;
    const open: string[] = [];
    for (const tag of tags.filter(({ at }) => at < end)) {
      if (tag.closes) open.splice(open.lastIndexOf(tag.name), 1);
      else open.push(tag.name);
    }
    const closing = open.reverse().map((tag) => `</${tag}>`);
    return html.slice(0, end) + ellipsis + closing.join('');
  }
  return html;
}
