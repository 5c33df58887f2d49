/** The names of one file: scopes, bindings, every write to them, and the parent of each node. */
import { calledName } from '../syntax/called-name.js';
import { childrenOf } from '../syntax/walk.js';
import { Ancestry, Nearest } from './ancestry.js';
import { mergeOf } from './merges.js';
import { holdersOf, loopedOver, partsTaken } from './holders.js';
import { includedFiles, namespaceWrites, type NamespaceWrite } from './module-namespace.js';
import type {
  Argument,
  Assignment,
  Call,
  ClassDeclaration,
  Declaration,
  Export,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  Import,
  LanguageId,
  ListExpression,
  Loop,
  Member,
  Name,
  Node,
  Outer,
  Parameter,
  Pattern,
  Program,
  RecordExpression,
  Return,
  Statement,
  Subscript,
} from '../syntax/ir.js';

/** A write of a binding: its declaration, an assignment, a loop variable, or a call that it is an `out` argument of. */
export interface Write {
  readonly node: Declaration | Assignment | Loop | Call;
  readonly value: Expression | undefined;
  /** Keys between the written value and the name, for destructuring. */
  readonly path: readonly (string | number)[];
  /** Default in a destructuring pattern. */
  readonly fallback?: Expression;
  readonly operator: Assignment['operator'];
  /** The argument of a call that sets it. */
  readonly out?: Argument;
}

/** A change of the object that a binding holds: `x.secure = true`, `x.setSecure(true)`. */
export interface Mutation {
  /** `merge`: `Object.assign(x, …)`; `keyed`: `x[key] = …`; `member`: one of those of the object that the binding is a member of; `items`: what a loop does to each item. */
  readonly kind: 'set' | 'keyed' | 'call' | 'merge' | 'member' | 'items';
  /** Property path from the binding; for calls the last element is the method; for members the member's name. */
  readonly path: readonly string[];
  readonly node: Assignment | Call;
  /** For `items`: what is written below each of them. */
  readonly below?: readonly string[];
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly writes: Write[];
  readonly mutations: Mutation[];
  parameter?: Parameter | undefined;
  parameterOf?: FunctionExpression | undefined;
  function?: FunctionDeclaration | undefined;
  /** All functions of that name, in languages that choose one by what it is given. */
  overloads?: FunctionExpression[] | undefined;
  class?: ClassDeclaration | undefined;
  import?: { readonly statement: Import; readonly imported: string } | undefined;
  /** What the variable is another name for: `const alias = options`, `const cookie = options.cookie`. Its changes are changes of that. */
  alias?: Place | undefined;
}

/** A binding, or what lies at a path of keys below it. */
export interface Place {
  readonly binding: Binding;
  readonly path: string[];
}

export interface Scope {
  readonly kind: 'program' | 'function' | 'block' | 'class';
  readonly node: Node | Program;
  parent: Scope | undefined;
  readonly bindings: Map<string, Binding>;
}

/** Languages whose plain assignments declare a variable of the enclosing function. */
const ASSIGNMENT_DECLARES = new Set(['python', 'ruby', 'php', 'properties', 'yaml', 'ini', 'vcl']);
/** Languages in which a bare name inside a method can be a member of the class. */
export const BARE_MEMBERS: ReadonlySet<string> = new Set(['java', 'kotlin', 'csharp', 'scala', 'ruby']);

/** Methods of builders and cookies that give the object they are called on. */
const FLUENT =
  /^(?:append|add|set|with|put|write|insert|secure|http_?only|path|domain|max_?age|same_?site|expires|value|name|partitioned)/i;

const indexes = new WeakMap<Program, ProgramIndex>();

/** The index of a program, made once for everybody who asks. */
export function indexOf(program: Program): ProgramIndex {
  let index = indexes.get(program);
  if (index === undefined) {
    index = new ProgramIndex(program);
    indexes.set(program, index);
  }
  return index;
}

/** Names of functions that may end the program, in any language. */
const ENDS = /^_?(?:exit(?:Process|!)?|die|abort!?|bail|panic|fail(?:Fast)?|fatal(?:f|ln)?|panic(?:f|ln)|wp_die|error|unreachable)$/i;

/** Languages whose functions give an object itself, not a copy. */
const SHARING: ReadonlySet<LanguageId> = new Set(['javascript', 'python', 'ruby', 'java', 'kotlin', 'scala', 'csharp']);

/** Functions that change what they are given first: https://go.dev/ref/spec#Deletion_of_map_elements, https://www.php.net/manual/en/ref.array.php */
const CHANGING: Partial<Record<LanguageId, RegExp>> = {
  go: /^delete$/,
  php: /^(?:array_(?:push|pop|shift|unshift|splice|walk|walk_recursive|multisort)|[aku]?r?sort|u[ak]sort|shuffle|settype)$/,
};

