import { entry } from '../entry.js';

/** Codes of the area `order`: weights, and the numbers in headings that should rise with them. */
export const orderCodes = {
  'order/duplicate-weight': entry<{ weight: number; file: string; others: number }>({
    severity: 'warning',
    message: ({ weight, file, others }) =>
      `The weight ${weight} is that of ${file}, too${others === 0 ? '' : `, and of ${others} more`}.`,
    hint: () => 'Dates and titles decide between the two; `octavo renumber` gives each its own.',
  }),
  'order/missing-weight': entry<{ count: number }>({
    severity: 'warning',
    message: ({ count }) => `The page has no weight and comes last, while ${count} beside it have one.`,
    hint: () => 'Give it a weight, or move it to its place: `octavo move`.',
  }),
  'order/jumping-weight': entry<{ weight: number; before: number; step: number }>({
    severity: 'advice',
    message: ({ weight, before, step }) =>
      `The weight jumps from ${before} to ${weight}, where the others go by about ${step}.`,
    hint: () => 'Look for a digit too many; `octavo renumber` closes gaps.',
  }),
  'order/duplicate-heading': entry<{ heading: string; file: string }>({
    severity: 'warning',
    message: ({ heading, file }) => `"${heading}" is the heading of ${file}, too.`,
    hint: () => 'Change one of the two; `octavo renumber --headings` recounts.',
  }),
  'order/heading-number': entry<{ heading: string; before: string }>({
    severity: 'warning',
    message: ({ heading, before }) => `"${heading}" comes after "${before}".`,
    hint: () => 'Change the weight or the heading; `octavo renumber --headings` recounts.',
  }),
};
