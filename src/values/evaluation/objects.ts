/** Objects that calls make. */
import type { Call } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { emptyRecord } from '../fields.js';
import { History } from '../history.js';
import type { ClassValue, ObjectValue, RecordValue, Value } from '../value.js';
import { afterReceiverBlock } from './object-blocks.js';
import { recordOf } from './records.js';

/** An object of a library, or an instance of a class of the repository. */
export function newObject(call: Call, path: string, context: Context, instanceOf?: ClassValue): ObjectValue {
  const origin = context.origin(call);
  const written = call.initializer === undefined ? emptyRecord(origin) : recordOf(call.initializer, context);
  const copied = copiedBy(call, path, context);
  const fields: RecordValue = copied === undefined ? written : { ...written, parts: [{ kind: 'spread', value: copied }, ...written.parts] };
  const made: ObjectValue = {
    kind: 'object',
    path,
    call,
    program: context.program,
    frame: context.frame,
    fields,
    history: History.NONE,
    origin,
    ...(copied === undefined ? {} : { isCopy: true as const }),
    ...(instanceOf === undefined ? {} : { instanceOf }),
  };
  // Java's `new Cookie("a", "b") {{ setSecure(true); }}`
  return context.language === 'java' && call.isNew && call.block !== undefined
    ? afterReceiverBlock(made, call.block, context.program, context.frame, context.evaluator)
    : made;
}

/** What a constructor copies: `new CookieOptions(strict) { Path = "/" }`. */
function copiedBy({ args, isNew }: Call, path: string, context: Context): Value | undefined {
  const [given] = args;
  const classes = context.evaluator.idiomsOf(context.program).copyConstructors;
  if (!isNew || given === undefined || args.length > 1 || classes?.some((name) => name === path || name.endsWith(`.${path}`)) !== true)
    return undefined;
  const value = context.evaluate(given.value);
  return value.kind === 'object' ? value.fields : value;
}
