/** Which file declares a class, by a look at the text of all files of a language: built on first use, nothing is parsed. */
import { ownCopy } from '../../text/own-copy.js';
import type { FileTree } from './file-tree.js';

export interface DeclaredClass {
  readonly file: string;
  /** Package or namespace of the file; empty where it has none. */
  readonly namespace: string;
}

/** Word boundaries make this linear; words in comments and strings only cost a file that is then lowered for nothing. */
const CLASS = /\b(?:class|interface|object|enum|record|struct|trait)\s+(?:class\s+|struct\s+)?([A-Za-z_]\w*)/g;
const NAMESPACE = /^[ \t]*(?:package|namespace)\s+([\w.\\]+)/m;

export class DeclaredClasses {
  readonly #tree: FileTree;
  readonly #extension: RegExp;
  #classes: Map<string, DeclaredClass[]> | undefined;

  /** `extension`: the files that are looked at. */
  constructor(tree: FileTree, extension: RegExp) {
    this.#tree = tree;
    this.#extension = extension;
  }

  named(name: string): readonly DeclaredClass[] {
    this.#classes ??= this.#build();
    return this.#classes.get(name) ?? [];
  }

  #build(): Map<string, DeclaredClass[]> {
    const classes = new Map<string, DeclaredClass[]>();
    const { workspace } = this.#tree;
    for (const file of workspace.files) {
      if (!this.#extension.test(file)) continue;
      const text = workspace.textOf(file);
      if (text === undefined) continue;
      const namespace = ownCopy((NAMESPACE.exec(text)?.[1] ?? '').replaceAll('\\', '.'));
      for (const name of new Set(Array.from(text.matchAll(CLASS), (match) => match[1]!))) {
        const list = classes.get(name);
        if (list === undefined) classes.set(ownCopy(name), [{ file, namespace }]);
        else list.push({ file, namespace });
      }
    }
    return classes;
  }
}
