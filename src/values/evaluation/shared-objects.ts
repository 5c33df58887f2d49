/** What code puts on the application in one file and reads from the request in another: `app.state.settings = s`, `request.app.state.settings`. */
import type { Member, Subscript } from '../../syntax/ir.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { pathPattern } from '../path-pattern.js';
import { referenceOf } from '../references.js';
import { choice, type Origin, type ParameterValue, type Value } from '../value.js';
import { classOfType } from './types.js';

/** What names an application: its variable, or the call that makes it. */
const APPLICATION = /(?:^|\.)(?:app|application|api|server|this|(?:FastAPI|Starlette|Litestar|Sanic|Quart|Flask|Application)\(\))$/;
/** A parameter of this name is what the operator configured, whatever its type. */
const CONFIGURATION = /conf(?:ig)?|settings|options/i;

/** The value that the repository gives a member of a shared object; undefined where it gives none, or where several differ. */
export function sharedMember(path: string, property: string, origin: Origin, evaluator: Evaluator): Value | undefined {
  const { program } = origin;
  const { sharedObjects } = evaluator.idiomsOf(program);
  if (sharedObjects?.some((pattern) => pathPattern(pattern).test(path)) !== true) return undefined;
  const last = path.slice(path.lastIndexOf('.') + 1);
  const holds = (written: string): boolean =>
    APPLICATION.test(last) ? APPLICATION.test(written) : written === last || written.endsWith(`.${last}`);
  const find = (): Value | undefined => {
    const values: Value[] = [];
    for (const other of [program, ...(evaluator.links.filesAssigning?.(program, property) ?? [])]) {
      const index = evaluator.indexOf(other);
      for (const { target, value } of index.assignments) {
        if ((target.kind !== 'member' && target.kind !== 'subscript') || keyOf(target) !== property) continue;
        const reference = referenceOf(target.object, index);
        if (reference !== undefined && holds(reference.path)) values.push(configured(evaluator.evaluate(value, other), property));
      }
    }
    // Written more than once, it is what one of them was.
    return values.reduceRight<Value | undefined>(
      (rest, value) =>
        rest === undefined ? value : choice({ kind: 'unknown', why: 'it is written in several places', origin }, value, rest, origin),
      undefined,
    );
  };
  const { budget } = evaluator;
  return budget.once(`shared ${budget.idOf(program)}:${path}.${property}`, find, () => undefined);

  function configured(value: Value, name: string): Value {
    return value.kind === 'parameter' ? ofOperator(value, name, evaluator) : value;
  }
}

/** A configuration that whoever starts the program hands in: of its type the fields' defaults are known. */
function ofOperator(value: ParameterValue, name: string, evaluator: Evaluator): Value {
  const parameter = value.function.params.find(({ target }) => target.kind === 'name' && target.name === value.name);
  const type = classOfType(parameter?.typeName, new Context(evaluator, value.program));
  if (type !== undefined) return { ...type, settings: { of: 'configuration', prefix: name } };
  return CONFIGURATION.test(value.name) || CONFIGURATION.test(name)
    ? { kind: 'environment', variable: name, source: 'configuration', origin: value.origin }
    : value;
}

const keyOf = (target: Member | Subscript): string | undefined =>
  target.kind === 'member' ? target.property : target.index.kind === 'literal' ? String(target.index.value) : undefined;
