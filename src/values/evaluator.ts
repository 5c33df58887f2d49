/** Evaluates expressions of any language to abstract values: through variables, mutations, guards, helpers, classes and files. */
import { restOf } from './rest.js';
import type { Argument, Assignment, Call, ClassDeclaration, Declaration, Expression, FunctionExpression, Import, Name, Node, Parameter, Pattern, Program, RecordExpression } from '../syntax/ir.js';
import { callOf, type CallContext } from './calls.js';
import { commonJsExports, fileValue } from './file-values.js';
import { schemaVariable } from './environment-schemas.js';
import { fieldAt, fieldOf, isAbsent, withField } from './fields.js';
import { guardsOf, type Guard } from './guards.js';
import { constantRead, environmentRead, modePredicate, requestRead, settingRead } from './idiom-match.js';
import type { Idioms, LanguageIdioms } from './idioms.js';
import { NO_IDIOMS } from './idioms.js';
import type { DeploymentReader, ModuleLinks, SettingsReader } from './links.js';
import { includedPath } from './included-path.js';
import { bindParameters, type GivenArgument } from './parameters.js';
import { spring } from './placeholders.js';
import { annotatedSettings, fieldBehind, fieldDefault, fieldType, kebab, type SettingsOfClass } from './settings-classes.js';
import { BARE_MEMBERS, indexOf, isKind, type Binding, type Mutation, type Write, type ProgramIndex } from './program-index.js';
import { importedPath, requiredModule, typePath } from './references.js';
import { formatted } from './formatting.js';
import { readsEnvironment } from './worlds.js';
import { boundProperty, holdsConfiguration, isTagged, taggedField } from './configuration-classes.js';
import {
  absent,
  choice,
  known,
  negate,
  operation,
  originOf,
  through,
  unknown,
  type EnvironmentValue,
  type Frame,
  type FunctionValue,
  type HistoryEntry,
  type ObjectValue,
  type ParameterValue,
  type Origin,
  type RecordPart,
  type RecordValue,
  type Value,
} from './value.js';

/** How deep calls are followed; deeper ones are unknown. */
const MAX_CALLS = 10;
/** How many expressions one question may touch, so that the cost of a site is bounded. */
const MAX_STEPS = 20_000;

const ALWAYS: Guard[] = [];

/** A star import that defines a name: it writes the name where it runs. */
interface StarImport {
  readonly kind: 'star';
  readonly node: Import;
  readonly value: Value;
}


export class Evaluator {
  readonly links: ModuleLinks;
  readonly idioms: Idioms;
  /** Settings of the app that is being judged; the engine sets it before it asks about the app's files. */
  #settings: SettingsReader | undefined;
  /** What deployment files and the user say about variables; the engine sets it once. */
  deployment: DeploymentReader | undefined;
  readonly #inProgress = new Set<string>();
  readonly #informed = new WeakMap<Value, Value>();
  readonly #settingAnswers = new WeakMap<SettingsReader, Map<string, Value | undefined>>();
  readonly #wholesInProgress = new Set<Program>();
  readonly #starNames = new WeakMap<ProgramIndex, Map<string, Binding>>();
  readonly #ids = new WeakMap<object, number>();
  #nextId = 0;
  #steps = 0;
  /** What was evaluated, by expression and frame. */
  #memo = new WeakMap<Expression, WeakMap<object, Value>>();
  /** How often an evaluation was given up for a cycle or for its cost: what it contributed to is no answer to keep. */
  #cuts = 0;

  constructor(links: ModuleLinks, idioms: Idioms) {
    this.links = links;
    this.idioms = idioms;
  }

  get settings(): SettingsReader | undefined {
    return this.#settings;
  }

  set settings(reader: SettingsReader | undefined) {
    this.#settings = reader;
    this.#memo = new WeakMap();
  }

  /** The index of a program, made once. */
  indexOf(program: Program): ProgramIndex {
    return indexOf(program);
  }

  idiomsOf(program: Program): LanguageIdioms {
    return this.idioms[program.language] ?? NO_IDIOMS;
  }

  /** Starts a new question: the budget of steps is per question. */
  begin(steps: number = MAX_STEPS): void {
    this.#steps = MAX_STEPS - steps;
  }

  /** The value of an expression at its place. */
  evaluate(expression: Expression, program: Program, frame?: Frame): Value {
    const place = frame ?? NO_FRAME;
    const before = this.#memo.get(expression)?.get(place);
    if (before !== undefined) return before;
    if (++this.#steps > MAX_STEPS) {
      this.#cuts++;
      return unknown('the code around it is too large to follow', originOf(program, expression));
    }
    const cuts = this.#cuts;
    const value = this.#evaluated(expression, program, frame);
    if (this.#cuts === cuts) {
      const frames = this.#memo.get(expression) ?? new WeakMap<object, Value>();
      this.#memo.set(expression, frames.set(place, value));
    }
    return value;
  }

  #evaluated(expression: Expression, program: Program, frame: Frame | undefined): Value {
    const origin = originOf(program, expression);
    switch (expression.kind) {
      case 'literal':
        return known(expression.value, origin);
      case 'template':
        return operation('text', expression.parts.map((part) => this.evaluate(part, program, frame)), origin);
      case 'name':
        return this.#name(expression, program, frame);
      case 'member':
        return this.#member(this.evaluate(expression.object, program, frame), expression.property, origin, expression, frame);
      case 'subscript': {
        const index = this.evaluate(expression.index, program, frame);
        const object = this.evaluate(expression.object, program, frame);
        if (index.kind === 'known' && (typeof index.value === 'string' || typeof index.value === 'number')) return this.#member(object, String(index.value), origin, undefined, frame);
        if (object.kind === 'record' && index.kind !== 'unknown') return this.#recordByChoice(object, index, origin);
        return unknown('the key is not known', origin);
      }
      case 'call':
        return callOf(this.#callContext(expression, program, frame));
      case 'record':
        return this.#record(expression, program, frame);
      case 'list':
        return this.#list(expression.items, program, frame, origin);
      case 'unary':
        return this.#unary(expression.operator, expression.operand, program, frame, origin);
      case 'binary': {
        const left = this.evaluate(expression.left, program, frame);
        const right = this.evaluate(expression.right, program, frame);
        if (expression.operator === '+') return left.kind === 'list' && right.kind === 'list' ? joinedLists(left, right, origin) : operation('text', [left, right], origin);
        if (expression.operator === '%' && program.language === 'python') return formatted(left, right.kind === 'list' ? right.items : [right], origin) ?? operation('%', [left, right], origin);
        return operation(expression.operator, [left, right], origin);
      }
      case 'logical': {
        const left = this.evaluate(expression.left, program, frame);
        const right = this.evaluate(expression.right, program, frame);
        if (expression.operator === 'and') return choice(left, right, left, origin);
        if (expression.operator === 'or') return choice(left, left, right, origin);
        return choice(operation('defined', [left], origin), left, right, origin);
      }
      case 'conditional':
        return choice(this.evaluate(expression.test, program, frame), this.evaluate(expression.consequent, program, frame), this.evaluate(expression.alternate, program, frame), origin);
      case 'function':
        return { kind: 'function', node: expression, program, frame, origin };
      case 'class-expression':
        return { kind: 'class', node: expression.declaration, program, origin };
      case 'assignment':
        return this.evaluate(expression.value, program, frame);
      case 'opaque': {
        // What it is made of may still say that the environment decides: a comprehension over a variable's text.
        const parts = expression.children.map((child) => this.evaluate(child, program, frame)).filter(readsEnvironment);
        return parts.length > 0 ? operation('opaque', parts, origin) : unknown('this expression is not understood', origin);
      }
    }
  }

  // ---------------------------------------------------------------- names

