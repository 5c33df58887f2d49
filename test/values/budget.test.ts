/** What an answer that was cut short for a cycle is worth, and for how long. */
import { expect, it } from 'vitest';
import { Budget } from '../../src/values/budget.js';

it('work that needs itself is cut short, and its answer is whole where the cycle closes', () => {
  const budget = new Budget();
  budget.begin();
  let inside: readonly number[] = [];
  const outside = budget.watch(() =>
    budget.once(
      'a',
      () => {
        const inner = budget.watch(() =>
          budget.once(
            'b',
            () =>
              budget.once(
                'a',
                () => 'never',
                () => 'cut',
              ),
            () => 'never',
          ),
        );
        expect(inner.answer).toBe('cut');
        inside = inner.pending;
        expect(budget.holds(inside)).toBe(true);
        return inner.answer;
      },
      () => 'never',
    ),
  );
  expect(inside).toHaveLength(1);
  expect(outside).toEqual({ answer: 'cut', pending: [] });
  expect(budget.holds(inside)).toBe(false);
});

it('who takes an answer that was cut short is cut short too', () => {
  const budget = new Budget();
  budget.begin();
  budget.once(
    'a',
    () => {
      const { pending } = budget.watch(() =>
        budget.once(
          'a',
          () => 0,
          () => 1,
        ),
      );
      expect(budget.watch(() => budget.holds(pending)).pending).toEqual(pending);
      return 0;
    },
    () => 0,
  );
});

it('what runs out of steps holds for the rest of the question, and no longer', () => {
  const budget = new Budget();
  budget.begin(1);
  expect(budget.step()).toBe(true);
  const { answer, pending } = budget.watch(() => budget.step());
  expect(answer).toBe(false);
  expect(budget.holds(pending)).toBe(true);
  budget.begin(1);
  expect(budget.holds(pending)).toBe(false);
});
