/** C# classes: by namespace, which the `using` directives of any file of the project may open. */
import type { Program } from '../../syntax/ir.js';
import { indexOf } from '../../values/program-index.js';
import { DeclaredClasses, type DeclaredClass } from './declared-classes.js';
import type { FileTree } from './file-tree.js';
import type { Definition, LanguageLinks } from './language-links.js';

export class CSharpLinks implements LanguageLinks {
  readonly #classes: DeclaredClasses;

  constructor(tree: FileTree) {
    this.#classes = new DeclaredClasses(tree, /\.cs$/);
  }

  /** `using static My.App.Flags` and `using Config = My.App.Config` name a class; a namespace is no module. */
  *moduleOf(from: Program, specifier: string): Iterable<string> {
    const dot = specifier.lastIndexOf('.');
    const namespace = specifier.slice(0, Math.max(dot, 0));
    for (const declared of this.#classes.named(specifier.slice(dot + 1))) {
      if (declared.namespace === namespace && declared.file !== from.path) yield declared.file;
    }
  }

  *definitions(from: Program, name: string): Iterable<Definition> {
    const pieces = name.split('.');
    for (let i = 0; i < pieces.length; i++) {
      const namespace = pieces.slice(0, i).join('.');
      const found = this.#classes.named(pieces[i]!);
      const visible = found.filter((one) => (i === 0 ? isVisible(one, from) : one.namespace === namespace));
      // Usings may be global and stand in another file: a name that is declared once is that one.
      const chosen = visible.length > 0 ? visible : i === 0 && found.length === 1 ? found : [];
      for (const { file } of chosen) yield { file, name: pieces.slice(i).join('.') };
    }
  }
}

/** In the same namespace, one around it, or one that is used. */
function isVisible({ namespace }: DeclaredClass, from: Program): boolean {
  const own = from.namespace ?? '';
  if (namespace === '' || own === namespace || own.startsWith(`${namespace}.`)) return true;
  return indexOf(from).imports.some((statement) => statement.module === namespace);
}
