/** Finds the places of one file that fit the surfaces of the catalogue: one pass over calls, records, assignments and settings. */
import type { Confidence } from '../cookies/finding.js';
import type { Call, Declaration, Expression, ListExpression, Node, Pattern, Program, Range, RecordExpression } from '../syntax/ir.js';
import { flattenSettings, relaxedKey } from '../syntax/settings/flatten.js';
import { blockAround, calleeName, directivesOf } from '../syntax/settings/blocks.js';
import type { Evaluator } from '../values/evaluator.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits, referenceOf, requiredModule, typePath, type Reference } from '../values/references.js';
import type { Value } from '../values/value.js';
import { labelGroups, variablesOf, type GivenVariable } from './deployment-variables.js';
import type { Matched } from './matched.js';
import { isGivenTo } from './takers.js';
import { receiverFits } from './receivers.js';
import { isBefore } from './versions.js';
import type { ArgumentConditions, AssignMatch, CallMatch, ClassMatch, DeclaredMatch, EntryMatch, ItemMatch, LabelsMatch, Match, MethodMatch, PairMatch, RecordMatch, Rule, SettingMatch, Surface, VariableMatch } from './surface.js';

interface Candidate<M extends Match = Match> {
  readonly rule: Rule;
  readonly surface: Surface;
  readonly match: M;
  readonly order: number;
}

/** What the matcher asks about the app that a file belongs to. */
export interface AppFacts {
  /** Whether the app's manifest names one of the packages. */
  hasPackage(program: Program, packages: readonly string[]): boolean;
  /** The version that the app's manifest gives for a package. */
  versionOf(program: Program, name: string): string | undefined;
}

const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? (one as readonly T[]) : [one as T]);

/** What can be a header's name or another fixed word; calls and operators are not followed for it. */
const MAY_BE_WORD: ReadonlySet<string> = new Set(['literal', 'name', 'member', 'subscript', 'template', 'binary', 'list']);
/** A word is a literal or a constant: following it must stay cheap, as every call of a common method asks. */
const WORD_STEPS = 200;

/** The last segment of a path, by which candidates are looked up. */
const lastSegment = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** The surfaces of a catalogue, arranged so that a call is compared with few of them. */
export class FileMatcher {
  readonly #calls = new Map<string, Candidate<CallMatch & Match>[]>();
  readonly #anyCalls: Candidate<CallMatch & Match>[] = [];
  readonly #methods = new Map<string, Candidate<MethodMatch & Match>[]>();
  readonly #records: Candidate<RecordMatch & Match>[] = [];
  readonly #declared: Candidate<DeclaredMatch & Match>[] = [];
  readonly #assigns: Candidate<AssignMatch & Match>[] = [];
  readonly #settings: Candidate<SettingMatch & Match>[] = [];
  readonly #variables: Candidate<VariableMatch & Match>[] = [];
  readonly #labels: Candidate<LabelsMatch & Match>[] = [];
  readonly #entries = new Map<string, Candidate<EntryMatch & Match>[]>();
  readonly #pairs: Candidate<(PairMatch | ItemMatch) & Match>[] = [];
  readonly #classes: Candidate<ClassMatch & Match>[] = [];

  constructor(rules: readonly Rule[]) {
    let order = 0;
    for (const rule of rules) {
      for (const surface of rule.surfaces) for (const match of listOf(surface.match)) this.#add({ rule, surface, match, order: order++ });
    }
  }

