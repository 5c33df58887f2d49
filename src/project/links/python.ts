/** Python modules: relative ones by the package they stand in, absolute ones from the folders that are on the search path. */
import type { Program } from '../../syntax/ir.js';
import type { FileTree } from './file-tree.js';
import type { LanguageLinks } from './language-links.js';
import { foldersUp, folderOf, within } from './paths.js';

/** Folders beside a manifest that packaging tools put on the path. Source: the "src layout", https://packaging.python.org/en/latest/discussions/src-layout-vs-flat-layout/. */
const SOURCE_FOLDERS = ['', 'src', 'lib', 'app', 'backend', 'server'];

/** What a project is started with, from the folder in which it stands. */
const SCRIPTS = ['manage.py', '__main__.py'];

export class PythonLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #roots = new Map<string, readonly string[]>();

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  *moduleOf(from: Program, specifier: string): Iterable<string> {
    const folder = folderOf(from.path);
    if (specifier.endsWith('.py')) {
      // A file that is run in the module: `exec(open('conf/local.py').read())`.
      const roots = specifier.startsWith('./') ? [folder] : this.#rootsOf(folder);
      for (const root of roots) yield* [within(root, specifier.replace(/^\.\//, ''))].filter((path) => this.#tree.has(path));
      return;
    }
    const dots = /^\.*/.exec(specifier)![0].length;
    const inner = specifier
      .slice(dots)
      .split('.')
      .filter((piece) => piece !== '');
    if (dots > 0) {
      const base = up(folder, dots - 1);
      if (base !== undefined) yield* this.#moduleAt(base, inner);
      return;
    }
    for (const root of this.#rootsOf(folder)) yield* this.#moduleAt(root, inner);
    for (const root of this.#startedIn(folder, inner.length)) yield* this.#moduleAt(root, inner);
  }

  /**
   * Packages that may be on the search path all the same: Python puts the folder of the script there that it is started with
   * (https://docs.python.org/3/library/sys_path_init.html). A name without dots is more often somebody else's module of that name.
   */
  #startedIn(folder: string, pieces: number): string[] {
    return [...foldersUp(folder)].filter(
      (at) => this.#tree.has(within(at, '__init__.py')) && (pieces > 1 || SCRIPTS.some((script) => this.#tree.has(within(at, script)))),
    );
  }

  /** A file, or a package's `__init__.py`. */
  *#moduleAt(root: string, pieces: readonly string[]): Iterable<string> {
    const path = within(root, pieces.join('/'));
    if (pieces.length > 0) {
      for (const end of ['.py', '.pyi']) if (this.#tree.has(path + end)) yield path + end;
    }
    const init = within(path, '__init__.py');
    if (this.#tree.has(init)) yield init;
  }

  /**
   * The search path as seen from a folder, nearest first. A folder that is a package is not on it: `import logging` in a
   * package that has a `logging.py` means the standard library.
   */
  #rootsOf(folder: string): readonly string[] {
    let roots = this.#roots.get(folder);
    if (roots === undefined) {
      const found = new Set<string>();
      for (const at of foldersUp(folder)) {
        for (const source of SOURCE_FOLDERS) {
          const root = within(at, source);
          if (!this.#tree.has(within(root, '__init__.py')) && (source === '' || this.#tree.hasFolder(root))) found.add(root);
        }
      }
      roots = [...found];
      this.#roots.set(folder, roots);
    }
    return roots;
  }
}

function up(folder: string, levels: number): string | undefined {
  let at = folder;
  for (let i = 0; i < levels; i++) {
    if (at === '') return undefined;
    at = folderOf(at);
  }
  return at;
}
