import { diagnose } from '../../diagnostics/catalogue.js';
import type { TemplateEnd } from '../../go-templates/faults.js';
import type { GoObject } from '../../go-templates/values/value.js';
import type { ChapterTemplates, TemplateNote } from '../../hugo-templates/create-hugo-templates.js';
import type { ChapterTools } from '../../hugo-templates/desk.js';
import { spanOfEnd } from '../../hugo-templates/span-of-end.js';
import type { CallParameter } from '../../hugo-templates/views/view-call.js';
import type { Diagnostic, SourceSpan } from '../../model/diagnostic.js';
import type { LayerText } from '../../model/source.js';
import { createAddressTools } from './address-tools.js';
import { type ChapterRun, compileInnerMarkdown, placeOfCall } from './chapter-run.js';
import { buildExpansion } from './expansion.js';
import type { Call } from './parse-calls.js';
import { createTextTools } from './text-tools.js';

/** A call and the file that answers it. */
export interface HugoCall {
  readonly call: Call;
  readonly file: LayerText;
  readonly templates: ChapterTemplates;
  readonly parent: GoObject | null;
  /** What stands between its tags, with what the calls in it have made. */
  readonly inner: (view: GoObject) => { readonly text: string; readonly pieces: readonly string[] };
}

/**
 * Runs the template of Hugo's that answers a call; the calls in it have been run before. Null when it is refused: it is
 * then to be shown plainly, for the reason that comes with it.
 */
export function runHugoCall(
  hugo: HugoCall,
  run: ChapterRun,
): { readonly made: string | null; readonly end: TemplateEnd | null } {
  const { call, file, templates } = hugo;
  const { name, parameters, ordinal, isMarkdown } = call;
  const { file: path, line = 1, column = 1 } = placeOfCall(call, run);
  let inner: ReturnType<HugoCall['inner']> | null = null;
  const view: GoObject = templates.viewCall({
    ...{ name, ordinal, isMarkdown, parent: hugo.parent, file: path, line, column },
    position: `${path}:${line}:${column}`,
    parameters: listParameters(parameters),
    inner: () => inner ?? { text: '', pieces: [] },
  });
  inner = hugo.inner(view);
  const result = templates.runShortcode(file, view, isMarkdown, createChapterTools(call, run));
  for (const note of result.notes) run.diagnostics.push(describeNote(note, call, run));
  if (result.end !== null && result.end.kind !== 'refused') {
    run.diagnostics.push(
      describeTemplateEnd(result.end, name, placeOfCall(call, run), run.book.textOfTemplate),
    );
    return { made: '', end: null };
  }
  return { made: result.text, end: result.end };
}

function listParameters({ isNamed, values, broken }: Call['parameters']): readonly CallParameter[] {
  return Object.entries(values).map(([name, value]) => ({
    name: isNamed ? name : null,
    value,
    isBroken: broken.includes(name),
  }));
}

function describeNote(note: TemplateNote, call: Call, run: ChapterRun): Diagnostic {
  const place = placeOfCall(call, run);
  const { name } = call;
  if (note.kind === 'warned')
    return {
      ...diagnose('template/warned', { message: note.message }, place),
      tally: { name, words: null, template: null },
    };
  const { kind, value } = note.value;
  return {
    ...diagnose('template/refused-value', { name, kind, value }, place),
    tally: { name, words: null, template: null },
  };
}

/** A template that ended at a fault, with the place in it. */
export function describeTemplateEnd(
  end: TemplateEnd,
  name: string,
  place: SourceSpan,
  textOf: (file: string) => string | undefined,
): Diagnostic {
  const reason = end.message.replace(/\.$/, '');
  const chain =
    end.chain !== undefined && end.chain.length > 1 && end.chain.length < 8
      ? ` (${end.chain.join(' → ')})`
      : '';
  const related = spanOfEnd(end, textOf);
  const finding = diagnose(
    'template/fault',
    { name, reason: reason + chain },
    place,
    related === null ? [] : [{ ...related, message: 'the template stops here' }],
  );
  return { ...finding, tally: { name, words: null, template: related } };
}

/** What a template of Hugo's can ask of the chapter for one of its calls. What is wrong in its texts is shown at the call. */
function createChapterTools(call: Call, run: ChapterRun): ChapterTools {
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
