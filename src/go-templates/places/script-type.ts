/** Whether a script element of this type holds a script, or data in JSON. */
export function isScriptType(written: string): boolean {
  const type = (written.split(';')[0] ?? '').trim().toLowerCase();
  return (
    type === '' ||
    type === 'module' ||
    /^(?:application|text)\/(?:.*\b(?:ecma|java|j|live)script\d?(?:\.\d)?|(?:ld\+)?json)$/.test(type)
  );
}
