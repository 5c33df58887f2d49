/** Finds the calls of a helper, so that a wrapper that passes its caller's options on is judged where the options are. */
import type { Argument, Call, ClassDeclaration, FunctionDeclaration, FunctionExpression, Member, Node, Program } from '../syntax/ir.js';
import { overloaded } from '../values/evaluation/overloads.js';
import type { Evaluator } from '../values/evaluator.js';
import { grouped } from '../values/grouped.js';
import { perIndex } from '../values/per-index.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { referenceOf } from '../values/references.js';
import { bindParameters, givenArguments, hasReceiver } from '../values/parameters.js';
import { isDeclaredAt, originOf, type Frame, type ParameterValue, type Value } from '../values/value.js';
import { mayCall } from '../text/mentioned-calls.js';
import { filesNaming, type TextFiles } from '../text/word-search.js';
import type { Hop, Matched } from './matched.js';
import type { CookieSurface } from './surface.js';

/** The files that a search for callers may read. */
export interface CallerFiles extends TextFiles {
  /** The programs of a file whose written code mentions a name: minified code calls nothing that it does not hold. */
  programsNaming(file: string, name: string): readonly Program[];
}

/** More callers than this are not listed one by one. */
const MAX_CALLERS = 200;

/** A function, with the file it is in. */
type Helper = Pick<ParameterValue, 'function' | 'program'>;

/** The calls that surely are calls of a function of the repository. */
export function callsOf(helper: Helper, evaluator: Evaluator, files: CallerFiles): { readonly call: Call; readonly program: Program }[] {
  const name = functionName(helper.function, evaluator.indexOf(helper.program));
  if (name === undefined) return [];
  const found: { readonly call: Call; readonly program: Program }[] = [];
  for (const program of callingFiles(name, helper.program, files)) {
    for (const call of callsIn(evaluator.indexOf(program)).get(name) ?? []) {
      if (contains(helper.function, call, program, helper.program)) continue;
      evaluator.begin();
      const target = evaluator.evaluate(call.callee, program);
      if (isExtensionCall(call, helper, target, evaluator)) found.push({ call, program });
      const made = target.kind === 'class' && call.isNew ? evaluator.indexOf(helper.program).classAround(helper.function) : undefined;
      if (isDeclaredAt(target, helper.function, helper.program) || (made !== undefined && isDeclaredAt(target, made, helper.program)))
        found.push({ call, program });
      if (found.length >= MAX_CALLERS) return found;
    }
  }
  return found;
}

/** The match as seen from each call of the function that the open parameter belongs to. */
export function callersOf(
  open: ParameterValue,
  matched: Matched<CookieSurface>,
  evaluator: Evaluator,
  files: CallerFiles,
): Matched<CookieSurface>[] {
  const index = evaluator.indexOf(open.program);
  const name = functionName(open.function, index);
  if (name === undefined) return [];
  const found: Matched<CookieSurface>[] = [];
  for (const program of callingFiles(name, open.program, files)) {
    for (const call of callsIn(evaluator.indexOf(program)).get(name) ?? []) {
      if (contains(open.function, call, program, open.program)) continue;
      if (!callsFunction(call, program, open, evaluator)) continue;
      const hop: Hop = { program, call, function: open.function, functionProgram: open.program };
      const hops = [...(matched.caller?.hops ?? []), hop];
      found.push({ ...matched, frame: frameOf(hops, evaluator), caller: { ...hop, hops } });
      if (found.length >= MAX_CALLERS) return found;
    }
  }
  return found;
}

/** What makes an object, in JavaScript, Python, PHP and Ruby: it is called by the name of its class. */
const CONSTRUCTORS = new Set(['constructor', '__init__', '__construct', 'initialize']);

/** The class of which a call makes an object: `new Jar(…)`, `Jar(…)` of Python, Kotlin and Scala, `cls(…)`, Ruby's `Jar.new(…)`. */
function madeBy(call: Call, program: Program, evaluator: Evaluator): Value | undefined {
  const { callee, isNew } = call;
  evaluator.begin();
  if (program.language === 'ruby')
    return callee.kind === 'member' && callee.property === 'new' ? evaluator.evaluate(callee.object, program) : undefined;
  return isNew || MAKES_BY_NAME.has(program.language) ? evaluator.evaluate(callee, program) : undefined;
}

/** Languages in which a class is called as a function is. */
const MAKES_BY_NAME: ReadonlySet<Program['language']> = new Set(['python', 'kotlin', 'scala']);

