/** Finds the calls of a helper, so that a wrapper that passes its caller's options on is judged where the options are. */
import type { Call, FunctionExpression, Node, Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import type { Frame, ParameterValue, Value } from '../values/value.js';
import { absent, originOf } from '../values/value.js';
import type { Matched } from './matched.js';
import type { CookieSurface } from './surface.js';

/** The files that a search for callers may read. */
export interface CallerFiles {
  readonly files: readonly string[];
  textOf(file: string): string | undefined;
  programsOf(file: string): readonly Program[];
}

/** More callers than this are not listed one by one. */
const MAX_CALLERS = 200;

/** The match as seen from each call of the function that the open parameter belongs to. */
export function callersOf(open: ParameterValue, matched: Matched<CookieSurface>, evaluator: Evaluator, files: CallerFiles): Matched<CookieSurface>[] {
  const index = evaluator.indexOf(open.program);
  const name = functionName(open.function, index);
  if (name === undefined) return [];
  const found: Matched<CookieSurface>[] = [];
  for (const program of candidates(name, open.program, files)) {
    for (const call of evaluator.indexOf(program).calls) {
      if (calledName(call) !== name || contains(open.function, call, program, open.program)) continue;
      if (!callsFunction(call, program, open, evaluator)) continue;
      found.push({ ...matched, frame: frameOf(call, program, open, evaluator, matched.frame), caller: { program, call } });
      if (found.length >= MAX_CALLERS) return found;
    }
  }
  return found;
}

const contains = (fn: FunctionExpression, call: Call, program: Program, own: Program): boolean => program === own && call.start >= fn.start && call.end <= fn.end;

/** The name a function is called by: of its declaration, variable, property or method. */
export function functionName(fn: FunctionExpression, index: ProgramIndex): string | undefined {
  const parent = index.parent(fn);
  if (isKind(parent, 'function-declaration')) return parent.name === 'constructor' ? undefined : parent.name.slice(parent.name.lastIndexOf('.') + 1);
  if (isKind(parent, 'declaration') && parent.target.kind === 'name') return parent.target.name;
  if (isKind(parent, 'property') && parent.key.kind === 'literal') return String(parent.key.value);
  if (isKind(parent, 'assignment')) return parent.target.kind === 'member' ? parent.target.property : parent.target.kind === 'name' ? parent.target.name : undefined;
  // `useCallback((…) => …)`, `cache(async (…) => …)`: the variable holds the wrapped function.
  const wrapped = isKind(parent as Node | undefined, 'call') ? index.parent(parent as Node) : parent;
  const holder = wrapped === undefined ? undefined : isKind(wrapped, 'declaration') ? wrapped : index.parent(wrapped);
  return isKind(holder, 'declaration') && holder.target.kind === 'name' ? holder.target.name : undefined;
}

function calledName(call: Call): string | undefined {
  return call.callee.kind === 'name' ? call.callee.name : call.callee.kind === 'member' ? call.callee.property : undefined;
}

function* candidates(name: string, own: Program, files: CallerFiles): Iterable<Program> {
  yield own;
  const word = new RegExp(`\\b${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`);
  const extension = extensionFamily(own.path);
  for (const file of files.files) {
    if (file === own.path || !extension.test(file)) continue;
    const text = files.textOf(file);
    if (text === undefined || !word.test(text)) continue;
    for (const program of files.programsOf(file)) if (program.language === own.language) yield program;
  }
}

function extensionFamily(path: string): RegExp {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (/^(?:[mc]?[jt]sx?|vue|svelte|astro)$/.test(extension)) return /\.(?:[mc]?[jt]sx?|vue|svelte|astro)$/;
  if (/^(?:java|kts?|scala)$/.test(extension)) return /\.(?:java|kts?|scala)$/;
  return new RegExp(`\\.${extension.replace(/\W/g, '')}$`);
}

/** Whether the call surely (or, for methods of unknown objects, by its name) reaches the function. */
function callsFunction(call: Call, program: Program, open: ParameterValue, evaluator: Evaluator): boolean {
  evaluator.begin();
  const target = evaluator.evaluate(call.callee, program);
  if (target.kind === 'function') return target.node === open.function;
  if (call.callee.kind !== 'member') return target.kind !== 'symbol' && isWrapped(target, open);
  // A method of an injected service: its class is not known, its name and number of arguments are.
  return isMethod(open, evaluator) && target.kind !== 'symbol' && call.args.length <= open.function.params.length && call.args.length >= requiredParameters(open.function);
}

const requiredParameters = (fn: FunctionExpression): number => fn.params.filter((parameter) => parameter.default === undefined && parameter.rest !== true).length - fn.params.filter((parameter) => parameter.default === undefined && /\?|undefined/.test(parameter.typeName ?? '')).length;

/** `const set = wrap((a) => …)`: the call of a function of a library that was given the function. */
const isWrapped = (target: Value, open: ParameterValue): boolean => target.kind === 'object' && target.call.args.some((argument) => argument.value === open.function);

function isMethod(open: ParameterValue, evaluator: Evaluator): boolean {
  const index = evaluator.indexOf(open.program);
  return index.classAround(open.function) !== undefined;
}

function frameOf(call: Call, program: Program, open: ParameterValue, evaluator: Evaluator, outer: Frame | undefined): Frame {
  const bindings = new Map<FunctionExpression['params'][number]['target'], Value>();
  let position = 0;
  const positional = call.args.filter((argument) => argument.name === undefined);
  for (const parameter of open.function.params) {
    const { target } = parameter;
    const given = (target.kind === 'name' ? call.args.find((argument) => argument.name === target.name) : undefined) ?? positional[position];
    if (given !== undefined && given.name === undefined) position++;
    bindings.set(target, given === undefined ? absent(originOf(program, call)) : evaluator.evaluate(given.value, program));
  }
  return { bindings, parent: outer, depth: (outer?.depth ?? 0) + 1 };
}
