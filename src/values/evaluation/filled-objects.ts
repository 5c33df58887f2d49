/** What code that the repository does not hold may do to an object that it is given: `json.Unmarshal(data, &conf)`, `section.Bind(options)`. */
import type { Call, Expression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { unknown, type ObjectValue, type RecordValue, type Value } from '../value.js';

/** Functions whose work is to fill the object that they are given, by their last name, in every language. */
const FILLS =
  /^(?:bind|map|fill(?:in)?|load_?into|populate\w*|copyproperties|tryupdatemodel\w*|updatemodel|readvalue|hydrate|unmarshal\w*|decode\w*)$/i;

/** Those that fill it from the operator's configuration, by what they are called on. */
const CONFIGURATION =
  /(?:^|[./])(?:yaml|toml|ini|viper|koanf|envconfig|env|cleanenv|confi?g\w*|configuration|hcl|section|settings)(?:[./]|\.v\d|$)/i;

/** Functions that only look at what they are given, by their last name: what they print, write or keep is as it was. */
const LOOKS =
  /^(?:f?print|s?printf?|log|debug|info|warn|error|fatal|panic|trace|marshal|encode|execute|render|json|html|xml|write|send|append|delete|remove|save|create|insert|update|put|setcookie|addcookie|add|new|with)/i;

/** Functions that are called when something is done, and with what came of it. */
const CONTINUES = /^(?:next|resolve|reject|done|cb|callback|dispatch|emit|commit|t)$/i;

/** Functions of libraries whose names say that they change what they are given: `harden(options)`. */
const CHANGES = /^(?:harden|secure|customi[sz]e|modify|mutate|adjust|tweak|patch)(?:[A-Z_]\w*)?$/;

/** How an object that is a function is called: Ruby's procs, the functional interfaces of Java, .NET's delegates. */
const CALLS = /^(?:call|accept|invoke|Invoke|customize)$/;

/** The types that rules judge: who is given one is said there. */
const COOKIE = /Cookies?$|Options$/;

/**
 * The object after a call of a function that nobody can read, where that may have written its fields: in Go whoever is given a
 * pointer to a struct, elsewhere those functions whose work it is, and those that were handed in (`change(options)`). The same value where it leaves the object as it is.
 */
export function afterForeign(call: Call, argument: Expression, given: Value, fn: Value, context: Context): Value {
  if (!isPlain(given)) return given;
  const name = call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
  const fills = FILLS.test(name);
  const mayChange =
    context.language === 'go' ? !LOOKS.test(name) && isPointer(argument, given, context) : isHandedFunction(call, fn, name, given, context);
  if (!fills && !mayChange) return given;
  if (COOKIE.test(typeOf(given))) return given;
  const isConfigured = fills && CONFIGURATION.test(pathOf(call, fn, context));
  // What .NET binds is followed key by key: see `bound-settings.ts`.
  if (isConfigured && context.language === 'csharp') return given;
  const origin = context.origin(call);
  const text = context.program.text.slice(call.callee.start, Math.min(call.callee.end, call.callee.start + 60));
  const written: Value = isConfigured
    ? { kind: 'environment', variable: nameOf(argument, context), source: 'configuration', origin }
    : unknown(`\`${text}\` may write it`, origin);
  const fields: RecordValue = given.kind === 'record' ? given : given.fields;
  const filled: RecordValue = { ...fields, parts: [...fields.parts, { kind: 'spread', value: written }] };
  return given.kind === 'record' ? filled : { ...given, fields: filled };
}

/** Whether what is called was handed in, or is a library's function with a telling name: it may do to a shared object what it likes. */
function isHandedFunction({ callee }: Call, fn: Value, name: string, given: Value, context: Context): boolean {
  // PHP hands a copy of an array over.
  if (context.language === 'php' && given.kind === 'record') return false;
  if (callee.kind === 'member' && CALLS.test(callee.property)) return isHandedIn(context.evaluate(callee.object));
  if (fn.kind === 'symbol') return callee.kind === 'name' && ((context.language === 'ruby' && name === 'yield') || CHANGES.test(name));
  if (LOOKS.test(name) || CONTINUES.test(name)) return false;
  return isHandedIn(fn) || (callee.kind === 'name' && (fn.kind === 'unknown' || fn.kind === 'operation'));
}

const isHandedIn = (fn: Value): boolean =>
  fn.kind === 'parameter' || (fn.kind === 'choice' && (isHandedIn(fn.consequent) || isHandedIn(fn.alternate)));

/** What programs make themselves: a literal, an instance of their own class, Go's `new(T)`. Libraries' objects are the rules' matter. */
const isPlain = (given: Value): given is RecordValue | ObjectValue =>
  given.kind === 'record' || (given.kind === 'object' && (given.instanceOf !== undefined || given.path === 'new'));

/** Whether Go code is given the object itself and no copy: `&conf`, or a variable that was made by `&Conf{…}` or `new(Conf)`. */
function isPointer(argument: Expression, given: RecordValue | ObjectValue, { program }: Context): boolean {
  if (program.text[argument.start] === '&' || program.text[argument.start - 1] === '&') return true;
  if (given.kind === 'object') return true;
  const { node, origin } = given;
  return node !== undefined && origin.program.text[node.start - 1] === '&';
}

function typeOf(given: RecordValue | ObjectValue): string {
  if (given.kind === 'object') return given.path;
  const type = given.node?.type;
  return type === undefined ? '' : given.origin.program.text.slice(type.start, type.end);
}

const pathOf = ({ callee }: Call, fn: Value, { program }: Context): string =>
  `${fn.kind === 'symbol' ? fn.path : ''} ${program.text.slice(callee.start, callee.end)}`.replace(/\s+/g, '.');

const nameOf = (argument: Expression, { program }: Context): string =>
  program.text.slice(argument.start, Math.min(argument.end, argument.start + 60)).replace(/^&/, '');
