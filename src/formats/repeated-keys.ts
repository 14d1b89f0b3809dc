import type { DataFormat } from './data.js';
import type { ListedKey, RepeatedKey } from './key-place.js';
import { listPlaces } from './places.js';

/**
 * Finds the keys that are there twice or more, each time but the first, in their order. What stands below one that is
 * repeated is part of another group, and is not compared with the first one's.
 */
export function findRepeatedKeys(format: DataFormat, text: string): readonly RepeatedKey[] {
  const repeated: RepeatedKey[] = [];
  const first = new Map<string, ListedKey>();
  // How many times a group has begun: the keys of each belong to it alone.
  const rounds = new Map<string, number>();
  for (const key of listPlaces(format, text)) {
    const name = nameInRound(key.scope, rounds);
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, key);
      continue;
    }
    repeated.push({ path: key.path, first: before.place, again: key.place });
    rounds.set(key.scope, (rounds.get(key.scope) ?? 0) + 1);
  }
  return repeated;
}

/** The key with the number of the round behind each group above it that has begun more than once. */
function nameInRound(scope: string, rounds: ReadonlyMap<string, number>): string {
  if (rounds.size === 0) return scope;
  const parts = scope.split('.');
  return parts
    .map((part, index) => {
      const round = index === parts.length - 1 ? undefined : rounds.get(parts.slice(0, index + 1).join('.'));
      return round === undefined ? part : `${part}#${round}`;
    })
    .join('.');
}