export class ProgramIndex {
  readonly program: Program;
  readonly root: Scope;
  readonly calls: Call[] = [];
  readonly assignments: Assignment[] = [];
  readonly records: RecordExpression[] = [];
  readonly lists: ListExpression[] = [];
  readonly loops: Loop[] = [];
  readonly classes: ClassDeclaration[] = [];
  readonly functions: FunctionExpression[] = [];
  readonly imports: Import[] = [];
  /** `from m import *`, in source order. */
  readonly starImports: Import[] = [];
  /** `globals().update(…)` and the like at the top level, in source order. */
  readonly namespaceWrites: NamespaceWrite[] = [];
  readonly exports: Export[] = [];
  /** What sets members of the own object by keys that stand elsewhere, by class, in source order of each kind. */
  readonly memberChanges = new Map<ClassDeclaration, (Assignment | Call)[]>();
  readonly declarations: Declaration[] = [];
  readonly #parents = new Map<Node, Node>();
  readonly #scopes = new Map<Node, Scope>();
  readonly #returns = new Map<FunctionExpression, Return[]>();
  readonly #exits = new Map<FunctionExpression, Statement[]>();
  readonly #names = new Map<Name, Binding | undefined>();
  readonly #functions = new Nearest(this, (node): node is FunctionExpression => isKind(node, 'function'));
  readonly #classesAround = new Nearest(this, (node): node is ClassDeclaration => isKind(node, 'class-declaration'));
  readonly #declaredAround = new Nearest(this, (node): node is FunctionDeclaration => isKind(node, 'function-declaration'));
  /** The first struct of each name (Go), once one was asked for. */
  #structs: ReadonlyMap<string, ClassDeclaration> | undefined;
  #ancestry: Ancestry | undefined;

  constructor(program: Program) {
    this.program = program;
    this.root = { kind: 'program', node: program, parent: undefined, bindings: new Map() };
    for (const statement of program.body) this.#declareAll(statement);
    this.#leaveOutEmptyScopes();
    this.#attachWrites();
    this.#readNamespace();
  }

  parent(node: Node): Node | undefined {
    return this.#parents.get(node);
  }

  /** The scope that names inside `node` are looked up in. */
  scopeOf(node: Node): Scope {
    let at: Node | undefined = node;
    while (at !== undefined) {
      const scope = this.#scopes.get(at);
      if (scope !== undefined) return scope;
      at = this.#parents.get(at);
    }
    return this.root;
  }

  /** The innermost function around `node`. */
  functionAround(node: Node): FunctionExpression | undefined {
    return this.#functions.of(node);
  }

  /** What is around a place; kept for whoever asks about the same place next. */
  ancestryOf(place: Node): Ancestry {
    if (this.#ancestry?.place !== place) this.#ancestry = new Ancestry(place, this);
    return this.#ancestry;
  }

  classAround(node: Node): ClassDeclaration | undefined {
    return this.#classesAround.of(node) ?? this.#goReceiver(node);
  }

  /** A Go method `Type.method` belongs to the struct of that name. */
  #goReceiver(node: Node): ClassDeclaration | undefined {
    if (this.program.language !== 'go') return undefined;
    const at = isKind(node, 'function-declaration') ? node : this.#declaredAround.of(node);
    const [type, method] = at?.name.split('.') ?? [];
    if (type === undefined || method === undefined) return undefined;
    this.#structs ??= new Map([...this.classes].reverse().map((one) => [one.name, one]));
    return this.#structs.get(type);
  }

  returnsOf(node: FunctionExpression): readonly Return[] {
    return this.#returns.get(node) ?? [];
  }

  /** What a function throws, and statements that call what may end the program. */
  exitsOf(node: FunctionExpression): readonly Statement[] {
    return this.#exits.get(node) ?? [];
  }

  /** The binding a name refers to at its place; undefined for globals. */
  bindingOf(name: Name): Binding | undefined {
    if (this.#names.has(name)) return this.#names.get(name);
    const binding = this.lookUp(name.name, this.scopeOf(name));
    this.#names.set(name, binding);
    return binding;
  }

  lookUp(name: string, from: Scope): Binding | undefined {
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
      if (scope.kind === 'class' && scope !== from && !BARE_MEMBERS.has(this.program.language)) continue;
      const binding = scope.bindings.get(name);
      if (binding !== undefined) return binding;
    }
    return undefined;
  }

  classScope(node: ClassDeclaration): Scope | undefined {
    return this.#scopes.get(node);
  }

  // ---------------------------------------------------------------- building

