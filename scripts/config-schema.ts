/** Writes schemas/config.schema.json, the editors' copy of the configuration's schema. A test says when it is stale. */
import { writeFileSync } from 'node:fs';
import { configSchema } from '../src/engine/config/schema.js';

writeFileSync(new URL('../schemas/config.schema.json', import.meta.url), `${JSON.stringify(configSchema, null, 2)}\n`);