  #name(name: Name, program: Program, frame: Frame | undefined): Value {
    const origin = originOf(program, name);
    const index = this.indexOf(program);
    if (name.name === 'this') return this.#self(name, program, frame, origin);
    const binding = index.bindingOf(name);
    if (binding !== undefined) return this.valueOfBinding(binding, program, name, frame);
    return this.#inheritedByName(name, program, index, frame) ?? this.#global(name.name, program, origin, name);
  }

  /** A bare name inside a class may be a member of its bases, in languages that need no `this`. */
  #inheritedByName(name: Name, program: Program, index: ProgramIndex, frame: Frame | undefined): Value | undefined {
    if (!BARE_MEMBERS.has(program.language)) return undefined;
    const around = index.classAround(name);
    // The bases themselves are named outside of what they give; Ruby's `include` stands in the body.
    if (around === undefined || around.bases.length === 0 || name.start < around.body.start || around.bases.some((base) => base.start <= name.start && name.end <= base.end)) return undefined;
    return this.#classMember(around, program, name.name, undefined, frame);
  }

  #self(name: Name, program: Program, frame: Frame | undefined, origin: Origin): Value {
    const receiver = program.language === 'go' ? this.#goReceiver(name, program, origin) : undefined;
    for (let at = frame; at !== undefined; at = at.parent) if (at.self !== undefined && (receiver === undefined || ['record', 'object', 'choice'].includes(at.self.kind))) return at.self;
    if (receiver !== undefined) return receiver;
    const around = this.indexOf(program).classAround(name);
    return around === undefined ? { kind: 'symbol', path: 'this', origin } : { kind: 'class', node: around, program, origin };
  }

  /** An instance of the struct that a Go method belongs to, which may be declared in another file of the package. */
  #goReceiver(name: Name, program: Program, origin: Origin): Value | undefined {
    const index = this.indexOf(program);
    let at: Node | undefined = index.functionAround(name);
    while (at !== undefined && !(isKind(at, 'function-declaration') && at.name.includes('.'))) at = index.parent(at);
    const type = isKind(at, 'function-declaration') ? this.#classOfType(at.name.slice(0, at.name.indexOf('.')), program) : undefined;
    return type === undefined ? undefined : { ...type, origin };
  }

  /** What a parameter's type says about a member: a method of its struct, or a field that configuration fills in. */
  #goParameterMember(parameter: ParameterValue, property: string, frame: Frame | undefined): Value | undefined {
    if (parameter.program.language !== 'go') return undefined;
    const declared = parameter.function.params.find((one) => one.target.kind === 'name' && one.target.name === parameter.name);
    const type = this.#classOfType(declared?.typeName, parameter.program);
    const value = type === undefined ? undefined : this.#classMember(type.node, type.program, property, undefined, frame);
    return value?.kind === 'function' || value?.kind === 'class' || value?.kind === 'environment' ? value : undefined;
  }

  #global(name: string, program: Program, origin: Origin, use: Node): Value {
    if (name === 'undefined') return known(undefined, origin);
    const starred = this.#starred(name, program);
    if (starred !== undefined) return this.valueOfBinding(starred, program, use, undefined);
    const elsewhere = this.#definedElsewhere(program, name);
    if (elsewhere !== undefined) return elsewhere;
    return this.recognise(name, program, origin, true) ?? { kind: 'symbol', path: name, origin };
  }

  /** A name that only star imports define (Python's `from .base import *`): a binding without writes of its own. */
  #starred(name: string, program: Program): Binding | undefined {
    if (this.#starImports(name, program).length === 0) return undefined;
    const index = this.indexOf(program);
    let names = this.#starNames.get(index);
    if (names === undefined) this.#starNames.set(index, (names = new Map<string, Binding>()));
    let binding = names.get(name);
    if (binding === undefined) names.set(name, (binding = { name, scope: index.root, writes: [], mutations: [] }));
    return binding;
  }

  /** The star imports of a file that define a name, in the order in which they run. */
  #starImports(name: string, program: Program): StarImport[] {
    const index = this.indexOf(program);
    if (index.starImports.length === 0) return [];
    const key = `*${this.#id(program)}:${name}`;
    if (this.#inProgress.has(key)) {
      this.#cuts++;
      return [];
    }
    this.#inProgress.add(key);
    try {
      return index.starImports.flatMap((node): StarImport[] => {
        const module = this.links.moduleOf(program, node.module);
        const value = module === undefined || module === program ? undefined : this.exportOf(module, name);
        return value === undefined ? [] : [{ kind: 'star', node, value }];
      });
    } finally {
      this.#inProgress.delete(key);
    }
  }

  /**
   * The value of a binding where `use` stands; at the end of the file when `use` is undefined.
   * Writes and changes are folded in source order, each under its guards.
   */
  valueOfBinding(binding: Binding, program: Program, use: Node | undefined, frame: Frame | undefined): Value {
    const index = this.indexOf(program);
    const key = `${this.#id(binding)}@${use === undefined ? 'end' : this.#id(use)}@${frame === undefined ? 0 : this.#id(frame)}`;
    const place = originOf(program, binding.parameter ?? binding.writes[0]?.node ?? binding.function ?? binding.class ?? { start: 0, end: 0 });
    if (this.#inProgress.has(key) || this.#inProgress.size > 200) {
      this.#cuts++;
      return unknown('its value depends on itself', place);
    }
    this.#inProgress.add(key);
    try {
      const value = this.#fold(binding, program, index, use, frame, place);
      return binding.writes.length > 0 || binding.import !== undefined ? through(value, this.#nameplate(binding, program, place)) : value;
    } finally {
      this.#inProgress.delete(key);
    }
  }

  /** Where a binding is declared, for the trail: the statement that gives it its value. */
  #nameplate(binding: Binding, program: Program, place: Origin): Origin {
    const last = binding.writes[0]?.node;
    return last === undefined ? (binding.import === undefined ? place : originOf(program, binding.import.statement)) : originOf(program, last);
  }

  #fold(binding: Binding, program: Program, index: ProgramIndex, use: Node | undefined, frame: Frame | undefined, place: Origin): Value {
    let value = this.#initial(binding, program, frame, place);
    const events = this.#events(binding, program, index);
    const useFunction = use === undefined ? undefined : index.functionAround(use);
    const owner = binding.scope.kind === 'function' ? (binding.scope.node as FunctionExpression) : index.functionAround(scopeNode(binding));
    let maker: FunctionExpression | undefined;
    for (const event of events) {
      // Every write counts against the budget: a name with hundreds of them is as dear as hundreds of expressions.
      if (++this.#steps > MAX_STEPS) {
        this.#cuts++;
        return unknown('the code around it is too large to follow', place);
      }
      const at = index.functionAround(event.node);
      const inSame = at === useFunction;
      if (use !== undefined && inSame && event.node.end > use.start && !(event.node.start <= use.start && isKind(event.node, 'loop'))) continue;
      // A use inside its own write's value (`x = x || {}`) sees the value from before.
      if (use !== undefined && event.node.start <= use.start && use.end <= event.node.end && !isKind(event.node, 'loop')) continue;
      // What the function that made the value goes on to do with it happens before anybody else sees it.
      const elsewhere = !inSame && at !== owner && (at === undefined || at !== maker) && !this.#isInitialiser(at, binding, index);
      const guard = elsewhere
        ? value === undefined
          ? undefined
          : unknown('it is assigned in another function', originOf(program, event.node))
        : this.#guardBetween(event.node, use, index, program, frame);
      if (value === undefined && 'operator' in event && event.value !== undefined) maker = at;
      value = this.#apply(event, value, guard, program, frame, place);
    }
    return value ?? (program.language === 'javascript' && binding.writes.some((write) => write.value === undefined && isKind(write.node, 'declaration')) ? known(undefined, place) : unknown('no value is assigned to it', place));
  }

  /** Constructors and other code that surely ran before a method uses a field. */
  #isInitialiser(at: FunctionExpression | undefined, binding: Binding, index: ProgramIndex): boolean {
    if (binding.scope.kind !== 'class') return false;
    if (at === undefined) return true;
    const declaration = index.parent(at);
    if (!isKind(declaration, 'function-declaration')) return false;
    return ['constructor', '__init__', 'initialize', '__construct', 'init', 'setup', 'configure', (binding.scope.node as ClassDeclaration).name].includes(declaration.name);
  }

  #events(binding: Binding, program: Program, index: ProgramIndex): (Write | Mutation | StarImport)[] {
    const stars = binding.scope === index.root && index.starImports.length > 0 ? this.#starImports(binding.name, program) : [];
    const events: (Write | Mutation | StarImport)[] = [...stars, ...binding.writes, ...binding.mutations];
    return events.sort((a, b) => a.node.start - b.node.start || b.node.end - a.node.end);
  }

  /** What a binding is before any write: parameter, import, function or class. */
  #initial(binding: Binding, program: Program, frame: Frame | undefined, place: Origin): Value | undefined {
    if (binding.parameter !== undefined) return this.#parameter(binding, binding.parameter, program, frame, place);
    if (binding.import !== undefined) return this.#imported(binding, binding.import, program, place);
    if (binding.function !== undefined) return { kind: 'function', node: binding.function.function, program, frame, origin: originOf(program, binding.function) };
    if (binding.class !== undefined) return { kind: 'class', node: binding.class, program, origin: originOf(program, binding.class) };
    return undefined;
  }

  #imported(binding: Binding, from: NonNullable<Binding['import']>, program: Program, place: Origin): Value {
    const { module } = from.statement;
    const target = this.links.moduleOf(program, module);
    if (target !== undefined) {
      if (from.imported === '*') return { kind: 'module', program: target, origin: place };
      const value = this.exportOf(target, from.imported);
      if (value !== undefined) return value;
    }
    // Python's `from . import settings` and Java's `import a.b.Config` name a file or class by the imported name.
    const submodule = this.links.moduleOf(program, joinModule(module, from.imported, program));
    if (submodule !== undefined && submodule !== target) {
      const own = this.exportOf(submodule, from.imported);
      return own ?? { kind: 'module', program: submodule, origin: place };
    }
    const path = importedPath(module, from.imported);
    const read = this.recognise(path, program, originOf(program, from.statement), true);
    // A function of a module named `settings` is no setting.
    const isHelper = read?.kind === 'environment' && read.source === 'configuration' && read.variable !== read.variable.toUpperCase();
    return (isHelper ? undefined : read) ?? { kind: 'symbol', path, origin: originOf(program, from.statement) };
  }

  #parameter(binding: Binding, parameter: Parameter, program: Program, frame: Frame | undefined, place: Origin): Value {
    const bound = frameValue(frame, parameter.target);
    const base = bound ?? this.#injected(parameter.decorators, program) ?? undefined;
    const path = parameter.target.kind === 'pattern' ? patternPath(parameter.target, binding.name) : undefined;
    if (base === undefined) {
      const given = this.#filledIn(parameter.typeName, program, place);
      if (given !== undefined) return given;
      const property = this.#constructorProperty(binding, program, frame, place);
      if (property !== undefined) return property;
      if (binding.parameterOf === undefined) return (program.language === 'javascript' ? this.#classOfType(parameter.typeName, program) : undefined) ?? { kind: 'symbol', path: binding.name, origin: place };
      const type = program.language === 'go' || program.language === 'csharp' ? this.#classOfType(parameter.typeName, program) : undefined;
      if (type !== undefined && holdsConfiguration(type.node)) return { ...type, origin: place };
      const own: Value = { kind: 'parameter', name: binding.name, function: binding.parameterOf, program, origin: place };
      // A default is only what callers get who pass nothing: the parameter stays open.
      if (path === undefined) return parameter.default === undefined ? own : choice(operation('defined', [own], place), own, this.evaluate(parameter.default, program, frame), place);
      if (isRest(path) && parameter.target.kind === 'pattern') return restOf(own, parameter.target, place);
      const inner = operation('field', [own, known(String(path.keys.at(-1)), place)], place);
      return path.fallback === undefined ? inner : choice(operation('defined', [inner], place), inner, this.evaluate(path.fallback, program, frame), place);
    }
    const whole = parameter.default === undefined ? base : isAbsent(base) ? this.evaluate(parameter.default, program, frame) : withDefault(base, () => this.evaluate(parameter.default!, program, frame), place);
    if (path === undefined) return whole;
    if (isRest(path) && parameter.target.kind === 'pattern') return restOf(whole, parameter.target, place);
    const inner = path.keys.reduce<Value>((at, key) => this.#member(at, String(key), place, undefined, frame), whole);
    return path.fallback === undefined ? inner : withDefault(inner, () => this.evaluate(path.fallback!, program, frame), place);
  }

  /** `constructor(private secure: boolean)`: the field is what the constructor was given. */
  #constructorProperty(binding: Binding, program: Program, frame: Frame | undefined, place: Origin): Value | undefined {
    if (binding.parameterOf !== undefined || program.language !== 'javascript') return undefined;
    const made = this.indexOf(program).classScope(binding.scope.node as ClassDeclaration)?.bindings.get('constructor')?.function?.function;
    const parameter = made?.params.find((one) => one.target.kind === 'name' && one.target.name === binding.name);
    if (made === undefined || parameter === undefined) return undefined;
    return frameValue(frame, parameter.target) ?? this.#classOfType(parameter.typeName, program) ?? { kind: 'parameter', name: binding.name, function: made, program, origin: place };
  }

  /** What stands for a parameter or field that the framework fills in by its type: the type itself. */
  #filledIn(typeName: string | undefined, program: Program, origin: Origin): Value | undefined {
    if (typeName === undefined) return undefined;
    const settings = this.#settingsClass(typeName, program);
    if (settings !== undefined) return settings;
    const types = this.idiomsOf(program).injectedTypes;
    if (types === undefined) return undefined;
    const path = typePath(typeName, this.indexOf(program));
    return path !== undefined && types.includes(path.slice(path.lastIndexOf('.') + 1)) ? { kind: 'symbol', path, origin } : undefined;
  }

  /** The class of the repository that a type names, if its fields are settings. */
  #settingsClass(typeName: string, program: Program): Value | undefined {
    if (this.idiomsOf(program).settingsAnnotations === undefined) return undefined;
    const value = this.#classOfType(typeName, program);
    if (value === undefined) return undefined;
    const settings = value.settings ?? annotatedSettings(value.node, this.idiomsOf(value.program));
    return settings === undefined ? undefined : { ...value, settings };
  }

  /** The class of the repository that a type annotation names. */
  #classOfType(typeName: string | undefined, program: Program): (Value & { kind: 'class' }) | undefined {
    const [first = '', ...rest] = (typeName ?? '').replace(/^[*&?\s]+/, '').replace(/[<?![].*$/s, '').trim().split('.');
    // Go's packages and unexported types are written small.
    if (!(program.language === 'go' ? /^\w+$/ : /^[A-Z]\w*$/).test(first)) return undefined;
    const index = this.indexOf(program);
    const binding = index.root.bindings.get(first) ?? index.classes.find((one) => one.name === first);
    let value = binding === undefined ? this.#definedElsewhere(program, first) : 'kind' in binding ? ({ kind: 'class', node: binding, program, origin: originOf(program, binding) } satisfies Value) : this.valueOfBinding(binding, program, undefined, undefined);
    for (const name of rest) value = value === undefined ? undefined : this.#member(value, name, value.origin, undefined, undefined);
    return value?.kind === 'class' ? value : undefined;
  }

  /** A field of a class of settings: what production has for its key, else its initial value; a section is a class again. */
  #settingsMember(object: Value & { kind: 'class' }, settings: SettingsOfClass, property: string, origin: Origin): Value | undefined {
    const index = this.indexOf(object.program);
    const field = fieldBehind(property, object.node, index);
    if (field === undefined) return undefined;
    const key = [settings.prefix, kebab(field.name)].filter((one) => one !== '').join('.');
    const type = fieldType(field.binding);
    const section = type === undefined ? undefined : (this.#classOfType(type, object.program) ?? nestedClass(object.node, type, object.program, index));
    if (section !== undefined) return { ...section, settings: { of: settings.of, prefix: key } };
    const initial = fieldDefault(field.binding);
    const place = originOf(object.program, field.binding.parameter ?? field.binding.writes[0]?.node ?? object.node);
    const fallback = initial === undefined ? zeroValue(type, place) : through(this.evaluate(initial, object.program), place);
    return through(this.setting(settings.of, key, object.program, place, fallback), origin);
  }

  #injected(decorators: readonly Expression[] | undefined, program: Program): Value | undefined {
    for (const decorator of decorators ?? []) {
      if (decorator.kind !== 'call' || decorator.callee.kind !== 'name') continue;
      const { name } = decorator.callee;
      const idiom = this.idiomsOf(program).injections?.find((one) => one.annotation === name);
      if (idiom === undefined) continue;
      const named = (wanted: string): Expression | undefined => decorator.args.find((argument) => argument.name === wanted)?.value;
      const text = 'placeholder' in idiom ? (decorator.args.find((argument) => argument.name === undefined)?.value ?? named('value')) : named(idiom.key);
      if (text?.kind !== 'literal' || typeof text.value !== 'string') continue;
      const origin = originOf(program, text);
      const { of } = idiom;
      if ('placeholder' in idiom) return spring(text.value, origin, of === undefined ? undefined : (key, fallback) => this.setting(of, key, program, origin, fallback));
      const fallback = named(idiom.fallback);
      return this.setting(idiom.of, text.value, program, origin, fallback === undefined ? undefined : this.evaluate(fallback, program));
    }
    return undefined;
  }

  #apply(event: Write | Mutation | StarImport, old: Value | undefined, guard: Value | undefined, program: Program, frame: Frame | undefined, place: Origin): Value | undefined {
    const origin = originOf(program, event.node);
    if ('kind' in event && event.kind === 'star') {
      const next = through(event.value, origin);
      return guard === undefined ? next : choice(guard, next, old ?? absent(place), origin);
    }
    if ('operator' in event) {
      const next = this.#written(event, old, program, frame, place);
      if (next === undefined) return old;
      if (guard === undefined) return next;
      return lengthened(guard, next, old, origin) ?? choice(guard, next, old ?? absent(place), origin);
    }
    const base = old ?? { kind: 'symbol' as const, path: 'unknown', origin: place };
    const guarded = (next: Value, before: Value): Value => (guard === undefined ? next : choice(guard, next, before, origin));
    if (event.kind === 'set') {
      const assignment = event.node as Assignment;
      return withField(base, event.path, origin, (before) => guarded(this.#assigned(assignment, before, program, frame), before));
    }
    const call = event.node as Call;
    if (event.kind === 'merge') {
      const parts: RecordPart[] = call.args.slice(1).map((argument) => ({ kind: 'spread', value: this.evaluate(argument.value, program, frame) }));
      return guarded({ kind: 'record', parts: [{ kind: 'spread', value: base }, ...parts], origin }, base);
    }
    return this.#called(call, event.path, base, guard, program, frame, origin);
  }

  /** A method call on the object that a binding holds. */
  #called(call: Call, path: readonly string[], base: Value, guard: Value | undefined, program: Program, frame: Frame | undefined, origin: Origin): Value {
    const method = path[path.length - 1]!;
    const inner = path.slice(0, -1);
    const target = fieldAt(base, inner);
    const args = (): Value[] => call.args.map((argument) => this.evaluate(argument.value, program, frame));
    const replace = (next: Value): Value => (inner.length === 0 ? next : withField(base, inner, origin, () => next));
    if (target.kind === 'list' && LIST_APPENDS.has(method)) {
      const items = args().map((item) => (guard === undefined ? item : choice(guard, item, absent(origin), origin)));
      return replace({ ...target, items: [...target.items, ...items], open: target.open || call.args.some((argument) => argument.spread !== undefined) });
    }
    if (target.kind === 'record' && RECORD_MERGES.has(method)) {
      const merged = mergedArguments(call, args(), origin);
      return replace(guard === undefined ? { kind: 'record', parts: [{ kind: 'spread', value: target }, ...merged], origin, ...(target.node ? { node: target.node } : {}) } : choice(guard, { kind: 'record', parts: [{ kind: 'spread', value: target }, ...merged], origin }, target, origin));
    }
    if (target.kind === 'object') {
      // Only the arguments of the setters that somebody asks for are evaluated: objects with hundreds of calls are common.
      let evaluated: readonly Value[] | undefined;
      const entry: HistoryEntry = {
        method,
        get args() {
          return (evaluated ??= args());
        },
        origin,
        call,
        ...(guard === undefined ? {} : { guard }),
      };
      return replace({ ...target, history: [...target.history, entry] });
    }
    return base;
  }

  #assigned(assignment: Assignment, before: Value, program: Program, frame: Frame | undefined): Value {
    const next = this.evaluate(assignment.value, program, frame);
    const origin = originOf(program, assignment);
    switch (assignment.operator) {
      case 'or':
        return choice(before, before, next, origin);
      case 'nullish':
        return choice(operation('defined', [before], origin), before, next, origin);
      case 'and':
        return choice(before, next, before, origin);
      case 'append':
        // `+=` joins two lists in Python; PHP's `[] =` and Ruby's `<<` add one item.
        if (before.kind === 'list' && next.kind === 'list' && program.language === 'python') return joinedLists(before, next, origin);
        return before.kind === 'list' ? { ...before, items: [...before.items, next] } : operation('text', [before, next], origin);
      case '=':
      case 'other':
        return next;
    }
  }

  #written(write: Write, old: Value | undefined, program: Program, frame: Frame | undefined, place: Origin): Value | undefined {
    const { node } = write;
    if (isKind(node, 'loop')) {
      const iterated = write.value === undefined ? undefined : this.evaluate(write.value, program, frame);
      // The values of a forwarded header are what the request says.
      if (iterated?.kind === 'request') return iterated;
      return iterated?.kind === 'list' && iterated.items.length === 1 && !iterated.open ? iterated.items[0] : unknown('it is a loop variable', place);
    }
    if (isKind(node, 'declaration')) {
      if (write.value === undefined) {
        const injected = this.#injected(node.decorators, program) ?? this.#filledIn(node.typeName, program, place);
        if (injected === undefined && program.language === 'go') return old ?? this.#goZero(node, program, frame, place);
        return injected ?? (node.decorators !== undefined && node.decorators.length > 0 ? unknown('it is injected', place) : (old ?? zeroValue(node.typeName, place)));
      }
      // Kotlin's injected fields have an initial value too.
      const overridden = node.decorators === undefined ? undefined : this.#injected(node.decorators, program);
      if (overridden !== undefined) return overridden;
      return this.#destructured(write, this.evaluate(write.value, program, frame), program, frame, place);
    }
    if (write.path.length > 0) return this.#destructured(write, this.evaluate(node.value, program, frame), program, frame, place);
    return this.#assigned(node, old ?? absent(place), program, frame);
  }

  /** Go's `var c http.Cookie`: an object with nothing set. Structs of the repository may be filled in by whom they are passed to. */
  #goZero(node: Declaration, program: Program, frame: Frame | undefined, place: Origin): Value | undefined {
    const own = this.#classOfType(node.typeName, program);
    if (own !== undefined) return { ...own, origin: place };
    // A variable of its own struct type, which some library fills in.
    if (node.typeName?.startsWith('struct') === true && node.target.kind === 'name') return { kind: 'environment', variable: node.target.name, source: 'configuration', origin: place };
    const path = node.typeName === undefined || !/^\w+\.\w+$/.test(node.typeName) ? undefined : typePath(node.typeName, this.indexOf(program));
    if (path === undefined || node.target.kind !== 'name') return zeroValue(node.typeName, place);
    const made: Call = { kind: 'call', start: node.start, end: node.end, callee: node.target, args: [], isNew: false, argsRange: { start: node.end, end: node.end }, parenthesised: false };
    return this.newObject(made, path, program, frame);
  }

  /**
   * A field of a Go struct that no method sets: what a literal of the same file gives it, what a library fills in, or an
   * instance of its type.
   */
  #goField(node: ClassDeclaration, program: Program, property: string, declaration: Declaration, frame: Frame | undefined): Value | undefined {
    const origin = originOf(program, declaration);
    const tagged = taggedField(declaration, node, origin);
    if (tagged !== undefined) return declaration.typeName?.startsWith('struct') === true ? { ...tagged, variable: property, source: 'configuration' } : (this.#classOfType(declaration.typeName, program) ?? this.informed(tagged));
    const given = this.indexOf(program).records.flatMap((record) => (record.type?.kind === 'name' && record.type.name === node.name ? record.entries.filter((entry) => entry.kind === 'property' && entry.key.kind === 'literal' && entry.key.value === property) : []));
    const [only] = given;
    if (given.length === 1 && only?.kind === 'property') {
      // A copy (`&T{a: t.a}`) says nothing about where the field comes from.
      const key = `field@${this.#id(declaration)}`;
      if (this.#inProgress.has(key)) return unknown(`${property} of ${node.name} depends on itself`, origin);
      this.#inProgress.add(key);
      try {
        return this.evaluate(only.value, program, frame);
      } finally {
        this.#inProgress.delete(key);
      }
    }
    return this.#classOfType(declaration.typeName, program) ?? unknown(`${property} of ${node.name} is set elsewhere`, origin);
  }

  #destructured(write: Write, value: Value, program: Program, frame: Frame | undefined, place: Origin): Value {
    if (write.path.length === 0) return value;
    if (program.language === 'go') return resultOf(value, Number(write.path[0]), isError(write), place);
    if (write.path.length === 1 && write.path[0] === '...' && 'target' in write.node && isKind(write.node.target, 'pattern')) return restOf(value, write.node.target, place);
    if (write.path.includes('...')) return unknown('it is the rest of a destructured object', place);
    let inner = value;
    for (const key of write.path) inner = this.#member(inner, String(key), place, undefined, frame);
    return write.fallback === undefined ? inner : withDefault(inner, () => this.evaluate(write.fallback!, program, frame), place);
  }

  #guardBetween(node: Node, use: Node | undefined, index: ProgramIndex, program: Program, frame: Frame | undefined): Value | undefined {
    const around = use === undefined ? new Set<Node>() : ancestorsOf(use, index);
    const guards = index.parent(node) === undefined ? ALWAYS : guardsOf(node, undefined, index, { earlyExits: false });
    const relevant = guards.filter((guard) => !guardCovers(guard, around, index));
    const functionHere = index.functionAround(node);
    // Guards outside the function that the write is in belong to whoever calls it.
    const inner = functionHere === undefined ? relevant : relevant.filter((guard) => guard.test.start >= functionHere.start);
    return this.conjunction(inner, program, frame);
  }

  /** All guards at once, as one value; undefined when there is none. */
  conjunction(guards: readonly Guard[], program: Program, frame: Frame | undefined): Value | undefined {
    let all: Value | undefined;
    for (const guard of guards) {
      const tested = this.evaluate(guard.test, program, frame);
      const origin = originOf(program, guard.test);
      const arm = (test: Expression): Value => (guard.equals === undefined ? this.evaluate(test, program, frame) : operation('==', [tested, this.evaluate(test, program, frame)], origin));
      const first = guard.equals === undefined ? tested : arm(guard.equals);
      const compared = (guard.others ?? []).reduce((any, other) => choice(any, known(true, origin), arm(other), origin), first);
      const one = guard.holds ? compared : negate(compared);
      all = all === undefined ? one : choice(one, all, known(false, origin), origin);
    }
    return all;
  }

  // ---------------------------------------------------------------- members

  #member(object: Value, property: string, origin: Origin, node: Expression | undefined, frame: Frame | undefined): Value {
    switch (object.kind) {
      case 'module': {
        const value = this.exportOf(object.program, property);
        if (value !== undefined) return through(value, origin);
        const submodule = this.links.moduleOf(object.program, joinModule('.', property, object.program));
        return submodule === undefined ? unknown(`${property} is not exported there`, origin) : { kind: 'module', program: submodule, origin };
      }
      case 'class': {
        const setting = object.settings === undefined ? undefined : this.#settingsMember(object, object.settings, property, origin);
        if (setting !== undefined) return setting;
        return this.#classMember(object.node, object.program, property, node, frame) ?? this.#definedElsewhere(object.program, `${qualifiedName(object.node, this.indexOf(object.program))}.${property}`) ?? this.#outside(object, property, origin);
      }
      case 'object': {
        if (object.instanceOf !== undefined) {
          const own = fieldOf(object.fields, property);
          if (!isAbsent(own)) return own;
          const self: Frame = { bindings: new Map(), parent: object.frame, self: object, depth: (object.frame?.depth ?? 0) + 1 };
          const member = this.#classMember(object.instanceOf.node, object.instanceOf.program, property, undefined, self);
          if (member !== undefined) return member;
        }
        const field = fieldOf(object.fields, property);
        return isAbsent(field) ? this.#outside(object, property, origin) : field;
      }
      case 'record':
      case 'list': {
        const value = fieldOf(object, property);
        const method = isAbsent(value) && object.kind === 'record' ? this.#methodOfStruct(object, property) : undefined;
        if (method !== undefined) return method;
        const path = value.kind === 'operation' ? pathOfValue(value) : undefined;
        return (path === undefined ? undefined : this.recognise(path, origin.program, origin, true)) ?? value;
      }
      case 'choice': {
        const consequent = this.#member(object.consequent, property, origin, undefined, frame);
        const alternate = this.#member(object.alternate, property, origin, undefined, frame);
        return choice(object.test, consequent, alternate, origin);
      }
      case 'known':
        return object.value === undefined || object.value === null ? absent(origin) : this.#outside(object, property, origin);
      case 'parameter':
        return this.#goParameterMember(object, property, frame) ?? this.#outside(object, property, origin);
      default:
        return this.#outside(object, property, origin);
    }
  }

  /** A member of something that is not of the repository: an environment variable, the request, or a symbol. */
  #outside(object: Value, property: string, origin: Origin): Value {
    if (object.kind === 'symbol' && object.path === 'module' && property === 'exports') return this.#wholeOf(origin.program) ?? { kind: 'symbol', path: 'module.exports', origin };
    const described = object.kind === 'object' ? this.#described(object, property, origin) : undefined;
    if (described !== undefined) return described;
    const path = pathOfValue(object);
    if (path !== undefined) {
      const recognised = this.recognise(`${path}.${property}`, origin.program, origin, object.kind !== 'request');
      if (recognised !== undefined) return recognised;
    }
    // A part of the operator's configuration is configuration; what the language's table knows as a method is called on it.
    if (object.kind === 'environment' && object.source === 'configuration' && !this.idiomsOf(origin.program).functions.some((idiom) => idiom.path === `**.${property}`)) return this.informed({ ...withoutEvidence(object), variable: `${object.variable}.${property}`, origin });
    if (object.kind === 'request') return { kind: 'request', what: object.what === 'url' ? partOfUrl(property) : 'other', origin };
    if (object.kind === 'symbol') return this.#definedElsewhere(origin.program, `${object.path}.${property}`) ?? { kind: 'symbol', path: `${object.path}.${property}`, origin };
    if (object.kind === 'object') return { kind: 'symbol', path: `${pathOfValue(object) ?? object.path}.${property}`, origin };
    // `new URL(x).protocol` has a colon, `urlparse(x).scheme` has none.
    if (property === 'protocol' && isText(object)) return operation('text', [operation('scheme', [object], origin), known(':', origin)], origin);
    if (property === 'scheme' && object.kind === 'environment') return operation('scheme', [object], origin);
    return operation('field', [object, known(property, origin)], origin);
  }

  /** A key of an environment object that a schema library made; the results of zod's `safeParse` and Joi's `validate` have it under `data` and `value`. */
  #described(object: ObjectValue, property: string, origin: Origin): Value | undefined {
    const { schemas } = this.idiomsOf(object.program);
    if (schemas === undefined) return undefined;
    const last = object.history.at(-1)?.method;
    if ((property === 'data' && last?.startsWith('safeParse') === true) || (property === 'value' && last === 'validate')) return object;
    const evaluateArgument = (made: ObjectValue, index: number): Value | undefined => {
      const argument = made.call.args[index];
      return argument === undefined ? undefined : this.evaluate(argument.value, made.program, made.frame);
    };
    const call = (fn: FunctionValue, args: readonly Value[], at: Origin): Value => this.callFunction(fn, args.map((value) => ({ value })), at, fn.frame);
    return schemaVariable(object, property, schemas, { evaluateArgument, call }, origin);
  }

  /** What a canonical path means by the language's idioms: an environment read or a property of the request. */
  recognise(path: string, program: Program, origin: Origin, outside: boolean): Value | undefined {
    const idioms = this.idiomsOf(program);
    const setting = settingRead(path, idioms);
    if (setting !== undefined) return this.setting(setting.of, setting.key, program, origin);
    return (outside ? (constantRead(path, idioms, origin) ?? this.informed(environmentRead(path, idioms, origin))) : undefined) ?? requestRead(path, idioms, origin);
  }

  /** What production has for a setting of a framework; the operator's configuration where the repository does not say it. */
  setting(of: string, key: string, program: Program, origin: Origin, fallback?: Value): Value {
    const value = this.#answeredSetting(of, key, program) ?? this.#settingOfFiles(of, key, program, origin);
    if (value !== undefined && !(isAbsent(value) && fallback !== undefined)) return through(value, origin);
    return this.informed({ kind: 'environment', variable: key, source: 'configuration', origin, ...(fallback === undefined ? {} : { fallback }) });
  }

  /** Each setting is asked for once: settings are written under conditions that read other settings. */
  #answeredSetting(of: string, key: string, program: Program): Value | undefined {
    const { settings } = this;
    if (settings === undefined) return undefined;
    let answers = this.#settingAnswers.get(settings);
    if (answers === undefined) this.#settingAnswers.set(settings, (answers = new Map<string, Value | undefined>()));
    const asked = `${of}\0${key}\0${program.path}`;
    if (answers.has(asked)) return answers.get(asked);
    // A setting that asks for itself has no value of its own.
    answers.set(asked, undefined);
    const answer = settings(of, key, program);
    answers.set(asked, answer);
    return answer;
  }

  /** Laravel's `config('session.secure')`: files of one environment win there over those of all. */
  #settingOfFiles(of: string, key: string, program: Program, origin: Origin): Value | undefined {
    let value: Value | undefined;
    const files = this.links.settingFiles?.(program, of, key) ?? [];
    for (const file of [...files].sort((a, b) => Number(a.mode !== undefined) - Number(b.mode !== undefined))) {
      const whole = this.#wholeOf(file.program) ?? this.exportOf(file.program, 'default');
      let written = whole;
      for (const step of file.path) written = written === undefined ? undefined : this.#member(written, step, origin, undefined, undefined);
      if (written === undefined || isAbsent(written)) continue;
      value = file.mode === undefined ? written : choice(modePredicate(file.mode, origin), written, value ?? absent(origin), origin);
    }
    return value;
  }

  /** A value with what is known about the variables in it before the program starts. */
  informed<V extends Value | undefined>(value: V): V | Value {
    const { deployment } = this;
    return deployment === undefined || value === undefined ? value : informedBy(deployment, value, this.#informed);
  }

  #classMember(node: ClassDeclaration, program: Program, property: string, use: Expression | undefined, frame: Frame | undefined, depth = 0): Value | undefined {
    if (depth > 8) return undefined;
    const index = this.indexOf(program);
    const binding = this.#goMethod(node, property, index) ?? index.classScope(node)?.bindings.get(property);
    if (binding !== undefined && !isOnlyCalled(binding)) {
      const [written] = binding.writes;
      const filled = program.language === 'go' && written !== undefined && isKind(written.node, 'declaration') ? this.#classOfType(written.node.typeName, program) : undefined;
      if (filled !== undefined && holdsConfiguration(filled.node)) return filled;
      if (program.language === 'go' && binding.writes.length === 1 && written !== undefined && isKind(written.node, 'declaration') && written.value === undefined) return this.#goField(node, program, property, written.node, frame);
      if (program.language === 'csharp' && (use === undefined || index.classAround(use) !== node) && holdsConfiguration(node) && written !== undefined && isKind(written.node, 'declaration') && written.node.isStatic !== true && !written.node.constant) {
        return this.#classOfType(written.node.typeName, program) ?? this.informed(boundProperty(property, written.value === undefined ? absent(originOf(program, written.node)) : this.valueOfBinding(binding, program, undefined, frame), binding, originOf(program, written.node)));
      }
      const getter = binding.function?.isGetter === true || (binding.function?.function.decorators ?? []).some(isPropertyDecorator);
      const value = this.valueOfBinding(binding, program, use !== undefined && use.kind === 'member' && index.classAround(use) === node ? use : undefined, frame);
      if (getter && value.kind === 'function') return this.callFunction(value, [], value.origin, frame);
      return binding.writes.length > 0 && this.#isSettingsClass(node, program, depth) ? overridable(property, value, binding, (expression) => this.evaluate(expression, program, frame)) : value;
    }
    const method = program.language === 'go' ? this.#definedElsewhere(program, `${node.name}.${property}`) : undefined;
    if (method !== undefined) return method;
    for (const base of node.bases) {
      const value = this.evaluate(base, program);
      if (value.kind !== 'class' || value.node === node) continue;
      const inherited = this.#classMember(value.node, value.program, property, undefined, frame, depth + 1);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }

  /** Whether the environment overrides the fields of the class. */
  #isSettingsClass(node: ClassDeclaration, program: Program, depth = 0): boolean {
    const known = this.idiomsOf(program).settingsClasses;
    if (known === undefined || depth > 8) return false;
    return node.bases.some((base) => {
      const value = this.evaluate(base, program);
      if (value.kind === 'class') return value.node !== node && this.#isSettingsClass(value.node, value.program, depth + 1);
      return value.kind === 'symbol' && known.includes(value.path.includes('.') ? value.path : `pydantic_settings.${value.path}`);
    });
  }

  /** A method or embedded field of the struct type that a literal is of. */
  #methodOfStruct(object: RecordValue, property: string): Value | undefined {
    const type = object.node?.type;
    if (type === undefined) return undefined;
    const { program } = object.origin;
    const value = this.evaluate(type, program);
    if (value.kind !== 'class') return undefined;
    const frame: Frame = { bindings: new Map(), parent: undefined, self: object, depth: 1 };
    const member = this.#classMember(value.node, value.program, property, undefined, frame);
    return member?.kind === 'function' ? member : undefined;
  }

  #goMethod(node: ClassDeclaration, property: string, index: ProgramIndex): Binding | undefined {
    return index.program.language === 'go' ? index.root.bindings.get(`${node.name}.${property}`) : undefined;
  }

  /** A member of an evaluated value. */
  memberOf(object: Value, property: string, origin: Origin): Value {
    return this.#member(object, property, origin, undefined, undefined);
  }

  // ---------------------------------------------------------------- modules

  /** What a module exports under a name; `default` for the default export. */
  exportOf(program: Program, name: string, seen: ReadonlySet<Program> = new Set()): Value | undefined {
    if (seen.has(program)) return undefined;
    const index = this.indexOf(program);
    if (program.language !== 'javascript') return this.#topLevel(program, name, index, seen);
    const visited = new Set([...seen, program]);
    for (const one of index.exports) {
      if (one.form === 'declaration') {
        if (one.isDefault ? name === 'default' : declares(one.declaration, name)) return this.#exportedDeclaration(one.declaration, one.isDefault, name, program, index);
      } else if (one.form === 'names') {
        const entry = one.names.find((candidate) => candidate.exported === name);
        const binding = entry === undefined ? undefined : index.root.bindings.get(entry.local);
        if (binding !== undefined) return this.valueOfBinding(binding, program, undefined, undefined);
      }
    }
    for (const one of index.exports) {
      if (one.form !== 'from') continue;
      for (const entry of one.names) {
        if (entry.exported !== name && !(entry.imported === '*' && entry.exported === undefined && name !== 'default')) continue;
        const target = this.links.moduleOf(program, one.module);
        if (target === undefined) continue;
        if (entry.imported === '*' && entry.exported !== undefined) return { kind: 'module', program: target, origin: originOf(program, one) };
        const value = this.exportOf(target, entry.imported === '*' ? name : entry.imported, visited);
        if (value !== undefined) return through(value, originOf(program, one));
      }
    }
    return this.#fieldOfWhole(program, name);
  }

  #exportedDeclaration(declaration: Node, isDefault: boolean, name: string, program: Program, index: ProgramIndex): Value | undefined {
    if (isDefault) {
      if (isKind(declaration, 'expression')) return this.evaluate(declaration.expression, program);
      if (isKind(declaration, 'function-declaration')) return { kind: 'function', node: declaration.function, program, frame: undefined, origin: originOf(program, declaration) };
      if (isKind(declaration, 'class-declaration')) return { kind: 'class', node: declaration, program, origin: originOf(program, declaration) };
      return undefined;
    }
    const binding = index.root.bindings.get(name);
    return binding === undefined ? undefined : this.valueOfBinding(binding, program, undefined, undefined);
  }

  #topLevel(program: Program, name: string, index: ProgramIndex, seen: ReadonlySet<Program>): Value | undefined {
    void seen;
    const binding = index.root.bindings.get(name) ?? this.#starred(name, program);
    if (binding !== undefined) return this.valueOfBinding(binding, program, undefined, undefined);
    return this.#fieldOfWhole(program, name) ?? this.#memberOfFileClass(program, name) ?? this.#definedElsewhere(program, name);
  }

  /** `import static a.Flags.SECURE` and `using static`: a member of the class that the file is named after. */
  #memberOfFileClass(program: Program, name: string): Value | undefined {
    if (!NAMED_AFTER_CLASS.has(program.language)) return undefined;
    const own = this.indexOf(program).root.bindings.get(program.path.slice(program.path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''))?.class;
    return own === undefined ? undefined : this.#classMember(own, program, name, undefined, undefined);
  }

  /** A global name, dotted for nested ones, that another file of the repository defines. */
  #definedElsewhere(program: Program, name: string): Value | undefined {
    const elsewhere = this.links.definitionOf(program, name);
    if (elsewhere === undefined) return undefined;
    const found = this.valueOfBinding(elsewhere.binding, elsewhere.program, undefined, undefined);
    return through(found, found.origin);
  }

  /** What a file is as a whole; undefined for modules of named exports, and while it is being worked out. */
  #wholeOf(program: Program): Value | undefined {
    if (this.#wholesInProgress.has(program)) {
      this.#cuts++;
      return undefined;
    }
    this.#wholesInProgress.add(program);
    try {
      return program.language === 'javascript' ? commonJsExports(program, this) : fileValue(program, this);
    } finally {
      this.#wholesInProgress.delete(program);
    }
  }

  #fieldOfWhole(program: Program, name: string): Value | undefined {
    const whole = this.#wholeOf(program);
    if (whole === undefined || name === 'default') return whole;
    const field = this.#member(whole, name, whole.origin, undefined, undefined);
    return isAbsent(field) ? undefined : field;
  }

  /** What `require('m')` gives. */
  required(program: Program, specifier: string, origin: Origin): Value {
    const target = this.links.moduleOf(program, specifier);
    if (target === undefined) return { kind: 'symbol', path: specifier.replace(/^node:/, ''), origin };
    const whole = this.indexOf(target).exports.length === 0 ? this.#wholeOf(target) : undefined;
    return whole === undefined ? { kind: 'module', program: target, origin } : through(whole, whole.origin);
  }

  // ---------------------------------------------------------------- records, lists, operators

  #record(expression: RecordExpression, program: Program, frame: Frame | undefined): RecordValue {
    const parts: RecordPart[] = [];
    for (const entry of expression.entries) {
      if (entry.kind === 'spread') {
        parts.push({ kind: 'spread', value: this.evaluate(entry.value, program, frame) });
        continue;
      }
      const key = entry.key.kind === 'literal' ? known(entry.key.value, originOf(program, entry.key)) : this.evaluate(entry.key, program, frame);
      const value = entry.getter === true && entry.value.kind === 'function' ? this.callFunction({ kind: 'function', node: entry.value, program, frame, origin: originOf(program, entry) }, [], originOf(program, entry), frame) : this.evaluate(entry.value, program, frame);
      if (key.kind === 'known' && key.value !== undefined) parts.push({ kind: 'field', key: String(key.value), value, property: entry });
      else if (key.kind === 'symbol') parts.push({ kind: 'field', key: key.path, value, property: entry });
      else parts.push({ kind: 'spread', value: unknown('a computed key may set it', originOf(program, entry)) });
    }
    return { kind: 'record', parts: this.#withFilledFields(parts, expression, program), node: expression, origin: originOf(program, expression) };
  }

  /** The fields of a Go struct of configuration: what a literal gives tagged ones is their default, what it leaves out the library fills in. */
  #withFilledFields(parts: readonly RecordPart[], expression: RecordExpression, program: Program): readonly RecordPart[] {
    if (expression.type === undefined || program.language !== 'go') return parts;
    const type = this.evaluate(expression.type, program);
    if (type.kind !== 'class' || !holdsConfiguration(type.node)) return parts;
    const scope = this.indexOf(type.program).classScope(type.node);
    const defaults = parts.map((part): RecordPart => {
      const declaration = part.kind === 'field' && part.value.kind === 'known' ? scope?.bindings.get(part.key)?.writes[0]?.node : undefined;
      if (part.kind !== 'field' || !isKind(declaration, 'declaration') || !isTagged(declaration)) return part;
      const filled = taggedField(declaration, type.node, part.value.origin);
      return filled === undefined ? part : { ...part, value: this.informed({ ...filled, fallback: part.value }) };
    });
    return [{ kind: 'spread', value: type }, ...defaults];
  }

  /** `table[mode]`: a choice between the entries. */
  #recordByChoice(object: RecordValue, index: Value, origin: Origin): Value {
    let value: Value = absent(origin);
    for (const part of [...object.parts].reverse()) {
      if (part.kind !== 'field') return unknown('the key is not known', origin);
      value = choice(operation('==', [index, known(part.key, origin)], origin), part.value, value, origin);
    }
    return value;
  }

  #list(items: readonly Argument[], program: Program, frame: Frame | undefined, origin: Origin): Value {
    const values: Value[] = [];
    let open = false;
    for (const item of items) {
      const value = this.evaluate(item.value, program, frame);
      if (item.spread === undefined) values.push(value);
      else if (value.kind === 'list') {
        values.push(...value.items);
        open ||= value.open;
      } else if (value.kind === 'choice' && value.consequent.kind === 'list' && (value.alternate.kind === 'list' || value.alternate.kind === 'known')) {
        // `...(secure ? ['Secure'] : [])`
        const alternate = value.alternate.kind === 'list' ? value.alternate.items : [];
        values.push(...value.consequent.items.map((one) => choice(value.test, one, absent(origin), origin)), ...alternate.map((one) => choice(value.test, absent(origin), one, origin)));
      } else open = true;
    }
    return { kind: 'list', items: values, open, origin };
  }

  #unary(operator: string, operand: Expression, program: Program, frame: Frame | undefined, origin: Origin): Value {
    const value = this.evaluate(operand, program, frame);
    switch (operator) {
      case 'not':
        return value.kind === 'known' && typeof value.value === 'boolean' ? known(!value.value, origin) : operation('not', [value], origin);
      case 'await':
      case 'plus':
      case 'deref':
        return value;
      case 'void':
        return known(undefined, origin);
      default:
        return operation(operator, [value], origin);
    }
  }

  // ---------------------------------------------------------------- calls

  #callContext(call: Call, program: Program, frame: Frame | undefined): CallContext {
    return { call, program, frame, evaluator: this };
  }

  /** The value of a call of a function of the repository, with its arguments bound. */
  callFunction(fn: FunctionValue, args: readonly GivenArgument[], origin: Origin, frame: Frame | undefined, self?: Value): Value {
    const depth = (frame?.depth ?? 0) + 1;
    if (depth > MAX_CALLS) return unknown('the calls go too deep to follow', origin);
    for (let at = frame; at !== undefined; at = at.parent) if (at.bindings.has(fn.node.params[0]?.target ?? NO_PARAMETER) && fn.node.params.length > 0) return unknown('the function calls itself', origin);
    const bindings = bindParameters(fn, args, origin);
    const inner: Frame = { bindings, parent: fn.frame ?? (fn.program === origin.program ? frame : undefined), depth, ...(self === undefined ? {} : { self }) };
    return this.#returned(fn, inner, origin);
  }

  #returned(fn: FunctionValue, frame: Frame, origin: Origin): Value {
    const index = this.indexOf(fn.program);
    let value: Value | undefined;
    for (const statement of [...index.returnsOf(fn.node)].reverse()) {
      const inHandler = this.#isInHandler(statement, fn.node, index);
      if (inHandler && value !== undefined) continue;
      // Go's `if !ok { return false }`: what the function gives where a look-up fails says nothing about the rest.
      if (value !== undefined && fn.program.language === 'go' && isFailedLookUp(index.parent(index.parent(statement) ?? statement))) continue;
      const returned = statement.value === undefined ? known(undefined, originOf(fn.program, statement)) : this.evaluate(statement.value, fn.program, frame);
      const guard = this.conjunction(guardsOf(statement, fn.node, index, { earlyExits: false }), fn.program, frame);
      value = guard === undefined || inHandler ? returned : choice(guard, returned, value ?? known(undefined, originOf(fn.program, fn.node)), originOf(fn.program, statement));
    }
    void origin;
    return value ?? known(undefined, originOf(fn.program, fn.node));
  }

  #isInHandler(node: Node, top: Node, index: ProgramIndex): boolean {
    let child: Node = node;
    for (let at = index.parent(node); at !== undefined && at !== top; child = at, at = index.parent(at)) {
      if (isKind(at, 'try') && (at.handlers as readonly Node[]).includes(child)) return true;
    }
    return false;
  }

  /** An object of a library, or an instance of a class of the repository. */
  newObject(call: Call, path: string, program: Program, frame: Frame | undefined, instanceOf?: ObjectValue['instanceOf']): ObjectValue {
    const origin = originOf(program, call);
    const fields: RecordValue = call.initializer === undefined ? { kind: 'record', parts: [], origin } : this.#record(call.initializer, program, frame);
    return { kind: 'object', path, call, program, frame, fields, history: [], origin, ...(instanceOf === undefined ? {} : { instanceOf }) };
  }

  /** `require` with a literal argument. */
  requiredBy(call: Call, program: Program): Value | undefined {
    if (program.language === 'php') {
      const path = includedPath(call);
      return path === undefined ? undefined : this.required(program, path, originOf(program, call));
    }
    const module = requiredModule(call);
    if (module === undefined) return undefined;
    const first = call.args[0]!.value;
    return this.required(program, first.kind === 'literal' ? String(first.value) : module, originOf(program, call));
  }

  #id(thing: object): number {
    let id = this.#ids.get(thing);
    if (id === undefined) {
      id = ++this.#nextId;
      this.#ids.set(thing, id);
    }
    return id;
  }
}

