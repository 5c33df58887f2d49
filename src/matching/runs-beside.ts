/** Calls that run whenever a match does: `_paq.push(['disableCookies'])` above `_paq.push(['trackPageView'])`. */
import type { Call, Node } from '../syntax/ir.js';
import { guardsOf, type Guard } from '../values/guards.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits, referenceOf } from '../values/references.js';
import type { MatchConditions } from './surface.js';

/** Whether the file calls one of the paths with such a first argument, under no condition that the node is not under. */
export function runsBeside(node: Node, { call, source }: NonNullable<MatchConditions['unlessRun']>, index: ProgramIndex): boolean {
  const { program } = index;
  let own: readonly Guard[] | undefined;
  const isSuch = ({ callee, args: [first] }: Call): boolean => {
    if (first === undefined || !source.test(program.text.slice(first.start, first.end))) return false;
    const reference = referenceOf(callee, index);
    return reference !== undefined && call.some((path) => pathFits(path, reference, program));
  };
  return index.calls.some((one) => {
    if (!isSuch(one)) return false;
    const around = index.functionAround(one);
    if (around !== undefined && around !== index.functionAround(node)) return false;
    const holding = (own ??= guardsOf(node, undefined, index, { earlyExits: true }));
    return guardsOf(one, undefined, index, { earlyExits: true }).every((guard) =>
      holding.some((other) => other.test === guard.test && other.holds === guard.holds),
    );
  });
}
