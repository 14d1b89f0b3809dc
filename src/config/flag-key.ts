import type { ConfigKey, Settings } from './keys.js';

/** A key that is `true` or `false`, and what it sets. */
export function flagKey(name: string, set: (settings: Settings, on: boolean) => void): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    if (typeof value !== 'boolean') return '`true` or `false`';
    set(settings, value);
    return null;
  };
  return { name, apply };
}
