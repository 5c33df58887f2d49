/** Classes of C# that a section of the configuration is bound to: by registration, as `IOptions<T>`, and where a section gives one. */
import { calledName } from '../../syntax/called-name.js';
import type { Call } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { fieldOf, isAbsent } from '../fields.js';
import type { SettingsOfClass } from '../settings-classes.js';
import type { ClassValue, Origin, RecordValue, Value } from '../value.js';
import { pathOfValue } from './outside.js';
import { classOfType } from './types.js';

const OF = 'aspnetcore';

/** https://learn.microsoft.com/aspnet/core/fundamentals/configuration/options#options-post-configuration */
const CONFIGURES = /^(?:Post)?Configure(?:All)?$|^AddOptions/;

/** https://learn.microsoft.com/aspnet/core/fundamentals/configuration/options#options-interfaces */
const OPTIONS = /^(?:[\w.]+\.)?IOptions(?:Snapshot|Monitor)?<\s*([\w.]+)\s*>\??$/;

/** The section that the program binds to a class. */
export function registeredSettings({ node, program, settings }: ClassValue, evaluator: Evaluator): SettingsOfClass | undefined {
  if (settings !== undefined) return settings;
  const prefix = program.language === 'csharp' ? evaluator.links.sectionBoundTo?.(program, node.name) : undefined;
  return prefix === undefined ? undefined : { of: OF, prefix };
}

/** An injected `IOptions<T>` of a class of the repository: what a section or functions of the program fill in, else what the operator's configuration may. */
export function boundOptions(typeName: string, origin: Origin, context: Context): RecordValue | undefined {
  const name = context.language === 'csharp' ? OPTIONS.exec(typeName)?.[1] : undefined;
  const made = name === undefined ? undefined : classOfType(name, context);
  if (made === undefined) return undefined;
  const settings = registeredSettings(made, context.evaluator);
  const value =
    settings === undefined
      ? (configuredOptions(made, context) ?? { ...made, settings: { of: OF, prefix: made.node.name } })
      : { ...made, settings };
  return { kind: 'record', parts: ['Value', 'CurrentValue', 'Get()'].map((key) => ({ kind: 'field', key, value })), origin };
}

/** `Configure<T>(o => o.Secure = true)`: the instance after every function that configures the class; undefined where something else does too, or nothing. */
function configuredOptions(made: ClassValue, { evaluator }: Context): Value | undefined {
  const { node, program } = made;
  let value: Value | undefined;
  for (const file of evaluator.links.filesSaying?.(program, [`<${node.name}>`]) ?? []) {
    const index = evaluator.indexOf(file);
    for (const call of index.calls) {
      if (!CONFIGURES.test(calledName(call.callee) ?? '') || call.typeArguments?.[0] !== node.name) continue;
      const fn = call.args.at(-1)?.value;
      const parameter = fn?.kind === 'function' ? fn.params[0]?.target : undefined;
      // Options of a name are other options than these.
      if (fn?.kind !== 'function' || parameter?.kind !== 'name' || call.args.length > 1) return undefined;
      const binding = index.scopeOf(fn.body).bindings.get(parameter.name) ?? index.lookUp(parameter.name, index.scopeOf(fn.body));
      if (binding === undefined) return undefined;
      const before: Value = value ?? evaluator.newObject(call, node.name, file, undefined, made);
      value = evaluator.valueOfBinding(binding, file, undefined, { bindings: new Map([[parameter, before]]), parent: undefined, depth: 1 });
    }
  }
  return value;
}

/** https://learn.microsoft.com/dotnet/core/extensions/options#named-options-support-using-iconfigurenamedoptions: `IOptionsMonitor<T>.Get("name")`. */
export const namedOptions = ({ callee }: Call, receiver: Value): Value | undefined =>
  callee.kind === 'member' && callee.property === 'Get' && receiver.kind === 'record' ? presentField(receiver, 'Get()') : undefined;

function presentField(record: RecordValue, key: string): Value | undefined {
  const field = fieldOf(record, key);
  return isAbsent(field) ? undefined : field;
}

/** https://learn.microsoft.com/dotnet/api/microsoft.extensions.configuration.configurationbinder.get: `section.Get<T>()`, or all of the configuration. */
export function boundClass({ callee, typeArguments, args }: Call, receiver: Value, context: Context): ClassValue | undefined {
  if (context.language !== 'csharp' || callee.kind !== 'member' || callee.property !== 'Get' || args.length > 0) return undefined;
  const isAll = /(?:^|\.)(?:IConfiguration(?:Root)?|ConfigurationManager|Configuration)$/.test(pathOfValue(receiver) ?? '');
  const prefix = receiver.kind === 'environment' && receiver.source === 'configuration' ? receiver.variable : isAll ? '' : undefined;
  const value = prefix === undefined ? undefined : classOfType(typeArguments?.[0], context);
  return value === undefined || prefix === undefined ? undefined : { ...value, settings: { of: OF, prefix } };
}
