import { nameToEmoji } from 'gemoji';

/** The character that GitHub has under a name; undefined for a name that is none. */
export function findEmoji(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}