  #scope(kind: Scope['kind'], node: Node, parent: Scope): Scope {
    const scope: Scope = { kind, node, parent, bindings: new Map() };
    this.#scopes.set(node, scope);
    return scope;
  }

  /** A name is not looked for in blocks that declare none, of which there may be thousands in one another. */
  #leaveOutEmptyScopes(): void {
    for (const scope of this.#scopes.values()) {
      const { parent } = scope;
      if (parent?.kind === 'block' && parent.bindings.size === 0) scope.parent = parent.parent;
    }
  }

  #binding(scope: Scope, name: string): Binding {
    let binding = scope.bindings.get(name);
    if (binding === undefined) {
      binding = { name, scope, writes: [], mutations: [] };
      scope.bindings.set(name, binding);
    }
    return binding;
  }

  /** Ruby's classes and modules may be opened again: what is defined there belongs to the same one. */
  #reopened({ name }: ClassDeclaration, scope: Scope): Scope | undefined {
    const first = this.program.language === 'ruby' ? scope.bindings.get(name)?.class : undefined;
    return first === undefined ? undefined : this.#scopes.get(first);
  }

  /** A function that is defined again under no condition is the later one, in languages that have no overloads. */
  #declareFunction(node: FunctionDeclaration, parent: Node | undefined, scope: Scope): void {
    const binding = this.#binding(scope, node.name);
    const before = binding.function;
    if (before !== undefined && OVERLOADS.has(this.program.language)) (binding.overloads ??= [before.function]).push(node.function);
    const isAlways =
      parent === undefined ||
      (isKind(parent, 'block') && parent === bodyOf(scope.node)) ||
      (scope.kind === 'class' && isKind(parent, 'block') && isKind(this.#parents.get(parent), 'class-declaration'));
    if (before === undefined || (REDEFINES.has(this.program.language) && isAlways && isSameKind(before, node))) binding.function = node;
  }

  /** Depth first: records parents and scopes, and declares names. Iterative over children, recursive in depth like the source. */
  /** Goes through a statement, parents before children; with a stack of its own, so that a chain of thousands of branches can't end the run. */
  #declareAll(statement: Node): void {
    const open: (readonly [node: Node, parent: Node | undefined, scope: Scope])[] = [[statement, undefined, this.root]];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [node, parent, scope] = next;
      const inner = this.#declare(node, parent, scope);
      const children = childrenOf(node);
      for (let i = children.length - 1; i >= 0; i--) open.push([children[i]!, node, inner]);
    }
  }

  /** What a node declares; gives the scope of what lies in it. */
  #declare(node: Node, parent: Node | undefined, scope: Scope): Scope {
    if (parent !== undefined) this.#parents.set(node, parent);
    if (!('kind' in node)) return scope;
    let inner = scope;
    switch (node.kind) {
      case 'function': {
        this.functions.push(node);
        inner = this.#scope('function', node, scope);
        for (const parameter of node.params) this.#declareParameter(parameter, node, inner);
        break;
      }
      case 'class-declaration': {
        this.classes.push(node);
        inner = this.#reopened(node, scope) ?? this.#scope('class', node, scope);
        this.#binding(scope, node.name).class ??= node;
        for (const parameter of node.params ?? []) this.#declareParameter(parameter, undefined, inner);
        break;
      }
      case 'function-declaration':
        this.#declareFunction(node, parent, scope);
        break;
      case 'block': {
        const owned = isKind(parent, 'function') || isKind(parent, 'class-declaration');
        if (!owned && !ASSIGNMENT_DECLARES.has(this.program.language)) inner = this.#scope('block', node, scope);
        break;
      }
      case 'loop':
        this.loops.push(node);
        if (!ASSIGNMENT_DECLARES.has(this.program.language)) inner = this.#scope('block', node, scope);
        if (node.target !== undefined) this.#declareTarget(node.target, node, node.iterable, inner, '=', ['*']);
        break;
      case 'declaration':
        this.declarations.push(node);
        this.#declareTarget(node.target, node, node.value, node.scope === 'function' ? functionScope(scope) : scope, '=', []);
        break;
      case 'assignment':
        this.assignments.push(node);
        if (ASSIGNMENT_DECLARES.has(this.program.language)) this.#declareAssigned(node, scope);
        break;
      case 'import':
        this.imports.push(node);
        if (node.names.some((one) => one.imported === '*' && one.local === undefined)) this.starImports.push(node);
        for (const name of node.names)
          if (name.local !== undefined) this.#binding(scope, name.local).import ??= { statement: node, imported: name.imported };
        break;
      case 'export':
        this.exports.push(node);
        break;
      case 'outer':
        this.#declareOuter(node, functionScope(scope));
        break;
      case 'call':
        this.calls.push(node);
        for (const { value, out } of node.args) if (out === 'declared' && value.kind === 'name') this.#binding(scope, value.name);
        break;
      case 'record':
        this.records.push(node);
        break;
      case 'list':
        this.lists.push(node);
        break;
      case 'return':
        this.#addTo(this.#returns, node, parent);
        break;
      case 'throw':
        this.#addTo(this.#exits, node, parent);
        break;
      case 'expression':
        if (node.expression.kind === 'call' && ENDS.test(calledName(node.expression.callee) ?? '')) this.#addTo(this.#exits, node, parent);
        break;
      default:
    }
    return inner;
  }

  /** Keeps a statement under the function that it stands in. */
  #addTo<S extends Statement>(table: Map<FunctionExpression, S[]>, node: S, parent: Node | undefined): void {
    const inner = parent === undefined ? undefined : this.#functionAbove(parent);
    const around = node.kind === 'return' ? this.#left(node, inner) : inner;
    if (around === undefined) return;
    const statements = table.get(around);
    if (statements === undefined) table.set(around, [node]);
    else statements.push(node);
  }

  /** The function that a `return` leaves: in Ruby, Kotlin and Scala a block is left together with the method around it. */
  #left(node: Return, around: FunctionExpression | undefined): FunctionExpression | undefined {
    const { language, text } = this.program;
    if (language === 'javascript' || !/^return\b(?!@)/.test(text.slice(node.start, node.start + 7))) return around;
    let at = around;
    for (;;) {
      const call = at === undefined ? undefined : this.#parents.get(at);
      // A block that stands for a value is a function called at once; one that is written as a function has a `return` of its own.
      const isLeft =
        isKind(call, 'call') &&
        ((call.callee === at && !HAS_CALLED_LITERALS.has(language)) ||
          (call.block === at && LEAVES_BLOCKS.has(language) && !isOwnFunction(call)));
      if (at === undefined || !isLeft) return at;
      at = this.#functionAbove(call);
    }
  }

  /** Names that a function shares with the file or the function around it: the same binding under the same name. */
  #declareOuter({ names, from }: Outer, scope: Scope): void {
    if (scope.kind !== 'function') return;
    for (const name of names) {
      if (scope.bindings.has(name)) continue;
      let owner: Scope | undefined = from === 'file' ? this.root : scope.parent;
      while (from === 'function' && owner !== undefined && (owner.kind !== 'function' || !owner.bindings.has(name))) owner = owner.parent;
      if (owner !== undefined) scope.bindings.set(name, this.#binding(owner, name));
    }
  }

  #functionAbove(node: Node): FunctionExpression | undefined {
    let at: Node | undefined = node;
    while (at !== undefined && !isKind(at, 'function')) at = this.#parents.get(at);
    return at;
  }

  #declareParameter(parameter: Parameter, owner: FunctionExpression | undefined, scope: Scope): void {
    if (parameter.target.kind === 'name') {
      const binding = this.#binding(scope, parameter.target.name);
      binding.parameter = parameter;
      binding.parameterOf = owner;
      return;
    }
    this.#declarePattern(parameter.target, scope, (binding) => {
      binding.parameter = parameter;
      binding.parameterOf = owner;
    });
  }

  #declarePattern(pattern: Pattern, scope: Scope, each: (binding: Binding) => void): void {
    for (const element of pattern.elements) {
      if (element.target.kind === 'name') each(this.#binding(scope, element.target.name));
      else this.#declarePattern(element.target, scope, each);
    }
  }

  #declareTarget(
    target: Name | Pattern,
    node: Write['node'],
    value: Expression | undefined,
    scope: Scope,
    operator: Write['operator'],
    path: Write['path'],
    fallback?: Expression,
  ): void {
    if (target.kind === 'name') {
      this.#binding(scope, target.name).writes.push({ node, value, path, operator, ...(fallback === undefined ? {} : { fallback }) });
      return;
    }
    for (const element of target.elements)
      this.#declareTarget(element.target, node, value, scope, operator, [...path, element.key], element.default);
  }

  #declareAssigned(node: Assignment, scope: Scope): void {
    const declareName = (name: Name): void => {
      if (this.program.language === 'ruby') {
        if (name.name.startsWith('$')) {
          this.#binding(this.root, name.name);
          return;
        }
        // A Ruby block sees and writes the locals around it.
        for (let at: Scope | undefined = scope; at !== undefined && at.kind === 'function'; at = at.parent)
          if (at.bindings.has(name.name)) return;
      }
      this.#binding(functionScope(scope), name.name);
    };
    if (node.target.kind === 'name') declareName(node.target);
    else if (node.target.kind === 'pattern') {
      const visit = (pattern: Pattern): void => {
        for (const element of pattern.elements) element.target.kind === 'name' ? declareName(element.target) : visit(element.target);
      };
      visit(node.target);
    }
  }

  /** Python modules that take other files over whole, or write names into themselves. */
  #readNamespace(): void {
    if (this.program.language !== 'python') return;
    const isTop = (node: Node): boolean => this.functionAround(node) === undefined;
    for (const { star, call } of includedFiles(this.calls.filter(isTop), this.imports)) {
      const statement = this.#parents.get(call);
      if (statement !== undefined) this.#parents.set(star, statement);
      this.starImports.push(star);
    }
    this.starImports.sort((a, b) => a.start - b.start);
    this.namespaceWrites.push(...namespaceWrites(this.calls.filter(isTop), this.assignments.filter(isTop)));
  }

  /** After all names are declared: assignments become writes or mutations of what they target, method calls mutations. */
  #attachWrites(): void {
    for (const node of this.assignments) if (node.target.kind === 'name' || node.target.kind === 'pattern') this.#attachAssignment(node);
    const aliases = this.#findAliases();
    for (const [binding, place] of aliases) binding.alias = place;
    for (const [binding, place] of aliases) binding.alias = throughAliases(place);
    for (const node of this.assignments) if (node.target.kind !== 'name' && node.target.kind !== 'pattern') this.#attachAssignment(node);
    for (const call of this.calls) {
      const { callee } = call;
      for (const out of call.args)
        if (out.out !== undefined && out.value.kind === 'name')
          this.bindingOf(out.value)?.writes.push({ node: call, value: undefined, path: [], operator: '=', out });
      this.#attachPassed(call);
      if (this.#attachMerge(call) || this.#attachDeletion(call) || callee.kind !== 'member' || this.#isOfCopy(callee)) continue;
      const changed = changesFirst(callee) ? call.args[0]?.value : undefined;
      const held = changed === undefined ? undefined : this.#heldBy(changed);
      if (held !== undefined) {
        this.#mutate('merge', held, call);
        continue;
      }
      const target = this.#changedBy(callee);
      if (target !== undefined && target.path.length > 0) this.#mutate('call', target, call);
    }
  }

  /** Plain variables whose address a call is given (Go, Rust), or that a function of the file takes by reference (PHP): the call may set them. */
  #attachPassed(call: Call): void {
    const { language, text } = this.program;
    const declared = language === 'php' && call.callee.kind === 'name' ? this.bindingOf(call.callee)?.function?.function.params : undefined;
    if (language !== 'go' && language !== 'rust' && declared === undefined) return;
    for (const [i, argument] of call.args.entries()) {
      const { value, out } = argument;
      if (out !== undefined || value.kind !== 'name') continue;
      const parameter = declared?.[i];
      const isPassed =
        language === 'php'
          ? parameter !== undefined && text.slice(parameter.start, parameter.end).includes('&')
          : language === 'go'
            ? text[value.start - 1] === '&'
            : /&\s*mut\s+$/.test(text.slice(Math.max(0, value.start - 8), value.start));
      const binding = isPassed ? this.bindingOf(value) : undefined;
      if (binding !== undefined && isPlain(binding))
        binding.writes.push({ node: call, value: undefined, path: [], operator: '=', out: argument });
    }
  }

  /** Entries that a call sets under keys which stand elsewhere; whether it is such a call. */
  #attachMerge(call: Call): boolean {
    const merge = mergeOf(call, this.program);
    if (merge === undefined) return false;
    const { into } = merge;
    if (this.#isOwnObject(into)) {
      this.#changeMembers(into, call);
      return true;
    }
    const place = this.#heldBy(into);
    if (place !== undefined) this.#mutate(merge.kind === 'merge' ? 'merge' : 'keyed', place, call);
    return place !== undefined;
  }

  /** Go's `delete(settings, "secure")`, PHP's `array_push($flags, true)`; whether it is such a call. */
  #attachDeletion(call: Call): boolean {
    const { callee, args } = call;
    const [from] = args;
    const changing = CHANGING[this.program.language];
    const isDeletion = changing !== undefined && callee.kind === 'name' && changing.test(callee.name) && from !== undefined;
    const place = isDeletion ? this.#heldBy(from.value) : undefined;
    if (place !== undefined) this.#mutate('merge', place, call);
    return isDeletion;
  }

  /** The object that a method of a class is called on. */
  #isOwnObject(expression: Expression): boolean {
    if (expression.kind !== 'name') return false;
    return (
      expression.name === 'this' ||
      (this.program.language === 'python' && expression.name === 'self' && this.bindingOf(expression)?.parameter !== undefined)
    );
  }

  /** Something sets members of the own object by keys that stand elsewhere. */
  #changeMembers(own: Expression, node: Assignment | Call): void {
    const owner = this.classAround(own);
    if (owner === undefined) return;
    const changes = this.memberChanges.get(owner);
    if (changes === undefined) this.memberChanges.set(owner, [node]);
    else changes.push(node);
  }

  /** Notes a change, and that of whatever else holds the object. */
  #mutate(kind: Mutation['kind'], place: Place, node: Mutation['node']): void {
    place.binding.mutations.push({ kind, path: place.path, node });
    // What is changed as a whole lies at the path, not below it.
    const below = kind === 'merge' || kind === 'keyed' ? '*' : undefined;
    for (const { binding, path } of holdersOf(below === undefined ? place : { ...place, path: [...place.path, below] }, this)) {
      const inner = below === undefined ? path : path.slice(0, -1);
      if (!binding.mutations.some((one) => one.node === node && one.kind === kind)) binding.mutations.push({ kind, path: inner, node });
    }
    const looped = kind === 'set' ? loopedOver(place, this) : undefined;
    if (looped !== undefined) looped.binding.mutations.push({ kind: 'items', path: looped.path, node, below: place.path });
  }

  /** The object that a variable or a part of one holds. */
  #heldBy(expression: Expression): Place | undefined {
    const place =
      expression.kind === 'name' || expression.kind === 'member' || expression.kind === 'subscript' ? this.rootOf(expression) : undefined;
    return place?.path.length === 0 && place.binding.alias !== undefined ? place.binding.alias : place;
  }

  /** `$cookie->withSecure(true)` of PHP's and Scala's immutable objects, and `copy` of Kotlin's, leaves the variable as it is. */
  #isOfCopy({ property }: Member): boolean {
    const { language } = this.program;
    return (
      ((language === 'php' || language === 'scala') && /^(?:with[A-Z]|copy$)/.test(property)) ||
      (language === 'kotlin' && property === 'copy')
    );
  }

  /** Variables that are written once, and are given an object that another variable holds. */
  #findAliases(): readonly (readonly [Binding, Place])[] {
    const { program } = this;
    const written = [...this.declarations, ...this.assignments.filter(({ operator }) => operator === '=')];
    return written.flatMap(({ target, value }) => {
      if (value === undefined) return [];
      if (target.kind === 'pattern')
        return partsTaken(target, value, this).flatMap(([name, place]) => {
          if (program.language === 'php') this.#shareWrites(name, place);
          return this.#aliasOf(name, place);
        });
      if (target.kind !== 'name') return [];
      if (program.language === 'php' && value.kind === 'call') this.#attachReturned(value);
      if (program.language === 'php' && value.kind === 'record') this.#shareEntries(target, value);
      const held = sharedObject(value, program);
      const place = held === undefined ? undefined : this.rootOf(held);
      if (place === undefined || !isShared(place, value, program)) return [];
      if (program.language === 'php' && program.text.slice(Math.max(0, value.start - 6), value.start).includes('&'))
        this.#shareWrites(target, place);
      return this.#aliasOf(target, place);
    });
  }

  /** PHP's `$same = &entry($options)`: what is written to it later may be an entry of what the function was given. */
  #attachReturned(call: Call): void {
    if (!/=\s*&\s*$/.test(this.program.text.slice(Math.max(0, call.start - 6), call.start))) return;
    for (const { value } of call.args) {
      const place = value.kind === 'name' ? this.rootOf(value) : undefined;
      place?.binding.mutations.push({ kind: 'merge', path: place.path, node: call });
    }
  }

  /** PHP's `$same = &$secure; $same = false;` writes both. */
  #shareWrites(name: Name, { binding, path }: Place): void {
    const reference = this.lookUp(name.name, this.scopeOf(name));
    if (reference === undefined || reference === binding) return;
    const { text } = this.program;
    const gone = new RegExp(`\\bunset\\s*\\(\\s*\\$${name.name}\\s*\\)`);
    for (const write of [...reference.writes]) {
      if (write.node.start <= name.end || binding.writes.includes(write) || gone.test(text.slice(name.end, write.node.end + 2))) continue;
      if (path.length === 0) binding.writes.push(write);
      else if (isKind(write.node, 'assignment')) binding.mutations.push({ kind: 'set', path, node: write.node });
    }
  }

  /** PHP's `$options = ['secure' => &$same]; $same = false;` writes the entry. */
  #shareEntries(name: Name, { entries }: RecordExpression): void {
    const holder = this.lookUp(name.name, this.scopeOf(name));
    if (holder === undefined) return;
    const { text } = this.program;
    for (const entry of entries) {
      if (entry.kind !== 'property' || entry.value?.kind !== 'name' || entry.key.kind !== 'literal') continue;
      const { key, value } = entry;
      if (!/&\s*$/.test(text.slice(Math.max(0, value.start - 4), value.start))) continue;
      const path = [String(key.value)];
      for (const { node } of this.bindingOf(value)?.writes ?? [])
        if (node.start > entry.end && isKind(node, 'assignment')) holder.mutations.push({ kind: 'set', path, node });
    }
  }

  #aliasOf(name: Name, place: Place): readonly (readonly [Binding, Place])[] {
    const binding = this.lookUp(name.name, this.scopeOf(name));
    if (
      binding?.writes.length !== 1 ||
      binding.scope.kind === 'class' ||
      binding.parameter !== undefined ||
      binding.function !== undefined ||
      binding.import !== undefined
    )
      return [];
    const isStable =
      place.binding !== binding &&
      place.binding.class === undefined &&
      place.binding.function === undefined &&
      place.binding.writes.length <= 1;
    return isStable ? [[binding, place]] : [];
  }

  /** What a method call changes; the later calls of a chain of setters change what the first does: `text.append(a).append(b)`. */
  #changedBy(callee: Member): { binding: Binding; path: string[] } | undefined {
    let at = callee.object;
    while (at.kind === 'call' && at.callee.kind === 'member' && FLUENT.test(at.callee.property)) at = at.callee.object;
    if (at === callee.object) return this.rootOf(callee);
    const held = at.kind === 'call' ? undefined : this.rootOf(at);
    return held === undefined ? undefined : { binding: held.binding, path: [...held.path, callee.property] };
  }

  #attachAssignment(node: Assignment): void {
    const { target } = node;
    if (target.kind === 'name') {
      const binding = this.bindingOf(target) ?? this.#binding(this.root, target.name);
      this.#names.set(target, binding);
      binding.writes.push({ node, value: node.value, path: [], operator: node.operator });
      return;
    }
    if (target.kind === 'pattern') {
      this.#attachPattern(target, node, []);
      return;
    }
    if (target.kind === 'unary') this.#attachPointed(target.operand, node);
    const global = this.program.language === 'php' && target.kind === 'subscript' ? globalNamed(target) : undefined;
    const shared = global === undefined ? undefined : this.root.bindings.get(global);
    if (shared !== undefined) shared.writes.push({ node, value: node.value, path: [], operator: node.operator });
    if (target.kind !== 'member' && target.kind !== 'subscript') return;
    const found = this.rootOf(target) ?? this.#givenBack(target);
    if (found === undefined) {
      if (target.kind === 'subscript' && this.#isOwnObject(target.object)) this.#changeMembers(target.object, node);
      const keyed = keyedPart(target);
      const held = keyed === undefined ? undefined : this.#heldBy(keyed.object);
      if (held !== undefined) this.#mutate('keyed', held, node);
      return;
    }
    if (found.path.length === 0) found.binding.writes.push({ node, value: node.value, path: [], operator: node.operator });
    else this.#mutate('set', found, node);
  }

  /** `options().secure = false`, where the function gives back a variable that others see too. */
  #givenBack(target: Expression): Place | undefined {
    const path: string[] = [];
    let at = target;
    for (; at.kind === 'member'; at = at.object) path.unshift(at.property);
    if (at.kind !== 'call' || at.callee.kind !== 'name' || !SHARING.has(this.program.language)) return undefined;
    const binding = this.bindingOf(at.callee);
    const [write] = binding?.writes ?? [];
    const fn = binding?.function?.function ?? (binding?.writes.length === 1 && isKind(write?.value, 'function') ? write.value : undefined);
    const [given, ...others] = fn === undefined ? [] : this.returnsOf(fn);
    const place = given?.value?.kind === 'name' && others.length === 0 ? this.rootOf(given.value) : undefined;
    // What the function makes itself is another one each time.
    return place === undefined || place.binding.scope.node === fn ? undefined : { binding: place.binding, path: [...place.path, ...path] };
  }

  /** `*pointer = true` (Go, Rust) writes what the pointer points to: a variable, a field, or what the caller has given. */
  #attachPointed(pointer: Expression, node: Assignment): void {
    const binding = pointer.kind === 'name' ? this.bindingOf(pointer) : undefined;
    if (binding === undefined) return;
    const { alias } = binding;
    if (alias === undefined || alias.path.length === 0)
      (alias?.binding ?? binding).writes.push({ node, value: node.value, path: [], operator: node.operator });
    else this.#mutate('set', alias, node);
  }

  #attachPattern(pattern: Pattern, node: Assignment, path: readonly (string | number)[]): void {
    for (const element of pattern.elements) {
      const inner = [...path, element.key];
      if (element.target.kind === 'name') {
        const binding = this.bindingOf(element.target) ?? this.#binding(this.root, element.target.name);
        binding.writes.push({
          node,
          value: node.value,
          path: inner,
          operator: '=',
          ...(element.default === undefined ? {} : { fallback: element.default }),
        });
      } else this.#attachPattern(element.target, node, inner);
    }
  }

  /** The binding at the root of `a.b.c` / `a['b']` / `this.a.b`, with the property path below it. */
  rootOf(expression: Expression): Place | undefined {
    const path: string[] = [];
    let at = expression;
    for (;;) {
      if (at.kind === 'member') {
        path.unshift(at.property);
        at = at.object;
      } else if (
        at.kind === 'subscript' &&
        at.index.kind === 'literal' &&
        (typeof at.index.value === 'string' || typeof at.index.value === 'number')
      ) {
        path.unshift(String(at.index.value));
        at = at.object;
      } else break;
    }
    if (at.kind !== 'name') return undefined;
    if (at.name !== 'this') {
      const binding = this.bindingOf(at);
      return binding === undefined ? undefined : this.#staticMember(binding, path);
    }
    const owner = this.classAround(at);
    const scope = owner === undefined ? undefined : this.#scopes.get(owner);
    const first = path.shift();
    if (scope === undefined || first === undefined) return undefined;
    // `this.method()` is a call of the class's own method, not a change of a field.
    if (
      path.length === 0 &&
      expression.kind === 'member' &&
      isKind(this.#parents.get(expression), 'call') &&
      scope.bindings.get(first)?.function !== undefined
    )
      return undefined;
    return { binding: this.#binding(scope, first), path };
  }

  /** `Flags.secure` of a class of the file is the class's own variable. */
  #staticMember(binding: Binding, path: string[]): Place {
    if (binding.alias !== undefined && path.length > 0) return { binding: binding.alias.binding, path: [...binding.alias.path, ...path] };
    const [first, ...rest] = path;
    if (first === undefined || binding.class === undefined || binding.writes.length > 0) return { binding, path };
    const member = this.#scopes.get(binding.class)?.bindings.get(first);
    if (member === undefined || member.function !== undefined) return { binding, path };
    return this.#staticMember(member, rest);
  }
}

