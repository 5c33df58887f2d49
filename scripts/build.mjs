/**
 * Builds the package: the program in few chunks (a file each costs a run half a second), the grammars beside it, and the types that
 * its entries name. With `--program` the types are left out, which is quick enough for a first run and for every try while one works
 * on a rule. A file is put in place whole, and only where it differs, so that a program that runs meanwhile finds what it looks for.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rolldown } from 'rolldown';
import { root, run } from './setup.mjs';

const DIST = path.join(root, 'dist');
const withTypes = !process.argv.includes('--program');
const written = new Set();

function write(name, text) {
  const file = path.join(DIST, name);
  written.add(file);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text);
  if (name === 'src/cli/main.js') chmodSync(beside, 0o755);
  renameSync(beside, file);
}

const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const entries = ['src/index', 'src/cli/main', 'src/eslint/plugin', 'src/eslint/languages', 'rules/index'];
const bundle = await rolldown({
  cwd: root,
  input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
  platform: 'node',
  external: [/^node:/, ...Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(?:/|$)`))],
});
const { output } = await bundle.generate({
  dir: DIST,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
});
await bundle.close();
// Chunks come before the entries that name them.
for (const { fileName, code } of [...output].sort((a, b) => Number(a.isEntry) - Number(b.isEntry))) write(fileName, code);
if (withTypes) for (const [name, text] of declarations(['src/index', 'src/eslint/plugin', 'src/eslint/languages'])) write(name, text);

run(process.execPath, ['scripts/copy-grammars.mjs']);
removeOld();

/** The types of the public entries and of what they name, a twentieth of what the compiler writes. */
function declarations(publicEntries) {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-types-'));
  try {
    run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--emitDeclarationOnly', '--outDir', folder]);
    const found = new Map();
    const open = publicEntries.map((entry) => `${entry}.d.ts`);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (found.has(name) || !existsSync(path.join(folder, name))) continue;
      const text = readFileSync(path.join(folder, name), 'utf8');
      found.set(name, text);
      for (const [, target] of text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.js['"]/g))
        open.push(path.posix.join(path.posix.dirname(name), `${target}.d.ts`));
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an earlier build left and this one does not have. */
function removeOld() {
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(file) && (withTypes || !file.endsWith('.d.ts'))) rmSync(file, { force: true });
  }
}
