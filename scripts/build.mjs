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
const packages = Object.keys({ ...dependencies, ...peerDependencies });
/** What the command line leaves where it is: it is loaded for one command only, or beside a file of its own. */
const OUTSIDE = ['eslint', '@eslint/plugin-kit', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'web-tree-sitter'];

/** The parser of JavaScript looks for its native part beside itself, wherever the rest of it was built into. */
const nativeParser = {
  name: 'native-parser',
  transform: (code, id) =>
    /[/\\]oxc-parser[/\\]/.test(id) && code.includes('import.meta.url')
      ? code.replaceAll('import.meta.url', "createRequire(import.meta.url).resolve('oxc-parser')")
      : undefined,
};

async function bundled(input, external, options, plugins = []) {
  const outside = [/^node:/, ...external.map((name) => new RegExp(`^${name}(?:/|$)`))];
  // Some packages have scripts for Node that require their parts by a name in a variable, beside modules.
  const resolve = { mainFields: ['module', 'main'] };
  const bundle = await rolldown({ cwd: root, input, platform: 'node', external: outside, plugins, resolve });
  const { output } = await bundle.generate({ dir: DIST, ...options });
  await bundle.close();
  return output;
}

// What others import, and the executable, which loads the program.
const entries = ['src/index', 'src/eslint/plugin', 'src/eslint/languages', 'rules/index'];
const modules = await bundled(
  { ...Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])), 'src/cli/main': 'src/cli/launch.ts' },
  packages,
  { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
);
// The program of the command line, as scripts and with the packages that it uses: of these V8's code can be kept.
const program = await bundled(
  { program: 'src/cli/program.ts' },
  OUTSIDE,
  { format: 'cjs', entryFileNames: 'program/[name].cjs', chunkFileNames: 'program/[name]-[hash].cjs' },
  [nativeParser],
);
const output = [...program, ...modules];
write('program/LICENSES.txt', licences(program));
// Chunks come before the entries that name them.
for (const { fileName, code } of [...output].sort((a, b) => Number(a.isEntry) - Number(b.isEntry))) write(fileName, code);
if (withTypes) for (const [name, text] of declarations(['src/index', 'src/eslint/plugin', 'src/eslint/languages'])) write(name, text);

run(process.execPath, ['scripts/copy-grammars.mjs']);
removeOld();

/** The licences of all packages that were built into these files. */
function licences(files) {
  const folders = files.flatMap(({ moduleIds }) =>
    moduleIds.flatMap((id) => /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+(?=[/\\])/.exec(id)?.[0] ?? []),
  );
  return [...new Set(folders)]
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const texts = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
      return [`${name} ${version} (${license})`, ...texts.map((file) => readFileSync(path.join(folder, file), 'utf8').trim())].join('\n\n');
    })
    .join('\n\n---\n\n');
}

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
