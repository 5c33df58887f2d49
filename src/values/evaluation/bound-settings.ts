/** Classes of C# that a section of the configuration is bound to: by registration, as `IOptions<T>`, and where a section gives one. */
import type { Call } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import type { SettingsOfClass } from '../settings-classes.js';
import type { ClassValue, Origin, RecordValue, Value } from '../value.js';
import { pathOfValue } from './outside.js';
import { classOfType } from './types.js';

const OF = 'aspnetcore';

/** https://learn.microsoft.com/aspnet/core/fundamentals/configuration/options#options-interfaces */
const OPTIONS = /^(?:[\w.]+\.)?IOptions(?:Snapshot|Monitor)?<\s*([\w.]+)\s*>\??$/;

/** The section that the program binds to a class. */
export function registeredSettings({ node, program, settings }: ClassValue, evaluator: Evaluator): SettingsOfClass | undefined {
  if (settings !== undefined) return settings;
  const prefix = program.language === 'csharp' ? evaluator.links.sectionBoundTo?.(program, node.name) : undefined;
  return prefix === undefined ? undefined : { of: OF, prefix };
}

/** An injected `IOptions<T>` of a class that a section is bound to. */
export function boundOptions(typeName: string, origin: Origin, context: Context): RecordValue | undefined {
  const name = context.language === 'csharp' ? OPTIONS.exec(typeName)?.[1] : undefined;
  const value = name === undefined ? undefined : classOfType(name, context);
  const settings = value === undefined ? undefined : registeredSettings(value, context.evaluator);
  if (value === undefined || settings === undefined) return undefined;
  return { kind: 'record', parts: ['Value', 'CurrentValue'].map((key) => ({ kind: 'field', key, value: { ...value, settings } })), origin };
}

/** https://learn.microsoft.com/dotnet/api/microsoft.extensions.configuration.configurationbinder.get: `section.Get<T>()`, or all of the configuration. */
export function boundClass({ callee, typeArguments, args }: Call, receiver: Value, context: Context): ClassValue | undefined {
  if (context.language !== 'csharp' || callee.kind !== 'member' || callee.property !== 'Get' || args.length > 0) return undefined;
  const isAll = /(?:^|\.)(?:IConfiguration(?:Root)?|ConfigurationManager|Configuration)$/.test(pathOfValue(receiver) ?? '');
  const prefix = receiver.kind === 'environment' && receiver.source === 'configuration' ? receiver.variable : isAll ? '' : undefined;
  const value = prefix === undefined ? undefined : classOfType(typeArguments?.[0], context);
  return value === undefined || prefix === undefined ? undefined : { ...value, settings: { of: OF, prefix } };
}
