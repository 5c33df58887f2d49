/** Finds the value at a place of a match, and where it is written. */
import type { Call, Expression, FunctionExpression, Node, Range, RecordExpression } from '../syntax/ir.js';
import { mergedArguments } from '../values/evaluation/records.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldAt, fieldOf, isAbsent } from '../values/fields.js';
import { serverVariables, shell, spring, symfony } from '../values/placeholders.js';
import { isKind, type Binding, type ProgramIndex } from '../values/program-index.js';
import { absent, choice, known, operation, originOf, unknown, type ClassValue, type Frame, type HistoryEntry, type Value } from '../values/value.js';
import { guardsOf } from '../values/guards.js';
import { afterReceiverBlock } from '../values/object-blocks.js';
import { pathFits, referenceOf } from '../values/references.js';
import { blockAround, calleeName, directivesIn, directivesOf } from '../syntax/settings/blocks.js';
import type { Matched } from './matched.js';
import type { Place } from './surface.js';

export interface Located {
  readonly value: Value;
  /** The expression that stands at the place in the file of the match, if one does. */
  readonly written?: Expression;
  /** The place of a list of places that was found (or the first, when none was written). */
  readonly place: Place;
}

/** The value at the first place that is written; absent when none is. */
export function locate(places: Place | readonly Place[], matched: Matched, evaluator: Evaluator): Located {
  const list: readonly Place[] = Array.isArray(places) ? (places as readonly Place[]) : [places as Place];
  let first: Located | undefined;
  for (const place of list) {
    const located = locateOne(place, matched, evaluator);
    // Where it is only written under a condition, the next place counts otherwise.
    if (first !== undefined && !isAbsent(first.value)) first = { ...first, value: choice(operation('defined', [first.value], first.value.origin), first.value, located.value, first.value.origin) };
    else if (isAbsent(located.value)) first ??= located;
    else first = located;
    if (!isAbsent(first.value) && !mayBeAbsent(first.value)) return first;
  }
  // Flags that are not written leave the cookie with none.
  if (first?.place.at === 'text' && first.place.attributesOnly === true) return { ...first, value: known('=;', first.value.origin) };
  return first ?? { value: absent(originOf(matched.program, matched.node)), place: { at: 'value' } };
}

const mayBeAbsent = (value: Value): boolean => isAbsent(value) || (value.kind === 'choice' && (mayBeAbsent(value.consequent) || mayBeAbsent(value.alternate)));

