/** Everything that deciding about one file needs: which conditions of surfaces hold in it, and what was found so far. */
import { calledName } from '../syntax/called-name.js';
import type { Confidence } from '../cookies/finding.js';
import type { Call, Expression, Node, Program, Range, RecordExpression } from '../syntax/ir.js';
import { blockAround, calleeName, directivesOf } from '../syntax/settings/blocks.js';
import { Context } from '../values/context.js';
import type { Evaluator } from '../values/evaluator.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits, referenceOf, requiredModule, type Reference } from '../values/references.js';
import type { GivenElsewhere } from '../values/links.js';
import type { Value } from '../values/value.js';
import { lastSegment, listOf, type Candidate } from './candidates.js';
import { basesOf, constructedAs, libraryCalls } from './library-calls.js';
import { derivesFrom } from './derived-classes.js';
import type { Matched } from './matched.js';
import type { ArgumentConditions, CallMatch, EntryMatch, Match, MatchConditions, Receiver, Rule, SettingBeside } from './surface.js';
import { ofRequest, type SentAgain } from './sent-again.js';
import { callsBeside, writesBeside } from './said-beside.js';
import { isGivenTo } from './takers.js';
import { runsBeside } from './runs-beside.js';
import { isCalledByNobody, isOnHelpersParameter } from './uncalled.js';
import { isWrittenOutside } from './written-outside.js';
import { isKeptFromResponse, isNeverTaken, isOnlyCompared, isOnlyRead } from './unused.js';
import { isBefore } from './versions.js';

/** What the matcher asks about the app that a file belongs to. */
export interface AppFacts {
  /** Whether the app's manifest names one of the packages. */
  hasPackage(program: Program, packages: readonly string[]): boolean;
  /** The version that the app's manifest gives for a package. */
  versionOf(program: Program, name: string): string | undefined;
  /** Whether a class of that name in the app's files derives from a library's that a surface is about. */
  mayDerive(program: Program, name: string): boolean;
  /** Does the work about one place of the file; what goes wrong there costs that place alone. */
  attempt(node: Node, work: () => void): void;
}

/** The module that stands as an argument itself: `require('m')`, `import('m')`, `(await import('m')).default`. */
function moduleGiven(written: Expression, index: ProgramIndex): string | undefined {
  if (written.kind !== 'call' && written.kind !== 'unary' && written.kind !== 'member') return undefined;
  const reference = referenceOf(written, index);
  return reference?.root === 'import' && reference.binding === undefined ? reference.path.replace(/\.default$/, '') : undefined;
}

/** Languages in which a bare name means the class of the file's own namespace before that of a whole namespace that is imported. */
const OWN_NAMESPACE: ReadonlySet<string> = new Set(['php', 'java', 'kotlin', 'scala', 'csharp']);

/** What can be a header's name or another fixed word; calls and operators are not followed for it. */
const MAY_BE_WORD: ReadonlySet<string> = new Set(['literal', 'name', 'member', 'subscript', 'template', 'binary', 'list']);

/** A word is a literal or a constant: following it must stay cheap, as every call of a common method asks. */
const WORD_STEPS = 200;

/** Ways in which a cookie object is made that is never sent. */
const IS_INERT = [isKeptFromResponse, isOnlyCompared, isOnlyRead];

/** A match without what the candidate says; `program`: where it stands in another file. */
export type FoundAt = Omit<Matched, 'rule' | 'surface' | 'program'> & { readonly program?: Program };

/** Everything that deciding about one file needs. */
export class FileContext {
  readonly program: Program;
  readonly index: ProgramIndex;
  readonly #evaluator: Evaluator;
  readonly #app: AppFacts;
  readonly #found: (Matched & { readonly order: number })[];
  readonly #allowed = new Map<Match, boolean>();
  readonly #mayDerive = new Map<string, boolean>();
  #modules: ReadonlySet<string> | undefined;

  constructor(program: Program, index: ProgramIndex, evaluator: Evaluator, app: AppFacts, found: (Matched & { readonly order: number })[]) {
    this.program = program;
    this.index = index;
    this.#evaluator = evaluator;
    this.#app = app;
    this.#found = found;
  }

