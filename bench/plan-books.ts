import type { BenchRequest, Scenario } from './read-request.js';
import type { Tool } from './tools.js';

const buildScenarios = [
  ...(['cold', 'searched', 'unchanged', 'changed', 'retitled', 'list', 'check'] as const),
] as const satisfies readonly Scenario[];
/** What one book goes through; growth is told from the cold builds of several. */
export type BuildScenario = (typeof buildScenarios)[number];

/** A book that is to be generated, and the builds it is for. */
export interface BookPlan {
  readonly chapters: number;
  readonly tools: readonly Tool[];
  /** In the order in which they are done; the first is always `cold`, from which the others start. */
  readonly scenarios: readonly BuildScenario[];
  readonly rounds: number;
}

/** The books to measure, from the shortest to the longest. Books for growth alone are built by Octavo only. */
export function planBooks(request: BenchRequest, tools: readonly Tool[]): readonly BookPlan[] {
  const octavo = tools.filter((tool) => tool.name === 'octavo');
  const asked = buildScenarios.filter((scenario) => request.scenarios.includes(scenario));
  const compared = asked.length > 0 ? request.compared : [];
  const grown = request.scenarios.includes('growth') && octavo.length > 0 ? request.growth : [];
  const sizes = [...new Set([...compared, ...grown])].sort((a, b) => a - b);
  return sizes.map((chapters): BookPlan => {
    if (!compared.includes(chapters))
      return { chapters, tools: octavo, scenarios: ['cold'], rounds: request.growthRounds };
    return {
      chapters,
      tools,
      scenarios: [...new Set<BuildScenario>(['cold', ...asked])],
      rounds: request.rounds,
    };
  });
}
