/** Texts made from a format: `'a=%s' % b`, `'a={}'.format(b)`, `sprintf('a=%s', b)`. */
import { known, operation, unknown, type Origin, type Value } from './value.js';

const HOLE = /%%|%(?:\((\w+)\))?[-+#\d.]*[a-zA-Z]|\{\{|\}\}|\{([^{}]*)\}/g;

/** The text with its holes filled in order, or by name from `named`; undefined when the format is not a known text. */
export function formatted(
  format: Value,
  args: readonly Value[],
  origin: Origin,
  named: ReadonlyMap<string, Value> = new Map(),
): Value | undefined {
  if (format.kind !== 'known' || typeof format.value !== 'string') return undefined;
  const pieces: Value[] = [];
  const text = format.value;
  const style = args.length + named.size > 0 && /%(?:\(\w+\))?[-+#\d.]*[a-zA-Z]/.test(text) && !/\{\w*\}/.test(text) ? 'percent' : 'braces';
  let from = 0;
  let next = 0;
  for (const match of text.matchAll(HOLE)) {
    const isPercent = match[0].startsWith('%');
    if (isPercent !== (style === 'percent')) continue;
    pieces.push(known(text.slice(from, match.index), format.origin));
    from = match.index + match[0].length;
    if (match[0] === '%%' || match[0] === '{{' || match[0] === '}}') {
      pieces.push(known(match[0][0], format.origin));
      continue;
    }
    const name = (match[1] ?? match[2] ?? '').split(/[!:.[]/, 1)[0]!;
    const value = /^\d+$/.test(name) ? args[Number(name)] : name === '' ? args[next++] : named.get(name);
    pieces.push(value ?? unknown('the format is filled in elsewhere', origin));
  }
  pieces.push(known(text.slice(from), format.origin));
  return operation('text', pieces, origin);
}
