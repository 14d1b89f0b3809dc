/** A text as a YAML value in quotes: double ones, or single ones where the text holds what would need a backslash. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
