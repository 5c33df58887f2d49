/** Code that refuses to start: conditions under which a program throws or exits before it can send a cookie. */
import { calledName } from '../syntax/called-name.js';
import type {
  Block,
  Call,
  ClassDeclaration,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Program,
  Statement,
} from '../syntax/ir.js';
import { Context } from '../values/context.js';
import { refinementsOf } from '../values/environment-schemas.js';
import { validatorsOf } from '../values/evaluation/settings-validators.js';
import type { Evaluator } from '../values/evaluator.js';
import { endsThere } from '../values/guards.js';
import { bindParameters } from '../values/parameters.js';
import { pathPattern } from '../values/path-pattern.js';
import { referenceOf } from '../values/references.js';
import { choice, known, negate, type Frame, type Value } from '../values/value.js';
import { dependenciesOf } from '../values/worlds.js';
import { ProgramEntries } from './program-entries.js';
import type { WorkspaceFiles } from './workspace.js';

/** Functions that throw unless their first argument holds. */
const ASSERTIONS =
  /^(?:assert|ensure|anyhow\.ensure|invariant|tiny-invariant|console\.assert|node:assert|assert\.(?:ok|strictEqual|equal))$/;

/** Whether a file may check an environment that a schema has read. */
const REFINED = /\.(?:superRefine|refine)\(/;

export class BootGuards {
  readonly #workspace: WorkspaceFiles;
  readonly #evaluator: Evaluator;
  readonly #entries: ProgramEntries;
  readonly #tests = new Map<Program, readonly Value[]>();

  constructor(workspace: WorkspaceFiles, evaluator: Evaluator) {
    this.#workspace = workspace;
    this.#evaluator = evaluator;
    this.#entries = new ProgramEntries(workspace);
  }

  /** What is true where the program refuses to start for the sake of a variable that decides the value; undefined where nothing does. */
  of(value: Value, from: Program): Value | undefined {
    const { variables, environment } = dependenciesOf(value);
    if (variables.size === 0) return undefined;
    let refuses: Value | undefined;
    for (const program of this.#programs(
      from,
      environment.map((one) => one.origin.program),
      variables,
    )) {
      for (const test of this.#testsOf(program)) {
        if (![...dependenciesOf(test).variables].some((variable) => variables.has(variable))) continue;
        refuses = refuses === undefined ? test : choice(refuses, known(true, test.origin), test, test.origin);
      }
    }
    return refuses;
  }

  /** The file of the site, those that read the variables, and the app's entry. */
  #programs(from: Program, reading: readonly Program[], variables: ReadonlySet<string>): ReadonlySet<Program> {
    const programs = new Set([from, ...reading]);
    for (const file of this.#entries.of(from.path)) {
      const text = this.#workspace.textOf(file);
      if (text === undefined || ![...variables].some((variable) => text.includes(variable))) continue;
      const program = this.#workspace.programOf(file);
      if (program !== undefined) programs.add(program);
    }
    return programs;
  }

  #testsOf(program: Program): readonly Value[] {
    let tests = this.#tests.get(program);
    if (tests === undefined) {
      tests = this.#collect(program.body, new Context(this.#evaluator, program), true);
      this.#tests.set(program, tests);
    }
    return tests;
  }

  #collect(statements: readonly Statement[], context: Context, followCalls: boolean): Value[] {
    return statements.flatMap((statement): Value[] => {
      switch (statement.kind) {
        case 'if':
          return this.#ofIf(statement, context);
        case 'block':
          return this.#collect(statement.body, context, followCalls);
        case 'export':
          return statement.form === 'declaration' ? this.#collect([statement.declaration], context, followCalls) : [];
        case 'function-declaration':
          return followCalls && runsAtStart(statement, context) ? this.#collect(statement.function.body.body, context, true) : [];
        case 'expression':
          return statement.expression.kind === 'call' ? this.#ofCall(statement.expression, context, followCalls) : [];
        case 'class-declaration':
          return [
            ...validatorsOf(statement, context).flatMap(({ body, context: inner }) => this.#collect(body.body, inner, false)),
            ...this.#ofStartMethods(statement, context),
          ];
        case 'declaration':
          return statement.value === undefined ? [] : this.#ofSchema(statement.value, context);
        default:
          return [];
      }
    });
  }

  /** What methods refuse that run before the program serves anything. */
  #ofStartMethods(node: ClassDeclaration, context: Context): Value[] {
    return node.body.body.flatMap((member) =>
      member.kind === 'function-declaration' && runsAtStart(member, context) ? this.#collect(member.function.body.body, context, true) : [],
    );
  }

  /** What `schema.refine(…).parse(process.env)` rejects. */
  #ofSchema(expression: Expression, context: Context): Value[] {
    if (expression.kind !== 'call' || !REFINED.test(context.program.text)) return [];
    const parsed = this.#evaluate(expression, context);
    if (parsed.kind !== 'object') return [];
    return refinementsOf(parsed, context.idioms.schemas ?? []).flatMap(({ method, check }): Value[] => {
      const given = [{ value: parsed }];
      if (method === 'refine') return [negate(this.#evaluator.callFunction(check, given, check.origin, check.frame))];
      const frame: Frame = { bindings: bindParameters(check, given, check.origin), parent: check.frame, depth: 1 };
      return this.#collect(check.node.body.body, new Context(this.#evaluator, check.program, frame), false);
    });
  }

  #ofIf(statement: Extract<Statement, { kind: 'if' }>, context: Context): Value[] {
    const refuses = this.#refuses(statement.consequent, context);
    const otherwise = statement.alternate !== undefined && this.#refuses(statement.alternate, context);
    if (!refuses && !otherwise) {
      // `if (production) { if (!secure) throw … }`
      const inner = this.#collect(statement.consequent.body, context, false);
      const test = inner.length === 0 ? undefined : this.#evaluate(statement.test, context);
      return test === undefined ? [] : inner.map((one) => choice(test, one, known(false, one.origin), one.origin));
    }
    const test = this.#evaluate(statement.test, context);
    return [refuses ? test : negate(test)];
  }

  /** `assert(process.env.X)`, and functions of the repository that are called for their checks. */
  #ofCall(call: Call, context: Context, followCalls: boolean): Value[] {
    const first = call.args[0]?.value;
    const path = referenceOf(call.callee, context.index)?.path ?? '';
    if (first !== undefined && ASSERTIONS.test(path)) return [negate(this.#evaluate(first, context))];
    if (!followCalls || call.args.length > 0) return [];
    const called = this.#evaluate(call.callee, context);
    if (called.kind !== 'function') return [];
    const fn: FunctionExpression = called.node;
    return this.#collect(fn.body.body, new Context(this.#evaluator, called.program), false);
  }

  #evaluate(expression: Expression, context: Context): Value {
    this.#evaluator.begin();
    return context.evaluate(expression);
  }

  /** A thrown error or an exit at the end of the block; a plain `return` starts the program all the same. */
  #refuses(block: Block, context: Context): boolean {
    const exits = (statement: Statement): boolean =>
      statement.kind === 'expression' && statement.expression.kind === 'call' && this.#exits(statement.expression, context);
    if (block.body.some(isRejection)) return true;
    const last = block.body.at(-1);
    return last !== undefined && last.kind !== 'return' && last.kind !== 'jump' && endsThere(block, { earlyExits: false, exits });
  }

  #exits(call: Call, context: Context): boolean {
    const path = referenceOf(call.callee, context.index)?.path;
    return path !== undefined && (context.idioms.exits ?? []).some((exit) => exit === path || pathPattern(exit).test(path));
  }
}

/** `context.addIssue(…)`: the schema throws once the function that checks has returned. */
const isRejection = (statement: Statement): boolean =>
  statement.kind === 'expression' &&
  statement.expression.kind === 'call' &&
  statement.expression.callee.kind === 'member' &&
  statement.expression.callee.property === 'addIssue';

/** Whether the language or its framework calls the function itself when the program starts. */
function runsAtStart({ name, function: { decorators = [] } }: FunctionDeclaration, { idioms: { starts } }: Context): boolean {
  if (starts === undefined) return false;
  return (
    starts.functions.includes(name) ||
    decorators.some(
      (decorator) => starts.annotations?.includes(calledName(decorator.kind === 'call' ? decorator.callee : decorator) ?? '') === true,
    )
  );
}
