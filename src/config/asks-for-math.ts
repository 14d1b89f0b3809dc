import { isMap, type PlainValue } from '../formats/plain.js';
import { readSwitch } from '../formats/switch.js';
import type { Config } from '../model/config.js';

const names = ['math', 'katex', 'mathjax', 'enablekatex', 'enablemathjax', 'usekatex'];
const programs: readonly unknown[] = ['katex', 'mathjax'];

/** Whether the parameters of a Hugo theme have it load KaTeX or MathJax: `math: true`, `katex: {enable: true}`. */
export function asksForMath(params: Config['params']): boolean {
  return Object.entries(params).some(([name, value]) => names.includes(name.toLowerCase()) && isOn(value));
}

function isOn(value: unknown): boolean {
  if (isMap(value)) return isOn(value['enable'] ?? true);
  // Params are what a parser of data made.
  return programs.includes(value) || readSwitch(value as PlainValue) === true;
}
