import type { FunctionTable } from '../library.js';
import { type FunctionEntry, tabulate } from './entries.js';
import { addressFunctions } from './on-addresses.js';
import { codeFunctions } from './on-codes.js';
import { listFunctions } from './on-lists.js';
import { numberFunctions } from './on-numbers.js';
import { orderFunctions } from './on-order.js';
import { pathFunctions } from './on-paths.js';
import { patternFunctions } from './on-patterns.js';
import { printingFunctions } from './on-printing.js';
import { setFunctions } from './on-sets.js';
import { textFunctions } from './on-text.js';
import { truthFunctions } from './on-truth.js';

/** The functions that need nothing of a site, and those that a site adds; its own stand before ours. */
export function standardFunctions(own: readonly FunctionEntry[] = []): FunctionTable {
  return tabulate([
    ...truthFunctions,
    ...textFunctions,
    ...numberFunctions,
    ...listFunctions,
    ...setFunctions,
    ...orderFunctions,
    ...patternFunctions,
    ...pathFunctions,
    ...addressFunctions,
    ...codeFunctions,
    ...printingFunctions,
    ...own,
  ]);
}
