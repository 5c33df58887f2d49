/** Values of settings: their placeholders are read by the format's own rules. */
import type { Expression, Program } from '../syntax/ir.js';
import { flattenSettings, settingsRecords } from '../syntax/settings/flatten.js';
import type { Evaluator } from '../values/evaluator.js';
import { nette, shell, spring, symfony } from '../values/placeholders.js';
import { originOf, type Value } from '../values/value.js';
import type { Matched } from './matched.js';

/** The value of a setting that a match has. */
export function settingValue(expression: Expression, matched: Matched, evaluator: Evaluator): Value {
  const { program, placeholders } = matched;
  if (expression.kind !== 'literal' || typeof expression.value !== 'string' || placeholders === undefined)
    return evaluator.evaluate(expression, program, matched.frame);
  const origin = originOf(program, expression);
  switch (placeholders) {
    case 'spring':
      return evaluator.informed(spring(expression.value, origin));
    case 'shell':
      return evaluator.informed(shell(expression.value, origin));
    case 'symfony':
      return evaluator.informed(symfony(expression.value, origin, (name) => evaluator.settings?.('symfony', name, program)));
    case 'nette':
      return nette(expression.value, origin, (name) => ownParameter(name, program, evaluator));
  }
}

/** Nette: a parameter that the same file gives, over the parameters that it is given by. */
function ownParameter(name: string, program: Program, evaluator: Evaluator, depth = 0): Value | undefined {
  const written = settingsRecords(program)
    .flatMap(flattenSettings)
    .findLast(({ joined }) => joined === `parameters.${name}`);
  if (written === undefined || depth > 5) return undefined;
  const { value } = written;
  if (value.kind !== 'literal' || typeof value.value !== 'string') return evaluator.evaluate(value, program);
  return nette(value.value, originOf(program, value), (other) => ownParameter(other, program, evaluator, depth + 1));
}
