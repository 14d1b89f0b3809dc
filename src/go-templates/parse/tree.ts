import type { GoValue } from '../values/value.js';

/** Where a part of a template stands: UTF-16 units of its file. */
interface Spot {
  readonly offset: number;
  readonly length: number;
}

/** Text that is printed as it stands. */
export interface TextNode extends Spot {
  readonly kind: 'text';
  readonly text: string;
}

/** `{{ … }}`: prints its value, or sets a variable. */
export interface ActionNode extends Spot {
  readonly kind: 'action';
  readonly pipe: Pipe;
}

export interface BranchNode extends Spot {
  readonly kind: 'if' | 'with' | 'range';
  readonly pipe: Pipe;
  readonly body: readonly TemplateNode[];
  /** Null for none. */
  readonly otherwise: readonly TemplateNode[] | null;
}

/** `{{ template "name" value }}`. */
export interface InvokeNode extends Spot {
  readonly kind: 'template';
  readonly name: string;
  readonly pipe: Pipe | null;
}

/** `{{ return value }}`, in a partial. */
interface ReturnNode extends Spot {
  readonly kind: 'return';
  readonly pipe: Pipe | null;
}

interface JumpNode extends Spot {
  readonly kind: 'break' | 'continue';
}

export type TemplateNode = TextNode | ActionNode | BranchNode | InvokeNode | ReturnNode | JumpNode;

/** Commands, each given the value of the one before it as its last argument. */
export interface Pipe extends Spot {
  /** Names with their `$`: none, one, or two in a `range`. */
  readonly variables: readonly string[];
  /** `=` and not `:=`. */
  readonly isAssignment: boolean;
  readonly commands: readonly PipeCommand[];
}

export interface PipeCommand extends Spot {
  readonly first: Operand;
  readonly args: readonly Operand[];
}

export type Operand = Spot &
  (
    | { readonly kind: 'literal'; readonly value: GoValue }
    | { readonly kind: 'nil' }
    | { readonly kind: 'dot' }
    /** `.a.b` */
    | { readonly kind: 'field'; readonly names: readonly string[] }
    /** `$`, `$x.a` */
    | { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
    /** A function, the space that it is in and the field after it together: `strings.Trim`. */
    | { readonly kind: 'function'; readonly name: string; readonly names: readonly string[] }
    /** `(…).a` */
    | { readonly kind: 'pipe'; readonly pipe: Pipe; readonly names: readonly string[] }
  );

/** A template as it was read. */
export interface ParsedTemplate {
  /** As messages name it. */
  readonly name: string;
  /** Its file. */
  readonly file: string;
  readonly nodes: readonly TemplateNode[];
  /** What it defines with `define` and `block`, by name. */
  readonly defined: ReadonlyMap<string, readonly TemplateNode[]>;
}
