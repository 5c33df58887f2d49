/** Go's embedded structs: the fields that a literal sets in one of them are read by their own name. */
import type { Expression } from '../../syntax/ir.js';
import type { Evaluator } from '../evaluator.js';
import { fieldOf, isAbsent } from '../fields.js';
import type { RecordValue, Value } from '../value.js';

/** https://go.dev/ref/spec#Selectors: a field that the struct of a literal does not declare itself; undefined where none that is embedded is set. */
export function promotedField(object: RecordValue, property: string, evaluator: Evaluator): Value | undefined {
  const { node, origin } = object;
  if (node?.type === undefined || origin.program.language !== 'go') return undefined;
  const type = evaluator.evaluate(node.type, origin.program);
  if (type.kind !== 'class' || declares(type, property, evaluator)) return undefined;
  for (const base of type.node.bases) {
    const embedded = fieldOf(object, embeddedName(base));
    if (!isAbsent(embedded) && mayHave(evaluator.evaluate(base, type.program), property, evaluator))
      return evaluator.memberOf(embedded, property, origin);
  }
  return undefined;
}

/** An embedded field is called like its type, without the package. */
export const embeddedName = (type: Expression): string => (type.kind === 'member' ? type.property : type.kind === 'name' ? type.name : '');

const declares = ({ node, program }: Value & { kind: 'class' }, property: string, evaluator: Evaluator): boolean =>
  evaluator.indexOf(program).classScope(node)?.bindings.has(property) === true;

/** Whether a type has a field, itself or embedded; those of libraries may. */
function mayHave(type: Value, property: string, evaluator: Evaluator, depth = 0): boolean {
  if (type.kind !== 'class') return true;
  return (
    declares(type, property, evaluator) ||
    (depth < MAX_EMBEDDED &&
      type.node.bases.some((base) => mayHave(evaluator.evaluate(base, type.program), property, evaluator, depth + 1)))
  );
}

/** How deep structs within structs are looked into. */
const MAX_EMBEDDED = 6;
