import { catalogue } from '../diagnostics/catalogue.js';
import type { JsonSchema } from '../model/json-schema.js';
import { plainInline } from '../text/plain-inline.js';
import type { ConfigKey } from './config-key.js';
import { configKeys } from './keys.js';
import { languageKeys } from './language-tree.js';
import { severityLevels } from './severities.js';

type Properties = Record<string, JsonSchema>;

/**
 * The JSON Schema of `octavo.yaml`, for editors: names, kinds and descriptions from the table of keys. It allows further
 * keys, since Hugo has hundreds and capitals make no difference; what nobody reads is reported by `octavo check`.
 */
export function makeConfigSchema(): JsonSchema & { readonly $schema: string; readonly title: string } {
  const properties = groupKeys(configKeys);
  const perLanguage = groupKeys(configKeys.filter(({ isShared }) => !isShared));
  const levels: JsonSchema = { enum: severityLevels };
  const codes = Object.keys(catalogue).map((code): [string, JsonSchema] => [code, levels]);
  properties['diagnostics'] = { ...properties['diagnostics'], properties: Object.fromEntries(codes) };
  properties['languages'] = {
    ...properties['languages'],
    additionalProperties: {
      type: 'object',
      properties: { ...Object.fromEntries(languageKeys.map((name) => [name, {}])), ...perLanguage },
    },
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The configuration of a book',
    type: 'object',
    properties,
  };
}

/** Dotted names as groups within groups, in the order of the table. */
function groupKeys(keys: readonly ConfigKey[]): Properties {
  const all: Properties = {};
  const first = new Set(keys.map(({ name }) => name.split('.', 1)[0] ?? name));
  for (const name of first) {
    const own = keys.find((key) => key.name === name);
    const below = keys.filter((key) => key.name.startsWith(`${name}.`));
    const inner = below.map((key) => ({ ...key, name: key.name.slice(name.length + 1) }));
    all[name] = {
      ...(own === undefined ? { type: 'object' } : describeKey(own)),
      ...(inner.length === 0 ? {} : { properties: groupKeys(inner) }),
    };
  }
  return all;
}

function describeKey({ about, usual, schema }: ConfigKey): JsonSchema {
  const otherwise = usual === '' ? '' : ` Without it: ${usual.replaceAll('`', '')}.`;
  return { ...schema, description: `${plainInline(about)}.${otherwise}` };
}