function locateOne(place: Place, matched: Matched, evaluator: Evaluator): Located {
  const { program, frame } = matched;
  const none = absent(originOf(program, matched.node));
  switch (place.at) {
    case 'fixed':
      return { value: known(place.value, originOf(program, matched.node)), place };
    case 'setting':
      return { value: evaluator.setting(place.of, place.key, program, none.origin), place };
    case 'owner':
      return { value: ownerProperty(matched, [place.property, ...(place.path ?? [])], evaluator) ?? none, place };
    case 'https': {
      const url = 'variable' in place.url ? ({ kind: 'environment', variable: place.url.variable, source: 'environment', origin: none.origin } satisfies Value) : locateOne(place.url, matched, evaluator).value;
      return { value: isAbsent(url) ? none : operation('startsWith', [url, known('https:', url.origin)], url.origin), place };
    }
    case 'owner-key': {
      const target = matched.assignment?.target;
      return { value: target?.kind === 'member' && target.object.kind === 'subscript' ? evaluator.evaluate(target.object.index, program, frame) : none, place };
    }
    case 'key':
      return { value: keyOf(matched, evaluator) ?? none, place };
    case 'member':
      return located(place, memberOfClass(place.name, matched, evaluator) ?? { value: none });
    case 'called':
      return { value: calledIn(place.paths, matched, evaluator) ?? none, place };
    case 'element':
      return located(place, storedUnder(place.key, matched, evaluator) ?? { value: none });
    case 'argument':
      return located(place, inArgument(place, matched, evaluator));
    case 'value': {
      if (matched.value === undefined) return { value: none, place };
      if (place.plain === true && !mayBeOptions(matched.value, program, frame, evaluator)) return { value: none, place };
      const written = writtenAt(matched.value, place.path ?? [], evaluator.indexOf(program));
      // Inside a section, too, the placeholders are the format's own.
      if (matched.placeholders !== undefined && written?.kind === 'literal') return { value: settingValue(written, matched, evaluator), place, written };
      const value = settingValue(matched.value, matched, evaluator);
      return { value: fieldAt(value, place.path ?? []), place, ...(written === undefined ? {} : { written }) };
    }
    case 'text': {
      const found = locateOne(place.text, matched, evaluator);
      if (isAbsent(found.value)) return { ...found, place };
      const inner = { ...found, value: serverVariables(found.value, program.language) };
      return place.attributesOnly === true ? { ...inner, value: operation('text', [known('=;', inner.value.origin), inner.value], inner.value.origin), place } : { ...inner, place };
    }
    case 'property': {
      const object = objectAfter(matched, evaluator);
      const record = matched.record ?? matched.call?.initializer;
      const written = record === undefined ? undefined : writtenAt(record, place.path, evaluator.indexOf(program));
      const value = fieldAt(object, place.path);
      // The object is made right here: what nobody sets has the library's default.
      return { value: object.kind === 'object' && isUntouched(value) ? none : value, place, ...(written === undefined ? {} : { written }) };
    }
    case 'maker':
      return { value: makerArgument(place, matched, evaluator) ?? none, place };
    case 'repeated':
      return located(place, setRepeatedly(place, matched, evaluator) ?? { value: none });
    case 'setter':
      return { value: setterValue(objectAfter(matched, evaluator), place, none, evaluator), place };
    case 'lambda': {
      const configured = configuredBy(matched, evaluator);
      if (configured === undefined) return { value: none, place };
      if (place.setter === true) return { value: setterValue(fieldAt(configured, place.path.slice(0, -1)), { methods: [place.path.at(-1)!], implied: true }, none, evaluator), place };
      const value = fieldAt(configured, place.path);
      return { value: isUntouched(value) ? none : value, place };
    }
    case 'directive':
      return located(place, inDirective(place, matched, evaluator) ?? { value: none });
    case 'before': {
      const { call } = matched;
      const other = call === undefined ? undefined : directivesOf(call, evaluator.indexOf(program)).find((one) => one.start < call.start && calleeName(one) === place.name);
      return { value: other === undefined ? none : known(true, originOf(program, other)), place };
    }
    case 'part': {
      const { value } = locateOne(place.of, matched, evaluator);
      const groups = value.kind === 'known' && typeof value.value === 'string' ? place.pattern.exec(value.value)?.slice(1) : undefined;
      const part = groups?.find((group) => group !== undefined);
      return { value: part === undefined ? none : known(part, value.origin), place };
    }
    case 'listed':
      return { value: isListed(place, matched, evaluator) ?? none, place };
    case 'elsewhere':
      return { value: unknown(place.by, none.origin), place };
    case 'word':
      return located(place, wordAmong(place, matched, evaluator));
    case 'sibling': {
      const index = evaluator.indexOf(program);
      const around = matched.record ?? recordAround(matched.node, index);
      if (around === undefined) return { value: none, place };
      const written = writtenAt(around, [place.key], index);
      return { value: fieldOf(evaluator.evaluate(around, program, frame), place.key), place, ...(written === undefined ? {} : { written }) };
    }
  }
}

/** An argument that the receiver was constructed with. */
function makerArgument(place: Place & { at: 'maker' }, { call, program, frame }: Matched, evaluator: Evaluator): Value | undefined {
  if (call?.callee.kind !== 'member') return undefined;
  const receiver = evaluator.evaluate(call.callee.object, program, frame);
  const given = receiver.kind === 'object' ? receiver.call.args[place.index]?.value : undefined;
  return given === undefined || receiver.kind !== 'object' ? undefined : fieldAt(evaluator.evaluate(given, receiver.program, receiver.frame), place.path);
}

/** Words by which code names options rather than a cookie's text. */
const OPTIONS = /opt(?:ion)?s?\b|cookies?\b|attr(?:ibute)?s?\b|hash\b|settings?\b|params?\)|config|merge/i;

