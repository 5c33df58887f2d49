// Counters: `n++` and `n--` as the addition of a number that is not written.
import type { Assignment, Expression, Member, Name, Range, Subscript } from './ir.js';

/** `n++` adds one. The number has no width, so that nobody takes it for what the expression gives. */
export const countingOf = (range: Range, target: Name | Member | Subscript, operator: string): Assignment => ({
  kind: 'assignment',
  start: range.start,
  end: range.end,
  target,
  value: { kind: 'literal', start: range.end, end: range.end, value: operator === '--' ? -1 : 1 },
  operator: 'append',
});

/** Whether an assignment counts: what it gives as an expression is not what it adds. */
export const isCounting = ({ value, operator }: Assignment): boolean =>
  operator === 'append' && isUnwritten(value) && typeof value.value === 'number';

const isUnwritten = (value: Expression): value is Expression & { kind: 'literal' } => value.kind === 'literal' && value.start === value.end;
