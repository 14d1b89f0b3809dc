import type { Page } from '../../model/book.js';
import type { OutputFile } from '../../model/output.js';
import { twinAddress } from './twin-address.js';

/** The Markdown twin of a chapter: its body in Markdown, below its name, beside its page (`14f/index.md`). */
export function writeTwin({ label, outputPath, file }: Page, body: string): OutputFile {
  const content = `# ${label}\n\n${body.replace(/^\n+/, '')}`;
  return { path: twinAddress(outputPath), content, ...(file === null ? {} : { origin: file }) };
}
