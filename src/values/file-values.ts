/** What a file is as a whole to code that loads it: the data it holds, what it returns, or what it puts on its exports object. */
import type { Assignment, Expression, Pattern, Program, Statement } from '../syntax/ir.js';
import type { Evaluator } from './evaluator.js';
import { Context } from './context.js';
import { condition } from './evaluation/foreign-writes.js';
import { importerChanges } from './evaluation/importer-changes.js';
import { afterMutation } from './evaluation/mutations.js';
import { emptyRecord, withField } from './fields.js';
import { isKind, indexOf, type ProgramIndex } from './program-index.js';
import { originOf, type Value } from './value.js';

const DATA = new Set<Program['language']>(['json', 'yaml', 'toml', 'ini', 'properties', 'hocon', 'dotenv']);

/** The value of a data file, or of a PHP file that ends in `return`; undefined for files that are no value. */
export function fileValue(program: Program, evaluator: Evaluator): Value | undefined {
  if (DATA.has(program.language)) {
    const document = program.body.find((statement) => statement.kind === 'expression');
    return document === undefined ? undefined : evaluator.evaluate(document.expression, program);
  }
  if (program.language !== 'php') return undefined;
  const returned = program.body.findLast((statement: Statement) => statement.kind === 'return');
  return returned?.value === undefined ? undefined : evaluator.evaluate(returned.value, program);
}

/**
 * `module.exports = {…}`, `module.exports.x = …`, `exports.x = …`: the exports object, or undefined where nothing is put on it.
 * `wanted`: only this property has to be right; the others, with all that they load, are not looked at.
 */
export function commonJsExports(program: Program, evaluator: Evaluator, wanted?: string): Value | undefined {
  let whole: Value | undefined;
  for (const assignment of indexOf(program).assignments) {
    const path = exportPath(assignment.target, program);
    if (path === undefined) continue;
    if (path.length === 0) {
      // `exports = module.exports = {…}` is one value.
      if (!isNested(assignment, program)) whole = evaluator.evaluate(assignment.value, program);
      continue;
    }
    // A function with properties stays a function.
    if ((wanted !== undefined && path[0] !== wanted) || (whole !== undefined && whole.kind !== 'record' && whole.kind !== 'object'))
      continue;
    const origin = originOf(program, assignment);
    whole = withField(whole ?? emptyRecord(originOf(program, { start: 0, end: 0 })), path, origin, () =>
      evaluator.evaluate(assignment.value, program),
    );
  }
  return whole === undefined ? undefined : afterImporters(whole, program, evaluator, wanted);
}

/** The exports object after what the files that load it do to it. */
function afterImporters(whole: Value, program: Program, evaluator: Evaluator, wanted: string | undefined): Value {
  if (whole.kind !== 'record' && whole.kind !== 'object') return whole;
  let value: Value = whole;
  for (const { mutation, program: there } of importerChanges(program, evaluator)) {
    const [first, ...below] = mutation.path;
    const path = first === 'default' ? below : mutation.path;
    if (mutation.kind === 'set' && (path.length === 0 || (wanted !== undefined && path[0] !== wanted))) continue;
    const before = value;
    value = afterMutation(
      { ...mutation, path },
      before,
      () => condition(mutation.node, before, program, new Context(evaluator, there)),
      new Context(evaluator, there),
    );
  }
  return value;
}

/** Whether a file puts its exports on the exports object one by one: then each can be had without the others. */
export function exportsOneByOne(program: Program): boolean {
  const paths = indexOf(program)
    .assignments.map(({ target }) => exportPath(target, program))
    .filter((path) => path !== undefined);
  return paths.length > 0 && paths.every((path) => path.length > 0);
}

const isNested = (assignment: Assignment, program: Program): boolean => {
  const parent = indexOf(program).parent(assignment);
  return isKind(parent, 'assignment') && exportPath(parent.target, program) !== undefined;
};

/** The path below `module.exports` / `exports`, or a name for it, that an expression stands for. */
function exportPath(target: Expression | Pattern, program: Program): string[] | undefined {
  const path: string[] = [];
  let at: Expression | Pattern = target;
  while (at.kind === 'member') {
    path.unshift(at.property);
    at = at.object;
  }
  if (at.kind !== 'name') return undefined;
  if (at.name === 'exports') return path;
  if (at.name === 'module') return path[0] === 'exports' ? path.slice(1) : undefined;
  return path.length > 0 && isExportsName(at.name, program) ? path : undefined;
}

/** `const Config = module.exports;`, `const Config = module.exports = {…};`: from then on the name is the exports object. */
function isExportsName(name: string, program: Program): boolean {
  const index = indexOf(program);
  let names = exportsNames.get(index);
  if (names === undefined) exportsNames.set(index, (names = new Map<string, boolean>()));
  const known = names.get(name);
  if (known !== undefined) return known;
  // While it is asked it is none: `Shop = Shop.s = {}` is named through itself.
  names.set(name, false);
  const answer = isGivenExports(name, index);
  names.set(name, answer);
  return answer;
}

const exportsNames = new WeakMap<ProgramIndex, Map<string, boolean>>();

function isGivenExports(name: string, { root, program }: ProgramIndex): boolean {
  const writes = root.bindings.get(name)?.writes ?? [];
  const [write] = writes;
  if (writes.length !== 1 || write?.value === undefined || write.path.length > 0) return false;
  const given = write.value.kind === 'assignment' ? write.value.target : write.value;
  return (given.kind === 'name' || given.kind === 'member') && exportPath(given, program)?.length === 0;
}
