import type { Page } from '../../model/book.js';
import type { OutputFile } from '../../model/output.js';
import { markdownAddress } from './markdown-address.js';

/** The Markdown output of a chapter: its body in Markdown, below its name, beside its page (`14f/index.md`). */
export function writeMarkdownOutput({ label, outputPath, file }: Page, body: string): OutputFile {
  const content = `# ${label}\n\n${body.replace(/^\n+/, '')}`;
  return { path: markdownAddress(outputPath), content, ...(file === null ? {} : { origin: file }) };
}
