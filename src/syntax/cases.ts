// The cases of switches in C-like languages, one of which may go on in the next.
import type { Block, Switch, SwitchCase } from './ir.js';

/** Whether control never passes the end of a case. */
function leaves(body: Block): boolean {
  const last = body.body.at(-1);
  switch (last?.kind) {
    case 'return':
    case 'throw':
    case 'jump':
      return true;
    case 'block':
      return leaves(last);
    case 'if':
      return last.alternate !== undefined && leaves(last.consequent) && leaves(last.alternate);
    case 'try':
      return (last.final !== undefined && leaves(last.final)) || (leaves(last.body) && last.handlers.every(leaves));
    default:
      return false;
  }
}

/**
 * The cases of a C-like switch. One without statements is one with the next; one that does not leave the switch goes on in the next.
 * `falls` says which do, where the language has a word for it.
 */
export function withFallthrough(
  cases: Switch['cases'],
  falls = (one: SwitchCase, _index: number): boolean => !leaves(one.body),
): Switch['cases'] {
  const merged: SwitchCase[] = [];
  let open: SwitchCase | undefined;
  let isContinued = false;
  for (const [index, current] of cases.entries()) {
    const isDefault = current.tests.length === 0 || (open !== undefined && open.tests.length === 0);
    const tests = isDefault ? [] : [...(open?.tests ?? []), ...current.tests];
    const joined: SwitchCase = {
      start: open?.start ?? current.start,
      end: current.end,
      tests,
      body: current.body,
      ...(isContinued ? { isContinued } : {}),
    };
    open = current.body.body.length === 0 && falls(current, index) ? joined : undefined;
    if (open !== undefined) continue;
    merged.push(joined);
    isContinued = falls(current, index);
  }
  if (open !== undefined) merged.push(open);
  return merged;
}