const partOfUrl = (property: string): string => (property === 'protocol' ? 'scheme-colon' : property === 'scheme' ? 'scheme' : property === 'href' || property === 'origin' ? 'url' : 'other');

/** What `new URL(…)` passes on: a text that the environment or a concatenation gives. */
const isText = (value: Value): boolean => value.kind === 'environment' || (value.kind === 'operation' && value.operator === 'text') || (value.kind === 'choice' && isText(value.consequent) && (isText(value.alternate) || value.alternate.kind === 'known'));

/** Languages whose files hold one class of the same name. */
const NAMED_AFTER_CLASS = new Set<Program['language']>(['java', 'kotlin', 'scala', 'csharp']);

/** The name of a class with those of the classes and modules around it. */
function qualifiedName(node: ClassDeclaration, index: ProgramIndex): string {
  const names = [node.name];
  for (let at = index.parent(node); at !== undefined; at = index.parent(at)) if (isKind(at, 'class-declaration')) names.unshift(at.name);
  return names.join('.').replaceAll('::', '.');
}

/** A member that the class never sets itself, such as an injected service: only methods of it are called. */
const isOnlyCalled = (binding: Binding): boolean =>
  binding.writes.length === 0 && binding.parameter === undefined && binding.function === undefined && binding.class === undefined && binding.import === undefined && binding.mutations.every((mutation) => mutation.kind === 'call');

