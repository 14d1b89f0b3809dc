import type { ChapterTools } from '../../hugo-templates/desk.js';
import { createAddressTools } from './address-tools.js';
import { type ChapterRun, compileInnerMarkdown } from './chapter-run.js';
import { buildExpansion } from './expansion.js';
import type { Call } from './parse-calls.js';
import { createTextTools } from './text-tools.js';

/** What a template of Hugo's can ask of the chapter for one of its calls. What is wrong in its texts is shown at the call. */
export function createChapterTools(call: Call, run: ChapterRun): ChapterTools {
  const { book, job } = run;
  const text = createTextTools({ ...call, isMarkdown: false }, run);
  const addresses = createAddressTools(call, run);
  const compiled = new Map<string, string>();
  return {
    compile: (markdown) => {
      const known = compiled.get(markdown);
      if (known !== undefined) return known;
      const builder = buildExpansion(run.body);
      builder.replace(call.start, call.end, markdown);
      const html = compileInnerMarkdown(builder.finish(), run);
      compiled.set(markdown, html);
      return html;
    },
    highlight: (code, language, options) => String(text.code(code, language, options)),
    refer: (path, language, isWhole) =>
      (isWhole ? addresses.ref : addresses.relref)(path, language || undefined),
    findPage: (path) => {
      const found = book.resolveRef(path, job.path);
      return found.kind === 'page' ? found.page.url : null;
    },
    clean: book.clean,
  };
}
