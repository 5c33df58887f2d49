/** What other code of the same file says: stores under the same element, members of the class, calls, directives of a block. */
import type { Call, Expression } from '../syntax/ir.js';
import { blockAround, calleeName, directivesIn } from '../syntax/settings/blocks.js';
import type { Evaluator } from '../values/evaluator.js';
import { guardsOf } from '../values/guards.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits, referenceOf } from '../values/references.js';
import { absent, choice, known, originOf, type Value } from '../values/value.js';
import type { Matched } from './matched.js';
import type { Place } from './surface.js';

/** What the same function stores later under `wanted` of the element: the last store counts, under its conditions. */
export function storedUnder(
  wanted: string,
  { assignment, program, frame }: Matched,
  evaluator: Evaluator,
): { value: Value; written: Expression } | undefined {
  if (assignment === undefined) return undefined;
  const index = evaluator.indexOf(program);
  const around = index.functionAround(assignment);
  const isProperty = assignment.target.kind === 'member';
  const target = spelling(assignment.target.kind === 'member' ? assignment.target.object : assignment.target, program);
  let found: { value: Value; written: Expression } | undefined;
  for (const other of index.assignments) {
    if (
      (!isProperty && other.start < assignment.end) ||
      other.target.kind !== (isProperty ? 'member' : 'subscript') ||
      index.functionAround(other) !== around
    )
      continue;
    const key =
      other.target.kind === 'member'
        ? other.target.property
        : other.target.index.kind === 'literal'
          ? String(other.target.index.value)
          : undefined;
    if (key?.toLowerCase() !== wanted || !standsFor(other.target.object, target, index)) continue;
    const own = evaluator.evaluate(other.value, program, frame);
    const outside = guardsOf(assignment, undefined, index, { earlyExits: false }).map((guard) => guard.test);
    const guard = evaluator.conjunction(
      guardsOf(other, undefined, index, { earlyExits: false }).filter(({ test }) => !outside.includes(test)),
      program,
      frame,
    );
    const before = found?.value ?? absent(originOf(program, assignment));
    found = { value: guard === undefined ? own : choice(guard, own, before, own.origin), written: other.value };
  }
  return found;
}

/** Whether an expression is spelt so, or is a variable that is only ever that: `morsel = jar[name]`. */
function standsFor(expression: Expression, wanted: string, index: ProgramIndex): boolean {
  if (spelling(expression, index.program) === wanted) return true;
  const writes = expression.kind === 'name' ? (index.bindingOf(expression)?.writes ?? []) : [];
  const [only] = writes;
  return writes.length === 1 && only?.value !== undefined && only.path.length === 0 && spelling(only.value, index.program) === wanted;
}

/** What a class has under a name, and where its own body writes it. */
export function memberOfClass(
  name: string,
  matched: Matched,
  evaluator: Evaluator,
): { value: Value; written?: Expression | undefined } | undefined {
  if (matched.class === undefined) return undefined;
  const origin = originOf(matched.program, matched.node);
  const value = evaluator.memberOf({ kind: 'class', node: matched.class, program: matched.program, origin }, name, origin);
  if (value.kind === 'operation' && value.operator === 'field') return undefined;
  const write = evaluator.indexOf(matched.program).classScope(matched.class)?.bindings.get(name)?.writes.at(-1);
  return { value, written: write?.value };
}

/** What the last call of one of the functions before the match was given. */
export function toldIn(
  { paths, argument, first }: Place & { at: 'told' },
  { program, node, frame }: Matched,
  evaluator: Evaluator,
): { value: Value; written: Expression } | undefined {
  const index = evaluator.indexOf(program);
  const call = index.calls.findLast(({ callee, args, start }) => {
    if (start > node.start || args[argument] === undefined) return false;
    const reference = referenceOf(callee, index);
    if (reference === undefined || !paths.some((path) => pathFits(path, reference, program))) return false;
    const [given] = args;
    return first === undefined || (given?.value.kind === 'literal' && given.value.value === first);
  });
  const written = call?.args[argument]?.value;
  return written === undefined ? undefined : { value: evaluator.evaluate(written, program, frame), written };
}

/** Whether the file calls one of the functions: always, or under a condition. */
export function calledIn(paths: readonly string[], { program, frame }: Matched, evaluator: Evaluator): Value | undefined {
  const index = evaluator.indexOf(program);
  for (const call of index.calls) {
    const reference = referenceOf(call.callee, index);
    if (reference === undefined || !paths.some((path) => pathFits(path, reference, program))) continue;
    const origin = originOf(program, call);
    const guard = evaluator.conjunction(guardsOf(call, undefined, index, { earlyExits: false }), program, frame);
    return guard === undefined ? known(true, origin) : choice(guard, known(true, origin), known(false, origin), origin);
  }
  return undefined;
}

/** An expression's text with quotes and spaces made alike. */
const spelling = (at: { readonly start: number; readonly end: number }, program: Matched['program']): string =>
  program.text.slice(at.start, at.end).replace(/\s+/g, '').replaceAll('"', "'");

/** What another directive of the same block says, else one of the nearest block around it. */
export function inDirective(
  { name, word: wanted, argument: position }: Place & { at: 'directive' },
  { call, program }: Matched,
  evaluator: Evaluator,
): { value: Value; written?: Expression } | undefined {
  if (call === undefined) return undefined;
  const index = evaluator.indexOf(program);
  let around: Call | undefined = call;
  do {
    around = blockAround(around, index);
    const other = directivesIn(around, index).findLast((one) => calleeName(one) === name);
    if (other === undefined) continue;
    const given =
      wanted === undefined
        ? other.args[position ?? 0]
        : other.args.find(({ value }) => value.kind === 'literal' && String(value.value).toLowerCase() === wanted);
    if (given === undefined) return undefined;
    return {
      value: wanted === undefined ? evaluator.evaluate(given.value, program) : known(true, originOf(program, given)),
      written: given.value,
    };
  } while (around !== undefined);
  return undefined;
}
