/** Functions of a settings class that refuse its values when it is made: pydantic's validators (https://docs.pydantic.dev/latest/concepts/validators/). */
import { calledName } from '../../syntax/called-name.js';
import type { Block, ClassDeclaration } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { fieldOf } from '../fields.js';
import { absent, type RecordPart, type RecordValue } from '../value.js';
import { classMember } from './class-members.js';
import { FIELD_VALIDATORS, isSettingsClass } from './pydantic.js';

/** Decorators of functions that check all fields at once: pydantic 2 and 1. */
const MODEL_VALIDATORS = ['model_validator', 'root_validator'];

/** The functions that run when a settings class is made, with their parameters bound. Settings check their defaults, too. */
export function validatorsOf(node: ClassDeclaration, context: Context): readonly { readonly body: Block; readonly context: Context }[] {
  if (!isSettingsClass(node, context)) return [];
  const origin = context.origin(node);
  const fields: RecordValue = {
    kind: 'record',
    parts: fieldNames(node, context).map((key): RecordPart => ({
      kind: 'field',
      key,
      value: classMember(node, key, context) ?? absent(origin),
    })),
    origin,
  };
  // The other values are pydantic 1's `values`, and `info.data` of 2.
  const others: RecordValue = {
    kind: 'record',
    parts: [
      { kind: 'field', key: 'data', value: fields },
      { kind: 'spread', value: fields },
    ],
    origin,
  };
  return node.body.body.flatMap((statement) => {
    if (statement.kind !== 'function-declaration') return [];
    const { params, body, decorators = [] } = statement.function;
    return decorators.flatMap((decorator) => {
      const name = calledName(decorator.kind === 'call' ? decorator.callee : decorator) ?? '';
      const checked = MODEL_VALIDATORS.includes(name)
        ? [fields]
        : FIELD_VALIDATORS.includes(name) && decorator.kind === 'call'
          ? decorator.args.flatMap(({ name: option, value }) =>
              option === undefined && value.kind === 'literal' ? [fieldOf(fields, String(value.value))] : [],
            )
          : [];
      return checked.map((value) => {
        // The first parameter is `self` or the class, which the members of the class know themselves.
        const bindings = new Map(
          [value, others].flatMap((given, i) => (params[i + 1] === undefined ? [] : [[params[i + 1]!.target, given]])),
        );
        return { body, context: new Context(context.evaluator, context.program, { bindings, parent: undefined, depth: 1 }) };
      });
    });
  });
}

const fieldNames = (node: ClassDeclaration, { index }: Context): readonly string[] =>
  [...(index.classScope(node)?.bindings ?? [])].filter(([, binding]) => binding.writes.length > 0).map(([name]) => name);
