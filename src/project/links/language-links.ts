/** What each language answers about its modules and names. */
import type { Program } from '../../syntax/ir.js';

export interface LanguageLinks {
  /** Paths of the files that a module specifier may name, in order; the first that lowers is it. */
  moduleOf(from: Program, specifier: string): Iterable<string>;
  /** Paths of the files that may define a global name (dotted for nested ones), in order. */
  filesDefining?(from: Program, name: string): Iterable<string>;
}