/** Each value once: values share their parts, and parts that were informed before stay as they are. */
function informedBy(deployment: DeploymentReader, value: Value, done: WeakMap<Value, Value>): Value {
  const before = done.get(value);
  if (before !== undefined) return before;
  const inner = (one: Value): Value => informedBy(deployment, one, done);
  let informed = value;
  if (value.kind === 'environment') informed = deployment(value.fallback === undefined ? value : { ...value, fallback: inner(value.fallback) });
  else if (value.kind === 'operation') informed = { ...value, operands: value.operands.map(inner) };
  else if (value.kind === 'choice') informed = { ...value, test: inner(value.test), consequent: inner(value.consequent), alternate: inner(value.alternate) };
  done.set(value, informed);
  done.set(informed, informed);
  return informed;
}

/** A part of a configuration section has a value of its own. */
function withoutEvidence({ fallback, production, certain, named, ...value }: EnvironmentValue): EnvironmentValue {
  void [fallback, production, certain, named];
  return value;
}

/** Stands for "no frame" where frames are keys. */
const NO_FRAME = {};
const isRest = (path: { readonly keys: readonly (string | number)[] }): boolean => path.keys.length === 1 && path.keys[0] === '...';

const NO_PARAMETER: Name = { kind: 'name', name: '', start: 0, end: 0 };
const LIST_APPENDS = new Set(['push', 'append', 'add', 'Add', 'unshift', 'concat', '<<', 'addAll']);
const RECORD_MERGES = new Set(['update', 'merge!', 'update!', 'deep_merge!', 'reverse_merge!']);

