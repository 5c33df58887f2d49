/**
 * Builds the package: types file by file, the program in few chunks (a file each costs a run half a second), and the grammars
 * beside it. With `--program` the types are left out, which is quick enough for every try while one works on a rule.
 */
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { root, run } from './setup.mjs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
if (!process.argv.includes('--program')) run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--emitDeclarationOnly']);

const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const entries = ['src/index', 'src/cli/main', 'src/eslint/plugin', 'src/eslint/languages', 'rules/index'];
const bundle = await rolldown({
  cwd: root,
  input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
  platform: 'node',
  external: [/^node:/, ...Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(?:/|$)`))],
});
await bundle.write({ dir: `${root}/dist`, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' });
await bundle.close();

run(process.execPath, ['scripts/copy-grammars.mjs']);
chmodSync(`${root}/dist/src/cli/main.js`, 0o755);
