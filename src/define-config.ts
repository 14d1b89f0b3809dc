import type { PluginConfig } from './model/plugins.js';

/** Returns what it is given: `octavo.config.js` calls it so that an editor knows what may stand there. */
export function defineConfig(config: PluginConfig): PluginConfig {
  return config;
}
