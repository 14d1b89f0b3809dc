const halfDay = /^(.*?)(\d{1,2})((?::\d\d){0,2}) ?([ap])\.?m\.?$/i;

/** A date whose hours count to twelve, written with hours that count to 24: `2025-10-13 20:00:00`. Null for any other text. */
export function writeFullDayTime(text: string): string | null {
  const [, before, hours, rest, half] = halfDay.exec(text.trim()) ?? [];
  if (before === undefined || Number(hours) > 12) return null;
  const hour = (Number(hours) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0);
  return `${before}${String(hour).padStart(2, '0')}${rest === '' ? ':00' : rest}`;
}
