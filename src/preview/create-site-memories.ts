import type { Config } from '../model/config.js';

/** A function that remembers, as one for each language: what it is asked of one site leaves the others' memories alone. */
export function createSiteMemories<Asked extends readonly unknown[], Answer>(
  create: () => (...asked: Asked) => Answer,
  configOf: (...asked: Asked) => Config,
): (...asked: Asked) => Answer {
  const memories = new Map<string, (...asked: Asked) => Answer>();
  return (...asked) => {
    const { key } = configOf(...asked).place;
    const memory = memories.get(key) ?? create();
    memories.set(key, memory);
    return memory(...asked);
  };
}
