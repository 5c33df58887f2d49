/** What code that the repository does not hold may do to an object that it is given: `json.Unmarshal(data, &conf)`, `section.Bind(options)`. */
import type { Call, Expression } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import { unknown, type ObjectValue, type RecordValue, type Value } from '../value.js';

/** Functions whose work is to fill the object that they are given, by their last name, in every language. */
const FILLS = /^(?:bind|map|fill(?:in)?|load_?into|populate\w*|copyproperties|tryupdatemodel\w*|updatemodel|readvalue|hydrate|unmarshal\w*|decode\w*)$/i;

/** Those that fill it from the operator's configuration, by what they are called on. */
const CONFIGURATION = /(?:^|[./])(?:yaml|toml|ini|viper|koanf|envconfig|env|cleanenv|confi?g\w*|configuration|hcl|section|settings)(?:[./]|\.v\d|$)/i;

/** Functions that only look at what they are given, by their last name: what they print, write or keep is as it was. */
const LOOKS = /^(?:f?print|s?printf?|log|debug|info|warn|error|fatal|panic|trace|marshal|encode|execute|render|json|html|xml|write|send|append|delete|remove|save|create|insert|update|put|setcookie|addcookie|add|new|with)/i;

/** The types that rules judge: who is given one is said there. */
const COOKIE = /Cookies?$|Options$/;

/**
 * The object after a call of a function that nobody can read, where that may have written its fields: in Go whoever is given a
 * pointer to a struct, elsewhere those functions whose work it is. The same value where it leaves the object as it is.
 */
export function afterForeign(call: Call, argument: Expression, given: Value, fn: Value, context: Context): Value {
  if (!isPlain(given)) return given;
  const name = call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
  const fills = FILLS.test(name);
  if (!fills && (context.language !== 'go' || LOOKS.test(name) || !isPointer(argument, given, context))) return given;
  if (COOKIE.test(typeOf(given))) return given;
  const isConfigured = fills && CONFIGURATION.test(pathOf(call, fn, context));
  // What .NET binds is followed key by key: see `bound-settings.ts`.
  if (isConfigured && context.language === 'csharp') return given;
  const origin = context.origin(call);
  const text = context.program.text.slice(call.callee.start, Math.min(call.callee.end, call.callee.start + 60));
  const written: Value = isConfigured ? { kind: 'environment', variable: nameOf(argument, context), source: 'configuration', origin } : unknown(`\`${text}\` may write it`, origin);
  const fields: RecordValue = given.kind === 'record' ? given : given.fields;
  const filled: RecordValue = { ...fields, parts: [...fields.parts, { kind: 'spread', value: written }] };
  return given.kind === 'record' ? filled : { ...given, fields: filled };
}

/** What programs make themselves: a literal, an instance of their own class, Go's `new(T)`. Libraries' objects are the rules' matter. */
const isPlain = (given: Value): given is RecordValue | ObjectValue => given.kind === 'record' || (given.kind === 'object' && (given.instanceOf !== undefined || given.path === 'new'));

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

const pathOf = ({ callee }: Call, fn: Value, { program }: Context): string => `${fn.kind === 'symbol' ? fn.path : ''} ${program.text.slice(callee.start, callee.end)}`.replace(/\s+/g, '.');

const nameOf = (argument: Expression, { program }: Context): string => program.text.slice(argument.start, Math.min(argument.end, argument.start + 60)).replace(/^&/, '');
