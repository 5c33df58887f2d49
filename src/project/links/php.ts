/** PHP classes by Composer's autoloading, files by `require` with a literal path, and names of files that are included. */
import { parse } from 'jsonc-parser';
import type { Program } from '../../syntax/ir.js';
import { includedPath } from '../../values/included-path.js';
import { indexOf } from '../../values/program-index.js';
import { DeclaredClasses } from './declared-classes.js';
import type { FileTree } from './file-tree.js';
import type { Definition, LanguageLinks } from './language-links.js';
import { folderOf, joinPath, within } from './paths.js';

interface Prefix {
  /** Namespace with dots, empty for the fallback. */
  readonly namespace: string;
  readonly folder: string;
}

export class PhpLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #classes: DeclaredClasses;
  #prefixes: readonly Prefix[] | undefined;

  constructor(tree: FileTree) {
    this.#tree = tree;
    this.#classes = new DeclaredClasses(tree, /\.php$/);
  }

  /** A path with `/` or `.php` is a file, anything else a class with its namespace. */
  *moduleOf(from: Program, specifier: string): Iterable<string> {
    if (/\/|\.(?:php|inc)$/.test(specifier)) yield* this.#included(from, specifier);
    else yield* this.#classFiles(specifier);
  }

  *definitions(from: Program, name: string): Iterable<Definition> {
    const pieces = name.split('.');
    if (pieces.length === 1) {
      yield* this.#fromIncludes(from, name);
      const qualified = from.namespace === undefined || from.namespace === '' ? name : `${from.namespace}.${name}`;
      if (/^[A-Za-z_]/.test(name)) for (const file of this.#classFiles(qualified)) yield { file, name };
      return;
    }
    // `\App\Config\Cookies` is written with its whole namespace.
    for (const file of this.#classFiles(name)) yield { file, name: pieces.at(-1)! };
  }

  /** https://getcomposer.org/doc/04-schema.md#psr-4; classes that no prefix finds by their declaration (classmap). */
  *#classFiles(qualified: string): Iterable<string> {
    const name = qualified.replaceAll('\\', '.').replace(/^\./, '');
    const last = name.slice(name.lastIndexOf('.') + 1);
    if (!/^[A-Za-z_]/.test(last)) return;
    let inPrefix = false;
    for (const { namespace, folder } of this.#allPrefixes()) {
      if (namespace !== '' && !name.startsWith(`${namespace}.`)) continue;
      inPrefix ||= namespace !== '';
      const rest = namespace === '' ? name : name.slice(namespace.length + 1);
      const file = within(folder, `${rest.replaceAll('.', '/')}.php`);
      if (this.#tree.has(file)) yield file;
    }
    if (inPrefix || this.#allPrefixes().length === 0) {
      const namespace = name.slice(0, Math.max(0, name.length - last.length - 1));
      for (const declared of this.#classes.named(last)) if (declared.namespace === namespace) yield declared.file;
    }
  }

  /** A relative path is looked for beside the including file and from the folders around it, which may be the working folder. */
  *#included(from: Program, path: string): Iterable<string> {
    const folder = folderOf(from.path);
    for (const base of [folder, '', ...ancestors(folder)]) {
      const file = joinPath(base, path.replace(/^\//, ''));
      if (file !== undefined && this.#tree.has(file)) yield file;
    }
  }

  /** Included files share the variables and constants of the file that includes them. */
  *#fromIncludes(from: Program, name: string): Iterable<Definition> {
    for (const call of indexOf(from).calls) {
      const path = includedPath(call);
      if (path === undefined) continue;
      for (const file of this.#included(from, path)) yield { file, name };
    }
  }

  #allPrefixes(): readonly Prefix[] {
    this.#prefixes ??= this.#tree
      .named('composer.json')
      .flatMap((file) => prefixesOf(this.#tree.workspace.textOf(file) ?? '', folderOf(file)))
      .sort((a, b) => b.namespace.length - a.namespace.length);
    return this.#prefixes;
  }
}

function* ancestors(folder: string): Iterable<string> {
  for (let at = folder; at !== '';) {
    at = folderOf(at);
    yield at;
  }
}

function prefixesOf(text: string, folder: string): Prefix[] {
  const manifest = parse(text) as { readonly autoload?: Readonly<Record<string, unknown>> } | undefined;
  const found: Prefix[] = [];
  for (const standard of ['psr-4', 'psr-0']) {
    const map = manifest?.autoload?.[standard];
    if (typeof map !== 'object' || map === null) continue;
    for (const [prefix, folders] of Object.entries(map as Record<string, unknown>)) {
      for (const one of [folders].flat()) {
        const base = typeof one === 'string' ? joinPath(folder, one) : undefined;
        // PSR-0 keeps the namespace in the path.
        if (base !== undefined)
          found.push({ namespace: standard === 'psr-4' ? prefix.replace(/(?<!\\)\\+$/, '').replaceAll('\\', '.') : '', folder: base });
      }
    }
  }
  return found;
}
