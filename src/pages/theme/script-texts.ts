import type { TextFile } from '../../model/source.js';
import type { TextTable } from '../../model/texts.js';

/** Where the scripts of the theme find their texts: `src/browser/reader/say.ts`. */
const NAME = 'octavoTexts';
/** The texts that are the scripts', and leave it out. */
const GROUP = 'script.';

/**
 * Puts the texts of the group `script` at the beginning of each script asset that asks for them (`octavoTexts`). They
 * cost a page nothing this way: no request, no byte of HTML, no inline script that a policy would have to name.
 */
export function addScriptTexts(templates: readonly TextFile[], texts: TextTable): readonly TextFile[] {
  const own = Object.entries(texts).flatMap(([key, text]) =>
    key.startsWith(GROUP) ? [[key.slice(GROUP.length), typeof text === 'string' ? text : text.other]] : [],
  );
  const line = `globalThis.${NAME}=${JSON.stringify(Object.fromEntries(own))};\n`;
  return templates.map((file) =>
    /^assets\/.*\.js$/.test(file.path) && file.text.includes(NAME)
      ? { ...file, text: line + file.text }
      : file,
  );
}
