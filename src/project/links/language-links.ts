/** What each language answers about its modules and names. */
import type { Program } from '../../syntax/ir.js';

/** A file that may define a name, and what the name is called inside it. */
export interface Definition {
  readonly file: string;
  /** Dotted below the file's top level: `Config.Cookies`. */
  readonly name: string;
}

export interface LanguageLinks {
  /** Paths of the files that a module specifier may name, in order; the first that lowers is it. */
  moduleOf(from: Program, specifier: string): Iterable<string>;
  /** Where a name that `from` does not define itself may be defined, in order. Dotted for nested and fully qualified names. */
  definitions?(from: Program, name: string): Iterable<Definition>;
  /** The files that share all names of their top level with `from`: a Go package. */
  packageFiles?(from: Program): Iterable<string>;
  /** The files that may import what `from` declares. */
  importers?(from: Program): Iterable<string>;
}
