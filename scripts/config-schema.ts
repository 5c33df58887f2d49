/** Writes the schemas that are made of tables of the program into schemas/, for editors and other programs. Tests say when one is stale. */
import { writeFileSync } from 'node:fs';
import { configSchema } from '../src/engine/config/schema.js';
import { setCookieSchema, verifySchema } from '../src/report/verify/schema.js';

for (const [name, schema] of Object.entries({ config: configSchema, verify: verifySchema, 'set-cookie': setCookieSchema })) {
  writeFileSync(new URL(`../schemas/${name}.schema.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
