/** What the program itself puts into its environment: `process.env.NODE_ENV = process.env.NODE_ENV || 'development'`, `ENV['X'] ||= 'y'`. */
import type { Assignment, Call, Expression, Node, Program, Range, RecordExpression } from '../../syntax/ir.js';
import { callsOf } from '../call-table.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { guardsOf } from '../guards.js';
import { perIndex } from '../per-index.js';
import { indexOf, type ProgramIndex } from '../program-index.js';
import { referenceOf, requiredModule } from '../references.js';
import { choice, known, operation, type EnvironmentValue, type Value } from '../value.js';
import { both, isStart } from './runs.js';

/** A statement that sets a variable for everything that runs behind it. */
interface EnvironmentWrite {
  readonly variable: string;
  readonly node: Assignment | Call;
  readonly value: Expression;
  /** Only where it is missing. */
  readonly isDefault: boolean;
  readonly isNullish: boolean;
  /** Java's properties are not its environment. */
  readonly source: EnvironmentValue['source'];
}

/** The environment as each language calls it. */
const ENVIRONMENTS = /^(?:process\.env|os\.environ|ENV|_ENV|_SERVER)$/;
/** https://pkg.go.dev/os#Setenv, https://learn.microsoft.com/dotnet/api/system.environment.setenvironmentvariable, https://doc.rust-lang.org/std/env/fn.set_var.html */
const SETTERS = /(?:^|\.)(?:os\.Setenv|Environment\.SetEnvironmentVariable|env\.set_var|os\.environ\.setdefault|System\.setProperty)$/;

/** What a file says that writes it by any of these. */
const SAYS_ENVIRONMENT = /env|_SERVER|setProperty|set_var/i;

/** How many files are looked at for a way from one file to another. */
const MAX_FILES = 30;

/** A variable after what the files that run before do to it: the reader's own, those it imports, and those that import it. */
export function afterProgram(value: Value, evaluator: Evaluator): Value {
  if (value.kind !== 'environment' || !/^[\w.]+$/.test(value.variable)) return value;
  const { program, range } = value.origin;
  const { budget } = evaluator;
  const work = (): Value => {
    let after: Value = value;
    for (const [file, write] of writesOf(value.variable, program, evaluator)) {
      if (write.source !== value.source) continue;
      const index = indexOf(file);
      if (file === program && index.functionAround(write.node) === undefined && write.node.end > range.start && isAtTop(range, index))
        continue;
      after = afterWrite(write, after === value ? mayBeMissing(value) : after, new Context(evaluator, file));
    }
    for (const { write, run } of writesBefore(value.variable, range, indexOf(program))) {
      if (write.source !== value.source) continue;
      after = afterWrite(write, after === value ? mayBeMissing(value) : after, new Context(evaluator, program), run);
    }
    return after;
  };
  return budget.once(`environment ${value.variable}`, work, () => value);
}

/** Reading the variable before it is set raises nothing. */
function mayBeMissing({ required, ...value }: EnvironmentValue): EnvironmentValue {
  void required;
  return value;
}

/** Whether a place is in no function; those run later. */
const isAtTop = ({ start, end }: { readonly start: number; readonly end: number }, index: ProgramIndex): boolean =>
  !index.functions.some((fn) => fn.start <= start && end <= fn.end);

/** A write that a function does before it reads the variable, itself or by a call. */
interface WriteBefore {
  readonly write: EnvironmentWrite;
  /** The call by which it does. */
  readonly run?: Call;
}

/** What the function around a place writes before it, itself or by what it calls. */
function writesBefore(variable: string, { start, end }: Range, index: ProgramIndex): readonly WriteBefore[] {
  const writes = writesInFunctions(index).filter((write) => write.variable === variable);
  if (writes.length === 0) return [];
  const around = index.functions.filter((fn) => fn.start <= start && end <= fn.end).at(-1);
  if (around === undefined) return [];
  const found = writes.flatMap((write): WriteBefore[] => {
    const fn = index.functionAround(write.node);
    if (fn === around) return [{ write }];
    return fn === undefined ? [] : callsOf(fn, index).flatMap((run) => (index.functionAround(run) === around ? [{ write, run }] : []));
  });
  return found.filter(({ write, run }) => (run ?? write.node).end <= start);
}

function afterWrite({ node, value, isDefault, isNullish }: EnvironmentWrite, before: Value, context: Context, run?: Call): Value {
  const { evaluator, index, program } = context;
  const origin = context.origin(node);
  const written = context.evaluate(value);
  const next = written.kind === 'known' && typeof written.value === 'boolean' ? known(String(written.value), origin) : written;
  const set = isDefault ? choice(isNullish ? operation('defined', [before], origin) : before, before, next, origin) : next;
  const guard = both(
    run === undefined ? undefined : evaluator.conjunction(guardsOf(run, index.functionAround(run), index, { earlyExits: true }), program),
    evaluator.conjunction(guardsOf(node, index.functionAround(node), index, { earlyExits: true }), program),
  );
  return guard === undefined ? set : choice(guard, set, before, origin);
}

