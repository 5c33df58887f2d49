/** What FastAPI puts into a parameter: the result of the function that `Depends` names, https://fastapi.tiangolo.com/tutorial/dependencies/, and objects of settings by their type. */
import type { Expression, Parameter } from '../../syntax/ir.js';
import { calledName } from '../../syntax/called-name.js';
import { Context } from '../context.js';
import type { Origin, Value } from '../value.js';
import { isSettingsClass } from './pydantic.js';
import { classOfType } from './types.js';

const DEPENDS = /\b(?:Depends|Security)\(\s*([A-Za-z_][\w.]*)/;

/** The value of a parameter that the framework fills in; undefined for those that it does not. */
export function dependency({ default: otherwise, typeName }: Parameter, place: Origin, context: Context): Value | undefined {
  if (context.language !== 'python') return undefined;
  const given =
    otherwise?.kind === 'call' && /^(?:Depends|Security)$/.test(calledName(otherwise.callee) ?? '') ? otherwise.args[0]?.value : undefined;
  const annotated = given === undefined ? inAnnotation(typeName, context) : undefined;
  const provider = given === undefined ? annotated : context.evaluate(given);
  const made = provider === undefined ? undefined : provided(provider, place, context);
  if (made !== undefined) return made;
  const type = classOfType(typeName, context);
  return type !== undefined && isSettingsClass(type.node, new Context(context.evaluator, type.program)) ? type : undefined;
}

/** `Annotated[Settings, Depends(get_settings)]`, or a name for that. */
function inAnnotation(typeName: string | undefined, context: Context): Value | undefined {
  if (typeName === undefined) return undefined;
  const { index, evaluator, program } = context;
  const own = DEPENDS.exec(typeName)?.[1];
  const alias = own === undefined && /^\w+$/.test(typeName) ? index.root.bindings.get(typeName)?.writes[0]?.value : undefined;
  const name = own ?? (alias === undefined ? undefined : DEPENDS.exec(textOf(alias, context))?.[1]);
  const binding = name === undefined ? undefined : index.root.bindings.get(name);
  return binding === undefined ? undefined : evaluator.valueOfBinding(binding, program);
}

const textOf = ({ start, end }: Expression, { program }: Context): string => program.text.slice(start, Math.min(end, start + 300));

/** What a dependency gives: the function's result; a class is called without arguments. */
function provided(provider: Value, place: Origin, { evaluator }: Context): Value | undefined {
  if (provider.kind === 'class') return provider;
  if (provider.kind !== 'function') return undefined;
  const result = evaluator.callFunction(provider, [], place, provider.frame);
  return result.kind === 'unknown' || result.kind === 'symbol' ? undefined : result;
}
