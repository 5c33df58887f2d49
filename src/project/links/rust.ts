/** Rust modules: `crate::a::b` is `src/a/b.rs` or `src/a/b/mod.rs` of the package, other packages of the repository go by their names. */
import type { Program } from '../../syntax/ir.js';
import type { FileTree } from './file-tree.js';
import type { Definition, LanguageLinks } from './language-links.js';
import { foldersUp, folderOf, within } from './paths.js';

/** A module: the folder of its package's sources, and its names below the root module. */
interface Module {
  readonly sources: string;
  readonly path: readonly string[];
}

/** https://doc.rust-lang.org/cargo/guide/project-layout.html */
const ROOTS = ['lib.rs', 'main.rs'];

export class RustLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #sources = new Map<string, string>();
  #packages: ReadonlyMap<string, string> | undefined;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** https://doc.rust-lang.org/reference/paths.html#path-qualifiers */
  *moduleOf(from: Program, specifier: string): Iterable<string> {
    const names = specifier.split(/::|\./).filter((name) => name !== '');
    for (const module of this.#modulesOf(from.path, names)) yield* this.#filesOf(module);
  }

  /** A path that is written in full: `crate::config::SECURE`, `config::Limits::MAX`. */
  *definitions(from: Program, name: string): Iterable<Definition> {
    const names = name.split('.');
    for (let i = names.length - 1; i > 0; i--) {
      for (const module of this.#modulesOf(from.path, names.slice(0, i))) {
        for (const file of this.#filesOf(module)) yield { file, name: names.slice(i).join('.') };
      }
    }
  }

  #modulesOf(file: string, names: readonly string[]): readonly Module[] {
    const own = this.#moduleIn(file);
    const [first, ...rest] = names;
    if (first === undefined) return [];
    if (first === 'crate') return [{ ...own, path: rest }];
    if (first === 'self') return [{ ...own, path: [...own.path, ...rest] }];
    if (first === 'super') {
      const ups = names.findIndex((name) => name !== 'super');
      const above = ups < 0 ? names.length : ups;
      return [{ ...own, path: [...own.path.slice(0, Math.max(own.path.length - above, 0)), ...names.slice(above)] }];
    }
    const other = this.#packagesByName().get(first);
    const inside = [{ ...own, path: [...own.path, ...names] }];
    return other === undefined ? inside : [...inside, { sources: other, path: rest }];
  }

  /** The file of a module; one that is written inside another (`mod flags { … }`) is in that one's file. */
  *#filesOf({ sources, path }: Module): Iterable<string> {
    const candidates =
      path.length === 0
        ? ROOTS.map((root) => within(sources, root))
        : [within(sources, `${path.join('/')}.rs`), within(sources, `${path.join('/')}/mod.rs`)];
    const found = candidates.filter((file) => this.#tree.has(file));
    if (found.length > 0) yield* found;
    else if (path.length > 1)
      yield* [within(sources, `${path.slice(0, -1).join('/')}.rs`), within(sources, `${path.slice(0, -1).join('/')}/mod.rs`)].filter(
        (file) => this.#tree.has(file),
      );
  }

  #moduleIn(file: string): Module {
    const sources = this.#sourcesAround(folderOf(file));
    const names = file
      .slice(sources === '' ? 0 : sources.length + 1)
      .replace(/\.rs$/, '')
      .split('/');
    if (names.at(-1) === 'mod') names.pop();
    return { sources, path: names.length === 1 && ROOTS.includes(`${names[0]}.rs`) ? [] : names };
  }

  #sourcesAround(folder: string): string {
    const before = this.#sources.get(folder);
    if (before !== undefined) return before;
    const home = [...foldersUp(folder)].find((at) => this.#tree.has(within(at, 'Cargo.toml'))) ?? '';
    const sources = this.#tree.hasFolder(within(home, 'src')) ? within(home, 'src') : home;
    this.#sources.set(folder, sources);
    return sources;
  }

  /** Packages by the name that code calls them by: dashes are underscores. */
  #packagesByName(): ReadonlyMap<string, string> {
    this.#packages ??= new Map(
      this.#tree.named('Cargo.toml').flatMap((manifest): [string, string][] => {
        const name = /^[ \t]*name\s*=\s*"([^"]+)"/m.exec(this.#tree.workspace.textOf(manifest) ?? '')?.[1];
        return name === undefined ? [] : [[name.replaceAll('-', '_'), this.#sourcesAround(folderOf(manifest))]];
      }),
    );
    return this.#packages;
  }
}
