/** Sets Secure on an object: by a setter, a link of its builder's chain, a property, or in the function that configures it. */
import type { Edit } from '../cookies/finding.js';
import { holderOf, objectAfter, outermost } from '../matching/places.js';
import type { Place } from '../matching/surface.js';
import type { Assignment, Call, Expression, FunctionExpression, Node } from '../syntax/ir.js';
import { isKind, type Binding } from '../values/program-index.js';
import type { HistoryEntry, Value } from '../values/value.js';
import { appendArgument } from './argument-fix.js';
import { evaluated, insertion, merged, type Draft, type FixContext } from './draft.js';
import { newRecord } from './entry.js';
import { codeBefore, startsLine, indentAt, eolOf } from './layout.js';
import { onText, replacement } from './on-value.js';
import { changedEdits, drafted, editsInRecord, isAlways, titleOf, type Change } from './record-fix.js';
import { bodied, connectorOf, insertAfter, insertFirst, statementOf, variableText } from './statement.js';

// ------------------------------------------------------------------ setters

export function setterFix(place: Place & { at: 'setter' }, context: FixContext): Draft | undefined {
  const { site, evaluator, program, index } = context;
  const calls = settingCalls(objectAfter(site.matched, evaluator), place.methods, context);
  const edits = calls.flatMap(({ call }) => argumentEdit(call, place.argument ?? 0, context));
  const properties = propertyForms(place, context);
  edits.push(...properties.edits);
  const method = calls[0]?.method;
  if (properties.decided || calls.some(({ guard, call }) => guard === undefined && isAlways(call, context))) return titled(edits, method ?? place.methods[0] ?? 'secure', context);
  const added = addedSetter(place, outermost(site.matched.node, index), context);
  // Setters that are called under a condition alone leave the object without: there the call is added.
  if (added === undefined || program.path !== site.matched.program.path) return undefined;
  return titled([...edits, ...added.edits], added.method, context);
}

function titled(edits: readonly Edit[], method: string, context: FixContext): Draft | undefined {
  const all = merged(edits);
  return all === undefined || all.length === 0 ? undefined : { edits: all, title: `Call \`${method}(${onText(context)})\`` };
}

/** The calls of the setters on an object that stand in this file. */
function settingCalls(object: Value, methods: readonly string[], context: FixContext): HistoryEntry[] {
  if (object.kind === 'choice') return [...settingCalls(object.consequent, methods, context), ...settingCalls(object.alternate, methods, context)];
  if (object.kind !== 'object') return [];
  return object.history.filter((entry) => methods.includes(entry.method) && entry.origin.program === context.program);
}

function argumentEdit(call: Call, position: number, context: FixContext): Edit[] {
  const given = call.args[position]?.value;
  const edit = given === undefined ? undefined : replacement(given, context);
  return edit === undefined ? [] : [edit];
}

/** Kotlin's `cookie.secure = x` for `setSecure(x)`. */
function propertyForms(place: Place & { at: 'setter' }, context: FixContext): { readonly edits: readonly Edit[]; readonly decided: boolean } {
  const { site, index } = context;
  const holder = holderOf(outermost(site.matched.node, index), index);
  if (holder === undefined) return { edits: [], decided: false };
  const found = place.methods.flatMap((method) => {
    const name = /^set([A-Z].*)$/.exec(method)?.[1];
    return name === undefined ? [] : [changedEdits(changesOf(holder.binding), [name.charAt(0).toLowerCase() + name.slice(1)], context, 0)];
  });
  return { edits: found.flatMap((one) => one?.edits ?? []), decided: found.some((one) => one?.decided === true) };
}

const isSetter = (method: string): boolean => /^set(?:_|[A-Z])/.test(method);

interface AddedSetter {
  readonly method: string;
  readonly edits: readonly Edit[];
}

