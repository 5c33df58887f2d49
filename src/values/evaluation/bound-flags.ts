/** Flags of the command line that a program binds to its variables and fields: Go's `flag.BoolVar(&secure, "secure", true, "…")`. */
import { calledName } from '../../syntax/called-name.js';
import type { Call, Expression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { LanguageIdioms } from '../idioms.js';
import type { Value } from '../value.js';

/** What a variable holds whose address is given to a call that binds a flag to it: the flag, with its default; undefined for other calls. */
export function boundFlag(call: Call, argument: Expression, context: Context): Value | undefined {
  const { evaluator, idioms } = context;
  const idiom = idioms.boundFlags?.find(({ method }) => method === calledName(call.callee));
  if (idiom === undefined || call.callee.kind !== 'member' || call.args[0]?.value !== argument) return undefined;
  const [name, fallback] = [call.args[idiom.name]?.value, call.args[idiom.fallback]?.value];
  // A function of the repository that is called so does what it does.
  if (name === undefined || fallback === undefined || context.evaluate(call.callee).kind === 'function') return undefined;
  const flag = context.evaluate(name);
  return evaluator.informed({
    kind: 'environment',
    variable: flag.kind === 'known' ? String(flag.value) : 'flag',
    source: 'configuration',
    fallback: context.evaluate(fallback),
    origin: context.origin(call),
    ...(idiom.cast === undefined ? {} : { cast: idiom.cast }),
  });
}

/** What a file says that binds a flag to a member of that name: only such files are worth lowering. */
export const bindsMember = (property: string, { boundFlags = [] }: LanguageIdioms): RegExp =>
  new RegExp(String.raw`\.(?:${boundFlags.map(({ method }) => method).join('|')})\([^;{}]{0,200}?\.${property},`);

/** What a file says that takes the address of a member of that name. */
export const takesAddress = (property: string): RegExp => new RegExp(String.raw`&[^;{}]{0,200}?\.${property}\b`);
