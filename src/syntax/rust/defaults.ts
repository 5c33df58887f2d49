// What `Default` gives in Rust: derived implementations, and `Default::default()` where the type is written.
import type { Expression, RecordEntry, Statement } from '../ir.js';
import { blockOf, opaqueOf, rangeOf } from '../tree-sitter/lowering.js';
import type { Node } from '../tree-sitter/node.js';
import { callOf, functionDeclaration, memberOf } from '../tree-sitter/shapes.js';
import { typeExpression } from './types.js';

/** https://doc.rust-lang.org/std/default/trait.Default.html#derivable: each field has the default of its type. */
export function derivedDefault(struct: Node, attributes: readonly Node[]): readonly Statement[] {
  const name = struct.child('name');
  const fields = struct.child('body')?.named.filter((part) => part.type === 'field_declaration') ?? [];
  const derive = attributes.find((attribute) => /^#\[derive\([^)]*\bDefault\b/.test(attribute.text));
  if (struct.type !== 'struct_item' || name === undefined || derive === undefined) return [];
  const at = rangeOf(derive);
  const none = { start: at.start, end: at.start };
  const entries = fields.flatMap((field): RecordEntry[] => {
    const key = field.child('name');
    const type = field.child('type');
    return key === undefined || type === undefined
      ? []
      : [{ kind: 'property', ...at, key: { kind: 'literal', ...none, value: key.text }, value: zeroOf(type, at) }];
  });
  const made: Expression = { kind: 'record', ...at, entries, type: { kind: 'name', ...none, name: name.text }, style: 'struct' };
  const body = blockOf(at, [{ kind: 'return', ...at, value: made }]);
  return [
    functionDeclaration({
      range: at,
      name: 'default',
      params: [],
      body,
      isAsync: false,
      returnType: name.text,
      isStatic: true,
      decorators: [],
    }),
  ];
}

/** https://doc.rust-lang.org/std/default/trait.Default.html#implementors */
function zeroOf(type: Node, at: { readonly start: number; readonly end: number }): Expression {
  const text = type.text.replace(/\s/g, '');
  if (text === 'bool') return { kind: 'literal', ...at, value: false };
  if (/^(?:&(?:'static)?str|(?:std::string::)?String|Cow<.*>)$/.test(text)) return { kind: 'literal', ...at, value: '' };
  if (/^(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/.test(text)) return { kind: 'literal', ...at, value: 0 };
  if (/^(?:std::option::)?Option</.test(text)) return { kind: 'literal', ...at, value: null };
  const called = type.type === 'type_identifier' || type.type === 'scoped_type_identifier' ? typeExpression(type) : undefined;
  return called === undefined ? opaqueOf(type, []) : defaultCall(type, withoutWidth(called, type.start));
}

/** What nobody wrote stands at one place. */
function withoutWidth(type: Expression, offset: number): Expression {
  const at = { start: offset, end: offset };
  return type.kind === 'member' ? { ...type, ...at, object: withoutWidth(type.object, offset), propertyRange: at } : { ...type, ...at };
}

/** `T::default()`. */
function defaultCall(node: Node, type: Expression): Expression {
  const at = { start: node.start, end: node.start };
  return callOf({ range: node, callee: memberOf(at, type, at, 'default'), args: [], list: undefined });
}

/** `Default::default()` as the call of the type that is written beside it: `T { a, ..Default::default() }`, `let t: T = Default::default()`. */
export function ofWrittenType(node: Node, type: Node | undefined): Expression | undefined {
  if (type === undefined || !/^(?:std::default::|core::default::)?Default::default\(\)$/.test(node.text.replace(/\s/g, '')))
    return undefined;
  const written = typeExpression(type);
  return written.kind === 'opaque' ? undefined : defaultCall(node, withoutWidth(written, node.start));
}
