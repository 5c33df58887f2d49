import type { Expression } from './ir.js';

/** The last name of what is called: `f` of `f(…)` and of `a.b.f(…)`; undefined for any other callee. */
export function calledName(callee: Expression): string | undefined {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.property : undefined;
}
