import type { Page } from '../model/book.js';
import type { Outcome } from '../model/diagnostic.js';
import type { OutputFile } from '../model/output.js';
import type { TemplateData } from '../model/template-data.js';
import { findTemplate } from './lookup.js';
import { describeSubject, type PageTools } from './page-tools.js';

/** Makes a page's file from the HTML of its text; see `Site.renderPage`. */
export async function renderPage(tools: PageTools, page: Page, html: string): Promise<Outcome<OutputFile>> {
  const { accents, engine, shared, views } = tools;
  const subject = describeSubject(page);
  const template = findTemplate(page, engine.names);
  const navigation = await tools.drawNavigation(page, subject);
  const view = views.withContent(page, html);
  const policy = tools.findPolicy(view.accentStyle?.hash ?? null);
  const data: TemplateData = { page: view, navigation: navigation.value, policy, ...shared };
  const text = await engine.render(template.value, data, subject);
  return {
    value: {
      path: page.outputPath,
      content: tools.rewriteLinks(page.outputPath, text.value),
      ...(page.file === null ? {} : { origin: page.file }),
    },
    diagnostics: [
      ...accents.check(page),
      ...template.diagnostics,
      ...navigation.diagnostics,
      ...text.diagnostics,
    ],
  };
}
