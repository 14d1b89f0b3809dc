import { failEvaluation, findEnd, passOn } from '../faults.js';
import type {
  ActionNode,
  BranchNode,
  InvokeNode,
  ParsedTemplate,
  TemplateNode,
  TextNode,
} from '../parse/tree.js';
import { joinPlaces, type Place, placeOfAction, textPlace } from './place.js';
import { walkHtml } from './walk-html.js';

/** For each node of a template where it prints. One is made for each place that a template is invoked in. */
export interface EscapePlan {
  readonly places: Map<ActionNode, Place>;
  /** Text without HTML comments. */
  readonly texts: Map<TextNode, string>;
  readonly invoked: Map<InvokeNode, EscapePlan>;
  /** Where its end stands. */
  end: Place;
}

interface Planning {
  readonly template: ParsedTemplate;
  readonly find: FindDefined;
  readonly plans: Map<string, EscapePlan>;
}

/** The nodes that a name stands for in `{{ template }}`; undefined for none. */
export type FindDefined = (name: string) => readonly TemplateNode[] | undefined;

/** Where the paths through some nodes end; null for paths that all jump away. */
type Ends = Place | null;

interface Walk {
  readonly plan: EscapePlan;
  readonly planning: Planning;
  /** Places of `break` and `continue`. */
  readonly jumps: Place[];
}

/**
 * Finds the place of every action once, by walking the text around it. Ends with a fault where branches end in different
 * places, or where the template ends inside a tag, an attribute or an element with a language of its own.
 */
export function planEscapes(template: ParsedTemplate, find: FindDefined): EscapePlan {
  const planning: Planning = { template, find, plans: new Map() };
  const plan = planNodes(template.nodes, textPlace, planning);
  if (plan.end.state === 'text') return plan;
  return failEvaluation(`the template ends inside ${nameState(plan.end)}`, {
    file: template.file,
    offset: template.nodes.at(-1)?.offset ?? 0,
  });
}

function planNodes(nodes: readonly TemplateNode[], start: Place, planning: Planning): EscapePlan {
  const plan: EscapePlan = { places: new Map(), texts: new Map(), invoked: new Map(), end: start };
  walkInto(plan, nodes, start, planning);
  return plan;
}

function walkInto(plan: EscapePlan, nodes: readonly TemplateNode[], start: Place, planning: Planning): void {
  plan.end = walkNodes(nodes, start, { plan, planning, jumps: [] }) ?? start;
}

function walkNodes(nodes: readonly TemplateNode[], start: Place, walk: Walk): Ends {
  let place: Ends = start;
  for (const node of nodes) {
    if (place === null) return null;
    place = walkNode(node, place, walk);
  }
  return place;
}

function walkNode(node: TemplateNode, place: Place, walk: Walk): Ends {
  const { plan, planning } = walk;
  switch (node.kind) {
    case 'text': {
      const walked = walkTextNode(node, place, planning);
      plan.texts.set(node, walked.kept);
      return walked.place;
    }
    case 'action':
      if (node.pipe.variables.length > 0) return place;
      return walkAction(node, placeOfAction(place), walk);
    case 'template':
      return walkInvocation(node, place, walk);
    case 'return':
      return null;
    case 'break':
    case 'continue':
      walk.jumps.push(place);
      return null;
    default:
      return walkBranch(node, place, walk);
  }
}

function walkTextNode(node: TextNode, place: Place, { template }: Planning) {
  try {
    return walkHtml(place, node.text);
  } catch (error) {
    const end = findEnd(error);
    if (end === null) throw error;
    return passOn({ ...end, file: template.file, offset: node.offset });
  }
}

function walkAction(node: ActionNode, place: Place, { plan, planning }: Walk): Place {
  if (place.part === 'mixed' && (place.state === 'address' || place.state.endsWith('-address'))) {
    failEvaluation(
      'branches before this action leave open whether it stands in the path or the query of an address',
      {
        ...{ file: planning.template.file, offset: node.offset, length: node.length },
      },
    );
  }
  plan.places.set(node, place);
  return place.state === 'script' ? { ...place, slash: 'division' } : place;
}

function walkInvocation(node: InvokeNode, place: Place, { plan, planning }: Walk): Place {
  const nodes = planning.find(node.name);
  // Reported when it is run.
  if (nodes === undefined) return place;
  const key = `${node.name} ${JSON.stringify(place)}`;
  let made = planning.plans.get(key);
  if (made === undefined) {
    made = { places: new Map(), texts: new Map(), invoked: new Map(), end: place };
    // Known before it is walked: a template that invokes itself is taken to end where it begins.
    planning.plans.set(key, made);
    walkInto(made, nodes, place, planning);
  }
  plan.invoked.set(node, made);
  return made.end;
}

function walkBranch(node: BranchNode, place: Place, walk: Walk): Ends {
  const inner: Walk = node.kind === 'range' ? { ...walk, jumps: [] } : walk;
  let body = walkNodes(node.body, place, inner);
  if (node.kind === 'range') {
    body = [...inner.jumps, place].reduce<Ends>((end, jump) => join(end, jump, node, walk), body);
    // Once more from where it may begin again.
    if (body !== null) body = join(walkNodes(node.body, body, { ...inner, jumps: [] }), body, node, walk);
  }
  const otherwise = node.otherwise === null ? place : walkNodes(node.otherwise, place, walk);
  return join(body, otherwise, node, walk);
}

function join(left: Ends, right: Ends, node: BranchNode, { planning }: Walk): Ends {
  if (left === null || right === null) return left ?? right;
  const joined = joinPlaces(left, right);
  if (joined !== null) return joined;
  const where =
    left.state === right.state ? 'places of different kinds' : `${nameState(left)} and ${nameState(right)}`;
  return failEvaluation(`the branches of {{ ${node.kind} }} end in different places: ${where}`, {
    ...{ file: planning.template.file, offset: node.offset, length: node.length },
  });
}

function nameState({ state, quote, element }: Place): string {
  if (quote !== '') return 'the value of an attribute';
  if (state === 'text') return 'text';
  if (element !== '' && state !== 'tag') return `<${element}>`;
  return state === 'comment' ? 'a comment' : 'a tag';
}
