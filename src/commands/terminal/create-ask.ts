import { createInterface } from 'node:readline';
import type { Environment } from '../command.js';

/**
 * Questions on a terminal. Lines that were typed ahead, or pasted together, answer the questions that come after. Null where
 * the input ends (Ctrl+D).
 *
 * @param interrupt Called for Ctrl+C, which reaches nobody else while a question stands.
 */
export function createAsk(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  interrupt: () => void,
): NonNullable<Environment['ask']> {
  const typed: string[] = [];
  return (question) => {
    const answer = typed.shift();
    if (answer !== undefined) {
      output.write(`${question}${answer}\n`);
      return Promise.resolve(answer);
    }
    const terminal = createInterface({ input, output });
    terminal.once('SIGINT', interrupt);
    terminal.on('line', (line) => typed.push(line));
    // Closed at once, it would lose the lines that came with this one.
    terminal.once('line', () => setImmediate(() => terminal.close()));
    terminal.setPrompt(question);
    terminal.prompt();
    return new Promise((resolve) => {
      terminal.once('close', () => resolve(typed.shift() ?? null));
    });
  };
}
