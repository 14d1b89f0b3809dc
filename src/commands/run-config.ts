import { layerSettings } from '../config/layer-settings.js';
import { loadConfig } from '../config/load-config.js';
import { hasErrors } from '../diagnostics/apply-severities.js';
import type { PlainMap } from '../formats/plain.js';
import { writeToml } from '../formats/toml.js';
import { writeYaml } from '../formats/yaml.js';
import type { Folders } from '../model/config.js';
import type { FlagValues } from './arguments/options.js';
import { flagText, readBookRequest } from './arguments/request.js';
import type { Environment, ExitCode } from './command.js';
import { logDiagnostics } from './terminal/log-diagnostics.js';
import { refuseUsage } from './terminal/refuse.js';
import { formatJsonText } from './terminal/to-terminal.js';

const writers: Readonly<Record<string, (data: PlainMap) => string>> = {
  yaml: writeYaml,
  toml: writeToml,
  json: (data) => `${formatJsonText(data)}\n`,
};

/**
 * Runs `octavo config`: the files, the variables and the flags laid over each other, defaults left out; with the word
 * `mounts` the folders, in the form of `hugo config mounts`.
 */
export async function runConfig(
  flags: FlagValues,
  words: readonly string[],
  environment: Environment,
): Promise<ExitCode> {
  const isMounts = words[0] === 'mounts';
  const request = readBookRequest(flags, isMounts ? words.slice(1) : words, environment);
  if (!request.ok) return refuseUsage(request.message, environment);
  const name = flagText(flags['format']) ?? (isMounts ? 'json' : 'yaml');
  const write = Object.hasOwn(writers, name) ? writers[name] : undefined;
  if (write === undefined)
    return refuseUsage(`--format wants yaml, toml or json, not "${name}".`, environment);
  const { value: config, diagnostics } = loadConfig(request.root, request.config);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  logDiagnostics(errors, request.root, environment);
  const { tree } = layerSettings(request.root, config.environment, request.config);
  environment.print(write(isMounts ? listMounts(config.folders) : (tree?.data ?? {})));
  return hasErrors(errors) ? 1 : 0;
}

/** Folders by the part of the book that they make up, the one that counts most first. */
function listMounts({ content, staticFiles, data }: Folders): PlainMap {
  const parts = { content, static: staticFiles, data };
  const mounts = Object.entries(parts).flatMap(([part, list]) =>
    list.map(({ folder, at, language }) => ({
      source: folder,
      target: at === '' ? part : `${part}/${at}`,
      ...(language === undefined ? {} : { lang: language }),
    })),
  );
  return { mounts };
}
