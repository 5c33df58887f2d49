/**
 * Calls that name what they call in a roundabout way: `res['cookie'](…)`, `res.cookie.call(res, …)`, `call_user_func('setcookie', …)`,
 * `getattr(response, 'set_cookie')(…)`, `response.send(:set_cookie, …)`.
 */
import type { Argument, Call, Expression, LanguageId, Member, Name, Range } from '../syntax/ir.js';
import type { ProgramIndex } from '../values/program-index.js';

/** How many roundabout ways may lie in one another: `call_user_func_array([$response, 'setCookie'], $arguments)`. */
const MAX_WAYS = 4;

/** The call as if it were written with the function or method that it reaches; the call itself where it is written so. */
export function directCall(call: Call, index: ProgramIndex): Call {
  let at = call;
  for (let i = 0; i < MAX_WAYS; i++) {
    const next = BY_LANGUAGE[index.program.language]?.(at, index);
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** What the only write of a name gives it. */
export function heldBy(callee: Expression, index: ProgramIndex): Expression | undefined {
  const binding = callee.kind === 'name' ? index.bindingOf(callee) : undefined;
  const [write, ...others] = binding?.writes ?? [];
  return write === undefined || others.length > 0 || write.path.length > 0 ? undefined : write.value;
}

/** A method that is written as one, by its name in brackets, or asked for by name: `res.cookie`, `res['cookie']`, `getattr(res, 'cookie')`. */
export function methodNamed(expression: Expression, index: ProgramIndex): Member | undefined {
  if (expression.kind === 'member') return expression;
  const { language } = index.program;
  if (expression.kind === 'subscript' && (language === 'javascript' || language === 'php'))
    return memberBy(expression.object, expression.index, index, expression);
  if (expression.kind === 'list' && language === 'php' && expression.items.length === 2)
    return memberBy(expression.items[0]!.value, expression.items[1]!.value, index, expression);
  if (expression.kind !== 'call') return undefined;
  const [first, second] = expression.args;
  if (language === 'python' && isNamed(expression.callee, 'getattr') && first !== undefined && second !== undefined)
    return memberBy(first.value, second.value, index, expression);
  const { callee } = expression;
  // https://docs.ruby-lang.org/en/master/Object.html#method-i-method
  if (language === 'ruby' && callee.kind === 'member' && /^(?:public_)?method$/.test(callee.property) && first !== undefined)
    return memberBy(callee.object, first.value, index, expression);
  return undefined;
}

const BY_LANGUAGE: Partial<Record<LanguageId, (call: Call, index: ProgramIndex) => Call | undefined>> = {
  javascript: ofJavaScript,
  php: ofPhp,
  python: (call, index) => (call.callee.kind === 'call' ? throughMethod(call, call.callee, index) : undefined),
  ruby: ofRuby,
};

function ofJavaScript(call: Call, index: ProgramIndex): Call | undefined {
  const { callee, args } = call;
  if (callee.kind === 'subscript') return throughMethod(call, callee, index);
  if (callee.kind !== 'member') return undefined;
  const [receiver, ...given] = args;
  // https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Function/call
  if (callee.property === 'call' && receiver !== undefined) return onReceiver(call, callee.object, receiver, given, index);
  if (callee.property !== 'apply' || receiver === undefined) return undefined;
  const [second, third] = given;
  return isNamed(callee.object, 'Reflect')
    ? second && onReceiver(call, receiver.value, second, listed(third), index)
    : onReceiver(call, callee.object, receiver, listed(second), index);
}

/** A function or method that is called for an object that is handed in. */
function onReceiver(call: Call, called: Expression, receiver: Argument, args: readonly Argument[], index: ProgramIndex): Call | undefined {
  const method = methodNamed(called, index);
  if (method !== undefined) return { ...call, callee: method, args };
  const [write, ...others] = (called.kind === 'name' ? index.bindingOf(called)?.writes : undefined) ?? [];
  // `const { cookie } = res; cookie.call(res, …)`
  const key = others.length === 0 ? write?.path.at(-1) : undefined;
  return called.kind !== 'name' || typeof key !== 'string'
    ? undefined
    : {
        ...call,
        callee: { kind: 'member', object: receiver.value, property: key, propertyRange: rangeOf(called), ...rangeOf(called) },
        args,
      };
}

/** https://www.php.net/manual/en/language.types.callable.php */
function ofPhp(call: Call, index: ProgramIndex): Call | undefined {
  const { callee, args } = call;
  const [first, ...given] = args;
  if (callee.kind === 'name' && first !== undefined && /^(?:call_user_func|forward_static_call)(?:_array)?$/.test(callee.name)) {
    const called = functionGiven(first.value, index);
    return called === undefined ? undefined : { ...call, callee: called, args: callee.name.endsWith('_array') ? listed(given[0]) : given };
  }
  if (callee.kind === 'name') {
    const held = heldBy(callee, index);
    const called = held === undefined ? undefined : functionGiven(held, index);
    return called === undefined || (called.kind === 'name' && called.name === callee.name) ? undefined : { ...call, callee: called };
  }
  if (callee.kind !== 'literal' && callee.kind !== 'list' && callee.kind !== 'subscript') return undefined;
  const called = functionGiven(callee, index);
  return called === undefined ? undefined : { ...call, callee: called };
}

/** What a callable of PHP stands for: a function by its name, a method of an object, `setcookie(...)`, `Closure::fromCallable('setcookie')`. */
function functionGiven(value: Expression, index: ProgramIndex): Name | Member | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? functionByText(value.value, value) : undefined;
  if (value.kind === 'conditional') return functionGiven(value.consequent, index) ?? functionGiven(value.alternate, index);
  if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.property === 'fromCallable')
    return value.args[0] && functionGiven(value.args[0].value, index);
  if (value.kind !== 'name') return methodNamed(value, index);
  const held = heldBy(value, index);
  // A name without a write is the function itself, as a first-class callable.
  if (held === undefined) return index.bindingOf(value) === undefined ? value : undefined;
  return held.kind === 'literal' ? functionGiven(held, index) : undefined;
}

