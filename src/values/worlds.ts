/** The worlds a value is tried in: every mode, HTTPS or not, and the values that its environment variables could have. */
import { isModeVariable, isTestRunnerVariable, MODE_PREDICATE, type Mode, type Truth, type World } from './outcome.js';
import type { ParameterValue, UnknownValue, Value } from './value.js';

/** What a value depends on. */
export interface Dependencies {
  /** Variables that are not a mode. */
  readonly variables: ReadonlySet<string>;
  /** Reads a mode variable or asks for a mode. */
  readonly mode: boolean;
  /** Strings the code compares with. */
  readonly literals: ReadonlySet<string>;
  readonly request: boolean;
  readonly parameters: readonly ParameterValue[];
  readonly unknowns: readonly UnknownValue[];
  /** The first environment value, for the message. */
  readonly environment: readonly Extract<Value, { kind: 'environment' }>[];
}

/** Walks a value once. */
export function dependenciesOf(value: Value): Dependencies {
  const variables = new Set<string>();
  const literals = new Set<string>();
  const parameters: ParameterValue[] = [];
  const unknowns: UnknownValue[] = [];
  const environment: Extract<Value, { kind: 'environment' }>[] = [];
  let mode = false;
  let request = false;
  const seen = new Set<Value>();
  // A stack of its own, the next value on top: a text that is put together over thousands of lines is thousands of values deep.
  const open: Value[] = [value];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    switch (at.kind) {
      case 'known':
        if (typeof at.value === 'string' && at.value.length < 100) literals.add(at.value);
        // What a variable is compared with may be a number: `conf.Kind == 3`.
        else if (typeof at.value === 'number') literals.add(String(at.value));
        break;
      case 'environment':
        environment.push(at);
        if (at.certain !== undefined) {
          open.push(at.certain);
          break;
        }
        if (at.variable.startsWith(MODE_PREDICATE) || isModeVariable(at.variable) || isTestRunnerVariable(at.variable)) mode = true;
        else variables.add(at.variable);
        if (at.fallback !== undefined) open.push(at.fallback);
        break;
      case 'request':
        request = true;
        break;
      case 'choice':
        open.push(at.alternate, at.consequent, at.test);
        break;
      case 'operation':
        for (const operand of at.operands.toReversed()) open.push(operand);
        break;
      case 'list':
        for (const item of at.items.toReversed()) open.push(item);
        break;
      case 'record':
        for (const part of at.parts.toReversed()) open.push(part.value);
        break;
      case 'parameter':
        parameters.push(at);
        break;
      case 'unknown':
        unknowns.push(at);
        break;
      default:
    }
  }
  return { variables, mode, literals, request, parameters, unknowns, environment };
}

/** Whether the environment decides about a value, and nothing that could not be followed does. */
export function readsEnvironment(value: Value): boolean {
  const { environment, unknowns, parameters, request } = dependenciesOf(value);
  return environment.length > 0 && unknowns.every(({ isOrder }) => isOrder === true) && parameters.length === 0 && !request;
}

const MODES: readonly Mode[] = ['production', 'unset', 'staging', 'development', 'test'];

/** Values worth trying for a variable whose meaning is not known. */
const TRIALS: readonly string[] = [
  'true',
  'True',
  '1',
  'yes',
  'on',
  'false',
  'False',
  '0',
  'no',
  'off',
  '',
  'https://shop.example',
  'http://shop.example',
  'production',
  'development',
];
/** At most this many variables are tried one by one; more are only tried together. */
const MAX_VARIABLES = 6;

/** The worlds where every variable that the value reads is missing: one per mode and scheme. */
export function plainWorlds(truth: Truth): readonly World[] {
  const none = new Map<string, string>();
  return MODES.flatMap((mode) => [true, false].map((https) => ({ mode, variables: none, https, truth })));
}

/** The worlds in which the value's variables are set to something. */
export function variedWorlds(dependencies: Dependencies, truth: Truth): readonly World[] {
  const { variables, literals } = dependencies;
  if (variables.size === 0) return [];
  const trials = [...new Set([...literals, ...TRIALS])].slice(0, 40);
  const assignments: ReadonlyMap<string, string>[] = trials.map((trial) => new Map([...variables].map((variable) => [variable, trial])));
  if (variables.size > 1) {
    for (const variable of [...variables].slice(0, MAX_VARIABLES))
      for (const trial of trials) assignments.push(new Map([[variable, trial]]));
  }
  return (dependencies.mode ? MODES : (['production'] as const)).flatMap((mode) =>
    assignments.flatMap((assigned) => [true, false].map((https) => ({ mode, variables: assigned, https, truth }))),
  );
}

/** A number beyond the limits that code compares with. */
const LARGE = '1000000';
/** Variables of one condition whose values are tried in every combination, and how many values each is tried with. */
const MAX_COMBINED = 3;
const MAX_VALUES = 8;

/**
 * The worlds that may reach a guarded site: only variables that decide nothing but whether it is reached are set, since a
 * switch that turns a feature on says nothing about its cookies.
 */
export function reachingWorlds(guards: Dependencies, deciding: ReadonlySet<string>, truth: Truth): readonly World[] {
  const variables = new Set([...guards.variables].filter((variable) => !deciding.has(variable)));
  const varied = variedWorlds({ ...guards, variables, literals: new Set([...guards.literals, LARGE]), mode: true }, truth);
  const combined = combinations([...variables], [...guards.literals].slice(0, MAX_VALUES)).flatMap((assigned) =>
    worldsWith(assigned, truth),
  );
  return [...varied.filter(({ mode }) => mode === 'production' || mode === 'unset'), ...combined];
}

/** `TENANT === 'cloud' && REGION === 'eu'`: each variable with each of the values. */
function combinations(variables: readonly string[], values: readonly string[]): readonly ReadonlyMap<string, string>[] {
  if (variables.length < 2 || variables.length > MAX_COMBINED) return [];
  return variables.reduce<ReadonlyMap<string, string>[]>(
    (all, variable) => all.flatMap((one) => values.map((value) => new Map([...one, [variable, value]]))),
    [new Map()],
  );
}

const worldsWith = (variables: ReadonlyMap<string, string>, truth: Truth): World[] =>
  (['production', 'unset'] as const).flatMap((mode) => [true, false].map((https) => ({ mode, variables, https, truth })));

/** The worlds in which what decides is set to something, beside the switches by which a site is reached. */
export const worldsBeside = (switches: ReadonlyMap<string, string>, dependencies: Dependencies, truth: Truth): readonly World[] =>
  variedWorlds(dependencies, truth).map((world) => ({ ...world, variables: new Map([...world.variables, ...switches]) }));