/** The record parts that arguments of a merging call add: records are spread, named arguments are fields. */
export function mergedArguments(call: Call, values: readonly Value[], origin: Origin): RecordPart[] {
  return call.args.map((argument, i): RecordPart => {
    const value = values[i] ?? unknown('the argument is missing', origin);
    return argument.name === undefined ? { kind: 'spread', value } : { kind: 'field', key: argument.name, value };
  });
}

/** The canonical path of a value that stands outside the repository. */
export function pathOfValue(value: Value): string | undefined {
  switch (value.kind) {
    case 'symbol':
      return value.path;
    case 'object':
      return [`${value.path}()`, ...value.history.map((entry) => `${entry.method}()`)].join('.');
    case 'parameter':
      return value.name;
    case 'class':
      return value.node.name;
    case 'operation': {
      const [object, key] = value.operands;
      // `c.Request().TLS`: a method of a parameter.
      const called = object !== undefined && value.operator.startsWith('method ') ? pathOfValue(object) : undefined;
      if (called !== undefined) return `${called}.${value.operator.slice('method '.length)}()`;
      if (value.operator !== 'field' || object === undefined || key?.kind !== 'known') return undefined;
      // `this.request`, inherited from a class of a library.
      const path = object.kind === 'class' ? object.node.name : pathOfValue(object);
      return path === undefined ? undefined : `${path}.${String(key.value)}`;
    }
    case 'unknown':
      return undefined;
    default:
      return undefined;
  }
}

