/** What a name stands for: a binding of the file, a member of a base class, `this`, or something from outside. */
import type { LanguageId, Name, Node } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { fieldOf, isAbsent } from '../fields.js';
import { BARE_MEMBERS, isKind, type Binding } from '../program-index.js';
import type { GivenArgument } from '../parameters.js';
import { known, unknown, type Frame, type Value } from '../value.js';
import { valueOf } from './bindings.js';
import { classMember } from './class-members.js';
import { goReceiver } from './go-receivers.js';
import { literalAround } from './own-writes.js';
import { orWrittenBelow } from './overridden.js';
import { starred } from './star-imports.js';

export function valueOfName(name: Name, context: Context): Value {
  if (name.name === 'this') return self(name, context);
  const ofConstant = enumClass(name, context);
  if (ofConstant !== undefined) return ofConstant;
  if (name.name === 'Self' && context.language === 'rust') return structAround(name, context);
  const binding = context.index.bindingOf(name);
  if (binding !== undefined) return overriding(binding, name, context) ?? ofBinding(name, binding, context);
  if (name.name === BASE_NAMES[context.language]) return baseOf(name, context);
  if (context.language === 'ruby' && name.name === 'yield')
    return blockAround(context.frame) ?? unknown('the block is given elsewhere', context.origin(name));
  if (context.language === 'ruby' && name.name === 'super') return superOf(name, context);
  return inheritedByName(name, context) ?? global(name.name, name, context.outsideCalls);
}

const ofBinding = (name: Name, binding: Binding, context: Context): Value =>
  orWrittenBelow(read(binding, name, valueOf(binding, takenAt(name, binding, context), context), context), name, binding, context);

/** PHP's closures and arrow functions have a copy of what a variable held when they were made, but of `use (&$variable)`. */
function takenAt(name: Name, { scope }: Binding, { index, language, program }: Context): Node {
  let made = language === 'php' ? index.functionAround(name) : undefined;
  if (made === undefined || made.name !== undefined || (scope.kind === 'function' && scope.node === made)) return name;
  for (;;) {
    const outer = index.functionAround(made);
    if (outer === undefined || (scope.kind === 'function' && scope.node === outer)) break;
    made = outer;
  }
  if (isKind(index.parent(made), 'function-declaration')) return name;
  const head = program.text.slice(made.start, made.body.start);
  return new RegExp(`&\\s*\\$${name.name}\\b`).test(head) ||
    index.functionAround(made) !== (scope.kind === 'function' ? scope.node : undefined)
    ? name
    : made;
}

/** The type of the `impl` around. */
function structAround(name: Name, context: Context): Value {
  const around = context.index.classAround(name);
  const origin = context.origin(name);
  return around === undefined
    ? { kind: 'symbol', path: 'Self', origin }
    : { kind: 'class', node: around, program: context.program, origin };
}

/** A bare name of a getter is what the getter gives: C#'s `Shared` of `static CookieOptions Shared => …`; every method is one in Ruby. */
function read({ function: declared, scope }: Binding, name: Name, value: Value, { evaluator, frame, index, language }: Context): Value {
  const parent = index.parent(name);
  const isGetter =
    declared?.isGetter === true ||
    (language === 'ruby' && (scope.kind === 'class' || declared !== undefined) && !(isKind(parent, 'call') && parent.callee === name));
  return isGetter && value.kind === 'function' ? evaluator.callFunction(value, [], value.origin, frame) : value;
}

/** Enum constants are instances of the class that they stand in: `SESSION("sid", true)`. One with a body of its own is more than that. */
function enumClass(name: Name, context: Context): Value | undefined {
  const { index, program } = context;
  const call = index.parent(name);
  if (!isKind(call, 'call') || call.callee !== name || call.block !== undefined || call.start !== name.start) return undefined;
  const declared = index.parent(call);
  if (
    !isKind(declared, 'declaration') ||
    declared.target.kind !== 'name' ||
    declared.target.start !== name.start ||
    declared.target.end !== name.end
  )
    return undefined;
  const node = index.classAround(declared);
  return node === undefined ? undefined : { kind: 'class', node, program, origin: context.origin(name) };
}

/** A member that the class of the object which runs the code has in place of the one in sight. */
function overriding({ scope }: Binding, name: Name, context: Context): Value | undefined {
  if (scope.kind !== 'class' || !BARE_MEMBERS.has(context.language)) return undefined;
  let at = context.frame;
  while (at !== undefined && at.self === undefined) at = at.parent;
  const own = at?.self?.kind === 'object' ? at.self.instanceOf : undefined;
  if (own === undefined) return undefined;
  // What the instance was given when it was made or copied: `with { Secure = false }`.
  const field = at?.self?.kind === 'object' ? fieldOf(at.self.fields, name.name) : undefined;
  if (field !== undefined && !isAbsent(field)) return field;
  if (own.node === scope.node) return undefined;
  return classMember(own.node, name.name, new Context(context.evaluator, own.program, context.frame));
}