/** Whether an expression gives a record of options; where that cannot be told, its words decide. */
export function mayBeOptions(expression: Expression, program: Matched['program'], frame: Frame | undefined, evaluator: Evaluator): boolean {
  return isOptions(evaluator.evaluate(expression, program, frame)) ?? OPTIONS.test(program.text.slice(expression.start, expression.end));
}

function isOptions(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'record':
      return true;
    case 'choice': {
      const either = [isOptions(value.consequent), isOptions(value.alternate)];
      return either.includes(true) ? true : either.every((one) => one === false) ? false : undefined;
    }
    case 'known':
    case 'list':
    case 'environment':
    case 'request':
      return false;
    case 'operation':
      return value.operator === 'text' ? false : undefined;
    default:
      return undefined;
  }
}

/** A property of the object whose other property is written, or whose method is called, at the end of its life. */
function ownerProperty({ call, assignment, program, frame }: Matched, properties: readonly string[], evaluator: Evaluator): Value | undefined {
  const reference = assignment?.target ?? call?.callee;
  if (reference?.kind !== 'member') return undefined;
  const held = heldAt(reference.object, evaluator.indexOf(program));
  if (held === undefined) return undefined;
  const value = fieldAt(evaluator.valueOfBinding(held.binding, program, undefined, frame), [...held.path, ...properties]);
  return isUntouched(value) ? undefined : value;
}

/** The variable at the root of `a.b['c']`, and the path below it. */
function heldAt(expression: Expression, index: ProgramIndex): { binding: Binding; path: readonly string[] } | undefined {
  const path: string[] = [];
  let at = expression;
  for (; at.kind === 'member' || (at.kind === 'subscript' && at.index.kind === 'literal'); at = at.object) path.unshift(at.kind === 'member' ? at.property : String((at.index as { value?: unknown }).value));
  const binding = at.kind === 'name' && at.name !== 'this' ? index.bindingOf(at) : undefined;
  return binding === undefined ? undefined : { binding, path };
}

/** The fixed key of an entry or of an assignment's target. */
function keyOf({ node, assignment, program, frame }: Matched, evaluator: Evaluator): Value | undefined {
  const target = assignment?.target;
  if (target?.kind === 'member') return known(target.property, originOf(program, target.propertyRange));
  const key = target?.kind === 'subscript' ? target.index : isKind(node, 'property') ? node.key : undefined;
  return key === undefined ? undefined : evaluator.evaluate(key, program, frame);
}

/** What the same function stores later under `wanted` of the element: the last store counts, under its conditions. */
function storedUnder(wanted: string, { assignment, program, frame }: Matched, evaluator: Evaluator): { value: Value; written: Expression } | undefined {
  if (assignment === undefined) return undefined;
  const index = evaluator.indexOf(program);
  const around = index.functionAround(assignment);
  const isProperty = assignment.target.kind === 'member';
  const target = spelling(assignment.target.kind === 'member' ? assignment.target.object : assignment.target, program);
  let found: { value: Value; written: Expression } | undefined;
  for (const other of index.assignments) {
    if ((!isProperty && other.start < assignment.end) || other.target.kind !== (isProperty ? 'member' : 'subscript') || index.functionAround(other) !== around) continue;
    const key = other.target.kind === 'member' ? other.target.property : other.target.index.kind === 'literal' ? String(other.target.index.value) : undefined;
    if (key?.toLowerCase() !== wanted || spelling(other.target.object, program) !== target) continue;
    const own = evaluator.evaluate(other.value, program, frame);
    const outside = guardsOf(assignment, undefined, index, { earlyExits: false }).map((guard) => guard.test);
    const guard = evaluator.conjunction(guardsOf(other, undefined, index, { earlyExits: false }).filter(({ test }) => !outside.includes(test)), program, frame);
    const before = found?.value ?? absent(originOf(program, assignment));
    found = { value: guard === undefined ? own : choice(guard, own, before, own.origin), written: other.value };
  }
  return found;
}

