/** Sets Secure on an object that is made here: by a setter, a link of its builder's chain, or a property. */
import type { Edit } from '../cookies/finding.js';
import { holderOf, objectAfter, outermost } from '../matching/objects.js';
import { propertiesOf } from '../matching/setters.js';
import type { Place } from '../matching/surface.js';
import { isBeanDefinitions } from '../syntax/embedded/beans.js';
import type { Call, FunctionExpression, Node, Statement } from '../syntax/ir.js';
import { isKind, type Binding } from '../values/program-index.js';
import type { HistoryEntry, Value } from '../values/value.js';
import { beanFix } from './bean-fix.js';
import { insertion, merged, type Draft, type FixContext } from './draft.js';
import { newRecord } from './entry.js';
import { argumentEdit, functionOf, inFunction, receiverChanges } from './lambda-fix.js';
import { codeBefore, eolOf, indentAt, startsLine } from './layout.js';
import { afterBranches, onNamed } from './named-object.js';
import { onText } from './on-value.js';
import { changedEdits, drafted, editsInRecord, isAlways, type Change, changesOf } from './record-fix.js';
import { sentAgainFix } from './sent-again-fix.js';
import { connectorOf, insertAfter, insertFirst, statementOf, variableText } from './statement.js';

type SetterPlace = Place & { at: 'setter' };

export function setterFix(place: SetterPlace, context: FixContext): Draft | undefined {
  const { site, evaluator, index } = context;
  if (site.matched.sent !== undefined) return sentAgainFix(site.matched.sent.expression, place.methods[0]!, context);
  const calls = settingCalls(objectAfter(site.matched, evaluator), place, context);
  if (isBeanDefinitions(context.program))
    return beanFix(
      place.methods[0] ?? 'setSecure',
      calls.map(({ call }) => call),
      site.matched.node,
      context,
    );
  if (place.configures !== undefined) return calls.length > 0 ? configured(calls, place.configures, context) : inserted(context);
  const edits = calls.flatMap(({ call }) => [...argumentEdit(call, place.argument ?? 0, context), ...keptCopy(call, context)]);
  const properties = propertyForms(place, context);
  edits.push(...properties.edits);
  const isDecided = properties.decided || calls.some(({ guard, call }) => guard === undefined && isAlways(call, context));
  if (isDecided) return titled(edits, calls[0]?.method ?? place.methods[0] ?? 'secure', context);
  // Setters that are called under a condition alone leave the object without: there the call is added.
  const added = place.first === undefined ? addedSetter(place, outermost(site.matched.node, index), context) : undefined;
  return added === undefined ? undefined : titled([...edits, ...added.edits], added.method, context);
}

function titled(edits: readonly Edit[], method: string, context: FixContext): Draft | undefined {
  const all = merged(edits);
  return all === undefined || all.length === 0 ? undefined : { edits: all, title: `Call \`${method}(${onText(context)})\`` };
}

/** `$cookie->withSecure(true);` gives a changed copy, which somebody has to keep. */
function keptCopy(call: Call, { index, program, text }: FixContext): Edit[] {
  const { callee } = call;
  if (
    program.language !== 'php' ||
    callee.kind !== 'member' ||
    callee.object.kind !== 'name' ||
    !/^with[A-Z]/.test(callee.property) ||
    !isKind(index.parent(call), 'expression')
  )
    return [];
  return [insertion(call.start, `${text.slice(callee.object.start, callee.object.end)} = `)];
}

/** The calls of the setters on an object that stand in this file. */
function settingCalls(object: Value, place: SetterPlace, context: FixContext): HistoryEntry[] {
  if (object.kind === 'choice')
    return [...settingCalls(object.consequent, place, context), ...settingCalls(object.alternate, place, context)];
  if (object.kind !== 'object') return [];
  return object.history.entries.filter(({ method, args, origin }) => {
    const [first] = args;
    const isMeant =
      place.first === undefined || (first?.kind === 'known' && String(first.value).toLowerCase() === place.first.toLowerCase());
    return place.methods.includes(method) && isMeant && origin.program === context.program;
  });
}

