import type { FlagSpec } from './options.js';

/** The flags that say where a chapter goes. */
export const placeFlags: readonly FlagSpec[] = [
  { name: 'after', value: 'WHERE', help: 'after this chapter: its file, address, heading or number' },
  { name: 'before', value: 'WHERE', help: 'in front of this chapter' },
];
