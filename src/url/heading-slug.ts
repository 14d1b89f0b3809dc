import type { HeadingIdType } from '../model/markdown-config.js';
import { lowerCase } from './slug.js';

/** The names of the types. */
export const headingIdTypes: readonly HeadingIdType[] = ['github', 'github-ascii', 'blackfriday'];

const dropped = /[^\p{L}\p{Nd}_\- ]/gu;

const makers: Readonly<Record<HeadingIdType, (text: string) => string>> = {
  github: (text) => lowerCase(text.replace(dropped, '')).replaceAll(' ', '-'),
  // Accents are taken off first, so that "é" stays as "e"; what is no ASCII after that goes.
  'github-ascii': (text) =>
    makers.github(
      text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .replace(/[^\0-\x7f]/g, ''),
    ),
  blackfriday: (text) => lowerCase(text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')),
};

/**
 * The id that a heading of this text has where no other one has it already (content rules 14 and 21.11).
 *
 * @param fallback For a text without a character that can be in an id.
 */
export function makeHeadingSlug(text: string, type: HeadingIdType = 'github', fallback = 'heading'): string {
  return makers[type](text) || fallback;
}
