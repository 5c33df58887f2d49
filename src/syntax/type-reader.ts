/** Static types, where the host that made the program knows them: ESLint with typescript-eslint's parser services. */
import type { Range } from './ir.js';

export interface TypeReader {
  /**
   * The names of the type of the expression at `range`: its own, those of its bases, and those of every member of a union.
   * Undefined where the type is not known, or has no name: nothing follows from it then.
   */
  namesAt(range: Range): readonly string[] | undefined;
}
