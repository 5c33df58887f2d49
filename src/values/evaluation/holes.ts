/** What a template engine writes into a hole of a file of settings: `secure: <%= ENV.fetch('COOKIE_SECURE', 'true') %>`. */
import type { Expression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { operation, type Value } from '../value.js';

/** The value of a hole that holds Ruby code. Without quotes around it YAML reads what is written there: `true` is no text. */
export function valueOfHole(hole: Expression, context: Context): Value | undefined {
  const { evaluator, program } = context;
  const embedded = program.text.slice(hole.start, hole.end).includes('<%=') ? evaluator.links.embeddedRuby?.(program) : undefined;
  const written = embedded?.body.find((statement) => statement.start >= hole.start && statement.end <= hole.end);
  if (embedded === undefined || written?.kind !== 'expression') return undefined;
  const value = evaluator.evaluate(written.expression, embedded);
  const isQuoted = /["']/.test(program.text[hole.start] ?? '');
  return operation(isQuoted ? 'string' : 'parse-json', [value], context.origin(hole));
}
