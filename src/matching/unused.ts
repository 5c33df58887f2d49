/** Objects that are made and changed, and that nothing ever takes: no response gets them. */
import type { FunctionExpression, Name, Node } from '../syntax/ir.js';
import { walk } from '../syntax/walk.js';
import { perIndex } from '../values/per-index.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import { holderOf, outermost } from './objects.js';

const tables = new WeakMap<ProgramIndex, WeakMap<FunctionExpression, ReadonlySet<Binding>>>();

/** Words by which code has a response at hand. */
const RESPONSE = /response|\bresp?\b|exchange|\bctx\b|context/i;

/**
 * Whether code that has a response at hand makes an object and does not give it to anybody. Where there is no response in sight
 * the rest of the program may take it by ways that are not followed.
 */
export function isKeptFromResponse(made: Node, index: ProgramIndex): boolean {
  const around = index.functionAround(made);
  if (around === undefined || isKind(index.parent(made), 'expression') || !isNeverTaken(made, index)) return false;
  const rest = `${index.program.text.slice(around.start, made.start)} ${index.program.text.slice(made.end, around.end)}`;
  return RESPONSE.test(rest);
}

/** What compares a text with another, written as a method. */
const COMPARES =
  /^(?:equals|equalsIgnoreCase|isEmpty|isBlank|contains|startsWith|endsWith|matches|hashCode|Equals|StartsWith|EndsWith|Contains)$/;

/** Whether all that is done with a made object is to compare what it says: `if c.String() == ""` asks whether a name is good. */
export function isOnlyCompared(made: Node, index: ProgramIndex): boolean {
  const around = index.functionAround(made);
  const held = around === undefined ? undefined : holderOf(outermost(made, index), index);
  if (
    around === undefined ||
    held === undefined ||
    held.path.length > 0 ||
    held.binding.parameter !== undefined ||
    held.binding.scope.kind === 'class'
  )
    return false;
  return comparedIn(around, index).has(held.binding);
}

/** Methods that give what they are handed where there is nothing else. */
const ALTERNATIVES = /^(?:orElse|orElseGet|getOrElse|getOrDefault|or_else|unwrap_or|fetch)$/;

/** Whether a made object stands in for one that is missing, of which only a part is read: `.findAny().orElse(new Cookie(name, "")).getValue()`. */
export function isOnlyRead(made: Node, index: ProgramIndex): boolean {
  let at = made;
  for (let parent = index.parent(at); parent !== undefined; parent = index.parent(at)) {
    if (isKind(parent, 'member') && parent.object === at) return at !== made && isReader(parent.property);
    const isHandedOn =
      isKind(parent, 'logical') ||
      isKind(parent, 'conditional') ||
      isKind(parent, 'return') ||
      (isKind(parent, 'block') && parent.body.length === 1) ||
      (isKind(parent, 'function') && parent.name === undefined) ||
      (isKind(parent, 'call') && parent.callee !== at && isKind(parent.callee, 'member') && ALTERNATIVES.test(parent.callee.property)) ||
      !('kind' in parent);
    if (!isHandedOn) return false;
    at = parent;
  }
  return false;
}

const compared = perIndex((): Map<FunctionExpression, ReadonlySet<Binding>> => new Map());

/** The variables that a function does nothing with but to compare what they hold. */
function comparedIn(fn: FunctionExpression, index: ProgramIndex): ReadonlySet<Binding> {
  const before = compared(index).get(fn);
  if (before !== undefined) return before;
  const found = new Set<Binding>();
  const others = new Set<Binding>();
  walk(fn, (node) => {
    if (!isKind(node, 'name')) return;
    const parent = index.parent(node);
    if ((isKind(parent, 'assignment') || isKind(parent, 'declaration')) && parent.target === node) return;
    const binding = index.bindingOf(node);
    if (binding !== undefined) (isCompared(node, index) ? found : others).add(binding);
  });
  for (const binding of others) found.delete(binding);
  compared(index).set(fn, found);
  return found;
}