/** What a class has under a name, and where its own body writes it. */
function memberOfClass(name: string, matched: Matched, evaluator: Evaluator): { value: Value; written?: Expression | undefined } | undefined {
  if (matched.class === undefined) return undefined;
  const origin = originOf(matched.program, matched.node);
  const value = evaluator.memberOf({ kind: 'class', node: matched.class, program: matched.program, origin }, name, origin);
  if (value.kind === 'operation' && value.operator === 'field') return undefined;
  const write = evaluator.indexOf(matched.program).classScope(matched.class)?.bindings.get(name)?.writes.at(-1);
  return { value, written: write?.value };
}

/** The last value that the file gives to a setter of what the same getter gives, wherever it is called again. */
function setRepeatedly({ methods, getter }: Place & { at: 'repeated' }, { node, program, frame }: Matched, evaluator: Evaluator): { value: Value; written: Expression } | undefined {
  const index = evaluator.indexOf(program);
  const wanted = getter?.replace(/^get(?=[A-Z])/, '').toLowerCase() ?? getterOf(isKind(node, 'assignment') && isKind(node.target as Node, 'member') ? (node.target as MemberExpression).object : node);
  const properties = methods.flatMap(propertiesOf);
  let found: { value: Value; written: Expression } | undefined;
  const fold = (at: Node, written: Expression): void => {
    const value = evaluator.evaluate(written, program, frame);
    const guard = evaluator.conjunction(guardsOf(at, undefined, index, { earlyExits: false }), program, frame);
    found = { value: guard === undefined ? value : choice(guard, value, found?.value ?? absent(originOf(program, node)), value.origin), written };
  };
  for (const at of [...index.calls, ...index.assignments].sort((a, b) => a.start - b.start)) {
    const written = at.kind === 'call' ? at.args[0]?.value : at.value;
    const callee = at.kind === 'call' ? at.callee : at.target;
    if (written === undefined || callee.kind !== 'member' || !(at.kind === 'call' ? methods : properties).includes(callee.property)) continue;
    const { object } = callee;
    const held = object.kind === 'name' ? index.bindingOf(object)?.writes[0]?.value : undefined;
    if (getterOf(held ?? object) === wanted) fold(at, written);
  }
  return found;
}

type MemberExpression = Extract<Expression, { kind: 'member' }>;

/** `getSessionCookieConfig` of `x.getSessionCookieConfig()` and of Kotlin's `x.sessionCookieConfig`. */
function getterOf(node: Node): string | undefined {
  const member = isKind(node, 'call') ? node.callee : node;
  const name = isKind(member, 'member') ? member.property : isKind(member, 'name') ? member.name : undefined;
  return name?.replace(/^get(?=[A-Z])/, '').toLowerCase();
}

/** The Kotlin and Groovy properties of a setter: `secure` or `isSecure` of `setSecure`. */
export function propertiesOf(method: string): string[] {
  const name = /^set([A-Z].*)$/.exec(method)?.[1];
  return name === undefined ? [] : [name.charAt(0).toLowerCase() + name.slice(1), `is${name}`];
}

/** Whether the file calls one of the functions: always, or under a condition. */
function calledIn(paths: readonly string[], { program, frame }: Matched, evaluator: Evaluator): Value | undefined {
  const index = evaluator.indexOf(program);
  for (const call of index.calls) {
    const reference = referenceOf(call.callee, index);
    if (reference === undefined || !paths.some((path) => pathFits(path, reference, program))) continue;
    const origin = originOf(program, call);
    const guard = evaluator.conjunction(guardsOf(call, undefined, index, { earlyExits: false }), program, frame);
    return guard === undefined ? known(true, origin) : choice(guard, known(true, origin), known(false, origin), origin);
  }
  return undefined;
}

/** An expression's text with quotes and spaces made alike. */
const spelling = (at: { readonly start: number; readonly end: number }, program: Matched['program']): string => program.text.slice(at.start, at.end).replace(/\s+/g, '').replaceAll('"', "'");

const located = (place: Place, found: { value: Value; written?: Expression | undefined }): Located => ({ place, value: found.value, ...(found.written === undefined ? {} : { written: found.written }) });

/** The value of a setting: its placeholders are read by the format's own rules. */
function settingValue(expression: Expression, matched: Matched, evaluator: Evaluator): Value {
  const { program } = matched;
  if (expression.kind === 'literal' && typeof expression.value === 'string' && matched.placeholders !== undefined) {
    const origin = originOf(program, expression);
    if (matched.placeholders === 'spring') return evaluator.informed(spring(expression.value, origin));
    return evaluator.informed(matched.placeholders === 'shell' ? shell(expression.value, origin) : symfony(expression.value, origin, () => undefined));
  }
  return evaluator.evaluate(expression, program, matched.frame);
}