function addedSetter(place: Place & { at: 'setter' }, whole: Node, context: FixContext): AddedSetter | undefined {
  const { site, program, hint } = context;
  const fluent = place.methods.find((method) => !isSetter(method));
  const setting = place.methods.find(isSetter);
  const given = place.implied === true ? '' : onText(context);
  const { node } = site.matched;
  if (whole !== node) {
    const method = chainMethod(place, node, context);
    if (method === undefined) return undefined;
    return { method, edits: linked(node, hint.insert?.startsWith('.') === true ? hint.insert.slice(1) : `${method}(${given})`, context) };
  }
  const held = addedStatement(node, (name) => (hint.insert?.includes('{object}') === true ? hint.insert.replace('{object}', name).replace(/;$/, '') : setting === undefined ? undefined : `${name}${connectorOf(program.language)}${setting}(${given})`), context);
  if (held !== undefined && setting !== undefined) return { method: setting, edits: [held] };
  if (fluent === undefined || !isKind(node, 'call')) return undefined;
  if (program.language === 'php' && node.isNew) return { method: fluent, edits: [insertion(node.start, '('), insertion(node.end, `)->${fluent}(${given})`)] };
  return { method: fluent, edits: [insertion(node.end, `${connectorOf(program.language)}${fluent}(${given})`)] };
}

/** The setter that the place lists in the style of the chain's other links: `.setPath('/')` goes with `.setSecure(true)`. */
function chainMethod(place: Place & { at: 'setter' }, node: Node, { index }: FixContext): string | undefined {
  const link = index.parent(node);
  const prefix = isKind(link, 'member') ? /^(?:set|with)(?=_|[A-Z])/.exec(link.property)?.[0] : undefined;
  const same = prefix === undefined ? undefined : place.methods.find((method) => method.startsWith(prefix));
  // A setter elsewhere gives nothing back that a chain could go on with.
  return same ?? place.methods.find((method) => !isSetter(method));
}

/** A new link right after the creating call, on a line of its own where the next link is. */
function linked(node: Node, link: string, { index, program, text }: FixContext): Edit[] {
  const next = index.parent(node);
  if (!isKind(next, 'member')) return [];
  const connector = /(?:\?\.|!\.|->|::|\.)\s*$/.exec(text.slice(node.end, next.propertyRange.start));
  if (connector === null) return [];
  const at = node.end + connector.index;
  const onOwnLine = startsLine(text, at);
  const end = codeBefore(program, at, node.end);
  return [insertion(end, `${onOwnLine ? eolOf(text) + indentAt(text, at) : ''}${program.language === 'php' ? '->' : '.'}${link}`)];
}

/** A statement after the one that gives the object its name. */
function addedStatement(node: Node, statement: (name: string) => string | undefined, context: FixContext): Edit | undefined {
  const { index, program, text } = context;
  const held = holderOf(node, index);
  if (held === undefined) return undefined;
  const around = statementOf(node, program, index);
  const written = statement(variableText(held.binding.name, program.language));
  if (around === undefined || written === undefined) return undefined;
  // Rust lets only `mut` variables change.
  if (program.language === 'rust' && !/^let\s+mut\b/.test(text.slice(around.start, around.end))) return undefined;
  return insertAfter(program, around, written);
}

// ------------------------------------------------------------------ properties

const changesOf = (binding: Binding): Change[] => binding.mutations.filter((mutation) => mutation.kind === 'set').map((mutation) => ({ path: mutation.path, node: mutation.node as Assignment }));

export function propertyFix(place: Place & { at: 'property' }, context: FixContext): Draft | undefined {
  const { site, index, program } = context;
  const { matched } = site;
  const whole = outermost(matched.node, index);
  const held = holderOf(whole, index);
  const changed = held === undefined ? { edits: [], decided: false } : changedEdits(changesOf(held.binding), place.path, context, 0);
  if (changed === undefined) return undefined;
  if (changed.decided) return drafted(changed.edits, place.path, context);
  const record = matched.record ?? matched.call?.initializer;
  if (record !== undefined) {
    const inside = editsInRecord(record, place.path, context);
    return inside === undefined ? undefined : drafted([...changed.edits, ...inside], place.path, context);
  }
  const statement = addedStatement(whole, (name) => `${[name, ...place.path].join(connectorOf(program.language))} = ${onText(context)}`, context);
  if (statement !== undefined) return drafted([...changed.edits, statement], place.path, context);
  if (program.language !== 'csharp' || matched.call?.isNew !== true || changed.edits.length > 0) return undefined;
  return drafted([insertion(matched.call.end, ` ${newRecord(program, 'initializer', place.path, onText(context))}`)], place.path, context);
}

