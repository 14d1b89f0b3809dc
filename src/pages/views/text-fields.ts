import { noFacts } from '../../model/rendered.js';
import { markSafe } from '../../templates/engine.js';
import type { SiteContext } from './site-context.js';
import type { FieldsOf, ViewState } from './view-state.js';

type TextField =
  | ('content' | 'description' | 'excerpt' | 'summary' | 'truncated' | 'words' | 'minutes')
  | ('headings' | 'outline');

/** What comes from the text: asking for one of them renders it. */
export function textFields({ config, factsOf, htmlOf }: SiteContext): FieldsOf<TextField> {
  const facts = ({ page }: ViewState) => (page.source === null ? noFacts : factsOf(page.source));
  return {
    content: ({ page, html }) => markSafe(html ?? (page.source === null ? '' : htmlOf(page.source))),
    description: (state) =>
      state.page.head.frontMatter.description ||
      (state.page.kind === 'home' ? config.description : '') ||
      facts(state).excerpt,
    excerpt: (state) => facts(state).excerpt,
    summary: (state) => markSafe(facts(state).summary),
    truncated: (state) => facts(state).truncated,
    words: (state) => facts(state).words,
    minutes: (state) => facts(state).minutes,
    headings: (state) => facts(state).headings,
    outline: (state) =>
      facts(state).headings.filter(({ level }) => level >= config.outline.from && level <= config.outline.to),
  };
}
