/** Go packages: all files of a folder share their names, and folders are imported by the module's path. */
import type { Program } from '../../syntax/ir.js';
import type { FileTree } from './file-tree.js';
import type { Definition, LanguageLinks } from './language-links.js';
import { foldersUp, folderOf, within } from './paths.js';

interface Module {
  readonly folder: string;
  readonly path: string;
}

export class GoLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #modules = new Map<string, Module | undefined>();

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** The first file of the package; names of the others are found as definitions in the same folder. */
  *moduleOf(from: Program, specifier: string): Iterable<string> {
    const folder = this.#folderOf(from, specifier);
    if (folder !== undefined) yield* this.#sources(folder);
  }

  *definitions(from: Program, name: string): Iterable<Definition> {
    const declared = declaration(name);
    for (const file of this.#sources(folderOf(from.path))) {
      if (declared.test(this.#tree.workspace.textOf(file) ?? '')) yield { file, name };
    }
  }

  packageFiles(from: Program): Iterable<string> {
    return this.#sources(folderOf(from.path));
  }

  /** The other packages that name the path of this one. */
  *importers(from: Program): Iterable<string> {
    const own = folderOf(from.path);
    const module = this.#moduleAround(own);
    if (module === undefined) return;
    const path = [module.path, own.slice(module.folder.length).replace(/^\//, '')].filter((part) => part !== '').join('/');
    for (const file of this.#tree.workspace.files) {
      if (!file.endsWith('.go') || file.endsWith('_test.go') || folderOf(file) === own) continue;
      if (this.#tree.workspace.textOf(file)?.includes(`"${path}"`) === true) yield file;
    }
  }

  #folderOf(from: Program, specifier: string): string | undefined {
    // Packages of the standard library have no dot in their first element and are in no module of the repository.
    const own = this.#moduleAround(folderOf(from.path));
    for (const module of own === undefined ? this.#allModules() : [own, ...this.#allModules()]) {
      if (specifier !== module.path && !specifier.startsWith(`${module.path}/`)) continue;
      const found = within(module.folder, specifier.slice(module.path.length + 1));
      if (this.#sources(found).length > 0) return found;
    }
    return undefined;
  }

  #sources(folder: string): string[] {
    return this.#tree.filesIn(folder).filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'));
  }

  #moduleAround(folder: string): Module | undefined {
    for (const at of foldersUp(folder)) {
      const module = this.#moduleIn(at);
      if (module !== undefined) return module;
    }
    return undefined;
  }

  /** Repositories with several modules import each other by path (`go.work`, `replace`). */
  #allModules(): Module[] {
    return this.#tree.named('go.mod').flatMap((file) => this.#moduleIn(folderOf(file)) ?? []);
  }

  #moduleIn(folder: string): Module | undefined {
    if (this.#modules.has(folder)) return this.#modules.get(folder);
    const file = within(folder, 'go.mod');
    // https://go.dev/ref/mod#go-mod-file-module
    const path = this.#tree.has(file) ? /^module\s+"?([^\s"]+)/m.exec(this.#tree.workspace.textOf(file) ?? '')?.[1] : undefined;
    const module = path === undefined ? undefined : { folder, path };
    this.#modules.set(folder, module);
    return module;
  }
}

/** A line that may declare the name at the top level, alone or in a group; `Type.method` is a function with that receiver. */
function declaration(name: string): RegExp {
  const [first = '', method] = name.split('.').map((piece) => piece.replace(/\W/g, ''));
  if (method !== undefined) return new RegExp(`^func \\((?:(?!\\b${first}\\b)[^)\\n])*\\b${first}\\b[^)\\n]*\\) ${method}\\b`, 'm');
  return new RegExp(`^(?:func |var |const |type |\\t)(?:\\w+, )*${first}\\b`, 'm');
}