/** Whether a node (of those that have a kind) is of that kind. */
export function isKind<K extends KindedNode['kind']>(node: Node | undefined, kind: K): node is Extract<KindedNode, { kind: K }> {
  return node !== undefined && 'kind' in node && node.kind === kind;
}

type KindedNode = Extract<Node, { kind: string }>;

/** Whether a variable holds flags, numbers or texts, which are no objects that a call could change by a copy of the variable. */
const isPlain = ({ writes, parameter }: Binding): boolean =>
  parameter === undefined &&
  writes.length > 0 &&
  writes.every(
    ({ value, node, out }) =>
      out !== undefined ||
      (value === undefined
        ? isKind(node, 'declaration') && /^(?:bool|string|u?int\d*)$/.test(node.typeName ?? '')
        : value.kind === 'literal' || value.kind === 'logical' || value.kind === 'binary'),
  );

/** The variable of the file that PHP's `$GLOBALS['secure']` is. */
const globalNamed = ({ object, index }: Subscript): string | undefined =>
  object.kind === 'name' && object.name === 'GLOBALS' && index.kind === 'literal' && typeof index.value === 'string'
    ? index.value
    : undefined;

/** Languages that may call a function where it is written: `func() bool { return true }()`. */
const HAS_CALLED_LITERALS = new Set(['go', 'php', 'csharp', 'java', 'python']);

