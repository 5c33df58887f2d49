/** Ruby constants by the autoload paths of Rails, files by `require_relative` and `require`. */
import type { Program } from '../../syntax/ir.js';
import { indexOf } from '../../values/program-index.js';
import type { FileTree } from './file-tree.js';
import type { Definition, LanguageLinks } from './language-links.js';
import { baseName, foldersUp, folderOf, joinPath, within } from './paths.js';

export class RubyLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #roots = new Map<string, readonly string[]>();

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  *moduleOf(from: Program, specifier: string): Iterable<string> {
    const file = specifier.endsWith('.rb') ? specifier : `${specifier}.rb`;
    const folder = folderOf(from.path);
    const beside = joinPath(folder, file);
    if (beside !== undefined && this.#tree.has(beside)) yield beside;
    if (specifier.startsWith('.')) return;
    for (const at of foldersUp(folder))
      for (const base of [at, within(at, 'lib')]) if (this.#tree.has(within(base, file))) yield within(base, file);
  }

  /**
   * `Foo::Bar` is in `foo/bar.rb` below an autoload path, or inside `foo.rb`; seen from `Admin::…` it may be `Admin::Foo::Bar`.
   * https://guides.rubyonrails.org/autoloading_and_reloading_constants.html. Constants of initializers and of required
   * files are global.
   */
  *definitions(from: Program, name: string): Iterable<Definition> {
    if (!/^[A-Z]/.test(name)) return;
    const pieces = name.split('.');
    const roots = this.#rootsOf(folderOf(from.path));
    for (const namespace of namespacesOf(from, roots)) {
      const full = [...namespace, ...pieces];
      for (let length = full.length; length > namespace.length; length--) {
        const path = `${full.slice(0, length).map(underscored).join('/')}.rb`;
        for (const root of roots) if (this.#tree.has(within(root, path))) yield { file: within(root, path), name: full.join('.') };
      }
    }
    for (const file of [...this.#required(from), ...this.#initializers(from)]) {
      if (this.#tree.workspace.textOf(file)?.includes(pieces[0]!) === true) yield { file, name };
    }
  }

  *#required(from: Program): Iterable<string> {
    for (const call of indexOf(from).calls) {
      const first = call.args[0]?.value;
      if (
        call.callee.kind !== 'name' ||
        !/^require(?:_relative)?$/.test(call.callee.name) ||
        first?.kind !== 'literal' ||
        typeof first.value !== 'string'
      )
        continue;
      yield* this.moduleOf(from, first.value);
    }
  }

  #initializers(from: Program): string[] {
    const app = this.#appOf(folderOf(from.path));
    return [within(app, 'config/application.rb'), ...this.#tree.filesIn(within(app, 'config/initializers'))].filter(
      (file) => file.endsWith('.rb') && this.#tree.has(file),
    );
  }

  #appOf(folder: string): string {
    for (const at of foldersUp(folder))
      if (this.#tree.has(within(at, 'Gemfile')) || this.#tree.has(within(at, 'config/application.rb'))) return at;
    return '';
  }

  /** Every folder in `app/` and in its `concerns`, and `lib/`. */
  #rootsOf(folder: string): readonly string[] {
    const app = this.#appOf(folder);
    let roots = this.#roots.get(app);
    if (roots === undefined) {
      const autoloaded = this.#tree.foldersIn(within(app, 'app'));
      roots = [
        ...autoloaded,
        ...autoloaded.map((one) => `${one}/concerns`).filter((one) => this.#tree.hasFolder(one)),
        within(app, 'lib'),
        within(app, 'app/lib'),
        app,
      ];
      this.#roots.set(app, roots);
    }
    return roots;
  }
}

/** The modules that a file's own place says it is in, innermost first, the top level last. */
function namespacesOf(from: Program, roots: readonly string[]): string[][] {
  const root = roots.find((one) => one !== '' && from.path.startsWith(`${one}/`));
  const folders =
    root === undefined
      ? []
      : folderOf(from.path.slice(root.length + 1))
          .split('/')
          .filter((piece) => piece !== '');
  const own = baseName(from.path).replace(/\.rb$/, '');
  const names = [...folders, own].map(camelized);
  return root === undefined ? [[]] : Array.from({ length: names.length + 1 }, (_, i) => names.slice(0, names.length - i));
}

/** https://api.rubyonrails.org/classes/ActiveSupport/Inflector.html#method-i-underscore */
const underscored = (name: string): string =>
  name
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();

const camelized = (name: string): string => name.replace(/(?:^|_)([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