function inArgument(place: Place & { at: 'argument' }, { call, program, frame, node }: Matched, evaluator: Evaluator): { value: Value; written?: Expression | undefined } {
  const none = absent(originOf(program, node));
  if (call === undefined) return { value: none };
  const given = argumentOf(call, place.index, place.name);
  if (given === 'spread') return spreadArgument(place, call, program, frame, evaluator, none);
  if (given === undefined) return { value: none };
  if (place.plain === true && !mayBeOptions(given, program, frame, evaluator)) return { value: none };
  const value = valueAt(given, place.path ?? [], program, frame, evaluator);
  return { value, written: writtenAt(given, place.path ?? [], evaluator.indexOf(program)) };
}

/** The value at a path below an expression. Of a literal record only the entry that counts is evaluated. */
function valueAt(expression: Expression, path: readonly string[], program: Matched['program'], frame: Frame | undefined, evaluator: Evaluator): Value {
  const [key, ...rest] = path;
  if (key !== undefined && expression.kind === 'record') {
    const entries = [...expression.entries].reverse();
    const last = entries.findIndex((entry) => entry.kind === 'spread' || entry.key.kind !== 'literal' || String(entry.key.value) === key);
    const entry = entries[last];
    if (entry === undefined) return absent(originOf(program, expression));
    if (entry.kind === 'property' && entry.key.kind === 'literal' && entry.getter !== true) return valueAt(entry.value, rest, program, frame, evaluator);
  }
  return reached(evaluator.evaluate(expression, program, frame), path, evaluator);
}

const hasMember = ({ node, program }: ClassValue, name: string, evaluator: Evaluator): boolean => evaluator.indexOf(program).classScope(node)?.bindings.has(name) === true;

/** The value at a path; `()` calls a function of the repository, and is nothing where there is none. */
function reached(value: Value, path: readonly string[], evaluator: Evaluator): Value {
  const at = path.indexOf('()');
  // An instance of a class of the repository has the fields of its class.
  if (value.kind === 'object' && value.instanceOf !== undefined && path[0] !== undefined && isAbsent(fieldAt(value, path.slice(0, 1))) && hasMember(value.instanceOf, path[0], evaluator)) return reached(evaluator.memberOf(value, path[0], value.origin), path.slice(1), evaluator);
  if (at < 0) return fieldAt(value, path);
  const fn = fieldAt(value, path.slice(0, at));
  return fn.kind === 'function' ? fieldAt(evaluator.callFunction(fn, [], fn.origin, fn.frame), path.slice(at + 1)) : absent(fn.origin);
}

/** Arguments behind a spread: named ones are read from the spread record (`**options`), positional ones are not known. */
function spreadArgument(place: Place & { at: 'argument' }, call: Call, program: Matched['program'], frame: Frame | undefined, evaluator: Evaluator, none: Value): { value: Value } {
  const spreads = call.args.filter((argument) => argument.spread !== undefined);
  const last = spreads.at(-1);
  if (last === undefined) return { value: none };
  const value = evaluator.evaluate(last.value, program, frame);
  if (last.spread === 'named' && place.name !== undefined) return { value: fieldAt(value, [place.name, ...(place.path ?? [])]) };
  if (value.kind === 'list' && place.index !== undefined) {
    const before = call.args.indexOf(last);
    const item = value.items[place.index - before];
    if (item !== undefined) return { value: fieldAt(item, place.path ?? []) };
    return { value: value.open ? unknown('the arguments are spread from a list', originOf(program, last)) : none };
  }
  return { value: unknown('the arguments are spread from a value that could not be followed', originOf(program, last)) };
}

