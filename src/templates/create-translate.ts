import { diagnose } from '../diagnostics/catalogue.js';
import type { TextTable, TextValues } from '../model/texts.js';
import { createSay } from '../text/create-say.js';
import { nearestWord } from '../text/nearest.js';
import { failTemplate } from './template-failure.js';

/** `t("key", { count: 3 })` in a template. */
export type Translate = (key: string, values?: TextValues | number) => string;

/** A number alone is the count, as Hugo's `i18n` has it. Ends the template with `template/unknown-text`. */
export function createTranslate(texts: TextTable, language: string): Translate {
  const say = createSay(texts, language);
  return (key, values) =>
    say(key, typeof values === 'number' ? { count: values } : values) ?? failUnknown(key, texts);
}

function failUnknown(name: string, texts: TextTable): never {
  return failTemplate({
    report: (place, related) =>
      diagnose(
        'template/unknown-text',
        { name, nearest: nearestWord(name, Object.keys(texts)) },
        place,
        related,
      ),
  });
}
