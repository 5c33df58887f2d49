/**
 * Evaluates expressions of any language to abstract values: through variables, mutations, guards, helpers, classes and
 * files. This is the entrance, with what all of it shares; its parts are in `evaluation/` and reach each other through it.
 */
import type { Call, Expression, Node, Program } from '../syntax/ir.js';
import { Budget, type Pending } from './budget.js';
import { Context } from './context.js';
import { valueOf } from './evaluation/bindings.js';
import { conjunctionOf } from './evaluation/conditions.js';
import { Courses } from './evaluation/course.js';
import { informedBy } from './evaluation/deployment.js';
import { valueOfExpression } from './evaluation/expressions.js';
import type { ForeignWrite } from './evaluation/foreign-writes.js';
import type { ImporterChange } from './evaluation/importer-changes.js';
import { resultOf } from './evaluation/functions.js';
import { memberOf } from './evaluation/members.js';
import { definedElsewhere, exportOf } from './evaluation/modules.js';
import { newObject } from './evaluation/objects.js';
import { recognise } from './evaluation/outside.js';
import type { StarImport } from './evaluation/star-imports.js';
import { SettingAnswers } from './evaluation/settings.js';
import { wholeOf } from './evaluation/whole-files.js';
import type { Guard } from './guards.js';
import { NO_IDIOMS, type Idioms, type LanguageIdioms } from './idioms.js';
import type { DeploymentReader, ModuleLinks, SettingsReader } from './links.js';
import type { GivenArgument } from './parameters.js';
import { Remembered } from './remembered.js';
import { indexOf, type Binding, type ProgramIndex } from './program-index.js';
import { originOf, unknown, type Frame, type FunctionValue, type ObjectValue, type Origin, type Value } from './value.js';

/** A value, and what was still being worked out when it was found. */
interface Answer {
  readonly answer: Value;
  readonly pending: Pending;
}

/** Stands for "no frame" where frames are keys. */
const NO_FRAME = {};

const dependsOnItself = (origin: Origin): Value => unknown('its value depends on itself', origin);

export class Evaluator {
  readonly links: ModuleLinks;
  readonly idioms: Idioms;
  readonly budget = new Budget();
  /** What other files write into a variable, once it was looked for. */
  readonly foreign = new WeakMap<Binding, readonly ForeignWrite[]>();
  /** What others change of a module's exports, once it was looked for. */
  readonly importerChanges = new WeakMap<Program, readonly ImporterChange[]>();
  /** What happens to each variable. */
  readonly courses = new Courses(this.budget);
  /** What star imports and the like give each name of a module. */
  readonly stars = new Remembered<string, readonly StarImport[]>(this.budget);
  /** The conditions of branches. */
  readonly conditions = new Remembered<string, Value | undefined>(this.budget);
  /** The frames of functions that are called on the way to a place. */
  readonly runs = new Remembered<string, Frame>(this.budget);
  /** What functions without parameters return, by how deep calls are in one another. */
  readonly results = new Remembered<number, Value>(this.budget);
  /** What modules export. */
  readonly #exports = new Remembered<string, Value | undefined>(this.budget);
  /** What deployment files and the user say about variables; the engine sets it once. */
  deployment: DeploymentReader | undefined;
  readonly #settings = new SettingAnswers(this);
  readonly #informed = new WeakMap<Value, Value>();
  /** What was evaluated, by expression and frame. */
  #memo = new WeakMap<Expression, WeakMap<object, Answer>>();

  constructor(links: ModuleLinks, idioms: Idioms) {
    this.links = links;
    this.idioms = idioms;
  }

  /** Settings of the app that is being judged; the engine sets it before it asks about the app's files. */
  get settings(): SettingsReader | undefined {
    return this.#settings.reader;
  }

  set settings(reader: SettingsReader | undefined) {
    this.#settings.reader = reader;
    this.#memo = new WeakMap();
    this.courses.clear();
    this.stars.clear();
    this.conditions.clear();
    this.runs.clear();
    this.results.clear();
    this.#exports.clear();
  }

  /** The index of a program, made once. */
  indexOf(program: Program): ProgramIndex {
    return indexOf(program);
  }

  idiomsOf(program: Program): LanguageIdioms {
    return this.idioms[program.language] ?? NO_IDIOMS;
  }

  /** Starts a new question: the budget of steps is per question. */
  begin(steps?: number): void {
    this.budget.begin(steps);
  }

