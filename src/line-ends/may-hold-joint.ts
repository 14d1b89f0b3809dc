import { findAddress } from './address.js';

/** Marks of Markdown that may stand between a sign and the line end, and between that and the next word. */
const marks = '[*_~`\\u2063\\])]{0,8}';
const hyphen = '(?:[-‐¬\\u00ad]|&shy;|&#\\w{1,8};)';
const atLineEnd = `(?:${hyphen}|[–—/])${marks}[ \\t]{0,8}\\n[ \\t>]{0,80}\\S`;
const beforeBlank = `[^\\s|>:-]${marks}${hyphen}${marks} {1,3}\\S`;
const broken = new RegExp(`${atLineEnd}|${beforeBlank}|\\n[ \\t>]{0,80}(?:[–—]|--)`);
const addressEnd = /[/\-_?&=.%]\n/g;

/** Whether a chapter may have a joint: known much sooner than which. The text is Markdown, or what is left of it in prose. */
export function mayHoldJoint(text: string): boolean {
  return broken.test(text) || holdsBrokenAddress(text);
}

function holdsBrokenAddress(text: string): boolean {
  if (!text.includes('://') && !/www\./i.test(text)) return false;
  return [...text.matchAll(addressEnd)].some(({ index }) => findAddress(text, index + 1, '') !== null);
}
