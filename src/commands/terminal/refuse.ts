import type { Environment, ExitCode } from '../command.js';

/** Says what is wrong with the arguments, and returns the exit code for it. */
export function refuseUsage(message: string, { log }: Environment): ExitCode {
  log(`octavo: ${message}`);
  return 2;
}
