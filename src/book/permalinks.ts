import { splitPath } from '../content/logical-path.js';
import { compileGlob } from '../files/glob.js';
import type { PermalinkRule } from '../model/config.js';
import { fillPattern, hasTokens, type TokenValues } from '../url/permalink-tokens.js';
import { datesOf, type PageDates } from './order.js';
import type { BookNode, Tree } from './sections.js';

/** What fills in the tokens of a page's pattern. */
export interface PermalinkContext {
  readonly tree: Tree;
  readonly dates: ReadonlyMap<string, PageDates>;
  /** The name of a file or folder by its logical path. */
  readonly nameOf: (path: string) => string;
  /** The page of a taxonomy by its name. */
  readonly taxonomyAt: (name: string) => BookNode;
  /** Makes part of an address from free text. */
  readonly urlize: (text: string) => string;
}

/** The patterns that give pages their addresses. */
export interface Permalinks {
  /** The path that a page's pattern makes, or null where none is meant for it. The first rule that fits is taken. */
  readonly pathOf: (node: BookNode) => string | null;
  /** A `url` with its tokens filled in. */
  readonly fillUrl: (url: string, node: BookNode) => string;
}

/** Prepares the patterns of a configuration (content rule 6). */
export function createPermalinks(rules: readonly PermalinkRule[], context: PermalinkContext): Permalinks {
  const findRule = createRuleFinder(rules);
  return {
    pathOf: (node) => {
      const rule = findRule(node);
      return rule === null ? null : fillPattern(rule.pattern, describeNode(node, context));
    },
    fillUrl: (url, node) => (hasTokens(url) ? fillPattern(url, describeNode(node, context)) : url),
  };
}

/** What decides which pattern is meant for a page. */
export type RuledPage = Pick<BookNode, 'kind' | 'path'>;

/** Finds the rule that is meant for a page: the first that fits, or null. */
export function createRuleFinder(rules: readonly PermalinkRule[]): (page: RuledPage) => PermalinkRule | null {
  const compiled = rules.map((rule) => ({ rule, matches: compileTarget(rule) }));
  return (page) => compiled.find(({ matches }) => matches(page))?.rule ?? null;
}

function compileTarget({
  kind,
  section,
  path,
}: Omit<PermalinkRule, 'pattern'>): (page: RuledPage) => boolean {
  const matchPath = path === null ? null : compileGlob(path);
  return (node) =>
    (kind === null || kind === node.kind) &&
    (section === null || section === sectionOf(node)) &&
    (path === null || matchPath?.(`/${node.path}`) === true);
}

/** The first name of the path; `''` for a page at the top. */
function sectionOf({ path, kind }: RuledPage): string {
  const slash = path.indexOf('/');
  if (slash !== -1) return path.slice(0, slash);
  return kind === 'page' ? '' : path;
}

function describeNode(node: BookNode, context: PermalinkContext): TokenValues {
  const { dates, nameOf, urlize } = context;
  const { slug } = node.head.frontMatter;
  const sections = isOfTaxonomy(node) ? listTaxonomies(node, context) : listSections(node, context);
  return {
    date: datesOf(node, dates).date,
    sections: sections.map(({ name }) => name),
    sectionSlugs: sections.map((section) => urlize(section.slug ?? section.title)),
    title: urlize(titleOf(node)),
    slug: slug === undefined ? null : urlize(slug),
    baseName: urlize(nameOf(node.path)),
  };
}

/** What tokens can say of a section. */
interface SectionValues {
  /** As it stands in an address. */
  readonly name: string;
  readonly slug: string | undefined;
  readonly title: string;
}

/** The sections around a page, a section itself among them, from the outermost in. Their names are those of their paths. */
function listSections(node: BookNode, { tree }: PermalinkContext): readonly SectionValues[] {
  const sections: SectionValues[] = [];
  let folder = node.kind === 'page' ? splitPath(node.path).folder : node.path;
  while (folder !== '') {
    const section = tree.sections.get(folder);
    const parts = splitPath(folder);
    if (section?.path === folder) sections.unshift(describeSection(section, parts.name));
    folder = parts.folder;
  }
  return sections;
}

/** For a term its taxonomy and itself, for a taxonomy itself. Their names are those of their paths. */
function listTaxonomies(node: BookNode, { taxonomyAt }: PermalinkContext): readonly SectionValues[] {
  const [name = '', ...below] = node.path.split('/');
  const own = describeSection(node, below.join('/') || name);
  if (node.kind === 'taxonomy') return [own];
  return [describeSection(taxonomyAt(name), name), own];
}

function describeSection(node: BookNode, name: string): SectionValues {
  return { name, slug: node.head.frontMatter.slug, title: titleOf(node) };
}

/** A title is one part of an address, whatever slashes it has; those of a term or taxonomy make folders. */
function titleOf(node: BookNode): string {
  const { title } = node.titles;
  return isOfTaxonomy(node) ? title : title.replace(/[/\\]/g, '-');
}

function isOfTaxonomy({ kind }: BookNode): boolean {
  return kind === 'taxonomy' || kind === 'term';
}
