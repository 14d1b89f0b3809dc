import { failEvaluation } from '../faults.js';
import { attributeKind } from './attribute-kind.js';
import { type Place, type SpecialElement, stateOfValue, textPlace } from './place.js';
import type { Step } from './step.js';
import { stepInCode, walkValue } from './walk-value.js';

/**
 * Walks the literal text of a template from a place on.
 *
 * @returns The place at its end, and the text without HTML comments: a browser has no use for them, and a value that is
 *   printed into one could end it.
 */
export function walkHtml(from: Place, text: string): { readonly place: Place; readonly kept: string } {
  let place = from;
  let kept = '';
  let at = 0;
  while (at < text.length) {
    const [next, end] = step(place, text, at);
    const entersComment = next.state === 'comment' && place.state === 'text';
    if (place.state !== 'comment')
      kept += entersComment ? text.slice(at, end - '<!--'.length) : text.slice(at, end);
    // A step that stands still has changed the place: an element's end was met.
    if (end === at && next === place) break;
    place = next;
    at = end;
  }
  return { place, kept };
}

function step(place: Place, text: string, at: number): Step {
  if (place.quote !== '') return stepInValue(place, text, at);
  const end = findElementEnd(place, text, at);
  if (end === at) return [{ ...textPlace, element: '' }, at];
  return stepInside(place, text, at, end);
}

function stepInside(place: Place, text: string, at: number, end: number): Step {
  switch (place.state) {
    case 'text':
      return walkText(place, text, at);
    case 'comment': {
      const close = text.indexOf('-->', at);
      return close < 0 ? [place, text.length] : [textPlace, close + 3];
    }
    case 'title':
      return [place, end];
    case 'tag':
      return walkTag(place, text, at);
    case 'name': {
      const after = endOfName(text, at);
      return after === text.length ? [place, after] : [{ ...place, state: 'after-name' }, after];
    }
    case 'after-name': {
      const next = skipSpace(text, at);
      if (next === text.length) return [place, next];
      if (text.charAt(next) === '=') return [{ ...place, state: 'before-value' }, next + 1];
      return [{ ...place, state: 'tag', attribute: 'plain' }, next];
    }
    case 'before-value':
      return beginValue(place, text, at);
    default:
      return stepInCode(place, text, at, end);
  }
}

/** Where the end tag of a special element begins; the end of the text where none does. */
function findElementEnd({ element, state }: Place, text: string, at: number): number {
  if (element === '' || ['tag', 'name', 'after-name', 'before-value'].includes(state)) return text.length;
  const found = new RegExp(`</${element}(?=[\\s/>]|$)`, 'i').exec(text.slice(at));
  return found === null ? text.length : at + found.index;
}

const specialElements: readonly string[] = ['script', 'style', 'textarea', 'title'];

function walkText(place: Place, text: string, at: number): Step {
  const tag = /<(?:!--|(\/?)([a-z][a-z\d]*(?:[:-][a-z\d]+)*))/gi;
  tag.lastIndex = at;
  const found = tag.exec(text);
  if (found === null) return [place, text.length];
  if (found[0] === '<!--') return [{ ...textPlace, state: 'comment' }, tag.lastIndex];
  const name = (found[2] ?? '').toLowerCase();
  const isSpecial = found[1] === '' && specialElements.includes(name);
  // Only the names of `specialElements` pass.
  const element = isSpecial ? (name as SpecialElement) : '';
  return [{ ...textPlace, state: 'tag', element }, tag.lastIndex];
}

function walkTag(place: Place, text: string, at: number): Step {
  const start = skipSpace(text, at);
  if (start === text.length) return [place, start];
  if (text.charAt(start) === '>') return [contentOf(place.element), start + 1];
  const end = endOfName(text, start);
  if (end === start) return [place, start + 1];
  const attribute = attributeKind(text.slice(start, end), place.element);
  return [{ ...place, state: end === text.length ? 'name' : 'after-name', attribute }, end];
}

/** The place behind the start tag of an element. */
function contentOf(element: SpecialElement): Place {
  switch (element) {
    case '':
      return textPlace;
    case 'script':
    case 'style':
      return { ...textPlace, state: element, element };
    default:
      return { ...textPlace, state: 'title', element };
  }
}

function endOfName(text: string, at: number): number {
  const name = /[^\s=>/"'<]*\/?(?=[^>]|$)|/y;
  name.lastIndex = at;
  const found = name.exec(text);
  const end = at + (found?.[0].length ?? 0);
  const last = text.charAt(end);
  if (last === '"' || last === "'" || last === '<') failEvaluation(`${last} in the name of an attribute`);
  return end;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (/\s/.test(text.charAt(next))) next += 1;
  return next;
}

function beginValue(place: Place, text: string, at: number): Step {
  const start = skipSpace(text, at);
  if (start === text.length) return [place, start];
  const mark = text.charAt(start);
  if (mark === '>') return [contentOf(place.element), start + 1];
  const quote = mark === '"' || mark === "'" ? mark : ' ';
  const value: Place = {
    ...place,
    state: stateOfValue(place.attribute),
    quote,
    part: 'start',
    slash: 'pattern',
  };
  return [value, quote === ' ' ? start : start + 1];
}

function stepInValue(place: Place, text: string, at: number): Step {
  const closer = place.quote === ' ' ? /[\s>]/g : place.quote === '"' ? /"/g : /'/g;
  closer.lastIndex = at;
  const found = closer.exec(text)?.index ?? -1;
  const value = text.slice(at, found < 0 ? text.length : found);
  if (found < 0) return [walkValue(place, value), text.length];
  const isOtherScript =
    place.attribute === 'script-type' && place.element === 'script' && !isScriptType(value);
  const element = isOtherScript ? '' : place.element;
  return [{ ...textPlace, state: 'tag', element }, place.quote === ' ' ? found : found + 1];
}

/** Whether a script element of this type holds a script, or data in JSON. */
function isScriptType(written: string): boolean {
  const type = (written.split(';')[0] ?? '').trim().toLowerCase();
  return (
    type === '' ||
    type === 'module' ||
    /^(?:application|text)\/(?:.*\b(?:ecma|java|j|live)script\d?(?:\.\d)?|(?:ld\+)?json)$/.test(type)
  );
}
