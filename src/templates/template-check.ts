import { diagnose } from '../diagnostics/catalogue.js';
import { nearestWord } from '../text/nearest.js';
import { findBlockFault } from './template-blocks.js';
import { failTemplate } from './template-failure.js';
import { findUnknownFilter, guardAddresses, placeTokens, type TemplateToken } from './template-tokens.js';

/** The template that is being read, and the filters it may use. */
export interface TokenCheck {
  readonly name: string | undefined;
  readonly filters: readonly string[];
}

/** What `|>` may call besides filters: the methods of text, lists and numbers, and Vento's own `safe`. */
const METHODS: ReadonlySet<string> = new Set([
  'safe',
  ...[String, Array, Number]
    .flatMap((type) => Object.getOwnPropertyNames(type.prototype))
    .filter((name) => name !== 'constructor' && name !== 'length'),
]);

/**
 * Reads a template's tokens before they are compiled: places them, guards URL attributes, and fails with
 * `template/unclosed`, `template/syntax` (an end without a beginning) or `template/unknown-filter`.
 */
export function checkTokens(tokens: TemplateToken[], check: TokenCheck): void {
  placeTokens(tokens);
  checkBlocks(tokens, check);
  checkFilters(tokens, check);
  guardAddresses(tokens);
}

function checkBlocks(tokens: readonly TemplateToken[], { name }: TokenCheck): void {
  const fault = findBlockFault(tokens);
  if (fault === null) return;
  const { kind, tag, position } = fault;
  failTemplate({
    name,
    position,
    report: (place, related) =>
      kind === 'unclosed'
        ? diagnose('template/unclosed', { tag }, place, related)
        : diagnose('template/syntax', { reason: `"${tag}" ends a block that is not open` }, place, related),
  });
}

function checkFilters(tokens: readonly TemplateToken[], check: TokenCheck): void {
  const names = [...check.filters, ...METHODS];
  const unknown = findUnknownFilter(tokens, (name) => names.includes(name));
  if (unknown === null) return;
  const { name, position } = unknown;
  failTemplate({
    name: check.name,
    position,
    report: (place, related) =>
      diagnose(
        'template/unknown-filter',
        { name, nearest: nearestWord(name, names) },
        { ...place, length: name.length },
        related,
      ),
  });
}
