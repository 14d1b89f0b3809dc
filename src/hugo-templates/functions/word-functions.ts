import { pluralize } from '../../english/pluralize.js';
import { singularize } from '../../english/singularize.js';
import { titleCase } from '../../english/title-case.js';
import { runTemplate } from '../../go-templates/evaluate/run-template.js';
import { failEvaluation } from '../../go-templates/faults.js';
import { type FunctionEntry, onTexts } from '../../go-templates/functions/entries.js';
import type { Library, ReadyTemplate, Session } from '../../go-templates/library.js';
import { readTemplate } from '../../go-templates/read-template.js';
import { numberOf } from '../../go-templates/values/compare.js';
import { toText } from '../../go-templates/values/convert.js';
import { spreadOrigin } from '../../go-templates/values/origin.js';
import { printValue } from '../../go-templates/values/print.js';
import { type GoObject, type GoValue, isGoMap, isGoText, textOf } from '../../go-templates/values/value.js';
import { makeHeadingSlug } from '../../url/heading-slug.js';
import { urlize } from '../../url/slug.js';
import type { Desk } from '../desk.js';

/** Words of the site in its language, and what English and addresses make of words. */
export function wordFunctions({ site }: Desk): readonly FunctionEntry[] {
  const translate = createTranslation(site.texts, site.settings.locale);
  return [
    ['lang.Translate i18n T', 1, 2, (args, session) => translate(args, session)],
    onTexts('strings.Title title', 1, 1, ([text]) => titleCase(toText(text))),
    onTexts('inflect.Humanize humanize', 1, 1, ([value]) => humanize(toText(value))),
    onTexts('inflect.Pluralize pluralize', 1, 1, ([text]) => pluralize(toText(text))),
    onTexts('inflect.Singularize singularize', 1, 1, ([text]) => singularize(toText(text))),
    onTexts('urls.URLize urlize', 1, 1, ([text]) =>
      encodeURI(urlize(toText(text)).replace(/%(?![\da-f]{2})/gi, '')),
    ),
    onTexts('urls.Anchorize anchorize', 1, 1, ([text]) => makeHeadingSlug(toText(text), 'github', '')),
  ];
}

/** `my-first_trip` → `My first trip`, `1` → `1st`. */
function humanize(text: string): string {
  if (/^\d+$/.test(text)) return text + ordinalEnding(Number(text));
  const words = text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function ordinalEnding(number: number): string {
  const tens = number % 100;
  if (tens >= 11 && tens <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}

type Translation = (args: readonly GoValue[], session: Session) => GoValue;

function createTranslation(texts: Desk['site']['texts'], locale: string): Translation {
  const rules = openRules(locale);
  const read = new Map<string, ReadyTemplate>();
  return ([key, data = null], { library }) => {
    const forms = Object.hasOwn(texts, toText(key)) ? texts[toText(key)] : undefined;
    if (forms === undefined) return '';
    const count = countIn(data);
    const form = count === null ? 'other' : rules.select(count);
    const text = (count === 1 && forms['one']) || forms[form] || forms['other'] || '';
    if (!text.includes('{{')) return text;
    return spreadOrigin(([value]) => print(text, value ?? null, library), [data]);
  };
  function print(text: string, data: GoValue, library: Library): string {
    let template = read.get(text);
    if (template === undefined) {
      const result = readTemplate(
        { name: 'i18n', file: 'i18n', text },
        { functions: library.functions, isRefused: library.isRefused, escapes: false },
      );
      if (result.kind === 'ended') return failEvaluation(result.end.message);
      template = result.template;
      read.set(text, template);
    }
    const run = runTemplate(template, withCount(data), library);
    return run.kind === 'done' ? run.text : failEvaluation(run.end.message);
  }
}

function openRules(locale: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(locale);
  } catch {
    return new Intl.PluralRules('en');
  }
}

/** What chooses the plural form: a number, a text that is one, or the `Count` of a map. */
function countIn(data: GoValue): number | null {
  if (isGoMap(data)) {
    const found = [...data.entries].find(([key]) => key.toLowerCase() === 'count');
    return found === undefined ? null : countIn(found[1]);
  }
  if (isGoText(data)) return /^-?\d+(?:\.\d+)?$/.test(textOf(data)) ? Number(textOf(data)) : null;
  return numberOf(data);
}

/** A number answers as `.Count`, and a map by `Count` and `count`. */
function withCount(data: GoValue): GoValue {
  if (isGoMap(data)) {
    const found = [...data.entries].find(([key]) => key.toLowerCase() === 'count');
    if (found === undefined) return data;
    return { ...data, entries: new Map([...data.entries, ['Count', found[1]], ['count', found[1]]]) };
  }
  if (countIn(data) === null) return data;
  const view: GoObject = {
    kind: 'object',
    type: 'Count',
    member: (name) => (name === 'Count' ? data : undefined),
    print: () => printValue(data),
  };
  return view;
}
