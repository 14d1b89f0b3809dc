import { diagnose } from '../diagnostics/catalogue.js';
import { nearestWord } from '../text/nearest.js';
import { failTemplate } from './template-failure.js';
import { resolveName } from './template-name.js';

/** How deep templates may include each other. */
const MAX_DEPTH = 64;

/** One template of the chain that led to the present one. */
interface ChainLink {
  readonly name: string;
  readonly depth: number;
  readonly from: ChainLink | undefined;
}

/** An include, layout or import, or the template that a page asks for (then without `from`). */
export interface IncludeRequest {
  readonly name: string;
  /** The template that asks, and the offset of its tag. */
  readonly from: string | undefined;
  readonly position: number | undefined;
}

const chainKey = Symbol('the templates that led here');

/**
 * Checks that a template exists below `templates/` and that the chain of includes ends; returns its path.
 * The chain travels in the data under a symbol, which Vento's spreading of data into includes takes along.
 * Fails with `template/missing`, `template/outside` or `template/too-deep` at the tag.
 */
export function enterTemplate(names: ReadonlySet<string>, request: IncludeRequest, data: object): string {
  const path = checkName(names, request);
  const from = (data as { [chainKey]?: ChainLink })[chainKey];
  const link: ChainLink = { name: path, depth: (from?.depth ?? 0) + 1, from };
  if (link.depth > MAX_DEPTH) failTooDeep(link, request);
  Object.assign(data, { [chainKey]: link });
  return path;
}

function checkName(names: ReadonlySet<string>, { name, from, position }: IncludeRequest): string {
  // A name without `./` that exists is its own path.
  if (names.has(name)) return name;
  const path = resolveName(from ?? '', name);
  if (path !== null && names.has(path)) return path;
  return failTemplate({
    name: from,
    position,
    report: (place, related) => {
      if (path === null) return diagnose('template/outside', { name }, place, related);
      return diagnose('template/missing', { name, nearest: nearestWord(path, names) }, place, related);
    },
  });
}

function failTooDeep(last: ChainLink, { from, position }: IncludeRequest): never {
  const names: string[] = [];
  for (let link: ChainLink | undefined = last; link !== undefined; link = link.from) names.unshift(link.name);
  // Up to the first name that comes back: the circle once, and not 64 times.
  const again = names.findIndex((name, index) => names.indexOf(name) < index);
  const chain = again < 0 ? names : names.slice(0, again + 1);
  return failTemplate({
    name: from,
    position,
    report: (place, related) => diagnose('template/too-deep', { chain }, place, related),
  });
}