/** Whether a part of what a name holds is compared with something, and used for nothing else. */
function isCompared(name: Name, index: ProgramIndex): boolean {
  let at: Node = name;
  let parent = index.parent(at);
  while ((isKind(parent, 'member') && parent.object === at) || (isKind(parent, 'call') && parent.callee === at)) {
    at = parent;
    parent = index.parent(at);
  }
  if (isKind(at, 'call') && isKind(at.callee, 'member') && at.callee.object !== name && COMPARES.test(at.callee.property)) return true;
  return at !== name && isKind(parent, 'binary') && ['==', '!=', '<', '<=', '>', '>='].includes(parent.operator);
}

/** Whether a local variable holds the made object, and all that is done with it is to call its methods and set its properties; or nobody holds it. */
export function isNeverTaken(made: Node, index: ProgramIndex): boolean {
  const whole = outermost(made, index);
  const parent = index.parent(whole);
  if (isKind(parent, 'expression')) return whole === made;
  // Of a chain the last call gives something else: what becomes of that is not known here.
  if (whole !== made) return false;
  const held =
    isKind(parent, 'declaration') || (isKind(parent, 'assignment') && isKind(index.parent(parent), 'expression'))
      ? holderOf(whole, index)
      : undefined;
  if (held?.binding.scope.kind === 'class') return isPrivate(held.binding, index);
  const around = index.functionAround(made);
  if (held === undefined || around === undefined || held.path.length > 0 || held.binding.parameter !== undefined) return false;
  const owner =
    index.functionAround(held.binding.scope.node as Node) ??
    (held.binding.scope.kind === 'function' ? (held.binding.scope.node as FunctionExpression) : undefined);
  if (owner === undefined || (held.binding.scope.kind !== 'function' && held.binding.scope.kind !== 'block')) return false;
  return !takenIn(owner, index).has(held.binding);
}

/** A field that nothing but its declaration names. */
function isPrivate({ name, writes: [write, ...others] }: Binding, { program: { text } }: ProgramIndex): boolean {
  if (write === undefined || others.length > 0 || !isKind(write.node, 'declaration')) return false;
  const word = new RegExp(`\\b${name.replace(/\$/g, '\\$&')}\\b`, 'g');
  return !/\b(?:public|protected|internal)\b/.test(text.slice(write.node.start, write.node.end)) && text.match(word)?.length === 1;
}

/** The variables that something in a function takes: as an argument, a result, an element, or to keep it elsewhere. */
function takenIn(fn: FunctionExpression, index: ProgramIndex): ReadonlySet<Binding> {
  let table = tables.get(index);
  if (table === undefined) tables.set(index, (table = new WeakMap()));
  let taken = table.get(fn);
  if (taken === undefined) {
    const found = new Set<Binding>();
    walk(fn, (node) => {
      if (!isKind(node, 'name') || isOnlyChanged(node, index)) return;
      const binding = index.bindingOf(node);
      if (binding !== undefined) found.add(binding);
    });
    table.set(fn, (taken = found));
  }
  return taken;
}

/** `cookie.setPath("/");`, `cookie.secure = true`, `cookie = …`: nothing has the object afterwards that had it not before. */
function isOnlyChanged(name: Name, index: ProgramIndex): boolean {
  const parent = index.parent(name);
  if (isKind(parent, 'assignment') || isKind(parent, 'declaration')) return parent.target === name;
  if (!isKind(parent, 'member') || parent.object !== name) return false;
  const at = index.parent(parent);
  if (isKind(at, 'assignment')) return at.target === parent;
  if (isKind(at, 'call') && at.callee === parent) return isKind(index.parent(at), 'expression') || isReader(parent.property);
  return isReader(parent.property);
}

/** What gives the cookie's parts, not the cookie. */
const isReader = (property: string): boolean => /^(?:get|is|has)[A-Z]|^(?:name|value|Name|Value|Expires|Domain|Path)$/.test(property);
