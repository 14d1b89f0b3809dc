/** Rows as comma-separated values (RFC 4180), each ended by `lineEnd`; null is empty, a list stands with blanks between. */
export function formatCsv(rows: readonly (readonly CsvValue[])[], lineEnd: '\n' | '\r\n'): string {
  return rows.map((row) => row.map(formatField).join(',') + lineEnd).join('');
}

type CsvValue = string | number | boolean | null | readonly string[];

function formatField(value: CsvValue): string {
  const text = Array.isArray(value) ? value.join(' ') : value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