  #add(candidate: Candidate): void {
    const { match } = candidate;
    if ('call' in match || 'decorator' in match) {
      const as = { ...candidate, match: ('call' in match ? match : { ...match, call: match.decorator }) };
      for (const path of listOf(as.match.call)) {
        const key = lastSegment(path);
        if (key.includes('*')) this.#anyCalls.push(as);
        else push(this.#calls, key, as);
      }
    } else if ('method' in match) for (const method of listOf(match.method)) push(this.#methods, method, candidate as Candidate<MethodMatch & Match>);
    else if ('declared' in match) this.#declared.push(candidate as Candidate<DeclaredMatch & Match>);
    else if ('record' in match) this.#records.push(candidate as Candidate<RecordMatch & Match>);
    else if ('assign' in match) this.#assigns.push(candidate as Candidate<AssignMatch & Match>);
    else if ('setting' in match) this.#settings.push(candidate as Candidate<SettingMatch & Match>);
    else if ('variable' in match) this.#variables.push(candidate as Candidate<VariableMatch & Match>);
    else if ('labels' in match) this.#labels.push(candidate as Candidate<LabelsMatch & Match>);
    else if ('entry' in match) for (const path of listOf(match.entry)) push(this.#entries, lastSegment(path).toLowerCase(), candidate as Candidate<EntryMatch & Match>);
    else if ('pair' in match || 'item' in match) this.#pairs.push(candidate as Candidate<(PairMatch | ItemMatch) & Match>);
    else this.#classes.push(candidate as Candidate<ClassMatch & Match>);
  }

  /**
   * All matches of a file. A node fits one surface at most of each kind: the one with the highest confidence, then the
   * one that is earlier in the catalogue.
   */
  match(program: Program, evaluator: Evaluator, app: AppFacts): Matched[] {
    const index = evaluator.indexOf(program);
    const found: (Matched & { readonly order: number })[] = [];
    const context = new FileContext(program, index, evaluator, app, found);
    for (const call of index.calls) this.#matchCall(call, context);
    if (this.#records.length > 0) for (const record of index.records) this.#matchTypedRecord(record, context);
    if (this.#declared.length > 0) for (const declaration of index.declarations) this.#matchDeclared(declaration, context);
    for (const record of index.records) this.#matchEntries(record, context);
    if (this.#pairs.length > 0) for (const list of index.lists) this.#matchPairs(list, context);
    for (const assignment of index.assignments) this.#matchAssignment(assignment, context);
    this.#matchSettings(program, context);
    this.#matchVariables(context);
    for (const candidate of this.#classes) this.#matchClasses(candidate, context);
    return best(found);
  }

  #matchCall(call: Call, context: FileContext): void {
    const { callee } = call;
    if (callee.kind === 'member' && !context.isOwnMethod(callee)) {
      for (const candidate of this.#methods.get(callee.property) ?? []) {
        if (!context.allows(candidate) || !context.argumentsFit(call, candidate.match)) continue;
        const confidence = receiverFits(callee.object, candidate.match.receiver, context.index);
        if (confidence !== undefined) context.add(candidate, { node: call, call, confidence });
      }
    }
    const reference = referenceOf(callee, context.index);
    if (reference === undefined) return;
    const candidates = this.#calls.get(lastSegment(reference.path));
    for (const candidate of candidates ?? []) context.addCall(candidate, call, reference);
    for (const candidate of this.#anyCalls) context.addCall(candidate, call, reference);
  }

  #matchTypedRecord(record: RecordExpression, context: FileContext): void {
    if (record.type === undefined) return;
    const reference = referenceOf(record.type, context.index);
    if (reference === undefined) return;
    for (const candidate of this.#records) {
      if (!context.allows(candidate) || !listOf(candidate.match.record).some((path) => pathFits(path, reference, context.program))) continue;
      context.add(candidate, { node: record, record, confidence: 'high' });
    }
  }

  #matchDeclared(declaration: Declaration, context: FileContext): void {
    const { typeName, value } = declaration;
    if (typeName === undefined || value !== undefined || typeName.startsWith('*') || context.index.functionAround(declaration) === undefined) return;
    const path = typePath(typeName, context.index);
    if (path === undefined) return;
    for (const candidate of this.#declared) {
      if (!context.allows(candidate) || !listOf(candidate.match.declared).some((wanted) => pathFits(wanted, { path, root: 'typed' }, context.program))) continue;
      context.add(candidate, { node: declaration, confidence: 'high' });
    }
  }

  #matchEntries(record: RecordExpression, context: FileContext): void {
    for (const entry of record.entries) {
      if (entry.kind !== 'property') continue;
      const key = entryKey(entry.key);
      if (key === undefined) continue;
      for (const candidate of this.#entries.get(key.toLowerCase()) ?? []) {
        if (!context.allows(candidate) || !listOf(candidate.match.entry).some((path) => context.entryPathFits(path, record, candidate.match))) continue;
        context.add(candidate, { node: entry, value: entry.value, confidence: 'high' });
      }
    }
  }

  #matchPairs(list: ListExpression, context: FileContext): void {
    for (const candidate of this.#pairs) {
      if (!context.allows(candidate)) continue;
      list.items.forEach((item, i) => {
        const { match } = candidate;
        const next = 'pair' in match ? list.items[i + 1]?.value : item.value;
        if (next === undefined || item.value.kind !== 'literal' || String(item.value.value).toLowerCase() !== ('pair' in match ? match.pair : match.item)) return;
        context.add(candidate, { node: next, value: next, confidence: 'high' });
      });
    }
  }

  #matchAssignment(assignment: ProgramIndex['assignments'][number], context: FileContext): void {
    const path = targetPath(assignment.target, context.index);
    if (path === undefined) return;
    for (const candidate of this.#assigns) {
      if (!context.allows(candidate) || !listOf(candidate.match.assign).some((pattern) => pathFits(pattern, path, context.program))) continue;
      if (candidate.match.value === 'record' && assignment.value.kind !== 'record') continue;
      if (candidate.match.target === 'subscript' && assignment.target.kind !== 'subscript') continue;
      context.add(candidate, { node: assignment, assignment, value: assignment.value, confidence: path.root === 'variable' ? 'medium' : 'high' });
    }
  }

  #matchSettings(program: Program, context: FileContext): void {
    if (this.#settings.length === 0) return;
    const candidates = this.#settings.filter((candidate) => context.allows(candidate));
    if (candidates.length === 0) return;
    const relaxed = new Map<string, string>();
    for (const root of settingRecords(program, context.index)) {
      for (const setting of flattenSettings(root)) {
        for (const candidate of candidates) {
          const { match } = candidate;
          const written = match.relaxed === true ? memo(relaxed, setting.joined, relaxedKey) : setting.joined;
          if (!listOf(match.setting).some((wanted) => keyFits(match.relaxed === true ? relaxedKey(wanted) : wanted, written))) continue;
          if (match.is !== undefined && !(setting.value.kind === 'literal' && match.is.includes(String(setting.value.value).toLowerCase()))) continue;
          const isSection = setting.value.kind === 'record';
          if (match.section === true && !isSection && setting.value.kind !== 'literal') continue;
          context.add(candidate, {
            node: setting.entry,
            value: setting.value,
            confidence: 'high',
            ...(setting.value.kind === 'record' ? { record: setting.value } : {}),
            ...(match.placeholders === undefined ? {} : { placeholders: match.placeholders }),
          });
        }
      }
    }
    this.#matchTopLevelNames(candidates, context);
  }

  #matchVariables(context: FileContext): void {
    const candidates = this.#variables.filter((candidate) => context.allows(candidate));
    const given = candidates.length === 0 ? [] : variablesOf(context.program);
    for (const candidate of candidates) {
      const { variable } = candidate.match;
      for (const one of given) if (variable instanceof RegExp ? variable.test(one.name) : variable.includes(one.name)) context.add(candidate, matchedVariable(one));
    }
    for (const candidate of this.#labels) {
      if (!context.allows(candidate)) continue;
      for (const group of labelGroups(context.program, candidate.match.labels)) context.add(candidate, { node: group.node, value: group.options, record: group.options, labels: group.prefix, confidence: 'high' });
    }
  }

