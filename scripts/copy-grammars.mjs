/** Packs the WebAssembly grammars out of the development dependencies into grammars/, which is published with the package. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The published package as a whole stays below 15 MB. */
const LARGEST_TOTAL = 4_000_000;

/** Grammar file by the package that ships it. Each has its licence (MIT) beside it in that package. */
const grammars = {
  'tree-sitter-python': 'tree-sitter-python.wasm',
  'tree-sitter-ruby': 'tree-sitter-ruby.wasm',
  'tree-sitter-php': 'tree-sitter-php.wasm',
  'tree-sitter-java': 'tree-sitter-java.wasm',
  '@tree-sitter-grammars/tree-sitter-kotlin': 'tree-sitter-kotlin.wasm',
  'tree-sitter-c-sharp': 'tree-sitter-c_sharp.wasm',
  'tree-sitter-go': 'tree-sitter-go.wasm',
  'tree-sitter-rust': 'tree-sitter-rust.wasm',
  'tree-sitter-scala': 'tree-sitter-scala.wasm',
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'grammars');
mkdirSync(target, { recursive: true });
const written = new Set();

/** Under its name at once and whole: tests, and an editor that runs this checkout, may read it meanwhile. */
function write(name, bytes) {
  const beside = join(target, `${name}.${process.pid}`);
  writeFileSync(beside, bytes);
  renameSync(beside, join(target, name));
  written.add(name);
}

let total = 0;
for (const [name, wasm] of Object.entries(grammars)) {
  const directory = join(root, 'node_modules', name);
  const packed = gzipSync(readFileSync(join(directory, wasm)), { level: 9 });
  write(`${wasm}.gz`, packed);
  const licence = readdirSync(directory).find((file) => /^licen[cs]e/i.test(file));
  if (licence) write(`${wasm.replace('.wasm', '')}.LICENSE`, readFileSync(join(directory, licence)));
  total += packed.length;
}
for (const old of readdirSync(target)) if (!written.has(old)) rmSync(join(target, old));
if (total > LARGEST_TOTAL) throw new Error(`The grammars weigh ${total} bytes, more than ${LARGEST_TOTAL}`);
console.log(`${Object.keys(grammars).length} grammars, ${(total / 1_000_000).toFixed(1)} MB`);