/** The expression given for a parameter; 'spread' when a spread may give it. */
export function argumentOf(call: Call, index: number | undefined, name: string | undefined): Expression | 'spread' | undefined {
  if (name !== undefined) {
    const named = call.args.find((argument) => argument.name === name);
    if (named !== undefined) return named.value;
  }
  if (index !== undefined) {
    let position = 0;
    for (const argument of call.args) {
      if (argument.spread === 'positional') return 'spread';
      if (argument.name !== undefined || argument.spread !== undefined) continue;
      if (position++ === index) return argument.value;
    }
  }
  return name !== undefined && call.args.some((argument) => argument.spread === 'named') ? 'spread' : undefined;
}

/** The expression written at a key path inside literal records, following plain names of the same file only to their record. */
export function writtenAt(expression: Expression, path: readonly string[], index: ProgramIndex): Expression | undefined {
  let at: Expression = expression;
  for (const key of path) {
    const record = literalRecord(at);
    if (record === undefined) return undefined;
    const entry = [...record.entries].reverse().find((one) => one.kind === 'property' && one.key.kind === 'literal' && String(one.key.value) === key);
    if (entry === undefined || entry.kind !== 'property') return undefined;
    at = entry.value;
  }
  void index;
  return at;
}

/** The record literal that an expression is, through constructors that only wrap it. */
export function literalRecord(expression: Expression): RecordExpression | undefined {
  if (expression.kind === 'record') return expression;
  if (expression.kind === 'call' && expression.initializer !== undefined) return expression.initializer;
  return undefined;
}

function wordAmong(place: Place & { at: 'word' }, { call, program, node }: Matched, evaluator: Evaluator): { value: Value; written?: Expression } {
  const none = absent(originOf(program, node));
  if (call === undefined) return { value: none };
  for (const argument of call.args.slice(place.from ?? 0)) {
    const value = evaluator.evaluate(argument.value, program);
    const word = value.kind === 'known' ? String(value.value) : value.kind === 'symbol' ? value.path : undefined;
    if (word === undefined) continue;
    if (place.word instanceof RegExp ? place.word.test(word) : word.toLowerCase() === place.word.toLowerCase()) return { value: known(true, originOf(program, argument)), written: argument.value };
  }
  return { value: none };
}

/** What another directive of the same block says, else one of the nearest block around it. */
function inDirective({ name, word: wanted, argument: position }: Place & { at: 'directive' }, { call, program }: Matched, evaluator: Evaluator): { value: Value; written?: Expression } | undefined {
  if (call === undefined) return undefined;
  const index = evaluator.indexOf(program);
  let around: Call | undefined = call;
  do {
    around = blockAround(around, index);
    const other = directivesIn(around, index).findLast((one) => calleeName(one) === name);
    if (other === undefined) continue;
    const given = wanted === undefined ? other.args[position ?? 0] : other.args.find(({ value }) => value.kind === 'literal' && String(value.value).toLowerCase() === wanted);
    if (given === undefined) return undefined;
    return { value: wanted === undefined ? evaluator.evaluate(given.value, program) : known(true, originOf(program, given)), written: given.value };
  } while (around !== undefined);
  return undefined;
}

/** Whether a list that is written holds a text, or a record with the text under a key. */
function isListed({ list, key, is }: Place & { at: 'listed' }, matched: Matched, evaluator: Evaluator): Value | undefined {
  const { value } = locateOne(list, matched, evaluator);
  if (value.kind !== 'list') return undefined;
  const fits = (item: Value): boolean => item.kind === 'known' && typeof item.value === 'string' && item.value.toLowerCase() === is.toLowerCase();
  return value.items.some((item) => fits(item) || (item.kind === 'record' && fits(fieldOf(item, key)))) ? known(true, value.origin) : undefined;
}

/** The innermost record around a node. */
export function recordAround(node: Node, index: ProgramIndex): RecordExpression | undefined {
  let at = index.parent(node);
  while (at !== undefined && !isKind(at, 'record')) at = index.parent(at);
  return at;
}

// ------------------------------------------------------------------ objects

/** The whole chain or wrapper around a creation: `X.from(…)` in `X.from(…).secure(true).build()`. */
export function outermost(node: Node, index: ProgramIndex): Node {
  let at = node;
  for (;;) {
    const parent = index.parent(at);
    if (isKind(parent, 'member') && parent.object === at) {
      const call = index.parent(parent);
      if (isKind(call, 'call') && call.callee === parent) {
        at = call;
        continue;
      }
      return at;
    }
    if (isKind(parent, 'unary') && parent.operator !== 'not') at = parent;
    else return at;
  }
}