  /** Python-style settings modules: `SESSION_COOKIE_SECURE = True` at the top level. */
  #matchTopLevelNames(candidates: readonly Candidate<SettingMatch & Match>[], context: FileContext): void {
    if (context.program.language !== 'python' && context.program.language !== 'ruby') return;
    for (const assignment of context.index.assignments) {
      if (assignment.target.kind !== 'name' || context.index.functionAround(assignment) !== undefined) continue;
      for (const candidate of candidates) {
        if (listOf(candidate.match.setting).includes(assignment.target.name)) context.add(candidate, { node: assignment, assignment, value: assignment.value, confidence: 'high' });
      }
    }
  }

  #matchClasses(candidate: Candidate<ClassMatch & Match>, context: FileContext): void {
    if (!context.allows(candidate)) return;
    const wanted = candidate.match.class;
    for (const one of context.index.classes) {
      if (wanted.name !== undefined && !wanted.name.test(one.name)) continue;
      if (wanted.bases !== undefined && !one.bases.some((base) => context.expressionFits(base, wanted.bases!))) continue;
      if (wanted.member !== undefined && context.index.classScope(one)?.bindings.has(wanted.member) !== true) continue;
      context.add(candidate, { node: one, class: one, confidence: 'high' });
    }
  }
}

/** Everything that deciding about one file needs. */
class FileContext {
  readonly program: Program;
  readonly index: ProgramIndex;
  readonly #evaluator: Evaluator;
  readonly #app: AppFacts;
  readonly #found: (Matched & { readonly order: number })[];
  readonly #allowed = new Map<Match, boolean>();
  #modules: ReadonlySet<string> | undefined;

  constructor(program: Program, index: ProgramIndex, evaluator: Evaluator, app: AppFacts, found: (Matched & { readonly order: number })[]) {
    this.program = program;
    this.index = index;
    this.#evaluator = evaluator;
    this.#app = app;
    this.#found = found;
  }

