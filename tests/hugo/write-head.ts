import { parseYaml } from '../../src/formats/yaml.js';

/** A format of front matter. */
export type Format = 'yaml' | 'toml' | 'json';

type Data = Readonly<Record<string, unknown>>;

/** A front matter of lines of YAML in flow style, written in a format: one key a line, the last one last. */
export function writeHead(lines: readonly string[], format: Format): string {
  if (format === 'yaml') return `---\n${lines.join('\n')}\n---\n`;
  const parsed = parseYaml(lines.join('\n'));
  if (!parsed.ok) throw new Error(parsed.message);
  const entries = Object.entries(parsed.value as Data);
  if (format === 'json')
    return `{\n${entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}\n`;
  return `+++\n${entries.map(([key, value]) => `${key} = ${toToml(value)}`).join('\n')}\n+++\n`;
}

const date = /^\d{4}-\d\d-\d\d(?:T[\d:]+(?:Z|[+-][\d:]+))?$/;

function toToml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toToml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, each]) => `${key} = ${toToml(each)}`)
      .join(', ')}}`;
  return typeof value === 'string' && date.test(value) ? value : JSON.stringify(value);
}