function joinedLists(left: Value & { kind: 'list' }, right: Value & { kind: 'list' }, origin: Origin): Value {
  return { kind: 'list', items: [...left.items, ...right.items], open: left.open || right.open, origin };
}

/** A field of a settings class: its value is what the environment says, and only else what is written. */
function overridable(property: string, value: Value, binding: Binding, evaluate: (expression: Expression) => Value): Value {
  const declared = value.kind === 'object' && /(?:^|\.)Field$/.test(value.path) ? (value.call.args.find((argument) => argument.name === 'default') ?? value.call.args.find((argument) => argument.name === undefined)) : undefined;
  const fallback = value.kind !== 'object' ? value : declared === undefined ? absent(value.origin) : evaluate(declared.value);
  const isBoolean = binding.writes.some((write) => isKind(write.node, 'declaration') && /\bbool\b/.test(write.node.typeName ?? '')) || (fallback.kind === 'known' && typeof fallback.value === 'boolean');
  return { kind: 'environment', variable: property.toUpperCase(), source: 'environment', fallback, origin: value.origin, ...(isBoolean ? { cast: 'boolean' as const } : {}) };
}

/**
 * One of several results of a Go call. Functions of the repository give a list; of others the first result stands for
 * itself, a second one of a look-up says whether it was there, and an error is nil where the code goes on.
 */
