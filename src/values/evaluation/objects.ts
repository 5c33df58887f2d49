/** Objects that calls make. */
import type { Call } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { emptyRecord } from '../fields.js';
import { History } from '../history.js';
import type { ClassValue, ObjectValue } from '../value.js';
import { recordOf } from './records.js';

/** An object of a library, or an instance of a class of the repository. */
export function newObject(call: Call, path: string, context: Context, instanceOf?: ClassValue): ObjectValue {
  const origin = context.origin(call);
  const fields = call.initializer === undefined ? emptyRecord(origin) : recordOf(call.initializer, context);
  return { kind: 'object', path, call, program: context.program, frame: context.frame, fields, history: History.NONE, origin, ...(instanceOf === undefined ? {} : { instanceOf }) };
}
