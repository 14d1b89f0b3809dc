import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFrontMatterSchema } from '../src/chapters/make-front-matter-schema.js';
import { makeConfigSchema } from '../src/config/make-config-schema.js';

/** Writes the JSON Schemas that editors read, from the tables of keys: a part of `npm run compile`. */
const folder = fileURLToPath(new URL('../../dist/schemas', import.meta.url));
mkdirSync(folder, { recursive: true });
const schemas = { octavo: makeConfigSchema(), 'front-matter': makeFrontMatterSchema() };
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
