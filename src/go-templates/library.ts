import type { ParsedTemplate, TemplateNode } from './parse/tree.js';
import type { Escaping } from './places/escape-value.js';
import type { EscapePlan } from './places/plan-escapes.js';
import type { GoValue } from './values/value.js';

/** A function of templates. */
export interface GoFunction {
  /** How many arguments it takes at least and at most. */
  readonly least: number;
  readonly most: number;
  readonly run: (args: readonly GoValue[], session: Session) => GoValue;
}

/** Functions by the names that templates call them by: `trim`, `strings.Trim`. */
export type FunctionTable = ReadonlyMap<string, GoFunction>;

/** A template that can be run: read, and the place of each of its actions known. */
export interface ReadyTemplate extends ParsedTemplate {
  /** Null where nothing is escaped. */
  readonly plan: EscapePlan | null;
}

/** What all templates of a site share. */
export interface Library extends Escaping {
  readonly functions: FunctionTable;
  /** Names that Hugo knows and that are refused; reached, they end the template. */
  readonly isRefused: (name: string) => boolean;
  /** A partial by the name that a template calls; null where there is none. Ends with the partial's own fault. */
  readonly findPartial: (name: string) => ReadyTemplate | null;
  /** Compares texts for `sort`, by the language of the site. */
  readonly compareTexts: (left: string, right: string) => number;
  /** Is told what `warnf` says. */
  readonly onWarning: (message: string) => void;
}

/** One run of a template and of all that it calls. */
export interface Session {
  readonly library: Library;
  readonly limits: Limits;
  steps: number;
  /** UTF-16 units printed, by partials too. */
  size: number;
  /** Names of the templates under way, the outermost first. */
  readonly chain: string[];
}

/** How far a run may go. */
export interface Limits {
  readonly steps: number;
  readonly size: number;
  readonly depth: number;
}

/** As `hugo-templates` has them: a million steps, a megabyte, a hundred partials within each other. */
export const defaultLimits: Limits = { steps: 1_000_000, size: 1_000_000, depth: 100 };

/** A template in the course of its run. */
export interface Frame {
  readonly session: Session;
  readonly template: ReadyTemplate;
  readonly root: GoValue;
  /** Variables that can be seen, the outermost first. */
  readonly variables: { readonly name: string; value: GoValue }[];
  plan: EscapePlan | null;
  printed: string;
  /** What `return` gave. */
  returned: GoValue | undefined;
}

/** The nodes that a name stands for inside a template. */
export function findDefined(template: ParsedTemplate, name: string): readonly TemplateNode[] | undefined {
  return template.defined.get(name);
}
