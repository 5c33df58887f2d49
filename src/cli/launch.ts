#!/usr/bin/env node
/** The executable of the package: runs the built program as V8 has compiled it before. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CompiledProgram } from './compiled-program.js';
import { cacheFolder } from './cache-folder.js';

const program = new CompiledProgram(
  fileURLToPath(new URL('../../program/', import.meta.url)),
  // Node's own variable for its own cache of the kind.
  process.env['NODE_DISABLE_COMPILE_CACHE'] === undefined ? join(cacheFolder(process.env, homedir), 'compiled') : undefined,
);
const { main } = program.load('program.cjs') as { readonly main: () => Promise<void> };
await main();
program.keep();