function functionByText(text: string, place: Range): Name | Member | undefined {
  const [owner, method, ...others] = text.replace(/^\\/, '').split('::');
  if (owner === undefined || others.length > 0 || !/^[\w\\]+$/.test(owner)) return undefined;
  const name: Name = { kind: 'name', name: owner, ...rangeOf(place) };
  return method === undefined ? name : { kind: 'member', object: name, property: method, propertyRange: rangeOf(place), ...rangeOf(place) };
}

/** https://docs.ruby-lang.org/en/master/Object.html#method-i-send */
function ofRuby(call: Call, index: ProgramIndex): Call | undefined {
  const { callee, args } = call;
  if (callee.kind !== 'member') return callee.kind === 'name' ? throughMethod(call, heldBy(callee, index), index) : undefined;
  const [first, ...given] = args;
  if (/^(?:__send__|(?:public_)?send)$/.test(callee.property) && first !== undefined) {
    const method = memberBy(callee.object, first.value, index, callee);
    return method === undefined ? undefined : { ...call, callee: method, args: given };
  }
  return callee.property === 'call'
    ? throughMethod(call, callee.object.kind === 'name' ? heldBy(callee.object, index) : callee.object, index)
    : undefined;
}

function throughMethod(call: Call, called: Expression | undefined, index: ProgramIndex): Call | undefined {
  const method = called === undefined || called.kind === 'member' ? undefined : methodNamed(called, index);
  return method === undefined ? undefined : { ...call, callee: method };
}

/** The method of an object by a name that is written, or that a constant holds. */
function memberBy(object: Expression, name: Expression, index: ProgramIndex, place: Range): Member | undefined {
  const word = name.kind === 'literal' ? name : heldBy(name, index);
  return word?.kind === 'literal' && typeof word.value === 'string' && /^\w+$/.test(word.value)
    ? { kind: 'member', object, property: word.value, propertyRange: rangeOf(name), ...rangeOf(place) }
    : undefined;
}

/** The items of a list as arguments; what is no list that is written here is spread. */
function listed(argument: Argument | undefined): readonly Argument[] {
  if (argument === undefined) return [];
  const { value } = argument;
  return value.kind === 'list' ? value.items : [{ ...argument, spread: 'positional' }];
}

const isNamed = (expression: Expression, name: string): boolean => expression.kind === 'name' && expression.name === name;

const rangeOf = ({ start, end }: Range): Range => ({ start, end });
