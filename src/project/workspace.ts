/** What the project layer needs of the files of a run. */
import type { Language, Program } from '../syntax/ir.js';

export interface WorkspaceFiles {
  /** Absolute path of the scanned root. */
  readonly root: string;
  /** Paths relative to the root, with `/`, sorted. */
  readonly files: readonly string[];
  has(file: string): boolean;
  /** The text of a listed file; undefined when it cannot be read as text. */
  textOf(file: string): string | undefined;
  /** Whether the text of a listed file holds a word: cheaper than the text. */
  mentions(file: string, word: string): boolean;
  /** False where it surely does not hold it as a whole word; cheaper again where one word after another is asked for. */
  mayName(file: string, word: string): boolean;
  /** The text of a file that need not be listed: a lock file. It is not missed where it can't be read. */
  unlistedTextOf?(file: string): string | undefined;
  /** The lowered file (its first language), made once. */
  programOf(file: string): Program | undefined;
  programsOf(file: string): readonly Program[];
  /** Whether texts of a language can be lowered in this run. */
  isLoaded(language: Language): boolean;
}