/** A setter that takes a function: what that does is changed. */
function configured(calls: readonly HistoryEntry[], methods: readonly string[], context: FixContext): Draft | undefined {
  const call = calls.at(-1)?.call;
  const [method] = methods;
  const given = call?.args[0]?.value;
  const fn = call?.block ?? (given === undefined ? undefined : functionOf(given, context));
  return fn === undefined || method === undefined ? undefined : inFunction(fn, [method], true, context);
}

/** The statement that the surface names for it. */
function inserted(context: FixContext): Draft | undefined {
  const template = context.hint.insert;
  if (template?.includes('{object}') !== true) return undefined;
  const edit = addedStatement(outermost(context.site.matched.node, context.index), (name) => withObject(template, name), context);
  return edit === undefined ? undefined : { edits: [edit], title: `Add \`${withObject(template, 'it').replace(/^it\./, '')}\`` };
}

const withObject = (template: string, name: string): string => template.replace('{object}', name).replace(/;$/, '');

/** Kotlin's `cookie.secure = x` for `setSecure(x)`, also in a block that runs on the object. */
function propertyForms(place: SetterPlace, context: FixContext): { readonly edits: readonly Edit[]; readonly decided: boolean } {
  const { site, index } = context;
  const held = holderOf(outermost(site.matched.node, index), index);
  const changes: Change[] = [
    ...(held === undefined || held.path.length > 0 ? [] : changesOf(held.binding)),
    ...blocksOf(site.matched.node, context).flatMap(({ fn, parameter }) =>
      parameter === undefined ? receiverChanges(fn, context) : parameterChanges(fn, parameter, context),
    ),
  ];
  const found = place.methods.flatMap(propertiesOf).map((name) => changedEdits(changes, [name], context, 0));
  return { edits: found.flatMap((one) => one?.edits ?? []), decided: found.some((one) => one?.decided === true) };
}

function parameterChanges(fn: FunctionExpression, parameter: string, { index }: FixContext): Change[] {
  const binding = index.scopeOf(fn.body).bindings.get(parameter);
  return binding === undefined ? [] : changesOf(binding);
}

interface ScopeBlock {
  readonly fn: FunctionExpression;
  /** The name that the block has for the object; undefined when it is `this`. */
  readonly parameter: string | undefined;
}

/** The blocks of the chain that run on the object: `apply { … }`, `also { … }`. */
function blocksOf(node: Node, { index, evaluator, program }: FixContext): ScopeBlock[] {
  const found: ScopeBlock[] = [];
  for (let at = node; ;) {
    const link = index.parent(at);
    const call = link === undefined ? undefined : index.parent(link);
    if (!isKind(link, 'member') || !isKind(call, 'call') || call.callee !== link) return found;
    if (call.block !== undefined && evaluator.idiomsOf(program).objectBlocks?.includes(link.property) === true) {
      const target = call.block.params[0]?.target;
      found.push({
        fn: call.block,
        parameter: ['apply', 'run', 'with'].includes(link.property) || target?.kind !== 'name' ? undefined : target.name,
      });
    }
    at = call;
  }
}

const isSetter = (method: string): boolean => /^set(?:_|[A-Z])/.test(method);

interface AddedSetter {
  readonly method: string;
  readonly edits: readonly Edit[];
}

function addedSetter(place: SetterPlace, whole: Node, context: FixContext): AddedSetter | undefined {
  const { site, program, hint, index } = context;
  const { node } = site.matched;
  const fluent = place.methods.find((method) => !isSetter(method));
  const setting = place.methods.find(isSetter);
  const given = place.implied === true ? '' : onText(context);
  const [block] = blocksOf(node, context);
  if (block !== undefined) {
    const method = setting ?? fluent;
    const edits =
      method === undefined
        ? undefined
        : insertFirst(program, block.fn, `${block.parameter === undefined ? '' : `${block.parameter}.`}${method}(${given})`);
    return method === undefined || edits === undefined ? undefined : { method, edits };
  }
  if (whole !== node) {
    const method = chainMethod(place, node, context);
    if (method === undefined) return undefined;
    return { method, edits: linked(node, hint.insert?.startsWith('.') === true ? hint.insert.slice(1) : `${method}(${given})`, context) };
  }
  const held = addedStatement(
    node,
    (name) =>
      hint.insert?.includes('{object}') === true
        ? withObject(hint.insert, name)
        : setting === undefined
          ? undefined
          : `${name}${connectorOf(program.language)}${setting}(${given})`,
    context,
  );
  if (held !== undefined && setting !== undefined) return { method: setting, edits: [held] };
  if (!isKind(node, 'call')) return undefined;
  // The rule knows that this setter gives the object back.
  if (hint.insert?.startsWith('.') === true && setting !== undefined && holderOf(node, index) === undefined)
    return { method: setting, edits: [insertion(node.end, hint.insert)] };
  if (fluent === undefined) {
    const edits =
      setting === undefined || held !== undefined || holderOf(node, context.index) !== undefined
        ? undefined
        : onNamed(node, setting, given, context);
    return edits === undefined || setting === undefined ? undefined : { method: setting, edits };
  }
  if (program.language === 'php' && node.isNew)
    return { method: fluent, edits: [insertion(node.start, '('), insertion(node.end, `)->${fluent}(${given})`)] };
  return { method: fluent, edits: [insertion(node.end, `${connectorOf(program.language)}${fluent}(${given})`)] };
}