/** Calls that hand a cookie over to the response: what is set on the object afterwards is too late. */
const SINK = /cookie|header|append|write|save|^add$|^set$|^put$|respond|send/i;

/** The made object as it is when it is handed over (or at the end of its variable's life). */
export function objectAfter(matched: Matched, evaluator: Evaluator): Value {
  const { program, frame, node } = matched;
  const index = evaluator.indexOf(program);
  const whole = outermost(node, index);
  const held = holderOf(whole, index);
  if (held !== undefined) {
    const value = evaluator.valueOfBinding(held.binding, program, sinkUse(held.binding, whole, index), frame);
    if (held.path.length === 0 && (value.kind === 'object' || value.kind === 'record')) return value;
    const inner = fieldAt(value, held.path);
    if (inner.kind === 'object' || inner.kind === 'record') return inner;
  }
  const made = 'kind' in whole && isExpression(whole) ? evaluator.evaluate(whole, program, frame) : unknown('the object could not be followed', originOf(program, node));
  // `(&http.Cookie{…}).String()`: what is called on a plain record does not change it.
  return matched.record !== undefined && made.kind === 'operation' ? evaluator.evaluate(matched.record, program, frame) : made;
}

const isExpression = (node: Node): node is Expression => 'kind' in node && ['call', 'record', 'unary', 'member', 'name'].includes(node.kind);

/** The variable that holds an expression's value. */
export function holderOf(node: Node, index: ProgramIndex): { binding: Binding; path: readonly string[] } | undefined {
  const parent = isKind(node, 'declaration') ? node : index.parent(node);
  // `let _ = …` holds nothing.
  if (isKind(parent, 'declaration') && parent.target.kind === 'name' && parent.target.name === '_') return undefined;
  if (isKind(parent, 'declaration') && parent.target.kind === 'name') {
    const binding = index.scopeOf(parent).bindings.get(parent.target.name) ?? index.lookUp(parent.target.name, index.scopeOf(parent));
    return binding === undefined ? undefined : { binding, path: [] };
  }
  if (isKind(parent, 'assignment') && parent.value === node && parent.target.kind === 'name') {
    const binding = index.bindingOf(parent.target);
    return binding === undefined ? undefined : { binding, path: [] };
  }
  // `options.Cookie = new CookieBuilder()`
  if (isKind(parent, 'assignment') && parent.value === node && (parent.target.kind === 'member' || parent.target.kind === 'subscript')) return heldAt(parent.target, index);
  return undefined;
}

/** The first use of the variable as an argument of a call that hands it over, after its creation. */
function sinkUse(binding: Binding, creation: Node, index: ProgramIndex): Node | undefined {
  let found: Node | undefined;
  for (const call of index.calls) {
    if (call.start < creation.end || (found !== undefined && call.start >= found.start)) continue;
    const name = call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
    if (!SINK.test(name)) continue;
    for (const argument of call.args) {
      const given = argument.value.kind === 'unary' ? argument.value.operand : argument.value;
      const base = given.kind === 'call' && given.callee.kind === 'member' ? given.callee.object : given;
      if (base.kind === 'name' && index.bindingOf(base) === binding) found = base;
    }
  }
  return found;
}

function setterValue(object: Value, place: { readonly methods: readonly string[]; readonly argument?: number; readonly implied?: boolean; readonly first?: string; readonly configures?: readonly string[]; readonly only?: boolean }, none: Value, evaluator: Evaluator): Value {
  if (object.kind === 'choice') return choice(object.test, setterValue(object.consequent, place, none, evaluator), setterValue(object.alternate, place, none, evaluator), object.origin);
  if (object.kind !== 'object') return object.kind === 'record' || object.kind === 'known' ? none : unknown('the object could not be followed', object.origin);
  let value = none;
  for (const entry of object.history) {
    if (!place.methods.includes(entry.method) || (place.first !== undefined && !isText(entry.args[0], place.first))) continue;
    const next = place.configures === undefined ? (entry.args[place.argument ?? 0] ?? known(true, entry.origin)) : setInside(entry, place.configures, value, evaluator);
    if (place.only !== undefined && !(next.kind === 'known' && next.value === place.only)) continue;
    value = entry.guard === undefined ? next : choice(entry.guard, next, value, entry.origin);
  }
  // Kotlin and Groovy write setters as properties.
  if (isAbsent(value)) {
    for (const name of place.methods.flatMap(propertiesOf)) {
      const field = fieldOf(object.fields, name);
      if (!isAbsent(field)) return field;
    }
  }
  return value;
}