/** Words by which a class makes an object of itself. */
const OWN_CLASS = new Set(['cls', 'static', 'self', 'this']);

const contains = (fn: FunctionExpression, call: Call, program: Program, own: Program): boolean =>
  program === own && call.start >= fn.start && call.end <= fn.end;

/** The name a function is called by: of its declaration, variable, property or method. */
export function functionName(fn: FunctionExpression, index: ProgramIndex): string | undefined {
  const parent = index.parent(fn);
  if (isKind(parent, 'function-declaration'))
    return CONSTRUCTORS.has(parent.name) ? index.classAround(fn)?.name : parent.name.slice(parent.name.lastIndexOf('.') + 1);
  if (isKind(parent, 'declaration') && parent.target.kind === 'name') return parent.target.name;
  if (isKind(parent, 'property') && parent.key.kind === 'literal') return String(parent.key.value);
  if (isKind(parent, 'assignment'))
    return parent.target.kind === 'member' ? parent.target.property : parent.target.kind === 'name' ? parent.target.name : undefined;
  // `useCallback((…) => …)`, `cache(async (…) => …)`: the variable holds the wrapped function.
  const wrapped = isKind(parent as Node | undefined, 'call') ? index.parent(parent as Node) : parent;
  const holder = wrapped === undefined ? undefined : isKind(wrapped, 'declaration') ? wrapped : index.parent(wrapped);
  return isKind(holder, 'declaration') && holder.target.kind === 'name' ? holder.target.name : undefined;
}

/** The name that a call is looked for by; an imported function goes by the name it was exported under. */
function calledName(call: Call, index: ProgramIndex): string | undefined {
  const { callee } = call;
  if (callee.kind === 'member')
    return callee.property === 'new' && callee.object.kind === 'name' && index.program.language === 'ruby'
      ? callee.object.name
      : callee.property;
  if (callee.kind !== 'name') return undefined;
  if (OWN_CLASS.has(callee.name) && (call.isNew || index.program.language === 'python'))
    return index.classAround(call)?.name ?? callee.name;
  const imported = index.bindingOf(callee)?.import?.imported;
  return imported === undefined || imported === 'default' || imported === '*' ? callee.name : imported;
}

const callsIn = perIndex((index) =>
  grouped([...index.calls, ...index.calls.flatMap((call) => handedCall(call, index.program) ?? [])], (call) => calledName(call, index)),
);

/**
 * The call that a framework makes of what it is given with its arguments: https://www.starlette.io/middleware/#using-middleware,
 * https://fastify.dev/docs/latest/Reference/Plugins/.
 */
function handedCall(call: Call, { language }: Program): Call | undefined {
  const name = call.callee.kind === 'member' ? call.callee.property : call.callee.kind === 'name' ? call.callee.name : '';
  const [handed, ...args] = call.args;
  if (handed?.value.kind !== 'name') return undefined;
  if (language === 'python' && /^(?:Middleware|add_middleware)$/.test(name)) return { ...call, callee: handed.value, args };
  if (language !== 'javascript' || name !== 'register' || call.callee.kind !== 'member') return undefined;
  const { object } = call.callee;
  return { ...call, callee: handed.value, args: [{ value: object, start: object.start, end: object.end }, ...args] };
}

/** The programs that may call a function of a name. */
const callingFiles = (name: string, own: Program, files: CallerFiles): Iterable<Program> =>
  filesWith(name, own, {
    ...files,
    programsNaming: (file) => (mayCall(file, files.textOf(file) ?? '', name) ? files.programsNaming(file, name) : []),
  });

/** The programs that mention a name: the file's own, and those of its family of languages. */
export function* filesWith(name: string, own: Program, files: CallerFiles): Iterable<Program> {
  yield own;
  for (const file of filesNaming(name, own.path, files)) {
    if (file === own.path) continue;
    for (const program of files.programsNaming(file, name))
      if (program.language === own.language || JVM.has(program.language)) yield program;
  }
}

const JVM = new Set<Program['language']>(['java', 'kotlin', 'scala']);

interface Declared {
  readonly node: Node;
  readonly program: Program;
}

/** By place, not by node: the host may have brought a tree of its own for one of the files. */
export const isSamePlace = (a: Declared, b: Declared): boolean =>
  a.node === b.node ||
  (a.program.path === b.program.path && a.program.text === b.program.text && a.node.start === b.node.start && a.node.end === b.node.end);