// ------------------------------------------------------------------ functions that configure

export function lambdaFix(place: Place & { at: 'lambda' }, context: FixContext): Draft | undefined {
  const { call } = context.site.matched;
  if (call === undefined) return undefined;
  const fn = configuring(call, context);
  if (fn === undefined) return withLambda(place, call, context);
  const [parameter] = fn.params;
  if (parameter === undefined || parameter.target.kind !== 'name') return undefined;
  const binding = context.index.scopeOf(fn.body).bindings.get(parameter.target.name) ?? context.index.lookUp(parameter.target.name, context.index.scopeOf(fn.body));
  if (binding === undefined) return undefined;
  const found = place.setter === true ? calledEdits(binding, place.path, context) : changedEdits(changesOf(binding), place.path, context, 0);
  if (found === undefined) return undefined;
  if (found.decided) return drafted(found.edits, place.path, context);
  const { program } = context;
  const name = variableText(parameter.target.name, program.language);
  const target = [name, ...place.path].join(connectorOf(program.language));
  const added = place.setter === true ? `${target}(${onText(context)})` : `${target} = ${onText(context)}`;
  const edits = fn.isExpressionBody ? inExpressionBody(fn, binding, place, added, context) : insertFirst(program, fn, added);
  return edits === undefined ? undefined : drafted([...found.edits, ...edits], place.path, context);
}

/** The function argument or block of this file. */
function configuring(call: Call, context: FixContext): FunctionExpression | undefined {
  for (const candidate of [...call.args.map((argument) => argument.value), ...(call.block === undefined ? [] : [call.block])].reverse()) {
    if (candidate.kind === 'function') return candidate;
    if (candidate.kind !== 'name' && candidate.kind !== 'member') continue;
    const value = evaluated(candidate, context);
    if (value.kind === 'function' && value.program === context.program) return value.node;
  }
  return undefined;
}

function calledEdits(binding: Binding, path: readonly string[], context: FixContext): { readonly edits: readonly Edit[]; readonly decided: boolean } {
  const calls = binding.mutations.filter((mutation) => mutation.kind === 'call' && mutation.path.join('.') === path.join('.')).map((mutation) => mutation.node as Call);
  return { edits: calls.flatMap((call) => argumentEdit(call, 0, context)), decided: calls.some((call) => isAlways(call, context)) };
}

/** `c -> c.path("/")` goes on with `.secure(true)`; C#'s `o => o.A = x` gets a body. */
function inExpressionBody(fn: FunctionExpression, binding: Binding, place: Place & { at: 'lambda' }, added: string, context: FixContext): Edit[] | undefined {
  const { program, index } = context;
  const body = index.returnsOf(fn)[0]?.value;
  if (body === undefined) return undefined;
  if (place.setter === true && place.path.length === 1 && rootOfChain(body, index) === binding) return [insertion(body.end, `${connectorOf(program.language)}${place.path[0]}(${onText(context)})`)];
  return program.language === 'csharp' && body.kind === 'assignment' && body.end === fn.end ? bodied(program, body, added) : undefined;
}

function rootOfChain(body: Expression, index: FixContext['index']): Binding | undefined {
  let at = body;
  while (at.kind === 'call' && at.callee.kind === 'member') at = at.callee.object;
  return at.kind === 'name' ? index.bindingOf(at) : undefined;
}

/** C#: the call has an overload that takes the function nearly always, but that is not known here. */
function withLambda(place: Place & { at: 'lambda' }, call: Call, context: FixContext): Draft | undefined {
  const { program } = context;
  if (program.language !== 'csharp' || place.setter === true || call.args.length > 1) return undefined;
  const edits = appendArgument(call, `options => ${['options', ...place.path].join('.')} = ${onText(context)}`, context);
  return edits === undefined ? undefined : { edits, title: titleOf(context, place.path), check: 'check that the call takes an options function' };
}
