import type { Config } from '../model/config.js';

/** A configuration to be compared with another: the time that passes changes nothing by itself. */
export function withoutNow(config: Config): object {
  return { ...config, publish: { ...config.publish, now: 0 } };
}