/** Whether the call surely (or, for methods of unknown objects, by its name) reaches the function. */
function callsFunction(call: Call, program: Program, open: Helper, evaluator: Evaluator): boolean {
  evaluator.begin();
  const named = evaluator.evaluate(call.callee, program);
  const target = named.kind === 'function' ? overloaded(named, call, evaluator) : named;
  if (target.kind === 'function') return isSamePlace(target, { node: open.function, program: open.program });
  const made = target.kind === 'class' || program.language === 'ruby' ? madeBy(call, program, evaluator) : undefined;
  if (made?.kind === 'class') {
    const node = evaluator.indexOf(open.program).classAround(open.function);
    const isConstructor = node !== undefined && functionName(open.function, evaluator.indexOf(open.program)) === node.name;
    return isConstructor && isSamePlace(made, { node, program: open.program });
  }
  if (target.kind === 'class') return false;
  if (isExtensionCall(call, open, target, evaluator) || isOfOtherScript(call, program, open, evaluator)) return true;
  if (call.callee.kind !== 'member') return target.kind !== 'symbol' && isWrapped(target, open);
  if (isOfNamespace(call.callee, program, open, evaluator)) return call.args.length <= open.function.params.length;
  // A method of an injected service: its class is not known, its name and number of arguments are.
  const owner = evaluator.indexOf(open.program).classAround(open.function);
  if (owner === undefined || target.kind === 'symbol' || !mayBeInstance(call.callee, owner, program, evaluator)) return false;
  const own = hasReceiver({ node: open.function, program: open.program }) ? 1 : 0;
  return call.args.length <= open.function.params.length - own && call.args.length >= requiredParameters(open.function) - own;
}

/** The declaration of a function that is called like a method of another type: Kotlin's extension functions, C#'s extension methods. */
function extensionOf({ function: node, program }: Helper, evaluator: Evaluator): FunctionDeclaration | undefined {
  const declaration = evaluator.indexOf(program).parent(node);
  return isKind(declaration, 'function-declaration') && declaration.extends !== undefined ? declaration : undefined;
}

/** Whether a call of an extension's name may be one of it: by what it is given, on an object that has no such method here. */
function isExtensionCall(call: Call, helper: Helper, target: Value, evaluator: Evaluator): boolean {
  // Kotlin's extensions may be called without the object that is `this` already.
  const isCalled = call.callee.kind === 'member' || (call.callee.kind === 'name' && helper.program.language === 'kotlin');
  if (!isCalled || target.kind === 'function' || target.kind === 'class' || extensionOf(helper, evaluator) === undefined) return false;
  const own = helper.program.language === 'csharp' ? 1 : 0;
  return call.args.length <= helper.function.params.length - own && call.args.length >= requiredParameters(helper.function) - own;
}

const requiredParameters = (fn: FunctionExpression): number =>
  fn.params.filter((parameter) => parameter.default === undefined && parameter.rest !== true).length -
  fn.params.filter((parameter) => parameter.default === undefined && /\?|undefined/.test(parameter.typeName ?? '')).length;

/** `const set = wrap((a) => …)`: the call of a function of a library that was given the function. */
const isWrapped = (target: Value, open: Helper): boolean =>
  target.kind === 'object' && target.call.args.some((argument) => argument.value === open.function);

/** A function of a classic script, which the other scripts of its page call by its name alone: https://html.spec.whatwg.org/multipage/webappapis.html#classic-script */
function isOfOtherScript({ callee, args }: Call, program: Program, open: Helper, evaluator: Evaluator): boolean {
  if (program.language !== 'javascript' || callee.kind !== 'name' || !isSeparate(program, open.program)) return false;
  const index = evaluator.indexOf(open.program);
  const isGlobal =
    isKind(index.parent(open.function), 'function-declaration') &&
    index.root.bindings.get(callee.name)?.function?.function === open.function;
  const isClassic = index.imports.length === 0 && index.exports.length === 0;
  return isGlobal && isClassic && evaluator.indexOf(program).bindingOf(callee) === undefined && args.length <= open.function.params.length;
}

/** Whether two programs are two scripts, as those of one page are. */
const isSeparate = (a: Program, b: Program): boolean => a.path !== b.path || a.text !== b.text;

/** Method names that every second class has: the receiver must look like the class. */
const COMMON_METHODS = new Set([
  'set',
  'get',
  'add',
  'put',
  'write',
  'send',
  'create',
  'update',
  'save',
  'store',
  'append',
  'handle',
  'apply',
  'execute',
  'call',
  'invoke',
  'run',
  'process',
  'build',
  'make',
  'init',
  'push',
  'remove',
  'delete',
  'clear',
  'Set',
  'Get',
  'Add',
  'Create',
  'Write',
  'Append',
]);