  /** The value of an expression at its place. */
  evaluate(expression: Expression, program: Program, frame?: Frame): Value {
    const place = frame ?? NO_FRAME;
    const before = this.#memo.get(expression)?.get(place);
    if (before !== undefined && this.budget.holds(before.pending)) return before.answer;
    if (!this.budget.step()) return unknown('the code around it is too large to follow', originOf(program, expression));
    const work = (): Value => valueOfExpression(expression, new Context(this, program, frame));
    const worked = this.budget.watch(() => this.#once('', [expression, place], work, () => dependsOnItself(originOf(program, expression))));
    const frames = this.#memo.get(expression) ?? new WeakMap<object, Answer>();
    this.#memo.set(expression, frames.set(place, worked));
    return worked.answer;
  }

  /** The value of a binding where `use` stands; at the end of the file when `use` is undefined. */
  valueOfBinding(binding: Binding, program: Program, use?: Node, frame?: Frame): Value {
    return valueOf(binding, use, new Context(this, program, frame));
  }

  /** All guards at once, as one value; undefined when there is none. */
  conjunction(guards: readonly Guard[], program: Program, frame?: Frame): Value | undefined {
    return conjunctionOf(guards, new Context(this, program, frame));
  }

  /** A member of an evaluated value; `use` is the expression that reads it. */
  memberOf(object: Value, property: string, origin: Origin, frame?: Frame, use?: Expression): Value {
    const work = (): Value => memberOf(object, property, { evaluator: this, origin, frame, use });
    // What data holds was evaluated before; a class and a module are asked for theirs.
    if (object.kind !== 'class' && object.kind !== 'module') return work();
    return this.#once(
      `.${property}`,
      [object.kind === 'class' ? object.node : object.program, use ?? NO_FRAME, frame ?? NO_FRAME],
      work,
      () => dependsOnItself(origin),
    );
  }

  /** The value of a call of a function of the repository, with its arguments bound. */
  callFunction(fn: FunctionValue, args: readonly GivenArgument[], origin: Origin, frame?: Frame, self?: Value): Value {
    return resultOf(fn, { args, origin, frame, self }, this);
  }

  /** An object of a library, or an instance of a class of the repository. */
  newObject(call: Call, path: string, program: Program, frame?: Frame, instanceOf?: ObjectValue['instanceOf']): ObjectValue {
    return newObject(call, path, new Context(this, program, frame), instanceOf);
  }

  /** What a module exports under a name; `default` for the default export. */
  exportOf(program: Program, name: string): Value | undefined {
    return this.#exports.of(program, name, () =>
      this.#once(
        `export ${name}`,
        [program],
        () => exportOf(program, name, this),
        () => undefined,
      ),
    );
  }

  /** A global name, dotted for nested ones, that another file of the repository defines. */
  definedElsewhere(program: Program, name: string): Value | undefined {
    return this.#once(
      `global ${name}`,
      [program],
      () => definedElsewhere(program, name, this),
      () => undefined,
    );
  }

  /** What a file is as a whole; undefined for modules of named exports, and while it is being worked out. */
  wholeOf(program: Program): Value | undefined {
    return wholeOf(program, this);
  }

  /** What a canonical path means by the language's idioms: a setting, an environment read or a property of the request. */
  recognise(path: string, origin: Origin, isOutside = true): Value | undefined {
    return recognise(path, origin, isOutside, this);
  }

  /** What production has for a setting of a framework; the operator's configuration where the repository does not say it. */
  setting(of: string, key: string, program: Program, origin: Origin, fallback?: Value): Value {
    return this.#once(
      `setting ${of} ${key}`,
      [program],
      () => this.#settings.valueOf({ of, key, program, origin, fallback }),
      () => dependsOnItself(origin),
    );
  }

  /**
   * Every way by which one question leads to another goes through here, so that none comes back to itself: whoever adds a way
   * gives its kind and the things that it is about. `test/values/recursion.test.ts` finds a way around.
   */
  #once<T>(kind: string, about: readonly object[], work: () => T, otherwise: () => T): T {
    return this.budget.once(`${kind} ${about.map((thing) => this.budget.idOf(thing)).join(' ')}`, work, otherwise);
  }

  /** A value with what is known about the variables in it before the program starts. */
  informed<V extends Value | undefined>(value: V): V | Value {
    const { deployment } = this;
    return deployment === undefined || value === undefined ? value : informedBy(deployment, value, this.#informed);
  }
}