function writesOf(variable: string, program: Program, evaluator: Evaluator): (readonly [Program, EnvironmentWrite])[] {
  const files = [
    program,
    ...(evaluator.links.filesAssigning?.(program, variable, { saying: SAYS_ENVIRONMENT }) ?? []).filter(
      (file) => file !== program && isOneProgram(file, program, evaluator),
    ),
  ];
  return files.flatMap((file) =>
    writesIn(file)
      .filter((write) => write.variable === variable)
      .map((write) => [file, write] as const),
  );
}

/** Whether one of two files leads to the other by its imports. */
export const isOneProgram = (one: Program, other: Program, evaluator: Evaluator): boolean =>
  leadsTo(one, other, evaluator) || leadsTo(other, one, evaluator);

function leadsTo(from: Program, to: Program, evaluator: Evaluator): boolean {
  const seen = new Set<Program>([from]);
  for (const at of seen) {
    if (seen.size > MAX_FILES) return false;
    const index = indexOf(at);
    const modules = [...index.imports.map(({ module }) => module), ...index.calls.flatMap((call) => requiredModule(call) ?? [])];
    for (const module of modules) {
      const target = evaluator.links.moduleOf(at, module);
      if (target?.path === to.path) return true;
      if (target !== undefined) seen.add(target);
    }
  }
  return false;
}

/** The writes of a file's top level, and of what runs at its start. */
const writesAtStart = perIndex((index): readonly EnvironmentWrite[] => allWrites(index).filter(({ node }) => isAtStart(node, index)));

/** The writes of other functions. */
const writesInFunctions = perIndex((index): readonly EnvironmentWrite[] => allWrites(index).filter(({ node }) => !isAtStart(node, index)));

const isAtStart = (node: Node, index: ProgramIndex): boolean =>
  index.functionAround(node) === undefined || isStart(index.functionAround(node), index);

const allWrites = perIndex((index): readonly EnvironmentWrite[] =>
  [...index.assignments.flatMap((node) => assigned(node, index) ?? []), ...index.calls.flatMap((node) => called(node, index))].sort(
    (a, b) => a.node.start - b.node.start,
  ),
);

const writesIn = (program: Program): readonly EnvironmentWrite[] => writesAtStart(indexOf(program));

function assigned(node: Assignment, index: ProgramIndex): EnvironmentWrite | undefined {
  const { target, operator, value } = node;
  const variable =
    target.kind === 'member'
      ? target.property
      : target.kind === 'subscript' && target.index.kind === 'literal'
        ? String(target.index.value)
        : undefined;
  if (variable === undefined || (target.kind !== 'member' && target.kind !== 'subscript') || !['=', 'or', 'nullish'].includes(operator))
    return undefined;
  const path = referenceOf(target.object, index)?.path;
  return path === undefined || !ENVIRONMENTS.test(path)
    ? undefined
    : {
        variable,
        node,
        value,
        isDefault: operator !== '=',
        isNullish: operator === 'nullish' || index.program.language === 'ruby',
        source: 'environment',
      };
}

function called(node: Call, index: ProgramIndex): readonly EnvironmentWrite[] {
  const [name, value] = node.args;
  const path = referenceOf(node.callee, index)?.path ?? '';
  const many =
    path === 'os.environ.update' ? name?.value : path === 'Object.assign' && isEnvironment(name?.value, index) ? value?.value : undefined;
  if (many?.kind === 'record') return entriesWritten(many, node);
  if (path === 'putenv') return textWritten(name?.value, node);
  if (name?.value.kind !== 'literal' || value === undefined || !SETTERS.test(path)) return [];
  return [
    {
      variable: String(name.value.value),
      node,
      value: value.value,
      isDefault: path.endsWith('setdefault'),
      isNullish: true,
      source: path.endsWith('setProperty') ? 'configuration' : 'environment',
    },
  ];
}

const isEnvironment = (expression: Expression | undefined, index: ProgramIndex): boolean =>
  expression !== undefined && ENVIRONMENTS.test(referenceOf(expression, index)?.path ?? '');

const plain = { isDefault: false, isNullish: false, source: 'environment' } as const;

/** `os.environ.update({'X': '1'})`, `Object.assign(process.env, { X: '1' })` */
const entriesWritten = ({ entries }: RecordExpression, node: Call): readonly EnvironmentWrite[] =>
  entries.flatMap((entry) =>
    entry.kind === 'property' && entry.key.kind === 'literal'
      ? [{ variable: String(entry.key.value), node, value: entry.value, ...plain }]
      : [],
  );

/** https://www.php.net/manual/en/function.putenv.php: `putenv('X=1')`, `putenv('X=' . $value)` */
function textWritten(text: Expression | undefined, node: Call): readonly EnvironmentWrite[] {
  const first = text?.kind === 'binary' && text.operator === '+' ? text.left : text;
  if (text === undefined || first?.kind !== 'literal' || typeof first.value !== 'string') return [];
  const at = first.value.indexOf('=');
  if (at <= 0 || (text.kind === 'binary' && at + 1 < first.value.length)) return [];
  const value: Expression = text.kind === 'binary' ? text.right : { ...first, value: first.value.slice(at + 1) };
  return [{ variable: first.value.slice(0, at), node, value, ...plain }];
}
