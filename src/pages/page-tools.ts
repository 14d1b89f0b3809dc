import type { Page } from '../model/book.js';
import type { Outcome, RelatedSpan } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { TemplateData } from '../model/template-data.js';
import type { Engine } from '../templates/engine.js';
import type { DrawNavigation } from './contents/navigation.js';
import type { Accents } from './theme/accent.js';
import type { AssetTable } from './theme/assets.js';
import type { FindPolicy } from './theme/policy.js';
import type { RewriteLinks } from './theme/rewrite-links.js';
import type { PageViews } from './views/page-views.js';
import type { SiteContext } from './views/site-context.js';

/** What every page of a site is made with, prepared once by `createSite`. */
export interface PageTools {
  readonly context: SiteContext;
  readonly accents: Accents;
  readonly views: PageViews;
  readonly engine: Engine;
  readonly assets: AssetTable;
  readonly drawNavigation: DrawNavigation;
  readonly findPolicy: FindPolicy;
  readonly rewriteLinks: RewriteLinks;
  readonly shared: Pick<TemplateData, 'site' | 'book' | 'asset' | 'inline' | 't' | 'i18n'>;
}

/** The place that a fault of a template names beside its own: the chapter that was being rendered. */
export function describeSubject({ file }: Page): RelatedSpan | undefined {
  return file === null ? undefined : { file, message: 'while this page was rendered' };
}

/** Files that are no pages of the book and are made together. */
export interface Extra {
  readonly name: string;
  /** Whether one of them may lie at an output path; none does elsewhere. */
  readonly isAt: (path: string) => boolean;
  readonly make: () => Promise<Outcome<readonly OutputFile[]>>;
}
