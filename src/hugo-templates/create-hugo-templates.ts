import { runTemplate } from '../go-templates/evaluate/run-template.js';
import type { TemplateEnd } from '../go-templates/faults.js';
import { isHugoName } from '../go-templates/functions/refused-names.js';
import { standardFunctions } from '../go-templates/functions/standard-functions.js';
import type { Library } from '../go-templates/library.js';
import type { RefusedValue } from '../go-templates/places/escape-value.js';
import { createStore } from '../go-templates/values/store.js';
import type { GoObject, GoText } from '../go-templates/values/value.js';
import type { HugoPage, HugoSite } from '../model/hugo-site.js';
import type { LayerText } from '../model/source.js';
import { cleanAround } from './clean-around.js';
import type { ChapterTools, Desk, DeskChapter } from './desk.js';
import { siteFunctions } from './functions/site-functions.js';
import { indexLayouts } from './lookup/index-layouts.js';
import { createShelf, faultOfReading } from './lookup/template-shelf.js';
import { type CallFacts, viewShortcodeCall } from './views/view-call.js';
import { type HookFacts, viewHookContext } from './views/view-hook.js';
import { viewPageOf } from './views/view-page.js';
import { sortPages } from './views/view-pages.js';
import { viewHugoSite } from './views/view-site.js';

/** What a template had to say while it ran. */
export type TemplateNote =
  | { readonly kind: 'warned'; readonly message: string }
  | { readonly kind: 'refused-value'; readonly value: RefusedValue };

/** What a template has come to. */
export interface TemplateRun {
  /** Null when it ended early: `end` tells why. */
  readonly text: string | null;
  readonly end: TemplateEnd | null;
  readonly notes: readonly TemplateNote[];
}

/** The templates of a Hugo site at work in one chapter. */
export interface ChapterTemplates {
  readonly chapter: DeskChapter;
  readonly viewCall: (call: CallFacts) => GoObject;
  /** Runs the template of a shortcode with the view of its call. */
  readonly runShortcode: (
    file: LayerText,
    view: GoObject,
    isMarkdown: boolean,
    tools: ChapterTools,
  ) => TemplateRun;
  readonly runHook: (file: LayerText, hook: HookFacts, tools: ChapterTools) => TemplateRun;
  readonly findShortcode: (name: string, isMarkdown: boolean) => LayerText | null;
  readonly findHook: (names: readonly string[]) => LayerText | null;
}

/** The templates of a Hugo site. */
export interface HugoTemplates {
  /** In lower case. */
  readonly names: ReadonlySet<string>;
  readonly hasHooks: boolean;
  /** Starts on a chapter, by its `Chapter.path`: its `Store` is empty. */
  readonly start: (source: string) => void;
  /** The chapter that was started last; null for one that is no page. */
  readonly current: () => ChapterTemplates | null;
  /** Why each file that cannot be read cannot; partials too. */
  readonly listUnreadable: () => readonly TemplateEnd[];
  /** The text of a template by its file, for messages. */
  readonly textOf: (file: string) => string | undefined;
}

/** Prepares the templates of a site: files are found at once, and read when they are called. */
export function createHugoTemplates(site: HugoSite, findEmoji: Desk['findEmoji']): HugoTemplates {
  const desk = setDesk(site, findEmoji);
  const { language, languages } = site.settings;
  const index = indexLayouts(site.templates, language, languages);
  const functions = standardFunctions(siteFunctions(desk));
  const shelf = createShelf(site.templates, index, functions);
  const library = (notes: TemplateNote[], isMarkdown: boolean): Library => ({
    functions,
    isRefused: isHugoName,
    findPartial: shelf.findPartial,
    compareTexts: new Intl.Collator(site.settings.locale).compare,
    onWarning: (message) => notes.push({ kind: 'warned', message }),
    onRefused: (value) => notes.push({ kind: 'refused-value', value }),
    clean: (html) => (isMarkdown || site.settings.unsafe ? html.text : cleanText(html, desk)),
  });
  const run = (file: LayerText, dot: GoObject, isMarkdown: boolean, tools: ChapterTools): TemplateRun => {
    const read = shelf.read(file);
    if (read.kind === 'ended') return { text: null, end: read.end, notes: [] };
    const notes: TemplateNote[] = [];
    const before = desk.tools;
    desk.tools = tools;
    const result = runTemplate(read.template, dot, library(notes, isMarkdown));
    desk.tools = before;
    return result.kind === 'done'
      ? { text: result.text, end: null, notes }
      : { text: null, end: result.end, notes };
  };
  const bySource = new Map(site.pages.map((page) => [page.source, page]));
  const texts = new Map(site.templates.map(({ file, text }) => [file, text]));
  let current: ChapterTemplates | null = null;
  return {
    names: index.names,
    hasHooks: index.hasHooks,
    textOf: (file) => texts.get(file),
    listUnreadable: () => site.templates.flatMap((file) => faultOfReading(shelf.read(file)) ?? []),
    current: () => current,
    start: (source) => {
      current = open(source);
    },
  };

  function open(source: string): ChapterTemplates | null {
    const page = bySource.get(source);
    if (page === undefined) return null;
    const chapter: DeskChapter = { page, store: createStore(), scratch: createStore(), published: new Set() };
    const folder = sectionOf(page);
    const enter = <Made>(work: () => Made): Made => {
      desk.chapter = chapter;
      return work();
    };
    return {
      chapter,
      viewCall: (call) => viewShortcodeCall(call, desk),
      runShortcode: (file, view, isMarkdown, tools) => enter(() => run(file, view, isMarkdown, tools)),
      runHook: (file, hook, tools) => enter(() => run(file, viewHookContext(hook, desk), false, tools)),
      findShortcode: (name, isMarkdown) => index.findShortcode(name, folder, isMarkdown),
      findHook: (names) => index.findHook(names, folder),
    };
  }
}

function cleanText({ text, pieces = [] }: GoText, { tools }: Desk): string {
  if (!/[<&]/.test(text)) return text;
  return cleanAround(text, pieces, (html) => tools?.clean(html) ?? '');
}

/** The folder of a page, as templates for a section are found by it. */
function sectionOf({ key, kind }: HugoPage): string {
  const path = key.replace(/^\//, '');
  if (kind !== 'page') return path;
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function setDesk(site: HugoSite, findEmoji: Desk['findEmoji']): Desk {
  const pages = new Map(site.pages.map((page) => [page.key, page]));
  const views = new Map<string, GoObject>();
  let siteView: GoObject | null = null;
  let regularPages: readonly HugoPage[] | null = null;
  const desk: Desk = {
    site,
    findEmoji,
    pages,
    byUrl: new Map(site.pages.map((page) => [page.url, page])),
    chapter: null,
    tools: null,
    viewPage: (key) => {
      const known = views.get(key);
      if (known !== undefined) return known;
      const page = pages.get(key);
      if (page === undefined) return null;
      const view = viewPageOf(page, desk);
      views.set(key, view);
      return view;
    },
    regularPages: () => {
      regularPages ??= sortPages(site.pages.filter(({ kind, list }) => kind === 'page' && list === 'always'));
      return regularPages;
    },
    viewSite: () => {
      siteView ??= viewHugoSite(desk);
      return siteView;
    },
  };
  return desk;
}
