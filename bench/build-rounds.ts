import { type Measurement, measure, type Program } from './measure.js';
import type { Tool, ToolName } from './tools.js';

/** The counted builds of each tool, in the order they were made. */
export type Runs = Partial<Record<ToolName, readonly Measurement[]>>;

/** What makes a scenario true before a build. Not measured. */
export type Preparation = (tool: Tool, round: number) => void;

/**
 * Has each tool do its work on the book in turn (A B A B …), so that a slow minute of the machine strikes both. The first round
 * warms up and is not counted. Rejects when a build fails.
 */
export async function buildRounds(
  tools: readonly Tool[],
  folder: string,
  rounds: number,
  prepare: Preparation,
  work: (tool: Tool) => Program | undefined = (tool) => tool.build(folder),
): Promise<Runs> {
  const runs: Partial<Record<ToolName, Measurement[]>> = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const tool of tools) {
      const program = work(tool);
      if (program === undefined) continue;
      prepare(tool, round);
      const measurement = await measure(program);
      if (round > 0) runs[tool.name] = [...(runs[tool.name] ?? []), measurement];
    }
  }
  return runs;
}
