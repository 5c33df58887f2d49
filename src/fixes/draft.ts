/** A fix in the making, and what everything that drafts one needs to know. */
import type { Edit, SecureState } from '../cookies/finding.js';
import type { Site } from '../matching/site.js';
import type { CookieSurface, FixHint } from '../matching/surface.js';
import type { Expression, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import type { ProgramIndex } from '../values/program-index.js';
import type { Value } from '../values/value.js';
import type { FixStyle } from './fix-options.js';

export interface Draft {
  readonly edits: readonly Edit[];
  /** What the fix does, as a title without a full stop: ``Set `secure: true` ``. */
  readonly title: string;
  /** What a person has to check before; then the fix is only a suggestion. */
  readonly check?: string;
  /** Arguments had to be filled in: another way is nicer. */
  readonly isPadded?: boolean;
}

export interface FixContext {
  readonly site: Site;
  readonly state: SecureState;
  readonly surface: CookieSurface;
  readonly hint: FixHint;
  readonly program: Program;
  readonly text: string;
  readonly index: ProgramIndex;
  readonly evaluator: Evaluator;
  readonly style: FixStyle;
  /** The app trusts the proxy in front of it, or ends TLS itself: connections do not look plain to the library. */
  readonly isTrusted: boolean;
  /** The version of a package that the app has, where it is known. */
  readonly versionOf?: (name: string) => string | undefined;
  /** Whether a manifest of the app has the word. */
  readonly isNamed?: (word: string) => boolean;
}

export const evaluated = (expression: Expression, { evaluator, program, site }: FixContext): Value =>
  evaluator.evaluate(expression, program, site.matched.frame);

export const insertion = (at: number, text: string): Edit => ({ start: at, end: at, text });

/** Edits in order, each once; undefined where two of them collide. */
export function merged(edits: readonly Edit[]): Edit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const result: Edit[] = [];
  for (const edit of sorted) {
    const before = result.at(-1);
    if (before !== undefined && before.start === edit.start && before.end === edit.end && before.text === edit.text) continue;
    if (before !== undefined && before.end > edit.start) return undefined;
    result.push(edit);
  }
  return result;
}
