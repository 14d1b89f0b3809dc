import { catalogue, diagnose } from '../diagnostics/catalogue.js';
import { isMap, type PlainMap, type PlainValue } from '../formats/plain.js';
import type { Diagnostic, Outcome, Severity } from '../model/diagnostic.js';
import { nearestWord } from '../text/nearest.js';
import { placePath, type SettingsTree } from './settings-tree.js';

type Severities = Record<string, Severity | 'off'>;

/** What a code can be set to. */
export const severityLevels: readonly (Severity | 'off')[] = ['error', 'warning', 'advice', 'note', 'off'];

/**
 * Reads the owner's severities (`diagnostics: {code: severity}`). Reports `config/unknown-code` and
 * `config/unknown-severity`, naming the nearest that exists, and leaves such lines out.
 */
export function readSeverities(file: SettingsTree): Outcome<Severities> {
  const severities: Severities = Object.create(null);
  const group = file.keys['diagnostics'] ?? {};
  if (!isMap(group)) return { value: severities, diagnostics: [rejectGroup(file)] };
  const diagnostics = Object.entries(group as PlainMap).flatMap(([code, value]) => {
    const level = severityLevels.find((candidate) => candidate === value);
    if (!Object.hasOwn(catalogue, code)) return [rejectCode(file, code)];
    if (level === undefined) return [rejectLevel(file, code, value)];
    severities[code] = level;
    return [];
  });
  return { value: severities, diagnostics };
}

function rejectGroup(file: SettingsTree): Diagnostic {
  const details = { key: 'diagnostics', value: 'no group of keys', expected: 'a severity for each code' };
  return diagnose('config/invalid-value', details, placePath(file, 'diagnostics', 'value'));
}

function rejectCode(file: SettingsTree, name: string): Diagnostic {
  const nearest = nearestWord(name, Object.keys(catalogue));
  return diagnose('config/unknown-code', { name, nearest }, placePath(file, `diagnostics.${name}`, 'key'));
}

function rejectLevel(file: SettingsTree, name: string, written: PlainValue): Diagnostic {
  const value = typeof written === 'string' ? `\`${written}\`` : `\`${JSON.stringify(written)}\``;
  const nearest = typeof written === 'string' ? nearestWord(written, severityLevels) : null;
  const place = placePath(file, `diagnostics.${name}`, 'value');
  return diagnose('config/unknown-severity', { name, value, nearest }, place);
}
