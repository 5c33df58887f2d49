/** What a bug of this program costs: the place where it happened, which is named, and not the run. */
import type { Skipped } from '../cookies/finding.js';
import type { Program, Range } from '../syntax/ir.js';
import { linesOf } from '../text/lines.js';

/** Where the work was, and what it was. */
export interface Work {
  readonly path: string;
  /** As it follows "while": `reading it as python`, `judging express/res-cookie`. */
  readonly doing: string;
  /** The place, where the work was about one. */
  readonly program?: Program;
  readonly node?: Range;
}

/** Gives what the work gives; where it throws, the error is noted and something else is given. */
export type Attempt = <T>(where: Work, work: () => T, otherwise: () => T) => T;

/** How many functions of the stack are named: those that matter are the last ones, and a recursion repeats them. */
const NAMED_FUNCTIONS = 4;

/** What `work` gives. Where it throws, that is noted in `skipped`, and `otherwise` is given. */
export function attempt<T>(skipped: Skipped[], where: Work, work: () => T, otherwise: () => T): T {
  try {
    return work();
  } catch (error) {
    note(skipped, where, error);
    return otherwise();
  }
}

function note(skipped: Skipped[], { path, doing, program, node }: Work, error: unknown): void {
  const place = program === undefined || node === undefined ? '' : `line ${linesOf(program.text).positionAt(node.start).line}: `;
  const why = `${place}internal error while ${doing}: ${described(error)}; a cookie may be missed here, please report this line`;
  // The same bug again at the same place, asked for another reason, is no second one.
  if (!skipped.some((one) => one.path === path && one.why === why)) skipped.push({ path, why, kind: 'internal' });
}

/** The error in one line, with the functions in which it happened; nothing in it tells of the machine. */
function described(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const functions = [...(error.stack ?? '').matchAll(/^[ \t]+at (?:async |new |get )*([\w$#.<>]+) \(/gm)].map((match) => match[1]!);
  const named = [...new Set(functions)].slice(0, NAMED_FUNCTIONS);
  const [first = ''] = error.message.split('\n');
  return `${error.name}: ${first}${named.length === 0 ? '' : ` (in ${named.join(', ')})`}`;
}