/** Languages in which functions of one name are told apart by their parameters. */
const OVERLOADS = new Set(['java', 'kotlin', 'csharp', 'scala']);

/** Languages in which a later definition of the same name replaces an earlier one. */
const REDEFINES = new Set(['python', 'ruby', 'javascript']);

/** The body of what a scope belongs to. */
const bodyOf = (node: Node | Program): Node | undefined =>
  'kind' in node && (node.kind === 'function' || node.kind === 'class-declaration') ? node.body : undefined;

/** Getters, setters and what belongs to the class stand beside methods of the same name; a decorated one may be a setter, an overload or a handler. */
const isSameKind = (before: FunctionDeclaration, after: FunctionDeclaration): boolean =>
  before.isGetter === after.isGetter &&
  before.isStatic === after.isStatic &&
  (before.function.decorators ?? []).length === 0 &&
  (after.function.decorators ?? []).length === 0 &&
  after.function.body.end > after.function.body.start;

/** Languages whose blocks have no `return` of their own. */
const LEAVES_BLOCKS = new Set(['ruby', 'kotlin', 'scala']);

/** Blocks that Ruby makes functions of. */
const isOwnFunction = ({ callee }: Call): boolean =>
  callee.kind === 'name' &&
  /^(?:lambda|proc|define_method|define_singleton_method|get|post|put|patch|delete|before|after|helpers)$/.test(callee.name);

