// Copies the WebAssembly grammars out of the development dependencies into grammars/, which is published with the package.
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The published package as a whole stays below 25 MB. */
const LARGEST_TOTAL = 22_000_000;

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
rmSync(target, { recursive: true, force: true });
mkdirSync(target);

let total = 0;
for (const [name, wasm] of Object.entries(grammars)) {
  const directory = join(root, 'node_modules', name);
  copyFileSync(join(directory, wasm), join(target, wasm));
  const licence = readdirSync(directory).find((file) => /^licen[cs]e/i.test(file));
  if (licence) copyFileSync(join(directory, licence), join(target, `${wasm.replace('.wasm', '')}.LICENSE`));
  total += statSync(join(target, wasm)).size;
}
if (total > LARGEST_TOTAL) throw new Error(`The grammars weigh ${total} bytes, more than ${LARGEST_TOTAL}`);
console.log(`${Object.keys(grammars).length} grammars, ${(total / 1_000_000).toFixed(1)} MB`);
