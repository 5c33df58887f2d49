/** Turns a cookie's plain text into options that hold it: Ruby's `cookies[:a] = 'b'` becomes `{ value: 'b', secure: true }`. */
import { mayBeOptions } from '../matching/arguments.js';
import type { Expression } from '../syntax/ir.js';
import { evaluated, insertion, type Draft, type FixContext } from './draft.js';
import { onText } from './on-value.js';
import { setIn, shortened, titleOf } from './record-fix.js';

/** For a place that takes the text or a hash of options. */
export function plainFix(given: Expression, path: readonly string[], context: FixContext): Draft | undefined {
  const { program, text, evaluator, site, surface } = context;
  if (mayBeOptions(given, program, site.matched.frame, evaluator)) return setIn(given, path, context);
  const [key, ...rest] = path;
  if (program.language !== 'ruby' || key === undefined || rest.length > 0 || (given.kind === 'literal' && given.value === null))
    return undefined;
  const [place] = [surface.value ?? []].flat();
  const valueKey = place !== undefined && 'path' in place ? place.path?.at(-1) : undefined;
  const edits = [insertion(given.start, `{ ${valueKey ?? 'value'}: `), insertion(given.end, `, ${key}: ${onText(context)} }`)];
  const title = titleOf(context, path);
  const value = evaluated(given, context);
  const isText = value.kind === 'known' || (value.kind === 'operation' && value.operator === 'text');
  return isText
    ? { edits, title }
    : { edits, title, check: `check that ${shortened(text.slice(given.start, given.end))} is the value and no hash of options` };
}
