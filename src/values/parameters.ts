/** Binds the arguments of a call to the parameters of the function that it reaches. */
import type { Argument, Call, FunctionExpression, Name, Parameter, Pattern, Program } from '../syntax/ir.js';
import { fieldOf, isAbsent } from './fields.js';
import { absent, unknown, type Bindings, type Origin, type RecordPart, type Value } from './value.js';

/** What stands at one place; mostly it is only worked out for somebody who asks. */
export interface Given {
  readonly value: Value;
}

export interface GivenArgument extends Given {
  readonly name?: string;
  /** `...xs` and `*xs` are positional, `**options` is named. */
  readonly spread?: 'positional' | 'named';
  /** Ruby's block behind the arguments. */
  readonly isBlock?: true;
}

/** The arguments of a call as `evaluate` reads them: each time that one is asked for, so that who does is cut short with it. */
export function givenArguments({ args }: Call, evaluate: (argument: Argument) => Value): GivenArgument[] {
  return args.map((argument) => {
    const { name, spread } = argument;
    return {
      get value() {
        return evaluate(argument);
      },
      ...(name === undefined ? {} : { name }),
      ...(spread === undefined ? {} : { spread }),
    };
  });
}

/** What each parameter is given. Nothing is worked out before it is asked for: other arguments are often whole programs. */
export class GivenParameters implements Bindings {
  readonly #given = new Map<Name | Pattern, Given>();

  get size(): number {
    return this.#given.size;
  }

  has(target: Name | Pattern): boolean {
    return this.#given.has(target);
  }

  get(target: Name | Pattern): Value | undefined {
    return this.#given.get(target)?.value;
  }

  set(target: Name | Pattern, given: Given): void {
    this.#given.set(target, given);
  }

  /** What those have that are not here yet. */
  add(others: GivenParameters): void {
    for (const [target, given] of others.#given) if (!this.#given.has(target)) this.#given.set(target, given);
  }

  /** Whether a parameter is given just this argument. */
  isGiven(target: Name | Pattern, argument: GivenArgument): boolean {
    return this.#given.get(target) === argument;
  }
}

const lazily = (work: () => Value): Given => ({
  get value() {
    return work();
  },
});

/** The block of a call, which Ruby's methods run by `yield` or by their last parameter; none in other languages. */
export const blockOf = ({ block }: Call, { language }: Program, evaluate: (block: FunctionExpression) => Value): GivenArgument[] =>
  block === undefined || language !== 'ruby' ? [] : [{ value: evaluate(block), isBlock: true }];

/** A function and the file it is in. */
export interface Called {
  readonly node: FunctionExpression;
  readonly program: Program;
}

/** The value of each parameter; absent for what the call does not give. */
export function bindParameters({ node, program }: Called, given: readonly GivenArgument[], origin: Origin): GivenParameters {
  const named = given.filter((argument) => argument.name !== undefined);
  const options = given.filter((argument) => argument.spread === 'named');
  const block = given.find(({ isBlock }) => isBlock === true);
  const { items, open } = positionals(given);
  const names = new Set(node.params.map((parameter) => (parameter.target.kind === 'name' ? parameter.target.name : '')));
  let others: readonly (() => RecordPart)[] = [
    ...options.map((option) => (): RecordPart => ({ kind: 'spread', value: option.value })),
    ...named.filter((argument) => !names.has(argument.name!)).map((argument) => (): RecordPart => fieldOfArgument(argument)),
  ];
  const rest = (): Given => {
    const parts = others;
    return lazily(() => ({ kind: 'record', parts: parts.map((part) => part()), origin }));
  };
  const takesOptions = node.params.some((parameter) => isKeywordRest(parameter, program));
  const bindings = new GivenParameters();
  let position = 0;
  for (const [at, parameter] of node.params.entries()) {
    const { target } = parameter;
    // Python's object is no argument of the call: whoever runs the method knows it.
    if (at === 0 && hasReceiver({ node, program })) continue;
    const own = target.kind === 'name' ? named.findLast((argument) => argument.name === target.name) : undefined;
    if (program.language === 'ruby' && program.text[parameter.start] === '&')
      bindings.set(target, block ?? { value: unknown('the block is given elsewhere', origin) });
    else if (own !== undefined) bindings.set(target, own);
    else if (isKeywordRest(parameter, program)) bindings.set(target, rest());
    else if (parameter.rest === true) {
      const left = items.slice(position);
      bindings.set(
        target,
        lazily(() => ({ kind: 'list', items: left.map(({ value }) => value), open, origin })),
      );
      position = items.length;
    } else if (position < items.length) bindings.set(target, items[position++]!);
    else if (open) bindings.set(target, { value: unknown('it is one of the spread arguments', origin) });
    else if (program.language === 'ruby' && !takesOptions && others.length > 0) {
      // Ruby hands keywords that no parameter bears to the last one as a hash.
      bindings.set(target, rest());
      others = [];
    } else if (target.kind === 'name' && options.length > 0)
      bindings.set(
        target,
        lazily(() => fromOptions(options, target.name, origin)),
      );
    else bindings.set(target, { value: absent(origin) });
  }
  return bindings;
}

const fieldOfArgument = (argument: GivenArgument): RecordPart => ({
  kind: 'field',
  key: argument.name!,
  get value() {
    return argument.value;
  },
});

/** What Python's methods call their object. */
const RECEIVERS = new Set(['self', 'cls', 'this']);

/** Whether the first parameter is the object of a method, which no call gives by its arguments. */
export function hasReceiver({
  node: {
    params: [first],
  },
  program,
}: Called): boolean {
  return program.language === 'python' && first?.target.kind === 'name' && RECEIVERS.has(first.target.name);
}

/** The positional arguments, lists among them spread out; open where one is not known in full. */
function positionals(given: readonly GivenArgument[]): { items: Given[]; open: boolean } {
  const items: Given[] = [];
  for (const argument of given) {
    if (argument.name !== undefined || argument.spread === 'named' || argument.isBlock === true) continue;
    const list = argument.spread === undefined ? undefined : argument.value;
    if (list === undefined) items.push(argument);
    else if (list.kind === 'list' && !list.open) for (const value of list.items) items.push({ value });
    else return { items, open: true };
  }
  return { items, open: false };
}

/** `**options` may hold the parameter. */
function fromOptions(options: readonly Given[], name: string, origin: Origin): Value {
  for (const one of [...options].reverse()) {
    const value = fieldOf(one.value, name);
    if (!isAbsent(value)) return value;
  }
  return absent(origin);
}

/** `**kwargs` of Python and Ruby. */
const isKeywordRest = (parameter: Parameter, program: Program): boolean =>
  parameter.rest === true && program.text.startsWith('**', parameter.start);

/** The value of a call's argument at a position, with its name. */
export const givenAt = (value: Value, call: Call, i: number): GivenArgument => {
  const { name, spread } = call.args[i] ?? {};
  return { value, ...(name === undefined ? {} : { name }), ...(spread === undefined ? {} : { spread }) };
};
