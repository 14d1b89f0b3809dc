import { exceedLimit, failEvaluation, findEnd, passOn } from '../faults.js';
import { type Frame, findDefined } from '../library.js';
import type { BranchNode, InvokeNode, Pipe, TemplateNode } from '../parse/tree.js';
import { escapeValue } from '../places/escape-value.js';
import { printAction, typeName } from '../values/print.js';
import { isTrue } from '../values/truth.js';
import { entryOf, type GoValue, isGoMap, itemsOf, sortedKeys } from '../values/value.js';
import { countStep, evaluatePipe } from './evaluate-pipe.js';

/** Why a list of nodes ended before its last one. */
export type Jump = 'break' | 'continue' | 'return' | null;

/** Runs nodes with this dot, one behind the other. Prints into the frame. */
export function runNodes(nodes: readonly TemplateNode[], dot: GoValue, frame: Frame): Jump {
  const { length } = frame.variables;
  for (const node of nodes) {
    const jump = runNode(node, dot, frame);
    if (jump !== null) {
      frame.variables.length = length;
      return jump;
    }
  }
  frame.variables.length = length;
  return null;
}

function runNode(node: TemplateNode, dot: GoValue, frame: Frame): Jump {
  switch (node.kind) {
    case 'text':
      print(frame.plan?.texts.get(node) ?? node.text, frame);
      return null;
    case 'action': {
      const value = evaluatePipe(node.pipe, dot, frame);
      if (node.pipe.variables.length > 0) setVariables(node.pipe, [value], frame);
      else {
        const place = frame.plan?.places.get(node);
        print(
          place === undefined ? printAction(value) : escapeValue(value, place, frame.session.library),
          frame,
        );
      }
      return null;
    }
    case 'template':
      invoke(node, dot, frame);
      return null;
    case 'return':
      frame.returned = node.pipe === null ? null : evaluatePipe(node.pipe, dot, frame);
      return 'return';
    case 'break':
    case 'continue':
      return node.kind;
    case 'range':
      return runRange(node, dot, frame);
    default:
      return runBranch(node, dot, frame);
  }
}

function print(text: string, frame: Frame): void {
  const { session } = frame;
  countStep(session);
  session.size += text.length;
  if (session.size > session.limits.size) exceedLimit(`more than ${session.limits.size} characters`);
  frame.printed += text;
}

/** `:=` makes variables for the rest of the block, `=` changes those that can be seen. */
function setVariables(pipe: Pipe, values: readonly GoValue[], frame: Frame): void {
  pipe.variables.forEach((name, at) => {
    const value = values[at] ?? null;
    if (!pipe.isAssignment) {
      frame.variables.push({ name, value });
      return;
    }
    const variable = frame.variables.findLast((known) => known.name === name);
    if (variable === undefined) failEvaluation(`undefined variable "${name}"`);
    else variable.value = value;
  });
}

function runBranch({ kind, pipe, body, otherwise }: BranchNode, dot: GoValue, frame: Frame): Jump {
  const { length } = frame.variables;
  const value = evaluatePipe(pipe, dot, frame);
  setVariables(pipe, [value], frame);
  const jump = isTrue(value)
    ? runNodes(body, kind === 'with' ? value : dot, frame)
    : runNodes(otherwise ?? [], dot, frame);
  frame.variables.length = length;
  return jump;
}

function runRange(node: BranchNode, dot: GoValue, frame: Frame): Jump {
  const { pipe, body, otherwise } = node;
  const { length } = frame.variables;
  const value = evaluatePipe(pipe, dot, frame);
  let isEmpty = true;
  for (const [key, item] of stepsOf(value, node, frame)) {
    isEmpty = false;
    countStep(frame.session);
    setVariables(pipe, pipe.variables.length === 1 ? [item] : [key, item], frame);
    const jump = runNodes(body, item, frame);
    frame.variables.length = length;
    if (jump === 'break') break;
    if (jump === 'return') return jump;
  }
  return isEmpty ? runNodes(otherwise ?? [], dot, frame) : null;
}

type RangeStep = readonly [key: GoValue, item: GoValue];

function* stepsOf(value: GoValue, node: BranchNode, { template, session }: Frame): Generator<RangeStep> {
  if (value === null) return;
  const items = itemsOf(value);
  if (typeof value === 'number' && node.pipe.variables.length < 2)
    for (let at = 0; at < value; at += 1) yield [at, at];
  else if (items !== null) yield* items.map((item, at): RangeStep => [at, item]);
  else if (isGoMap(value))
    yield* sortedKeys(value).map((key): RangeStep => [key, entryOf(value, key) ?? null]);
  else {
    const { offset, length } = node;
    const place = { file: template.file, offset, length, chain: [...session.chain] };
    failEvaluation(`range can't iterate over a value of type ${typeName(value)}`, place);
  }
}

function invoke(node: InvokeNode, dot: GoValue, frame: Frame): void {
  const { session, template } = frame;
  const nodes = findDefined(template, node.name);
  const place = { file: template.file, offset: node.offset, length: node.length };
  if (nodes === undefined) failEvaluation(`template "${node.name}" not defined`, place);
  const value = node.pipe === null ? null : evaluatePipe(node.pipe, dot, frame);
  if (session.chain.length > session.limits.depth)
    exceedLimit(`more than ${session.limits.depth} templates deep`);
  session.chain.push(node.name);
  const inner: Frame = {
    ...frame,
    root: value,
    variables: [],
    printed: '',
    plan: frame.plan?.invoked.get(node) ?? null,
  };
  runNodes(nodes, value, inner);
  session.chain.pop();
  frame.printed += inner.printed;
}

/** Puts the file of a template into an end that has no place yet. */
export function placeInFile(error: unknown, frame: Frame): never {
  const end = findEnd(error);
  if (end === null || end.file !== undefined) throw error;
  return passOn({ ...end, file: frame.template.file, offset: 0, chain: [...frame.session.chain] });
}