function resultOf(value: Value, position: number, isError: boolean, origin: Origin): Value {
  if (isError) return known(null, origin);
  if (value.kind === 'list') return value.items[position] ?? absent(origin);
  if (value.kind === 'choice') return choice(value.test, resultOf(value.consequent, position, false, origin), resultOf(value.alternate, position, false, origin), origin);
  if (position === 0) return value;
  return value.kind === 'environment' ? operation('defined', [value], origin) : unknown('it is one of several results', origin);
}

function isFailedLookUp(node: Node | undefined): boolean {
  return isKind(node, 'if') && node.test.kind === 'unary' && node.test.operator === 'not' && node.test.operand.kind === 'name' && /^(?:ok|found|exists)$/i.test(node.test.operand.name);
}

const isSameItem = (a: Value, b: Value): boolean => a === b || (a.kind === b.kind && a.origin.program === b.origin.program && a.origin.range.start === b.origin.range.start && a.origin.range.end === b.origin.range.end);

/** A list that a condition makes longer: its new items are there where the condition holds. */
function lengthened(guard: Value, next: Value, old: Value | undefined, origin: Origin): Value | undefined {
  if (next.kind !== 'list' || old?.kind !== 'list' || next.items.length <= old.items.length || !old.items.every((item, i) => isSameItem(item, next.items[i]!))) return undefined;
  return { ...next, items: [...old.items, ...next.items.slice(old.items.length).map((item) => choice(guard, item, absent(origin), origin))] };
}

