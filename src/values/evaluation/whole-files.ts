/** Files as one value: what `require` and `include` give. */
import type { Call, Program } from '../../syntax/ir.js';
import type { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { commonJsExports, exportsOneByOne, fileValue } from '../file-values.js';
import { includedPath } from '../included-path.js';
import { requiredModule } from '../references.js';
import { through, type Value } from '../value.js';

/** What a file is as a whole; undefined for modules of named exports, and while it is being worked out. */
export function wholeOf(program: Program, evaluator: Evaluator): Value | undefined {
  const { budget } = evaluator;
  const work = (): Value | undefined =>
    program.language === 'javascript' ? commonJsExports(program, evaluator) : fileValue(program, evaluator);
  return budget.once(`whole ${budget.idOf(program)}`, work, () => undefined);
}

/** What a file puts on its exports object under a name. */
export function exportedAs(name: string, program: Program, evaluator: Evaluator): Value | undefined {
  const { budget } = evaluator;
  return budget.once(
    `whole ${budget.idOf(program)}.${name}`,
    () => commonJsExports(program, evaluator, name),
    () => undefined,
  );
}

/** `require` of JavaScript and Ruby and `include` of PHP with a literal path; undefined for other calls. */
export function requiredBy(call: Call, context: Context): Value | undefined {
  if (context.language === 'php') {
    const path = includedPath(call);
    return path === undefined ? undefined : required(path, call, context);
  }
  const module = requiredModule(call);
  if (module === undefined) return undefined;
  const first = call.args[0]!.value;
  return required(first.kind === 'literal' ? String(first.value) : module, call, context);
}

function required(specifier: string, call: Call, context: Context): Value {
  const { evaluator, program } = context;
  const origin = context.origin(call);
  const target = evaluator.links.moduleOf(program, specifier);
  if (target === undefined) return { kind: 'symbol', path: specifier.replace(/^node:/, ''), origin };
  const isModule = evaluator.indexOf(target).exports.length > 0 || (target.language === 'javascript' && exportsOneByOne(target));
  const whole = isModule ? undefined : evaluator.wholeOf(target);
  return whole === undefined ? { kind: 'module', program: target, origin } : through(whole, whole.origin);
}
