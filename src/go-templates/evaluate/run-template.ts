import { exceedLimit, failEvaluation, findEnd, type TemplateEnd } from '../faults.js';
import {
  defaultLimits,
  type Frame,
  type Library,
  type Limits,
  type ReadyTemplate,
  type Session,
} from '../library.js';
import { finishedHtml } from '../values/origin.js';
import type { GoValue } from '../values/value.js';
import { placeInFile, runNodes } from './evaluate-nodes.js';

/** What a run has come to. */
export type RunResult =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'ended'; readonly end: TemplateEnd };

/** Runs a template with a value as its dot, within the limits. Never throws for a fault of a template. */
export function runTemplate(
  template: ReadyTemplate,
  dot: GoValue,
  library: Library,
  limits: Limits = defaultLimits,
): RunResult {
  const session: Session = { library, limits, steps: 0, size: 0, chain: [template.name] };
  try {
    return { kind: 'done', text: runFrame(template, dot, session).printed };
  } catch (error) {
    const end = findEnd(error) ?? endOfStack(error, session);
    if (end === null) throw error;
    return { kind: 'ended', end };
  }
}

/** Operands within operands can be deeper than the stack of the program. */
function endOfStack(error: unknown, { chain }: Session): TemplateEnd | null {
  if (!(error instanceof RangeError)) return null;
  return { kind: 'limit', message: 'nested too deep', chain: [...chain] };
}

/** `partial NAME [VALUE]`: what it returns, or else what it prints, as finished HTML. */
export function runPartial(name: string, dot: GoValue, session: Session): GoValue {
  const template = session.library.findPartial(name);
  if (template === null) return failEvaluation(`partial "${name}" not found`);
  if (session.chain.length > session.limits.depth) {
    return exceedLimit(`more than ${session.limits.depth} partials deep: ${shorten(session.chain)}`);
  }
  session.chain.push(template.name);
  const frame = runFrame(template, dot, session);
  session.chain.pop();
  return frame.returned === undefined ? finishedHtml(frame.printed) : frame.returned;
}

function shorten(chain: readonly string[]): string {
  return chain.length > 6 ? `${chain.slice(0, 6).join(' → ')} → …` : chain.join(' → ');
}

function runFrame(template: ReadyTemplate, dot: GoValue, session: Session): Frame {
  const { plan } = template;
  const frame: Frame = {
    session,
    template,
    root: dot,
    variables: [],
    plan,
    printed: '',
    returned: undefined,
  };
  try {
    runNodes(template.nodes, dot, frame);
  } catch (error) {
    placeInFile(error, frame);
  }
  return frame;
}