  /** What the file gives programs out of other files. */
  handedVariables(): readonly GivenElsewhere[] {
    return this.#evaluator.links.handedVariables?.(this.program) ?? [];
  }

  add(candidate: Candidate, at: FoundAt): void {
    if (candidate.match.once === true && this.#found.some((one) => one.surface === candidate.surface)) return;
    const { givenTo, notGivenTo, unlessCalled, unlessRun } = candidate.match;
    if (unlessCalled !== undefined && at.call !== undefined && this.#isCalledToo(at.call, unlessCalled)) return;
    if (unlessRun !== undefined && runsBeside(at.node, unlessRun, this.index)) return;
    if (!this.#functionFits(at.node, candidate.match) || !this.#settingsFit(at.node, candidate.match)) return;
    if (candidate.match.unlessAround?.test(this.#textAround(at.node)) === true) return;
    if (candidate.surface.kind === 'proxy' && isCalledByNobody(at.node, this.index, this.#evaluator)) return;
    if ('inert' in candidate.surface && IS_INERT.some((isInert) => isInert(at.node, this.index))) return;
    if (candidate.match.unlessHelper === true && at.call !== undefined && isOnHelpersParameter(at.call, this.index)) return;
    if (candidate.match.writtenOutside === true && !isWrittenOutside(at.node, this.index, this.#evaluator)) return;
    if (candidate.match.unused === true && !isNeverTaken(at.node, this.index)) return;
    if (givenTo !== undefined && !isGivenTo(at.node, givenTo, this.index)) return;
    if (notGivenTo !== undefined && isGivenTo(at.node, notGivenTo, this.index)) return;
    const { sendsAgain } = candidate.match;
    const sent = sendsAgain === undefined ? undefined : this.#sentAgain(at.call?.args[sendsAgain.argument]?.value, sendsAgain.from);
    if (sendsAgain !== undefined && sent === undefined) return;
    const limit = 'confidence' in candidate.surface ? candidate.surface.confidence : undefined;
    this.#found.push({
      ...at,
      rule: candidate.rule,
      surface: candidate.surface,
      program: at.program ?? this.program,
      order: candidate.order,
      confidence: lower(at.confidence, limit),
      ...(sent === undefined ? {} : { sent }),
    });
  }

  #sentAgain(given: Expression | undefined, from: RegExp): SentAgain | undefined {
    this.#evaluator.begin();
    return given === undefined ? undefined : ofRequest(given, from, new Context(this.#evaluator, this.program, undefined));
  }

  /** Whether the function around a node has a name that a match wants, and none that it does not. */
  #functionFits(node: Node, { inFunction, unlessInFunction }: MatchConditions): boolean {
    if (inFunction === undefined && unlessInFunction === undefined) return true;
    const name = this.index.functionAround(node)?.name ?? '';
    return (inFunction?.test(name) ?? true) && unlessInFunction?.test(name) !== true;
  }

  #settingsFit(node: Node, { writes, unlessWrites }: MatchConditions): boolean {
    const isWritten = (one: SettingBeside): boolean => writesBeside(node, one, this.index);
    return writes?.every(isWritten) !== false && unlessWrites?.some(isWritten) !== true;
  }

  /** The text of the class around a node, or of the file. */
  #textAround(node: Node): string {
    const around = this.index.classAround(node);
    return around === undefined ? this.program.text : this.program.text.slice(around.start, around.end);
  }

  /** Whether another method of what a method is called on is called with such an argument. */
  #isCalledToo({ callee }: Call, { method, source }: NonNullable<MatchConditions['unlessCalled']>): boolean {
    const held = callee.kind === 'member' ? this.index.rootOf(callee.object) : undefined;
    return (
      held?.binding.mutations.some(
        ({ node, path }) => node.kind === 'call' && path.at(-1) === method && source.test(sourceOf(node.args[0], this.program)),
      ) === true
    );
  }

  /** `call`: `node` as if it were written with what it calls. */
  addCall(candidate: Candidate<CallMatch & Match>, node: Call, call: Call, reference: Reference): void {
    if (
      !this.allows(candidate) ||
      !listOf(candidate.match.call).some((path) => pathFits(path, reference, this.program)) ||
      !this.argumentsFit(call, candidate.match)
    )
      return;
    if (this.#isOwnFunction(call, candidate.rule) || this.#isOwnClass(call, reference)) return;
    this.add(candidate, { node, call, confidence: 'high' });
  }

  /**
   * The classes of libraries whose constructor a call runs without naming them. A class of another app may bear one of the libraries'
   * `names`: it is looked for where it is made.
   */
  libraryCalls(call: Call, names: ReadonlySet<string>): readonly Reference[] {
    this.#evaluator.begin(WORD_STEPS);
    return libraryCalls(call, this.index, this.#evaluator, (name) => names.has(name) || this.#mayDeriveFrom(name));
  }

  /** How sure it is that an object is an instance of a class of the repository which derives from that of a receiver. */
  derivedReceiver(object: Expression, receiver: Receiver): Confidence | undefined {
    if (receiver.types === undefined && receiver.paths === undefined) return undefined;
    const made = /(?:^|[./])([A-Z]\w*)(?:\.new)?\(\)$/.exec(referenceOf(object, this.index)?.path ?? '')?.[1];
    if (made === undefined || !this.#mayDeriveFrom(made)) return undefined;
    this.#evaluator.begin(WORD_STEPS);
    const value = this.#evaluator.evaluate(object, this.program);
    const bases = value.kind === 'object' && value.instanceOf !== undefined ? basesOf(value.instanceOf, this.#evaluator) : [];
    const isAmong = (paths: readonly string[] | undefined): boolean =>
      paths?.some((path) => bases.some((base) => pathFits(path, { ...base, path: `${base.path}()` }, this.program))) === true;
    if (isAmong(receiver.not)) return undefined;
    const isOfType = receiver.types?.some((type) => bases.some((base) => lastSegment(type) === lastSegment(base.path))) === true;
    return isOfType || isAmong(receiver.paths) ? 'high' : undefined;
  }

  #mayDeriveFrom(name: string): boolean {
    const known = this.#mayDerive.get(name) ?? this.#app.mayDerive(this.program, name);
    this.#mayDerive.set(name, known);
    return known;
  }

  /** A call that makes a class of the repository which derives from what the surface is about. */
  addSubclass(candidate: Candidate<CallMatch & Match>, node: Call, call: Call, { path }: Reference): void {
    const { subclasses, call: bases } = candidate.match;
    if (subclasses === undefined || !/(?:^|\.)[A-Z]\w*$/.test(path) || !this.allows(candidate)) return;
    if (!this.argumentsFit(call, candidate.match)) return;
    this.#evaluator.begin(WORD_STEPS);
    const made = this.#evaluator.evaluate(call.callee, this.program);
    if (made.kind !== 'class' || !derivesFrom(made, listOf(bases), this.#evaluator)) return;
    if (subclasses === 'only' || !subclasses.unlessSays.test(made.program.text.slice(made.node.start, made.node.end)))
      this.add(candidate, { node, call, confidence: 'high' });
  }

  /** A PHP function of the repository that bears the name of a framework's helper: its body is judged. PHP's own cannot be declared again. */
  #isOwnFunction({ callee }: Call, rule: Rule): boolean {
    if (callee.kind !== 'name' || this.program.language !== 'php' || rule.id === 'php') return false;
    const { name } = callee;
    return this.#programsSaying(`function ${name}(`).some((one) => this.#indexOf(one).root.bindings.get(name)?.function !== undefined);
  }

  /** A class of the repository that bears the name of a library's, where the file means its own: it imports none, and one stands in its namespace. */
  #isOwnClass({ callee }: Call, { root, rootName }: Reference): boolean {
    const { language, namespace, text } = this.program;
    // PHP's `\Cookie::queue()` means the class of no namespace, whatever stands in the file's own.
    if (language === 'php' && namespace !== undefined && text.slice(callee.start - 1, callee.start + 1).includes('\\')) return false;
    if (root !== 'global' || !OWN_NAMESPACE.has(language) || !/^[A-Z]\w*$/.test(rootName)) return false;
    const isDeclared = this.#programsSaying(`class ${rootName}`).some(
      (one) => one.namespace === namespace && this.#indexOf(one).classes.some(({ name, bases }) => name === rootName && bases.length === 0),
    );
    return isDeclared || this.#isImportedClass(callee);
  }

  /** A class or interface of the repository that a star import or the class around brings in. */
  #isImportedClass(callee: Expression): boolean {
    if (this.program.language === 'php') return false;
    this.#evaluator.begin(WORD_STEPS);
    const value = this.#evaluator.evaluate(callee, this.program);
    return value.kind === 'class' && value.node.bases.length === 0;
  }

  #programsSaying(words: string): readonly Program[] {
    return [this.program, ...(this.#evaluator.links.filesSaying?.(this.program, [words]) ?? [])];
  }

  #indexOf(program: Program): ProgramIndex {
    return this.#evaluator.indexOf(program);
  }

  /** Whether the conditions of a match hold for the file as a whole. */
  allows({ rule, match }: Candidate): boolean {
    let allowed = this.#allowed.get(match);
    if (allowed === undefined) {
      allowed = this.#conditionsHold(rule, match);
      this.#allowed.set(match, allowed);
    }
    return allowed;
  }

  #conditionsHold(rule: Rule, match: Match): boolean {
    const { program } = this;
    if (!(match.languages ?? rule.languages).includes(program.language)) return false;
    if (match.file !== undefined && !match.file.test(program.path)) return false;
    if (match.mentions !== undefined && !match.mentions.test(program.text)) return false;
    if (match.unlessPackages !== undefined && this.#app.hasPackage(program, match.unlessPackages)) return false;
    if (match.calls?.some((one) => callsBeside(one, this.index)) === false) return false;
    if (match.unlessCalls?.some((one) => callsBeside(one, this.index)) === true) return false;
    if (match.imports !== undefined && !match.imports.some((module) => this.#importsModule(module))) return false;
    if (match.unlessImports?.some((module) => this.#importsModule(module)) === true) return false;
    if (match.packageBefore !== undefined && !isBefore(this.#app.versionOf(program, match.packageBefore[0]), match.packageBefore[1]))
      return false;
    return match.packages === undefined || this.#app.hasPackage(program, match.packages);
  }

  #importsModule(module: string): boolean {
    if (this.#modules === undefined) {
      const modules = new Set<string>();
      for (const statement of this.index.imports) {
        const written = statement.module.replace(/^node:/, '').replaceAll('::', '.');
        modules.add(written);
        for (const name of statement.names) modules.add(`${written}.${name.imported}`);
      }
      for (const call of this.index.calls) {
        const required = requiredModule(call);
        if (required !== undefined) modules.add(required);
      }
      this.#modules = modules;
    }
    for (const own of this.#modules) if (own === module || own.startsWith(`${module}/`) || own.startsWith(`${module}.`)) return true;
    return false;
  }

  /** A method of `this` (or of what it holds) that a class of the file defines: its body is judged, with its callers' arguments. */
  isOwnMethod({ object, property }: Expression & { readonly kind: 'member' }): boolean {
    let at = object;
    while (at.kind === 'member') at = at.object;
    if (at.kind !== 'name' || at.name !== 'this') return false;
    // A field of the class is not the class: `this.store.set()` is no call of the class's own `set`.
    const around = at === object ? undefined : this.index.classAround(at);
    return this.index.classes.some((one) => one !== around && this.index.classScope(one)?.bindings.get(property)?.function !== undefined);
  }

  expressionFits(expression: Expression, patterns: readonly string[]): boolean {
    const reference = referenceOf(expression, this.index);
    return reference !== undefined && patterns.some((pattern) => pathFits(pattern, reference, this.program));
  }

  argumentsFit(call: Call, conditions: ArgumentConditions): boolean {
    const { args, argument, derived, named, typeArgument, lambda, source } = conditions;
    if (!this.#directiveFits(call, conditions)) return false;
    if (
      args !== undefined &&
      !call.args.some((one) => one.spread !== undefined) &&
      (call.args.length < args[0] || call.args.length > args[1])
    )
      return false;
    if (named !== undefined && !call.args.some((one) => one.name !== undefined && named.includes(one.name))) return false;
    if (typeArgument !== undefined && !hasTypeArgument(call, typeArgument)) return false;
    if (lambda === true && call.block === undefined && !call.args.some((one) => one.value.kind === 'function')) return false;
    for (const [i, wanted] of Object.entries(source ?? {})) if (!wanted.test(sourceOf(call.args[Number(i)], this.program))) return false;
    for (const [i, wanted] of Object.entries(derived ?? {})) if (!this.#isDerived(call, Number(i), wanted)) return false;
    for (const [i, wanted] of Object.entries(argument ?? {})) if (!this.#argumentIs(call, Number(i), wanted)) return false;
    return true;
  }

  #directiveFits(call: Call, { words, withoutWords, inBlock, withDirective }: ArgumentConditions): boolean {
    const has = (wanted: readonly string[]): boolean =>
      call.args.some(({ value }) => value.kind === 'literal' && wanted.includes(String(value.value).toLowerCase()));
    if ((words !== undefined && !has(words)) || (withoutWords !== undefined && has(withoutWords))) return false;
    if (withDirective !== undefined && !directivesOf(call, this.index).some((other) => calleeName(other) === withDirective)) return false;
    if (inBlock === undefined) return true;
    for (let at = blockAround(call, this.index); at !== undefined; at = blockAround(at, this.index))
      if (inBlock.includes(calleeName(at) ?? '')) return true;
    return false;
  }

  #isDerived(call: Call, i: number, { from, says, unlessSays }: NonNullable<ArgumentConditions['derived']>[number]): boolean {
    const written = call.args[i]?.value;
    if (written === undefined || !MAY_BE_WORD.has(written.kind)) return false;
    this.#evaluator.begin(WORD_STEPS);
    const value = this.#evaluator.evaluate(written, this.program);
    if (value.kind !== 'class' || !derivesFrom(value, from, this.#evaluator)) return false;
    const body = value.program.text.slice(value.node.start, value.node.end);
    return (says === undefined || says.test(body)) && unlessSays?.test(body) !== true;
  }

  #argumentIs(call: Call, i: number, wanted: readonly string[] | RegExp): boolean {
    const written = call.args[i]?.value;
    const module = written === undefined ? undefined : moduleGiven(written, this.index);
    if (module !== undefined && !(wanted instanceof RegExp)) return wanted.includes(module);
    if (
      written === undefined ||
      !(MAY_BE_WORD.has(written.kind) || (written.kind === 'call' && wanted instanceof RegExp)) ||
      this.#isAwaited(written)
    )
      return false;
    this.#evaluator.begin(WORD_STEPS);
    const value = this.#evaluator.evaluate(written, this.program);
    const fits = (word: string): boolean =>
      wanted instanceof RegExp ? wanted.test(word) : wanted.some((one) => one.toLowerCase() === word.toLowerCase());
    if (value.kind === 'known') return fits(String(value.value));
    if (value.kind === 'symbol') return fits(lastSegment(value.path));
    // A class of the repository without a constructor is made as the one that it derives from.
    if (value.kind === 'class') return constructedAs(value, this.#evaluator).some(({ path }) => fits(lastSegment(path)));
    const start = wanted instanceof RegExp ? knownStart(value) : undefined;
    return start !== undefined && fits(start);
  }

  /** A name for what a promise gave is no constant: `const [user, key] = await Promise.all([…])`. A module that is awaited may hold some. */
  #isAwaited(expression: Expression): boolean {
    const value = expression.kind === 'name' ? this.index.bindingOf(expression)?.writes[0]?.value : undefined;
    if (value?.kind !== 'unary' || value.operator !== 'await') return false;
    const { operand } = value;
    return operand.kind !== 'call' || operand.callee.kind !== 'name' || operand.callee.name !== 'import';
  }

  /** Whether the records around `record` carry the keys of an entry path, inner to outer, and what the match asks for beside it. */
  entryPathFits(path: string, record: RecordExpression, match: EntryMatch): boolean {
    for (const [name, wanted] of Object.entries(match.beside ?? {})) if (!hasEntry(record, name, wanted)) return false;
    const keys = path.toLowerCase().split('.').slice(0, -1);
    let outer: RecordExpression | undefined = record;
    let at: Node | undefined = this.index.parent(record);
    for (const key of keys.reverse()) {
      while (at !== undefined && (!('kind' in at) || (at.kind !== 'property' && at.kind !== 'record'))) at = this.index.parent(at);
      if (at === undefined || !('kind' in at) || at.kind !== 'property' || entryKey(at.key)?.toLowerCase() !== key) return false;
      at = this.index.parent(at);
      outer = at !== undefined && 'kind' in at && at.kind === 'record' ? at : undefined;
      if (outer !== undefined) at = this.index.parent(outer);
    }
    if (match.under !== undefined && (at === undefined || !('name' in at) || !match.under.includes(at.name))) return false;
    if (match.around?.some((name) => outer === undefined || !hasEntry(outer, name, true)) === true) return false;
    return match.within === undefined || this.#isArgumentOf(at, match.within);
  }

  /** Whether a node stands in an argument of a call of one of the names, through records, lists and conditions only. */
  #isArgumentOf(node: Node | undefined, names: readonly string[]): boolean {
    let at = node;
    while (at !== undefined && (!('kind' in at) || ['property', 'record', 'list', 'conditional', 'logical', 'unary'].includes(at.kind)))
      at = this.index.parent(at);
    if (at === undefined || !('kind' in at) || at.kind !== 'call') return false;
    const { callee } = at;
    const name = calledName(callee);
    return name !== undefined && names.includes(name);
  }
}

/** Whether a call, or the one that gives its receiver, is passed one of the types. */
function hasTypeArgument({ typeArguments, callee }: Call, wanted: readonly string[] | true): boolean {
  const receiver = callee.kind === 'member' && callee.object.kind === 'call' ? callee.object.typeArguments : undefined;
  return [...(typeArguments ?? []), ...(receiver ?? [])].some((type) => wanted === true || wanted.includes(lastSegment(type)));
}

/** The text that a text with unknown pieces begins with. */
function knownStart(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  if (value.kind === 'choice') {
    const [one, other] = [knownStart(value.consequent), knownStart(value.alternate)];
    return one === undefined || other === undefined ? undefined : one.startsWith(other) ? other : other.startsWith(one) ? one : undefined;
  }
  return value.kind === 'operation' && value.operator === 'text' && value.operands[0] !== undefined
    ? knownStart(value.operands[0])
    : undefined;
}

const sourceOf = (range: Range | undefined, program: Program): string =>
  range === undefined ? '' : program.text.slice(range.start, Math.min(range.end, range.start + 2000));

function hasEntry(record: RecordExpression, name: string, wanted: readonly string[] | RegExp | true): boolean {
  return record.entries.some(
    (entry) =>
      entry.kind === 'property' &&
      entryKey(entry.key) === name &&
      (wanted === true ||
        (entry.value.kind === 'literal' &&
          (wanted instanceof RegExp ? wanted.test(String(entry.value.value)) : wanted.includes(String(entry.value.value).toLowerCase())))),
  );
}

/** The text of an entry's key: a literal, or the last segment of a constant (`HttpHeaders.SET_COOKIE` reads `set-cookie`). */
export function entryKey(key: Expression): string | undefined {
  if (key.kind === 'literal') return String(key.value);
  if (key.kind === 'member') return key.property.replace(/^HTTP2_HEADER_/, '').replace(/_/g, '-');
  return undefined;
}

export const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

const lower = (a: Confidence, b: Confidence | undefined): Confidence => (b !== undefined && RANK[b] < RANK[a] ? b : a);
