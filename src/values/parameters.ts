/** Binds the arguments of a call to the parameters of the function that it reaches. */
import type { Argument, Call, FunctionExpression, Name, Parameter, Pattern, Program } from '../syntax/ir.js';
import { fieldOf, isAbsent } from './fields.js';
import { absent, unknown, type Origin, type RecordPart, type RecordValue, type Value } from './value.js';

export interface GivenArgument {
  readonly value: Value;
  readonly name?: string;
  /** `...xs` and `*xs` are positional, `**options` is named. */
  readonly spread?: 'positional' | 'named';
}

/** The arguments of a call as `evaluate` reads them. */
export function givenArguments({ args }: Call, evaluate: (argument: Argument) => Value): GivenArgument[] {
  return args.map((argument) => {
    const { name, spread } = argument;
    return { value: evaluate(argument), ...(name === undefined ? {} : { name }), ...(spread === undefined ? {} : { spread }) };
  });
}

/** A function and the file it is in. */
export interface Called {
  readonly node: FunctionExpression;
  readonly program: Program;
}

/** The value of each parameter; absent for what the call does not give. */
export function bindParameters({ node, program }: Called, given: readonly GivenArgument[], origin: Origin): Map<Name | Pattern, Value> {
  const named = given.filter((argument) => argument.name !== undefined);
  const options = given.filter((argument) => argument.spread === 'named').map((argument) => argument.value);
  const { items, open } = positionals(given);
  const names = new Set(node.params.map((parameter) => (parameter.target.kind === 'name' ? parameter.target.name : '')));
  const others: RecordPart[] = [
    ...options.map((value): RecordPart => ({ kind: 'spread', value })),
    ...named.filter((argument) => !names.has(argument.name!)).map((argument): RecordPart => ({ kind: 'field', key: argument.name!, value: argument.value })),
  ];
  const rest = (): RecordValue => ({ kind: 'record', parts: others, origin });
  const takesOptions = node.params.some((parameter) => isKeywordRest(parameter, program));
  const bindings = new Map<Name | Pattern, Value>();
  let position = 0;
  for (const [at, parameter] of node.params.entries()) {
    const { target } = parameter;
    // Python's object is no argument of the call: whoever runs the method knows it.
    if (at === 0 && hasReceiver({ node, program })) continue;
    const own = target.kind === 'name' ? named.find((argument) => argument.name === target.name) : undefined;
    if (own !== undefined) bindings.set(target, own.value);
    else if (isKeywordRest(parameter, program)) bindings.set(target, rest());
    else if (parameter.rest === true) {
      bindings.set(target, { kind: 'list', items: items.slice(position), open, origin });
      position = items.length;
    } else if (position < items.length) bindings.set(target, items[position++]!);
    else if (open) bindings.set(target, unknown('it is one of the spread arguments', origin));
    else if (program.language === 'ruby' && !takesOptions && others.length > 0) {
      // Ruby hands keywords that no parameter bears to the last one as a hash.
      bindings.set(target, rest());
      others.length = 0;
    } else bindings.set(target, target.kind === 'name' ? fromOptions(options, target.name, origin) : absent(origin));
  }
  return bindings;
}

/** What Python's methods call their object. */
const RECEIVERS = new Set(['self', 'cls', 'this']);

/** Whether the first parameter is the object of a method, which no call gives by its arguments. */
export function hasReceiver({ node: { params: [first] }, program }: Called): boolean {
  return program.language === 'python' && first?.target.kind === 'name' && RECEIVERS.has(first.target.name);
}

/** The positional arguments, lists among them spread out; open where one is not known in full. */
function positionals(given: readonly GivenArgument[]): { items: Value[]; open: boolean } {
  const items: Value[] = [];
  for (const argument of given) {
    if (argument.name !== undefined || argument.spread === 'named') continue;
    if (argument.spread === undefined) items.push(argument.value);
    else if (argument.value.kind === 'list' && !argument.value.open) items.push(...argument.value.items);
    else return { items, open: true };
  }
  return { items, open: false };
}

/** `**options` may hold the parameter. */
function fromOptions(options: readonly Value[], name: string, origin: Origin): Value {
  for (const one of [...options].reverse()) {
    const value = fieldOf(one, name);
    if (!isAbsent(value)) return value;
  }
  return absent(origin);
}

/** `**kwargs` of Python and Ruby. */
const isKeywordRest = (parameter: Parameter, program: Program): boolean => parameter.rest === true && program.text.startsWith('**', parameter.start);

/** The value of a call's argument at a position, with its name. */
export const givenAt = (value: Value, call: Call, i: number): GivenArgument => {
  const { name, spread } = call.args[i] ?? {};
  return { value, ...(name === undefined ? {} : { name }), ...(spread === undefined ? {} : { spread }) };
};
