/** Calls of a library's constructor that do not name the class: through a class of the repository that derives from it. */
import type { Call, ClassDeclaration, Expression, Statement } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { grouped } from '../values/grouped.js';
import { declaredConstructors } from '../values/instances.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { referenceOf, type Reference } from '../values/references.js';
import type { ClassValue } from '../values/value.js';
import { lastWord } from './candidates.js';

/** How many classes of the repository may lie between. */
const MAX_DEPTH = 8;
/** How a constructor calls that of the class above: by a word alone, or by its name. */
const WORDS: ReadonlySet<string> = new Set(['super', 'base']);
const NAMED: ReadonlySet<string> = new Set(['__init__', '__construct']);

/**
 * The references of library classes whose constructor runs: for `super(…)`, `parent::__construct(…)`, `super().__init__(…)`, and for the
 * construction of a class of the repository that has no constructor of its own. None for other calls.
 * @param mayDerive whether a class of that name derives from anything that is asked about; it is asked first, as it is cheap
 */
export function libraryCalls(
  call: Call,
  index: ProgramIndex,
  evaluator: Evaluator,
  mayDerive: (name: string) => boolean,
): readonly Reference[] {
  const { program } = index;
  const above = delegatingClass(call, index);
  if (above !== undefined) return mayDerive(above.name) ? basesOf({ node: above, program }, evaluator, isPlain) : [];
  const made = madeBy(call);
  if (made === undefined || !mayDerive(lastName(made))) return [];
  const value = evaluator.evaluate(made, program);
  return value.kind === 'class' ? constructedAs(value, evaluator) : [];
}

/** The classes of libraries whose constructor makes an instance of a class of the repository; none where that has its own. */
export const constructedAs = (made: ClassValue, evaluator: Evaluator): readonly Reference[] =>
  isPlain(made) ? basesOf(made, evaluator, isPlain) : [];

/** The class in whose constructor the call runs that of the class above. */
function delegatingClass({ callee }: Call, index: ProgramIndex): ClassDeclaration | undefined {
  const named = isKind(callee, 'member') && NAMED.has(callee.property) ? callee.object : callee;
  const word = isKind(named, 'call') ? named.callee : named;
  if (!isKind(word, 'name') || !WORDS.has(word.name)) return undefined;
  if (named === callee && index.program.language === 'python') return undefined;
  // Ruby's `super` is the method of the same name.
  if (index.program.language === 'ruby' && index.functionAround(word)?.name !== 'initialize') return undefined;
  return index.classAround(word);
}

/** What is made, as the call writes it: Ruby's `X.new`, `new X()`, and `X()` where that makes one. */
function madeBy({ callee, isNew }: Call): Expression | undefined {
  if (isKind(callee, 'member') && callee.property === 'new') return callee.object;
  if (!isKind(callee, 'name') && !isKind(callee, 'member')) return undefined;
  return isNew || /^[A-Z]/.test(lastName(callee)) ? callee : undefined;
}

function lastName(expression: Expression): string {
  if (expression.kind === 'member') return expression.property;
  return expression.kind === 'name' ? lastWord(expression.name) : '';
}

/**
 * The classes of libraries that a class derives from, through others of the repository.
 * @param through whether one of those others is gone through; all are by default
 */
export function basesOf(
  { node, program }: Pick<ClassValue, 'node' | 'program'>,
  evaluator: Evaluator,
  through: (between: ClassValue) => boolean = () => true,
  depth = 0,
): readonly Reference[] {
  if (depth > MAX_DEPTH) return [];
  const index = evaluator.indexOf(program);
  return node.bases.flatMap((base) => {
    const value = evaluator.evaluate(base, program);
    if (value.kind === 'class') return value.node === node || !through(value) ? [] : basesOf(value, evaluator, through, depth + 1);
    const reference = referenceOf(base, index);
    return reference === undefined ? [] : [reference];
  });
}

/** A class without a constructor of its own, and whose header does not say what the class above is made with. */
const isPlain = ({ node }: ClassValue): boolean =>
  node.params === undefined && declaredConstructors(node).length === 0 && !isDelegation(node.body.body[0]);

const isDelegation = (statement: Statement | undefined): boolean =>
  statement?.kind === 'expression' &&
  statement.expression.kind === 'call' &&
  statement.expression.callee.kind === 'name' &&
  WORDS.has(statement.expression.callee.name);

/**
 * The names of classes in these files that derive, directly or through one another, from a class whose last name is among `wanted`.
 * @param wanted last names of libraries' classes, `Cookie` of `javax.servlet.http.Cookie`
 */
export function derivedNames(indexes: readonly ProgramIndex[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const bases = indexes.flatMap((index) =>
    index.classes.flatMap(({ name, bases: all }) => all.map((base) => ({ name, base: lastWord(referenceOf(base, index)?.path ?? '') }))),
  );
  const below = grouped(bases, ({ base }) => base);
  const found = new Set<string>();
  const names = [...below.keys()].filter((name) => wanted.has(name));
  for (const base of names)
    for (const { name } of below.get(base) ?? []) {
      if (found.has(name)) continue;
      found.add(name);
      names.push(name);
    }
  return found;
}
