import type { Blockquote, Nodes, PhrasingContent, Root } from 'mdast';
import type { ChapterTemplates } from '../../hugo-templates/create-hugo-templates.js';
import type { ChapterTools } from '../../hugo-templates/desk.js';
import type { MarkdownProcessor } from '../render/markdown-processor.js';
import type { CompileState } from '../tree/compile-state.js';

/** What a chapter said before the plugins changed it. */
export interface WrittenParts {
  /** Addresses of links, pictures and definitions. */
  readonly addresses: Map<Nodes, string>;
  readonly alerts: Map<Blockquote, WrittenAlert>;
}

/** `[!NOTE]- Title` at the head of a quotation. */
export interface WrittenAlert {
  readonly type: string;
  readonly sign: string;
  readonly title: readonly PhrasingContent[];
}

/** Prints parts of a chapter by the render hooks of a Hugo site. */
export interface HookRenderer {
  /** Notes what the plugins are going to change. */
  readonly prepare: (tree: Root) => WrittenParts;
  /** Puts what the hooks make in place of the nodes that they are for, those inside before those around them. */
  readonly render: (tree: Root, written: WrittenParts, state: CompileState) => void;
}

/** What the hooks of a chapter work with. */
export interface HookSurroundings {
  readonly processor: MarkdownProcessor;
  readonly current: () => ChapterTemplates | null;
  readonly toolsFor: (state: Pick<CompileState, 'job' | 'diagnostics' | 'fragmentLinks'>) => ChapterTools;
  readonly textOfTemplate: (file: string) => string | undefined;
}
