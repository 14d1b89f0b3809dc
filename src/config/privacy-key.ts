import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import type { ConfigKey, Settings } from './config-key.js';

/**
 * Hugo's `privacy`: a service with `disable: true` is left out of the pages. Its other keys ask for less than is so here
 * without asking: pages have no players and no scripts of others.
 */
export const privacyKey: ConfigKey = { name: 'privacy', apply: applyPrivacy };

function applyPrivacy(settings: Settings, value: PlainValue): string | null {
  const expected = 'a group of services, such as `youtube: { disable: true }`,';
  if (!isMap(value)) return expected;
  const services = Object.entries(value as PlainMap);
  if (!services.every(([, keys]) => isMap(keys) && isSwitch((keys as PlainMap)['disable']))) return expected;
  settings.disabledServices = services
    .filter(([, keys]) => isMap(keys) && readSwitch((keys as PlainMap)['disable']) === true)
    // The older name of the service.
    .map(([name]) => (name === 'twitter' ? 'x' : name))
    .sort();
  return null;
}

function isSwitch(value: PlainValue | undefined): boolean {
  return value === undefined || readSwitch(value) !== null;
}