/** The expression whose object a variable comes to share: the value itself, or what a pointer to it is taken of. */
function sharedObject(value: Expression, { language }: Program): Expression | undefined {
  const held = value.kind === 'unary' && value.operator !== 'not' && (language === 'go' || language === 'rust') ? value.operand : value;
  return held.kind === 'name' || held.kind === 'member' || held.kind === 'subscript' ? held : undefined;
}

/** Whether the language shares the object: Go's and Rust's structs and PHP's arrays are copied where no pointer is taken. */
function isShared({ binding, path }: Place, value: Expression, { language, text }: Program): boolean {
  switch (language) {
    case 'go': {
      const made = binding.writes[0]?.value;
      const isPointer =
        path.length === 0 &&
        (binding.parameter?.typeName?.startsWith('*') === true ||
          (made !== undefined && text[made.start - 1] === '&') ||
          (made?.kind === 'unary' && made.operator === 'other'));
      // What a pointer points to is copied: `copied := *base`.
      if (text[value.start - 1] === '*' || text[value.start] === '*') return false;
      return isPointer || text[value.start - 1] === '&' || text[value.start] === '&';
    }
    case 'rust':
      return /^&\s*mut\b/.test(text.slice(value.start, value.start + 12)) || /&\s*mut\s*$/.test(text.slice(value.start - 8, value.start));
    case 'php':
      // Arrays are copied, objects are not, unless they are cloned.
      if (
        /\bclone\s+$/.test(text.slice(Math.max(0, value.start - 8), value.start)) ||
        /^clone\b/.test(text.slice(value.start, value.start + 6))
      )
        return false;
      return (
        /=\s*&\s*$/.test(text.slice(Math.max(0, value.start - 6), value.start)) ||
        (path.length === 0 && binding.writes[0]?.value?.kind === 'call' && binding.writes[0].value.isNew)
      );
    default:
      return PROGRAMMING.has(language);
  }
}

