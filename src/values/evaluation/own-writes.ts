/** What the methods of an object literal assign to its own fields: `{ secure: true, load() { this.secure = … } }`. */
import type { Assignment, Name, RecordExpression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { perIndex } from '../per-index.js';
import { isKind, type ProgramIndex } from '../program-index.js';
import { absent, choice, unknown, unknownOrder, type RecordPart, type Value } from '../value.js';

/** The literal that `this` is in one of its methods; undefined elsewhere, as in a function that is no method, whose `this` its caller says. */
export function literalAround(name: Name, index: ProgramIndex): RecordExpression | undefined {
  let fn = index.functionAround(name);
  // Arrow functions have the `this` around them.
  while (fn !== undefined && index.program.text.slice(fn.params.at(-1)?.end ?? fn.start, fn.body.start).includes('=>'))
    fn = index.functionAround(fn);
  const property = fn === undefined ? undefined : index.parent(fn);
  const record = isKind(property, 'property') && property.value === fn ? index.parent(property) : undefined;
  return isKind(record, 'record') ? record : undefined;
}

/** How many assignments to one field are followed. */
const MAX_WRITES = 8;

/** `parts` with what methods may have made of the fields: which of them ran before, nobody knows. */
export function withOwnWrites(parts: readonly RecordPart[], record: RecordExpression, context: Context): readonly RecordPart[] {
  const writes = table(context.index).get(record);
  if (writes === undefined) return parts;
  return [...parts, ...[...writes].map(([key, nodes]) => writtenField(key, nodes, parts, context))];
}

function writtenField(key: string, nodes: readonly Assignment[], parts: readonly RecordPart[], context: Context): RecordPart {
  return {
    kind: 'field',
    key,
    get value() {
      const before = begunWith(key, parts, context.origin(nodes[0]!));
      if (nodes.length > MAX_WRITES)
        return choice(
          unknownOrder('many methods assign it', before.origin),
          unknown('it is assigned often', before.origin),
          before,
          before.origin,
        );
      return nodes.reduce<Value>((value, node) => {
        const origin = context.origin(node);
        return choice(unknownOrder('a method of the object assigns it', origin), assigned(node, value, context), value, origin);
      }, before);
    },
  };
}

/** What the literal itself says of a field; a spread may say it too. */
function begunWith(key: string, parts: readonly RecordPart[], origin: RecordPartOrigin): Value {
  const part = parts.findLast((one) => one.kind === 'spread' || one.key === key);
  return part === undefined ? absent(origin) : part.kind === 'field' ? part.value : unknown('another object is spread into it', origin);
}

type RecordPartOrigin = Value['origin'];

/** The field after an assignment to it, or to a part of it (`this.options.secure = …`). */
function assigned({ target, operator, value }: Assignment, before: Value, context: Context): Value {
  const origin = context.origin(target);
  if (operator !== '=' || target.kind !== 'member') return unknown('a method changes it', origin);
  const written = context.outsideCalls.evaluate(value);
  if (target.object.kind === 'name') return written;
  if (target.object.kind !== 'member' || target.object.object.kind !== 'name') return unknown('a method changes a part of it', origin);
  return {
    kind: 'record',
    parts: [
      { kind: 'spread', value: before },
      { kind: 'field', key: target.property, value: written },
    ],
    origin,
  };
}

/** The assignments to `this.x` and its parts, by the literal that `this` is, and by field. */
const table = perIndex((index) => {
  const byRecord = new Map<RecordExpression, Map<string, Assignment[]>>();
  for (const node of index.program.language === 'javascript' ? index.assignments : []) {
    const own = ownField(node.target);
    const record = own === undefined ? undefined : literalAround(own.self, index);
    if (own === undefined || record === undefined) continue;
    const fields = byRecord.get(record) ?? new Map<string, Assignment[]>();
    byRecord.set(record, fields);
    fields.set(own.key, [...(fields.get(own.key) ?? []), node]);
  }
  return byRecord;
});

/** The first key of a target that begins with `this`. */
function ownField(target: Assignment['target']): { self: Name; key: string } | undefined {
  let key: string | undefined;
  let at: Assignment['target'] = target;
  while (at.kind === 'member' || at.kind === 'subscript') {
    key = at.kind === 'member' ? at.property : undefined;
    at = at.object;
  }
  return at.kind === 'name' && at.name === 'this' && key !== undefined ? { self: at, key } : undefined;
}
