import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';

const code = 'config/unsupported-key';
/** Keys stand in messages between grave accents. */
const key = /`([^`]+)`/g;

/** The findings of a configuration with one note on all settings of Hugo's that nothing reads, where the first was. */
export function joinUnsupported(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const notes = diagnostics.filter((finding) => finding.code === code);
  const [first] = notes;
  if (first === undefined || notes.length === 1) return diagnostics;
  const keys = notes.flatMap(({ message }) => [...message.matchAll(key)].map(([, name = '']) => name));
  const { file, line, column, length } = first;
  const place = {
    file: file ?? '',
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  const joined = diagnose(
    code,
    { keys: [...new Set(keys)] },
    length === undefined ? place : { ...place, length },
  );
  return diagnostics.flatMap((finding) =>
    finding === first ? [joined] : finding.code === code ? [] : [finding],
  );
}