/** Whether a result is bound to a name for errors. */
function isError(write: Write): boolean {
  const target = isKind(write.node, 'declaration') || isKind(write.node, 'assignment') ? write.node.target : undefined;
  const element = target?.kind === 'pattern' ? target.elements.find((one) => one.key === write.path[0]) : undefined;
  return element?.target.kind === 'name' && /^(?:err|error)\d*$|Err$/.test(element.target.name);
}

function frameValue(frame: Frame | undefined, target: Name | Pattern): Value | undefined {
  for (let at = frame; at !== undefined; at = at.parent) {
    const value = at.bindings.get(target);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** `value`, or what `fallback` gives where it is not there. */
function withDefault(value: Value, fallback: () => Value, origin: Origin): Value {
  if (value.kind === 'known') return value.value === undefined ? fallback() : value;
  if (value.kind === 'record' || value.kind === 'list' || value.kind === 'object' || value.kind === 'function') return value;
  return choice(operation('defined', [value], origin), value, fallback(), origin);
}

function patternPath(pattern: Pattern, name: string): { keys: (string | number)[]; fallback?: Expression } | undefined {
  for (const element of pattern.elements) {
    if (element.target.kind === 'name') {
      if (element.target.name === name) return { keys: [element.key], ...(element.default === undefined ? {} : { fallback: element.default }) };
    } else {
      const inner = patternPath(element.target, name);
      if (inner !== undefined) return { ...inner, keys: [element.key, ...inner.keys] };
    }
  }
  return undefined;
}

/** A class that is declared inside another. */
function nestedClass(node: ClassDeclaration, typeName: string, program: Program, index: ProgramIndex): (Value & { kind: 'class' }) | undefined {
  const inner = index.classScope(node)?.bindings.get(typeName.replace(/[<?].*$/s, ''))?.class;
  return inner === undefined ? undefined : { kind: 'class', node: inner, program, origin: originOf(program, inner) };
}

/** What a field without initialiser holds in the languages that say so. */
function zeroValue(typeName: string | undefined, place: Origin): Value | undefined {
  if (typeName === undefined) return undefined;
  if (/^(?:bool|boolean)$/.test(typeName)) return known(false, place);
  return undefined;
}

const scopeNode = (binding: Binding): Node => binding.scope.node as Node;

function ancestorsOf(node: Node, index: ProgramIndex): Set<Node> {
  const set = new Set<Node>();
  for (let at = index.parent(node); at !== undefined; at = index.parent(at)) set.add(at);
  return set;
}

/** Whether the guarded branch also holds the use: then the guard says nothing between the two. */
function guardCovers(guard: Guard, around: ReadonlySet<Node>, index: ProgramIndex): boolean {
  const owner = index.parent(guard.test);
  if (owner === undefined || !around.has(owner)) return false;
  if (isKind(owner, 'if') || isKind(owner, 'conditional')) return around.has((guard.holds ? owner.consequent : owner.alternate) as Node);
  if (isKind(owner, 'switch')) return guard.equals !== undefined && owner.cases.some((one) => one.tests.includes(guard.equals!) && around.has(one));
  return false;
}

function isPropertyDecorator(decorator: Expression): boolean {
  const name = decorator.kind === 'call' ? decorator.callee : decorator;
  return name.kind === 'name' ? ['property', 'cached_property', 'computed_field', 'hybrid_property'].includes(name.name) : name.kind === 'member' && ['cached_property', 'property'].includes(name.property);
}

function declares(statement: Node, name: string): boolean {
  if (isKind(statement, 'declaration')) return targetDeclares(statement.target, name);
  if (isKind(statement, 'function-declaration') || isKind(statement, 'class-declaration')) return statement.name === name;
  if (isKind(statement, 'block')) return statement.body.some((inner) => declares(inner, name));
  return false;
}

function targetDeclares(target: Name | Pattern, name: string): boolean {
  return target.kind === 'name' ? target.name === name : target.elements.some((element) => targetDeclares(element.target, name));
}

/** The specifier of a name inside a module: Python `.` + `settings`, Java `a.b` + `C`. */
function joinModule(module: string, name: string, program: Program): string {
  if (program.language === 'javascript') return `${module}/${name}`;
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}
