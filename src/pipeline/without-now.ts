import type { Config } from '../model/config.js';

/** A configuration to be compared with another: the time that passes changes nothing by itself. */
export function withoutNow(config: Config): object {
  const { publish, others } = config;
  return { ...config, publish: { ...publish, now: 0 }, others: others.map(withoutNow) };
}
