import type { JsonSchema } from '../model/json-schema.js';
import { plainInline } from '../text/plain-inline.js';
import { frontMatterKeys } from './front-matter-keys.js';

/** The JSON Schema of a chapter's front matter, for editors. Further keys are the author's own. */
export function makeFrontMatterSchema(): JsonSchema & { readonly $schema: string; readonly title: string } {
  const described = frontMatterKeys.map(({ name, about, schema }): [string, JsonSchema] => [
    name,
    { ...schema, description: `${plainInline(about)}.` },
  ]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The front matter of a chapter',
    type: 'object',
    properties: Object.fromEntries(described),
  };
}