/** What languages call the class above. */
const BASE_NAMES: Partial<Record<LanguageId, string>> = {
  javascript: 'super',
  java: 'super',
  kotlin: 'super',
  scala: 'super',
  csharp: 'base',
  php: 'super',
};

function baseOf(name: Name, context: Context): Value {
  const [base] = context.index.classAround(name)?.bases ?? [];
  return base === undefined ? { kind: 'symbol', path: name.name, origin: context.origin(name) } : context.evaluate(base);
}

/** The block that the function was called with whose code runs. */
function blockAround(frame: Frame | undefined): Value | undefined {
  for (let at = frame; at !== undefined; at = at.parent) if (at.block !== undefined) return at.block;
  return undefined;
}

/** Ruby's `super` is the method of the same name in the class above; without arguments it is called with those of the method itself. */
function superOf(name: Name, context: Context): Value {
  const { index, evaluator, frame } = context;
  const origin = context.origin(name);
  let fn = index.functionAround(name);
  while (fn !== undefined && !isKind(index.parent(fn), 'function-declaration')) fn = index.functionAround(fn);
  const declared = fn === undefined ? undefined : index.parent(fn);
  const [base] = index.classAround(name)?.bases ?? [];
  const above = base === undefined ? undefined : context.evaluate(base);
  const method =
    above?.kind === 'class' && isKind(declared, 'function-declaration')
      ? classMember(above.node, declared.name, new Context(evaluator, above.program, frame))
      : undefined;
  if (method?.kind !== 'function' || fn === undefined) return unknown('what the class above gives is not followed', origin);
  const parent = index.parent(name);
  if (isKind(parent, 'call') && parent.callee === name) return method;
  const given = fn.params.map(({ target }): GivenArgument => ({
    value: target.kind === 'name' ? context.evaluate(target) : unknown('it is taken apart', origin),
  }));
  return evaluator.callFunction(method, given, origin, frame, self(name, context));
}

/** A bare name inside a class may be a member of its bases, in languages that need no `this`. */
function inheritedByName(name: Name, context: Context): Value | undefined {
  if (!BARE_MEMBERS.has(context.language)) return undefined;
  const around = context.index.classAround(name);
  // The bases themselves are named outside of what they give; Ruby's `include` stands in the body.
  if (
    around === undefined ||
    around.bases.length === 0 ||
    name.start < around.body.start ||
    around.bases.some((base) => base.start <= name.start && name.end <= base.end)
  )
    return undefined;
  return classMember(around, name.name, context);
}

function self(name: Name, context: Context): Value {
  const { program, index } = context;
  const origin = context.origin(name);
  const receiver = context.language === 'go' ? goReceiver(name, context) : undefined;
  // PHP's `self` is the class that it stands in, `static` that of the call.
  if (context.language === 'php' && program.text.slice(name.start, name.end) === 'self') {
    const written = index.classAround(name);
    if (written !== undefined) return { kind: 'class', node: written, program, origin };
  }
  for (let at = context.frame; at !== undefined; at = at.parent)
    if (at.self !== undefined && (receiver === undefined || ['record', 'object', 'choice'].includes(at.self.kind))) return at.self;
  if (receiver !== undefined) return receiver;
  const around = index.classAround(name);
  const literal = around === undefined && context.language === 'javascript' ? ofLiteral(name, context) : undefined;
  if (literal !== undefined) return literal;
  return around === undefined ? { kind: 'symbol', path: 'this', origin } : { kind: 'class', node: around, program, origin };
}

/** `this` in a method of an object literal is the object, as the variable that holds it has it, and whatever else its user puts on it. */
function ofLiteral(name: Name, context: Context): Value | undefined {
  const { index, evaluator, program } = context;
  const record = literalAround(name, index);
  if (record === undefined) return undefined;
  const holder = index.parent(record);
  const binding =
    isKind(holder, 'declaration') && holder.target.kind === 'name' ? index.lookUp(holder.target.name, index.scopeOf(holder)) : undefined;
  const value = binding === undefined ? evaluator.evaluate(record, program) : valueOf(binding, undefined, context.outsideCalls);
  if (value.kind !== 'record') return value;
  const others = unknown('others may put fields on the object that `this` is', value.origin);
  return { ...value, parts: [{ kind: 'spread', value: others }, ...value.parts] };
}

/** A name that the file does not declare. */
function global(name: string, use: Node, context: Context): Value {
  const { evaluator, program } = context;
  const origin = context.origin(use);
  if (name === 'undefined') return known(undefined, origin);
  // https://doc.rust-lang.org/std/option/enum.Option.html
  if (name === 'None' && program.language === 'rust') return known(null, origin);
  const binding = starred(name, context);
  if (binding !== undefined) return valueOf(binding, use, context);
  return evaluator.definedElsewhere(program, name) ?? evaluator.recognise(name, origin) ?? { kind: 'symbol', path: name, origin };
}
