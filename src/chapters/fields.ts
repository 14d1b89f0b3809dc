import { createMap, type PlainMap } from '../formats/plain.js';
import type { DateValue, FrontMatter } from '../model/chapter.js';
import { beheadBuild } from './build-options.js';
import { type Field, reportAt } from './field.js';
import { frontMatterKeys } from './front-matter-keys.js';
import { assignField, type Gathering } from './gathering.js';
import type { DateKey } from './resolve-dates.js';

/** What the keys of one head say, typed. */
export interface TypedFields {
  readonly frontMatter: FrontMatter;
  readonly dates: { readonly [key in DateKey]?: DateValue };
  readonly params: PlainMap;
}

const takes = new Map(frontMatterKeys.map(({ name, take }) => [name.toLowerCase(), take]));

/**
 * Casts the fields of a head and sorts them into their places; keys without a row are the author's own and go to
 * `params`, and what stands under `params:` goes over them. Reports what each cast reports, and
 * `front-matter/draft-conflict`; a value that cannot be cast counts as absent, except that doubt about a draft holds
 * the chapter back.
 */
export function readFields(fields: readonly Field[]): TypedFields {
  const into = startGathering();
  for (const field of fields) {
    const take = takes.get(field.key);
    if (take === undefined) into.params[field.key] = field.value;
    else take(field, into);
  }
  const { typed, dates, params } = into;
  typed.draft = decideDraft(into);
  assignField(typed, 'build', into.oldBuild);
  if (into.headless === true) typed.build = beheadBuild(typed.build);
  if (into.own !== undefined) Object.assign(params, into.own);
  return { frontMatter: typed, dates, params };
}

function startGathering(): Gathering {
  const typed = { weight: 0, draft: false, aliases: noTexts, keywords: noTexts, resources: noResources };
  return { typed, dates: {}, params: createMap() };
}

const noTexts: readonly string[] = [];
const noResources: FrontMatter['resources'] = [];

/** `draft` decides; `published: false` counts where it is absent. */
function decideDraft({ draft, published }: Gathering): boolean {
  if (published === undefined) return draft ?? false;
  if (draft === published.says) {
    reportAt(published, 'front-matter/draft-conflict', { draft, published: published.says });
  }
  return draft ?? !published.says;
}
