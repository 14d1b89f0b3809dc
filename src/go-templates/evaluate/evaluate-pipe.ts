import { exceedLimit, failEvaluation, findEnd, passOn, refuseName, type TemplateEnd } from '../faults.js';
import type { Frame, Session } from '../library.js';
import type { Operand, Pipe, PipeCommand } from '../parse/tree.js';
import { isTrue } from '../values/truth.js';
import { type GoObject, type GoValue, isGoText, itemsOf, textOf } from '../values/value.js';
import { noArguments, walkFields } from './read-field.js';

/** The value of a pipeline. Its variables are not set here. */
export function evaluatePipe(pipe: Pipe, dot: GoValue, frame: Frame): GoValue {
  let value: GoValue | undefined;
  for (const command of pipe.commands) {
    countStep(frame.session);
    try {
      value = evaluateCommand(command, dot, frame, value);
    } catch (error) {
      throw placeEnd(error, command, frame);
    }
  }
  return value ?? null;
}

/** One step of a run; ends it when there were too many. */
export function countStep(session: Session): void {
  session.steps += 1;
  if (session.steps > session.limits.steps) exceedLimit(`more than ${session.limits.steps} steps`);
}

/** The longest text and the longest list that a function may make. */
const SIZE_LIMIT = 1_000_000;

/** Large values count as many steps, so that a run cannot fill the memory with them. */
export function chargeSize(value: GoValue, session: Session): void {
  const length = isGoText(value) ? textOf(value).length : (itemsOf(value)?.length ?? 0);
  if (length < 100) return;
  if (length > SIZE_LIMIT) exceedLimit(`a ${isGoText(value) ? 'text' : 'list'} of more than ${SIZE_LIMIT}`);
  session.steps += Math.floor(length / 100);
}

/** The error with the place of the command at fault, unless a template inside it has given its own. */
function placeEnd(error: unknown, { offset, length }: PipeCommand, frame: Frame): unknown {
  const end = findEnd(error);
  if (end === null || end.file !== undefined) return error;
  const placed: TemplateEnd = {
    ...end,
    file: frame.template.file,
    offset,
    length,
    chain: [...frame.session.chain],
  };
  try {
    return passOn(placed);
  } catch (made) {
    return made;
  }
}

function evaluateCommand(
  command: PipeCommand,
  dot: GoValue,
  frame: Frame,
  last: GoValue | undefined,
): GoValue {
  const { first, args } = command;
  if (first.kind === 'nil') failEvaluation('nil is not a command');
  if (args.length === 0 && last === undefined) return evaluateOperand(first, dot, frame);
  if (first.kind === 'function' && first.names.length === 0) {
    if (first.name === 'and' || first.name === 'or') return decide(command, dot, frame, last);
    if (first.name === 'try') return tryOut(command, dot, frame, last);
    return callFunction(first.name, evaluateArgs(args, dot, frame, last), frame.session);
  }
  const given = () => evaluateArgs(args, dot, frame, last);
  switch (first.kind) {
    case 'field':
      return walkFields(dot, first.names, given);
    case 'variable':
      if (first.names.length === 0) break;
      return walkFields(findVariable(first.name, frame), first.names, given);
    case 'function':
      return walkFields(callFunction(first.name, [], frame.session), first.names, given);
    case 'pipe':
      if (first.names.length === 0) break;
      return walkFields(evaluatePipe(first.pipe, dot, frame), first.names, given);
  }
  return failEvaluation("can't give arguments to what is no function");
}

function evaluateArgs(
  args: readonly Operand[],
  dot: GoValue,
  frame: Frame,
  last: GoValue | undefined,
): readonly GoValue[] {
  const values = args.map((arg) => evaluateOperand(arg, dot, frame));
  if (last !== undefined) values.push(last);
  return values;
}

function evaluateOperand(operand: Operand, dot: GoValue, frame: Frame): GoValue {
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'nil':
      return null;
    case 'dot':
      return dot;
    case 'field':
      return walkFields(dot, operand.names, noArguments);
    case 'variable':
      return walkFields(findVariable(operand.name, frame), operand.names, noArguments);
    case 'function':
      return walkFields(callFunction(operand.name, [], frame.session), operand.names, noArguments);
    case 'pipe':
      return walkFields(evaluatePipe(operand.pipe, dot, frame), operand.names, noArguments);
  }
}

/** `and` and `or` give the value that decides, and look no further. */
function decide(
  { first, args }: PipeCommand,
  dot: GoValue,
  frame: Frame,
  last: GoValue | undefined,
): GoValue {
  const wanted = first.kind === 'function' && first.name === 'or';
  let value: GoValue = last ?? null;
  for (const arg of args) {
    value = evaluateOperand(arg, dot, frame);
    if (isTrue(value) === wanted) return value;
  }
  return last ?? value;
}

/** `try`: the value, or the fault that it ends in, as fields of what it gives. What goes too far goes on to the top. */
function tryOut({ args }: PipeCommand, dot: GoValue, frame: Frame, last: GoValue | undefined): GoValue {
  const depth = frame.session.chain.length;
  try {
    return viewTrial(last ?? evaluateArgs(args, dot, frame, undefined)[0] ?? null, null);
  } catch (error) {
    const end = findEnd(error);
    if (end?.kind !== 'fault') throw error;
    frame.session.chain.length = depth;
    return viewTrial(null, end.message);
  }
}

function viewTrial(value: GoValue, message: string | null): GoObject {
  const fields = new Map<string, GoValue>([
    ['Value', value],
    ['Err', message],
  ]);
  return { kind: 'object', type: 'TryValue', member: (name) => fields.get(name), print: () => message ?? '' };
}

function callFunction(name: string, args: readonly GoValue[], session: Session): GoValue {
  const found = session.library.functions.get(name);
  if (found === undefined) {
    return session.library.isRefused(name)
      ? refuseName(name)
      : failEvaluation(`function "${name}" not defined`);
  }
  if (args.length < found.least || args.length > found.most) {
    const want = found.least === found.most ? String(found.least) : `at least ${found.least}`;
    return failEvaluation(`wrong number of args for ${name}: want ${want} got ${args.length}`);
  }
  const made = found.run(args, session);
  chargeSize(made, session);
  return made;
}

/** The value of `name` in a chain of variables, the innermost first. */
function findVariable(name: string, { variables, root }: Frame): GoValue {
  if (name === '$') return root;
  for (let at = variables.length - 1; at >= 0; at -= 1) {
    const variable = variables[at];
    if (variable?.name === name) return variable.value;
  }
  return failEvaluation(`undefined variable "${name}"`);
}