  add(candidate: Candidate, at: Omit<Matched, 'rule' | 'surface' | 'program'>): void {
    if (candidate.match.once === true && this.#found.some((one) => one.surface === candidate.surface)) return;
    const { givenTo, notGivenTo } = candidate.match;
    if (givenTo !== undefined && !isGivenTo(at.node, givenTo, this.index)) return;
    if (notGivenTo !== undefined && isGivenTo(at.node, notGivenTo, this.index)) return;
    const limit = 'confidence' in candidate.surface ? candidate.surface.confidence : undefined;
    this.#found.push({ ...at, rule: candidate.rule, surface: candidate.surface, program: this.program, order: candidate.order, confidence: lower(at.confidence, limit) });
  }

  addCall(candidate: Candidate<CallMatch & Match>, call: Call, reference: Reference): void {
    if (!this.allows(candidate) || !listOf(candidate.match.call).some((path) => pathFits(path, reference, this.program)) || !this.argumentsFit(call, candidate.match)) return;
    this.add(candidate, { node: call, call, confidence: 'high' });
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
    if (match.unlessMentions?.test(program.text) === true) return false;
    if (match.imports !== undefined && !match.imports.some((module) => this.#importsModule(module))) return false;
    if (match.unlessImports?.some((module) => this.#importsModule(module)) === true) return false;
    if (match.packageBefore !== undefined && !isBefore(this.#app.versionOf(program, match.packageBefore[0]), match.packageBefore[1])) return false;
    return match.packages === undefined || this.#app.hasPackage(program, match.packages);
  }

  #importsModule(module: string): boolean {
    if (this.#modules === undefined) {
      const modules = new Set<string>();
      for (const statement of this.index.imports) {
        modules.add(statement.module.replace(/^node:/, ''));
        for (const name of statement.names) modules.add(`${statement.module}.${name.imported}`);
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
    const { args, argument, named, typeArgument, lambda, source } = conditions;
    if (!this.#directiveFits(call, conditions)) return false;
    if (args !== undefined && !call.args.some((one) => one.spread !== undefined) && (call.args.length < args[0] || call.args.length > args[1])) return false;
    if (named !== undefined && !call.args.some((one) => one.name !== undefined && named.includes(one.name))) return false;
    if (typeArgument !== undefined && call.typeArguments?.some((type) => typeArgument === true || typeArgument.includes(lastSegment(type))) !== true) return false;
    if (lambda === true && call.block === undefined && !call.args.some((one) => one.value.kind === 'function')) return false;
    for (const [i, wanted] of Object.entries(source ?? {})) if (!wanted.test(sourceOf(call.args[Number(i)], this.program))) return false;
    for (const [i, wanted] of Object.entries(argument ?? {})) if (!this.#argumentIs(call, Number(i), wanted)) return false;
    return true;
  }

  #directiveFits(call: Call, { words, withoutWords, inBlock, withDirective }: ArgumentConditions): boolean {
    const has = (wanted: readonly string[]): boolean => call.args.some(({ value }) => value.kind === 'literal' && wanted.includes(String(value.value).toLowerCase()));
    if ((words !== undefined && !has(words)) || (withoutWords !== undefined && has(withoutWords))) return false;
    if (withDirective !== undefined && !directivesOf(call, this.index).some((other) => calleeName(other) === withDirective)) return false;
    if (inBlock === undefined) return true;
    for (let at = blockAround(call, this.index); at !== undefined; at = blockAround(at, this.index)) if (inBlock.includes(calleeName(at) ?? '')) return true;
    return false;
  }

  #argumentIs(call: Call, i: number, wanted: readonly string[] | RegExp): boolean {
    const written = call.args[i]?.value;
    if (written === undefined || !MAY_BE_WORD.has(written.kind)) return false;
    this.#evaluator.begin(WORD_STEPS);
    const value = this.#evaluator.evaluate(written, this.program);
    const word = value.kind === 'known' ? String(value.value) : value.kind === 'symbol' ? lastSegment(value.path) : wanted instanceof RegExp ? knownStart(value) : undefined;
    if (word === undefined) return false;
    return wanted instanceof RegExp ? wanted.test(word) : wanted.some((one) => one.toLowerCase() === word.toLowerCase());
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
    if (match.around?.some((name) => outer === undefined || !hasEntry(outer, name, true)) === true) return false;
    return match.within === undefined || this.#isArgumentOf(at, match.within);
  }

  /** Whether a node stands in an argument of a call of one of the names, through records, lists and conditions only. */
  #isArgumentOf(node: Node | undefined, names: readonly string[]): boolean {
    let at = node;
    while (at !== undefined && (!('kind' in at) || ['property', 'record', 'list', 'conditional', 'logical', 'unary'].includes(at.kind))) at = this.index.parent(at);
    if (at === undefined || !('kind' in at) || at.kind !== 'call') return false;
    const { callee } = at;
    const name = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : undefined;
    return name !== undefined && names.includes(name);
  }
}

const matchedVariable = ({ name, node, value }: GivenVariable): Omit<Matched, 'rule' | 'surface' | 'program'> => ({ node, value, variable: name, confidence: 'high', placeholders: 'shell' });

/** The text that a text with unknown pieces begins with. */
function knownStart(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  return value.kind === 'operation' && value.operator === 'text' && value.operands[0] !== undefined ? knownStart(value.operands[0]) : undefined;
}

const sourceOf = (range: Range | undefined, program: Program): string => (range === undefined ? '' : program.text.slice(range.start, Math.min(range.end, range.start + 2000)));

function hasEntry(record: RecordExpression, name: string, wanted: readonly string[] | RegExp | true): boolean {
  return record.entries.some((entry) => entry.kind === 'property' && entryKey(entry.key) === name && (wanted === true || (entry.value.kind === 'literal' && (wanted instanceof RegExp ? wanted.test(String(entry.value.value)) : wanted.includes(String(entry.value.value).toLowerCase())))));
}

/** The text of an entry's key: a literal, or the last segment of a constant (`HttpHeaders.SET_COOKIE` reads `set-cookie`). */
function entryKey(key: Expression): string | undefined {
  if (key.kind === 'literal') return String(key.value);
  if (key.kind === 'member') return key.property.replace(/^HTTP2_HEADER_/, '').replace(/_/g, '-');
  return undefined;
}

/** The records of a file that hold settings: whole settings files, and what config modules return or export. */
export function settingRecords(program: Program, index: ProgramIndex): RecordExpression[] {
  const roots: RecordExpression[] = [];
  const take = (expression: Expression | undefined): void => {
    if (expression?.kind === 'record') roots.push(expression);
    else if (expression?.kind === 'call') for (const argument of expression.args) take(argument.value);
    else if (expression?.kind === 'function') for (const statement of index.returnsOf(expression)) take(statement.value);
    else if (expression?.kind === 'name') {
      const write = index.bindingOf(expression)?.writes[0];
      if (write?.value?.kind === 'record') roots.push(write.value);
    }
  };
  for (const statement of program.body) {
    if (statement.kind === 'expression') {
      const { expression } = statement;
      if (expression.kind === 'record' || expression.kind === 'list') expression.kind === 'record' ? roots.push(expression) : expression.items.forEach((item) => take(item.value));
      else if (expression.kind === 'assignment' && isExports(expression.target)) take(expression.value);
    } else if (statement.kind === 'return') take(statement.value);
    else if (statement.kind === 'export' && statement.form === 'declaration' && statement.isDefault && statement.declaration.kind === 'expression') take(statement.declaration.expression);
  }
  return roots;
}

const isExports = (target: Expression | Pattern): boolean => target.kind === 'member' && target.object.kind === 'name' && target.object.name === 'module' && target.property === 'exports';

/** Whether a dotted key fits a wanted one; `*` is one key, `**` any number of them. */
function keyFits(wanted: string, written: string): boolean {
  if (wanted === written) return true;
  if (!wanted.includes('*')) return false;
  return pathFits(wanted, { path: written, root: 'import' }, JSON_PROGRAM);
}

const JSON_PROGRAM: Program = { path: '', language: 'json', text: '', body: [], comments: [], problems: [] };

/** The canonical path of an assignment's target: `document.cookie`, `cookies.signed[]`. */
export function targetPath(target: Expression | Pattern, index: ProgramIndex): Reference | undefined {
  return target.kind === 'pattern' || target.kind === 'name' ? undefined : referenceOf(target, index);
}

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

const lower = (a: Confidence, b: Confidence | undefined): Confidence => (b !== undefined && RANK[b] < RANK[a] ? b : a);

/** One surface of cookies per node (policies and proxies may share it). */
function best(found: readonly (Matched & { readonly order: number })[]): Matched[] {
  const chosen = new Map<Node, Matched & { readonly order: number }>();
  const rest: Matched[] = [];
  for (const one of found) {
    if (one.surface.kind === 'policy' || one.surface.kind === 'proxy') {
      rest.push(one);
      continue;
    }
    const before = chosen.get(one.node);
    if (before === undefined || RANK[one.confidence] > RANK[before.confidence] || (RANK[one.confidence] === RANK[before.confidence] && one.order < before.order)) chosen.set(one.node, one);
  }
  return [...chosen.values(), ...rest].sort((a, b) => a.node.start - b.node.start || a.node.end - b.node.end);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function memo<K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V {
  let made = map.get(key);
  if (made === undefined) {
    made = make(key);
    map.set(key, made);
  }
  return made;
}