/** The innermost part of a target whose key is computed: `cookies[name]` of `cookies[name].secure`. */
export function keyedPart(target: Expression): Subscript | undefined {
  let found: Subscript | undefined;
  for (let at = target; at.kind === 'member' || at.kind === 'subscript'; at = at.object)
    if (at.kind === 'subscript' && at.index.kind !== 'literal') found = at;
  return found;
}

/** The keys of a target below its computed one; undefined where another of them is computed. */
export function keysBelow(target: Expression, keyed: Subscript): readonly string[] | undefined {
  const keys: string[] = [];
  for (let at = target; at !== keyed; at = at.object) {
    if (at.kind === 'member') keys.unshift(at.property);
    else if (at.kind === 'subscript' && at.index.kind === 'literal') keys.unshift(String(at.index.value));
    else return undefined;
  }
  return keys;
}

/** What a place is by the name under which its object was made: `const { session } = config`, `const { cookie } = session`. */
function throughAliases(place: Place, depth = 0): Place {
  const { alias } = place.binding;
  return alias === undefined || depth > MAX_ALIASES
    ? place
    : throughAliases({ binding: alias.binding, path: [...alias.path, ...place.path] }, depth + 1);
}

const MAX_ALIASES = 8;

/** Calls that change what they are given first, beside those that merge: `Object.defineProperty(options, …)`, `Reflect.deleteProperty(options, 'secure')`. */
const changesFirst = ({ property, object }: Member): boolean =>
  /^definePropert(?:y|ies)$/.test(property) ||
  (object.kind === 'name' && object.name === 'Reflect' && /^(?:set|deleteProperty)$/.test(property));

const PROGRAMMING = new Set(['javascript', 'python', 'ruby', 'java', 'kotlin', 'scala', 'csharp']);

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'block' && at.parent !== undefined) at = at.parent;
  return at;
}
