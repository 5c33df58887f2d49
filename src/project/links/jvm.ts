/** Java, Kotlin and Scala classes: by the file that bears their name in the folder of their package, else by their declaration. */
import type { Program } from '../../syntax/ir.js';
import { indexOf } from '../../values/program-index.js';
import { DeclaredClasses } from './declared-classes.js';
import type { FileTree } from './file-tree.js';
import type { Definition, LanguageLinks } from './language-links.js';
import { folderOf } from './paths.js';

const EXTENSIONS = ['.java', '.kt', '.scala'];
/** A public class of Java is in the file of its name; Kotlin and Scala put several into one. */
const SEVERAL = /\.(?:kt|scala)$/;

export class JvmLinks implements LanguageLinks {
  readonly #tree: FileTree;
  readonly #classes: DeclaredClasses;

  constructor(tree: FileTree) {
    this.#tree = tree;
    this.#classes = new DeclaredClasses(tree, SEVERAL);
  }

  *moduleOf(from: Program, specifier: string): Iterable<string> {
    for (const { file } of this.#qualified(specifier)) if (file !== from.path) yield file;
  }

  *definitions(from: Program, name: string): Iterable<Definition> {
    const [first = name] = name.split('.');
    if (!/^[A-Z_]/.test(first)) {
      yield* this.#qualified(name);
      return;
    }
    // Names of the same package need no import; a star import brings in those of another.
    yield* this.#inPackage(from.namespace ?? '', name, folderOf(from.path));
    for (const statement of indexOf(from).imports) {
      if (statement.names.some((one) => one.imported === '*' && one.local === undefined)) yield* this.#inPackage(statement.module, name);
    }
  }

  /** `a.b.Config`, `a.b.Config.Cookies`: packages begin with a small letter, classes with a capital. */
  *#qualified(name: string): Iterable<Definition> {
    const pieces = name.split('.');
    const at = pieces.findIndex((piece) => /^[A-Z_]/.test(piece));
    if (at >= 0) yield* this.#inPackage(pieces.slice(0, at).join('.'), pieces.slice(at).join('.'));
  }

  *#inPackage(namespace: string, name: string, folder?: string): Iterable<Definition> {
    const [first = name] = name.split('.');
    const tail = namespace === '' ? '' : `${namespace.replaceAll('.', '/')}/`;
    for (const extension of EXTENSIONS) {
      for (const file of this.#tree.named(first + extension)) {
        if (file === tail + first + extension || file.endsWith(`/${tail}${first}${extension}`) || folderOf(file) === folder)
          yield { file, name };
      }
    }
    // Kotlin and Scala put several classes in a file. A package that no folder is named after is a library's.
    if (namespace !== '' && !this.#tree.hasFolderNamed(namespace.slice(namespace.lastIndexOf('.') + 1))) return;
    for (const declared of this.#classes.named(first)) if (declared.namespace === namespace) yield { file: declared.file, name };
  }
}
