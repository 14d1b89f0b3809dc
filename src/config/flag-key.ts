import { readSwitch } from '../formats/switch.js';
import type { ConfigKey, Settings } from './config-key.js';

/** A key that is `true` or `false`, and what it sets. */
export function flagKey(name: string, set: (settings: Settings, on: boolean) => void): ConfigKey {
  const apply: ConfigKey['apply'] = (settings, value) => {
    const on = readSwitch(value);
    if (on === null) return '`true` or `false`';
    set(settings, on);
    return null;
  };
  return { name, apply };
}
