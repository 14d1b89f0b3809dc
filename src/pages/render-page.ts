import type { Page } from '../model/book.js';
import type { Chapter } from '../model/chapter.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { TemplateData } from '../model/view.js';
import { findTemplate } from './lookup.js';
import { describeSubject, type PageTools } from './page-tools.js';

/** Makes a page's file from the HTML of its text; see `Site.renderPage`. */
export async function renderPage(tools: PageTools, page: Page, html: string): Promise<Outcome<OutputFile>> {
  const { accents, context, engine, shared, views } = tools;
  const chapter = page.source === null ? undefined : context.chapters.get(page.source);
  const subject = describeSubject(chapter);
  const template = findTemplate(page, chapter, engine.names);
  const navigation = await tools.drawNavigation(page, subject);
  const view = views.withContent(page, html);
  const policy = tools.findPolicy(view.accentStyle?.hash ?? null);
  const data: TemplateData = { ...shared, page: view, navigation: navigation.value, policy };
  const text = await engine.render(template.value, data, subject);
  return {
    value: {
      path: page.outputPath,
      content: tools.rewriteLinks(page.outputPath, text.value),
      ...originOf(chapter),
    },
    diagnostics: [
      ...(chapter === undefined ? [] : accents.check(chapter)),
      ...template.diagnostics,
      ...navigation.diagnostics,
      ...text.diagnostics,
    ],
  };
}

function originOf(chapter: Chapter | undefined): Pick<OutputFile, 'origin'> {
  return chapter === undefined ? {} : { origin: chapter.file };
}