/** What a function that is handed to a setter does to its parameter. */
function setInside(entry: HistoryEntry, methods: readonly string[], before: Value, evaluator: Evaluator): Value {
  const [given] = entry.args;
  const block = entry.call.block;
  const fn = given?.kind === 'function' ? given : block === undefined ? undefined : { node: block, program: entry.origin.program, frame: undefined };
  const configured = fn === undefined ? undefined : afterBody(fn.node, fn.program, fn.frame, entry.call, evaluator);
  return configured === undefined ? unknown('the function could not be followed', entry.origin) : setterValue(configured, { methods }, before, evaluator);
}

const isText = (value: Value | undefined, text: string): boolean => value?.kind === 'known' && typeof value.value === 'string' && value.value.toLowerCase() === text.toLowerCase();

/** What a lambda or block does to its parameter. */
function configuredBy(matched: Matched, evaluator: Evaluator): Value | undefined {
  const { call, program, frame } = matched;
  if (call === undefined) {
    // `options.OnAppendCookie = context => { … }`
    const fn = matched.value === undefined ? undefined : asFunction(evaluator.evaluate(matched.value, program, frame));
    return fn === undefined ? undefined : afterBody(fn.node, fn.program, fn.frame, fn.node, evaluator);
  }
  for (const candidate of [...call.args.map((argument) => argument.value), ...(call.block === undefined ? [] : [call.block])].reverse()) {
    const fn = candidate.kind === 'function' ? { node: candidate, program, frame } : asFunction(evaluator.evaluate(candidate, program, frame));
    if (fn === undefined) continue;
    const configured = afterBody(fn.node, fn.program, fn.frame, call, evaluator);
    if (configured !== undefined) return configured;
  }
  return undefined;
}

const asFunction = (value: Value): { node: FunctionExpression; program: Matched['program']; frame: Frame | undefined } | undefined => (value.kind === 'function' ? value : undefined);

function afterBody(fn: FunctionExpression, program: Matched['program'], frame: Frame | undefined, at: Range, evaluator: Evaluator): Value | undefined {
  const parameter = fn.params[0];
  if (parameter === undefined || parameter.target.kind !== 'name') return undefined;
  const index = evaluator.indexOf(program);
  const binding = index.scopeOf(fn.body).bindings.get(parameter.target.name) ?? index.lookUp(parameter.target.name, index.scopeOf(fn.body));
  if (binding === undefined) return undefined;
  const made: Call = { kind: 'call', start: at.start, end: at.end, callee: parameter.target, args: [], isNew: false, argsRange: { start: at.end, end: at.end }, parenthesised: false };
  const blank = evaluator.newObject(made, parameter.target.name, program, frame);
  const inner: Frame = { bindings: new Map([[parameter.target, blank]]), parent: frame, depth: (frame?.depth ?? 0) + 1 };
  const given = evaluator.valueOfBinding(binding, program, undefined, inner);
  // Kotlin's configuring blocks have the object as `this`.
  const value = given.kind === 'object' && evaluator.idiomsOf(program).objectBlocks !== undefined ? afterReceiverBlock(given, fn, program, inner, evaluator) : given;
  if (!fn.isExpressionBody) return value;
  // `o -> o.secure(true)`: what the chain on the parameter gives.
  const returned = index.returnsOf(fn)[0]?.value;
  const chained = returned === undefined ? undefined : evaluator.evaluate(returned, program, inner);
  return chained?.kind === 'object' && chained.history.length > 0 ? { ...chained, fields: value.kind === 'object' ? value.fields : chained.fields } : value;
}

const isUntouched = (value: Value): boolean => value.kind === 'operation' && value.operator === 'field';

export { mergedArguments };
