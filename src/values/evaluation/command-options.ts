/** What the command line gives a parameter: click's options (https://click.palletsprojects.com/en/stable/options/) and typer's (https://typer.tiangolo.com/tutorial/options/). */
import { calledName } from '../../syntax/called-name.js';
import type { Call, Expression, Parameter } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { Binding } from '../program-index.js';
import { known, type EnvironmentValue, type Origin, type Value } from '../value.js';

/** The operator's setting behind a parameter, with the default that the option has; undefined for other parameters. */
export function commandOption({ name, parameterOf }: Binding, parameter: Parameter, place: Origin, context: Context): Value | undefined {
  if (context.language !== 'python') return undefined;
  const { default: otherwise } = parameter;
  if (
    otherwise?.kind === 'call' &&
    otherwise.callee.kind === 'member' &&
    otherwise.callee.property === 'Option' &&
    otherwise.callee.object.kind === 'name' &&
    otherwise.callee.object.name === 'typer'
  ) {
    return setting(
      name,
      otherwise,
      otherwise.args.find((argument) => argument.name === undefined)?.value ?? named(otherwise, 'default'),
      place,
      context,
    );
  }
  for (const decorator of parameterOf?.decorators ?? []) {
    if (decorator.kind !== 'call' || calledName(decorator.callee) !== 'option' || !names(decorator).includes(name)) continue;
    return setting(name, decorator, named(decorator, 'default'), place, context);
  }
  return undefined;
}

const named = (call: Call, wanted: string): Expression | undefined => call.args.find((argument) => argument.name === wanted)?.value;

/** `'--secure/--no-secure'`, `'-s', '--cookie-secure', 'secure'`: the parameters that an option may be for. */
const names = (decorator: Call): string[] =>
  decorator.args
    .flatMap(({ name, value }) => (name === undefined && value.kind === 'literal' ? String(value.value).split('/').slice(0, 1) : []))
    .map((written) => written.trim().replace(/^-+/, '').replaceAll('-', '_').toLowerCase());

function setting(name: string, option: Call, preset: Expression | undefined, place: Origin, context: Context): EnvironmentValue {
  const variable = named(option, 'envvar');
  const isFlag =
    named(option, 'is_flag') !== undefined ||
    option.args.some(({ value }) => value.kind === 'literal' && String(value.value).includes('/'));
  const unsaid = isFlag ? known(false, place) : undefined;
  const fallback = preset === undefined ? unsaid : context.evaluate(preset);
  const isBoolean = isFlag || (fallback?.kind === 'known' && typeof fallback.value === 'boolean');
  const read =
    variable?.kind === 'literal' && typeof variable.value === 'string'
      ? ({ variable: variable.value, source: 'environment' } as const)
      : ({ variable: name, source: 'configuration' } as const);
  return {
    kind: 'environment',
    ...read,
    origin: place,
    ...(fallback === undefined ? {} : { fallback }),
    ...(isBoolean ? { cast: 'boolean' as const } : {}),
  };
}
