/** Builds the package: compiles to dist/ and copies the grammars beside it. */
import { chmodSync, rmSync } from 'node:fs';
import { root, run } from './setup.mjs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
run(process.execPath, ['scripts/copy-grammars.mjs']);
chmodSync(`${root}/dist/src/cli/main.js`, 0o755);