/** `shop.cookie = { set: function (…) … }`: what is called as `shop.cookie.set(…)`, there or in another script of the page, or as `this.set(…)` beside it. */
function isOfNamespace({ object }: Member, program: Program, open: Helper, evaluator: Evaluator): boolean {
  if (program.language !== 'javascript') return false;
  const index = evaluator.indexOf(open.program);
  const property = index.parent(open.function);
  const record = property === undefined || !isKind(property, 'property') ? undefined : index.parent(property);
  const holder = record === undefined ? undefined : index.parent(record);
  if (record === undefined || !isKind(holder, 'assignment') || holder.target.kind === 'pattern') return false;
  if (object.kind === 'name' && object.name === 'this') return program === open.program && isWithinMethod(object, record, index);
  const own = referenceOf(holder.target, index);
  const called = referenceOf(object, evaluator.indexOf(program));
  const bare = (path: string): string => path.replace(/^(?:window|globalThis|self)\./, '');
  return (
    own !== undefined && called !== undefined && own.root === 'global' && called.root === 'global' && bare(own.path) === bare(called.path)
  );
}

/** Whether the function around a place is a method of the record. */
function isWithinMethod(place: Node, record: Node, index: ProgramIndex): boolean {
  const around = index.functionAround(place);
  const property = around === undefined ? undefined : index.parent(around);
  return property !== undefined && index.parent(property) === record;
}

/** Whether a receiver whose value is not known may be of the class: by its type, else by its name. */
function mayBeInstance({ object: receiver, property }: Member, owner: ClassDeclaration, program: Program, evaluator: Evaluator): boolean {
  const reference = referenceOf(receiver, evaluator.indexOf(program));
  const path = reference?.path.replace(/\(\)/g, '') ?? '';
  const last = path.slice(path.lastIndexOf('.') + 1);
  const types = [
    owner.name,
    ...owner.bases.map((base) => (base.kind === 'name' ? base.name : base.kind === 'member' ? base.property : '')),
  ];
  if (reference?.root === 'typed' && receiver.kind === 'name') return types.includes(last);
  if (reference?.root === 'import' || reference?.root === 'literal') return false;
  const word = (name: string): string =>
    name
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase()
      .replace(/(?:service|helper|manager|utils?|impl|s)$/, '');
  return (
    types.some((type) => word(last) !== '' && (word(type).includes(word(last)) || word(last).includes(word(type)))) ||
    !COMMON_METHODS.has(property)
  );
}

/** The bindings of the helper with the site, worked out from the outermost call inward. */
export function frameOf(hops: readonly Hop[], evaluator: Evaluator): Frame {
  let frame: Frame | undefined;
  for (const hop of [...hops].reverse()) {
    const { program, call, function: node, functionProgram } = hop;
    const outer = frame;
    const answers = new Map<Argument, Value>();
    const given = givenArguments(call, (argument) => {
      const before = answers.get(argument);
      if (before !== undefined) return before;
      // Each argument is a question of its own: a dear one, such as the whole program, leaves nothing for the others.
      const { answer, isFinal } = evaluator.budget.apart(() => evaluator.evaluate(argument.value, program, outer));
      if (isFinal) answers.set(argument, answer);
      return answer;
    });
    const receiver = receiverOf(hop, frame, evaluator);
    // C# declares the object as the first parameter; in Kotlin it is `this`.
    const isParameter = functionProgram.language === 'csharp';
    const bindings = bindParameters(
      { node, program: functionProgram },
      receiver !== undefined && isParameter ? [{ value: receiver }, ...given] : given,
      originOf(program, call),
    );
    frame = {
      bindings,
      parent: frame,
      depth: (frame?.depth ?? 0) + 1,
      ...(receiver === undefined || isParameter ? {} : { self: receiver }),
    };
  }
  return frame!;
}

/** The object that an extension is called on, where it is called like a method. */
function receiverOf(
  { program, call, function: node, functionProgram }: Hop,
  frame: Frame | undefined,
  evaluator: Evaluator,
): Value | undefined {
  if (call.callee.kind !== 'member' || extensionOf({ function: node, program: functionProgram }, evaluator) === undefined) return undefined;
  evaluator.begin();
  if (evaluator.evaluate(call.callee, program, frame).kind === 'function') return undefined;
  evaluator.begin();
  return evaluator.evaluate(call.callee.object, program, frame);
}
