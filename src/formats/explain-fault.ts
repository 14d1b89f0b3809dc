import type { DataFault, DataFormat } from './data.js';
import { explainJsonFault } from './explain-json.js';
import { explainTomlFault } from './explain-toml.js';
import { explainYamlFault } from './explain-yaml.js';

const explainers: Readonly<Record<DataFormat, (text: string, fault: DataFault) => DataFault>> = {
  yaml: explainYamlFault,
  toml: explainTomlFault,
  json: explainJsonFault,
};

/** A parser's fault where the author made it, with what to write instead; the parser's own where nothing better is known. */
export function explainFault(format: DataFormat, text: string, fault: DataFault): DataFault {
  return explainers[format](text, fault);
}
