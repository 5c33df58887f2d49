/** The field of a struct that a literal leaves out: where it is named for Secure, the literal is the place of its default. */
import type { Program, Range, RecordExpression } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { isAbsent } from '../values/fields.js';
import { isKind } from '../values/program-index.js';
import { evaluated, type Draft, type FixContext } from './draft.js';
import { insertEntry } from './entry.js';
import { onText } from './on-value.js';
import { titleOf } from './record-fix.js';

/** Everything that reads such a field is about Secure: `SecureCookie`, `CookieSecure`. */
const FOR_SECURE = /secure/i;

export interface LeftOut {
  readonly field: string;
  readonly program: Program;
  readonly literal: RecordExpression;
}

/** The field that decides, and the literal that leaves it out; undefined where it is written, or nothing is known of it. */
export function leftOutBy(context: FixContext): LeftOut | undefined {
  const { value, written } = context.site.secure;
  if (value.kind !== 'known' || context.program.language !== 'go') return undefined;
  const { program } = value.origin;
  if (value.leftOut !== undefined) {
    const literal = FOR_SECURE.test(value.leftOut) ? literalAt(value.origin.range, program) : undefined;
    return literal === undefined ? undefined : { field: value.leftOut, program, literal };
  }
  // `conf.Server.SecureCookie` of a literal that is followed all the way.
  if (!isAbsent(value) || written?.kind !== 'member' || !FOR_SECURE.test(written.property)) return undefined;
  const object = evaluated(written.object, context);
  if (object.kind !== 'record' || object.node?.style !== 'struct') return undefined;
  const literal = literalAt(object.node, object.origin.program);
  return literal === undefined ? undefined : { field: written.property, program: object.origin.program, literal };
}

/** The field written into its literal, in the program of `context`. */
export function fieldDraft({ field, literal }: LeftOut, context: FixContext): Draft | undefined {
  const edits = insertEntry(context.program, literal, field, onText(context));
  return edits === undefined ? undefined : { edits, title: titleOf(context, [field]), check: 'check what else it decides' };
}

function literalAt({ start, end }: Range, { body }: Program): RecordExpression | undefined {
  let found: RecordExpression | undefined;
  for (const statement of body) {
    walk(statement, (node) => {
      if (isKind(node, 'record') && node.start === start && node.end === end) found = node;
      return found === undefined && node.start <= start && node.end >= end;
    });
  }
  return found?.style === 'struct' ? found : undefined;
}
