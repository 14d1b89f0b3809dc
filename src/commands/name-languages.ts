import type { Manuscript } from '../authoring/open-manuscript.js';

/**
 * Why a command that puts chapters in order leaves a book in several languages alone, or null for a book in one: each
 * language has an order of its own, and the manuscript lists all chapters in one.
 */
export function nameLanguages({ inputs }: Manuscript): string | null {
  const { keys } = inputs.config.place;
  if (keys.length === 0) return null;
  return `This book has several languages (${keys.join(', ')}), each with an order of its own; change the weights by hand.`;
}