/** The setter that the place lists in the style of the chain's other links: `.setPath('/')` goes with `.setSecure(true)`. */
function chainMethod(place: SetterPlace, node: Node, { index }: FixContext): string | undefined {
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
  const parent = index.parent(node);
  const declaration = program.language === 'java' ? emptyDeclarationOf(held.binding) : undefined;
  if (declaration !== undefined) {
    const added = statement(held.binding.name);
    return added === undefined
      ? undefined
      : afterBranches({ writes: held.binding.writes.map((write) => write.node), declaration }, added, context);
  }
  const around = statementOf(node, program, index);
  // `options.Cookie = new CookieBuilder()` is changed by that name.
  const name = isKind(parent, 'assignment')
    ? text.slice(parent.target.start, parent.target.end)
    : variableText(held.binding.name, program.language);
  const written = statement(name);
  if (around === undefined || written === undefined) return undefined;
  // Rust lets only `mut` variables change.
  if (program.language === 'rust' && !/^let\s+mut\b/.test(text.slice(around.start, around.end))) return undefined;
  return insertAfter(program, around, written);
}

/** `Cookie c;`: everything that the variable holds is assigned later. */
function emptyDeclarationOf({ writes: [first, ...others] }: Binding): Statement | undefined {
  if (first === undefined || first.value !== undefined || !isKind(first.node, 'declaration')) return undefined;
  return others.length > 1 && others.every(({ value }) => value?.kind === 'call' && value.isNew) ? first.node : undefined;
}

// ------------------------------------------------------------------ properties

export function propertyFix(place: Place & { at: 'property' }, context: FixContext): Draft | undefined {
  const { site, index, program } = context;
  const { matched } = site;
  if (matched.sent !== undefined) return sentAgainFix(matched.sent.expression, place.path[0]!, context);
  const whole = outermost(matched.node, index);
  const held = holderOf(whole, index);
  const changed =
    held === undefined
      ? { edits: [], decided: false }
      : changedEdits(laterThan(whole, changesOf(held.binding)), [...held.path, ...place.path], context, 0);
  if (changed === undefined) return undefined;
  if (changed.decided) return drafted(changed.edits, place.path, context);
  const record = matched.record ?? matched.call?.initializer;
  if (record !== undefined) {
    const inside = editsInRecord(record, place.path, context);
    return inside === undefined ? undefined : drafted([...changed.edits, ...inside], place.path, context);
  }
  const statement = addedStatement(
    whole,
    (name) => `${[name, ...place.path].join(connectorOf(program.language))} = ${onText(context)}`,
    context,
  );
  if (statement !== undefined) return drafted([...changed.edits, statement], place.path, context);
  if (program.language !== 'csharp' || matched.call?.isNew !== true || changed.edits.length > 0) return undefined;
  return drafted([insertion(matched.call.end, ` ${newRecord(program, 'initializer', place.path, onText(context))}`)], place.path, context);
}

/** Changes of the object itself; what replaces it, or was done to another before, is none. */
const laterThan = (whole: Node, changes: readonly Change[]): Change[] =>
  changes.filter(({ node }) => node.value !== whole && node.start >= whole.start);
