import type { Place } from './place.js';
import type { Step } from './step.js';

/** Words after which a `/` begins a pattern. */
const operators = new Set(
  'break case continue delete do else finally in instanceof return throw try typeof void'.split(' '),
);

/** One step through a script: to the next mark that changes what stands behind it. */
export function walkScript(place: Place, text: string, at: number): Step {
  switch (place.state) {
    case 'script-double':
      return walkString(place, text, at, '"');
    case 'script-single':
      return walkString(place, text, at, "'");
    case 'script-template':
      return walkTemplate(place, text, at);
    case 'script-pattern':
      return walkPattern(place, text, at);
    case 'script-block-comment': {
      const end = text.indexOf('*/', at);
      return end < 0 ? [place, text.length] : [{ ...place, state: 'script' }, end + 2];
    }
    case 'script-line-comment': {
      const end = text.slice(at).search(/[\n\r\u2028\u2029]/);
      return end < 0 ? [place, text.length] : [{ ...place, state: 'script' }, at + end];
    }
    default:
      return walkCode(place, text, at);
  }
}

function walkCode(place: Place, text: string, at: number): Step {
  const mark = /["'`/{}]/g;
  mark.lastIndex = at;
  const found = mark.exec(text);
  const end = found?.index ?? text.length;
  const slash = slashAfter(text.slice(at, end), place.slash);
  if (found === null) return [{ ...place, slash }, end];
  const next = (changes: Partial<Place>, length = 1): Step => [{ ...place, slash, ...changes }, end + length];
  const { braces } = place;
  const inner = braces.at(-1);
  switch (found[0]) {
    case '"':
      return next({ state: 'script-double' });
    case "'":
      return next({ state: 'script-single' });
    case '`':
      return next({ state: 'script-template' });
    case '{':
      return next({
        slash: 'pattern',
        braces: inner === undefined ? [] : [...braces.slice(0, -1), inner + 1],
      });
    case '}':
      if (inner === undefined) return next({ slash: 'pattern' });
      if (inner === 0) return next({ state: 'script-template', braces: braces.slice(0, -1) });
      return next({ slash: 'pattern', braces: [...braces.slice(0, -1), inner - 1] });
    default:
      if (text.charAt(end + 1) === '/') return next({ state: 'script-line-comment' }, 2);
      if (text.charAt(end + 1) === '*') return next({ state: 'script-block-comment' }, 2);
      return next(slash === 'pattern' ? { state: 'script-pattern' } : { slash: 'pattern' });
  }
}

/** What a `/` begins after this code. */
function slashAfter(code: string, before: Place['slash']): Place['slash'] {
  const trimmed = code.trimEnd();
  if (trimmed === '') return before;
  const last = trimmed.charAt(trimmed.length - 1);
  if (/[,<>=*%&|^?!~([:;{}+-]/.test(last)) return 'pattern';
  const word = /(?<![\w$])[\w$]+$/.exec(trimmed)?.[0];
  return word !== undefined && operators.has(word) ? 'pattern' : 'division';
}

function walkString(place: Place, text: string, at: number, quote: string): Step {
  for (let next = at; next < text.length; next += 1) {
    const mark = text.charAt(next);
    if (mark === '\\') next += 1;
    else if (mark === quote) return [{ ...place, state: 'script', slash: 'division' }, next + 1];
  }
  return [place, text.length];
}

function walkTemplate(place: Place, text: string, at: number): Step {
  for (let next = at; next < text.length; next += 1) {
    const mark = text.charAt(next);
    if (mark === '\\') next += 1;
    else if (mark === '`') return [{ ...place, state: 'script', slash: 'division' }, next + 1];
    else if (mark === '$' && text.charAt(next + 1) === '{') {
      return [{ ...place, state: 'script', slash: 'pattern', braces: [...place.braces, 0] }, next + 2];
    }
  }
  return [place, text.length];
}

function walkPattern(place: Place, text: string, at: number): Step {
  let isInClass = false;
  for (let next = at; next < text.length; next += 1) {
    const mark = text.charAt(next);
    if (mark === '\\') next += 1;
    else if (mark === '[') isInClass = true;
    else if (mark === ']') isInClass = false;
    else if (mark === '/' && !isInClass) return [{ ...place, state: 'script', slash: 'division' }, next + 1];
  }
  return [place, text.length];
}
