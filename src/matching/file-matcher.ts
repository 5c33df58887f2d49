/** Finds the places of one file that fit the surfaces of the catalogue: one pass over calls, records, assignments and settings. */
import type {
  Call,
  ClassDeclaration,
  Declaration,
  Expression,
  FunctionDeclaration,
  FunctionExpression,
  ListExpression,
  Node,
  Pattern,
  Program,
  RecordExpression,
} from '../syntax/ir.js';
import { flattenSettings, relaxedKey, type FlatSetting } from '../syntax/settings/flatten.js';
import type { Evaluator } from '../values/evaluator.js';
import type { ProgramIndex } from '../values/program-index.js';
import { pathFits, referenceOf, typePath, type Reference } from '../values/references.js';
import { Candidates, lastSegment, listOf, type Candidate } from './candidates.js';
import { labelGroups, variablesOf, type GivenVariable } from './deployment-variables.js';
import { entryKey, FileContext, RANK, type AppFacts, type FoundAt } from './file-context.js';
import type { Matched } from './matched.js';
import { directCall } from './indirect-calls.js';
import { methodCall } from './method-aliases.js';
import { receiverFits } from './receivers.js';
import { settingRecords, WantedKeys } from './setting-records.js';
import type { ClassMatch, Match, Rule, SettingMatch } from './surface.js';

/** Compares every place of a file with the surfaces that may fit it. */
export class FileMatcher {
  readonly #candidates: Candidates;

  constructor(rules: readonly Rule[]) {
    this.#candidates = Candidates.of(rules);
  }

  /** The last names of the classes of libraries that the surfaces are about. */
  get classNames(): ReadonlySet<string> {
    return this.#candidates.classNames;
  }

  /**
   * All matches of a file. A node fits one surface at most of each kind: the one with the highest confidence, then the
   * one that is earlier in the catalogue.
   */
  match(program: Program, evaluator: Evaluator, app: AppFacts): Matched[] {
    const index = evaluator.indexOf(program);
    const found: (Matched & { readonly order: number })[] = [];
    const context = new FileContext(program, index, evaluator, app, found);
    const each = <N extends Node>(nodes: readonly N[], match: (node: N) => void): void =>
      nodes.forEach((node) => app.attempt(node, () => match(node)));
    each(index.calls, (call) => this.#matchCall(call, context));
    if (this.#candidates.records.length > 0) each(index.records, (record) => this.#matchTypedRecord(record, context));
    if (this.#candidates.declared.length > 0) each(index.declarations, (declaration) => this.#matchDeclared(declaration, context));
    each(index.records, (record) => this.#matchEntries(record, context));
    if (this.#candidates.pairs.length > 0) each(index.lists, (list) => this.#matchPairs(list, context));
    each(index.assignments, (assignment) => this.#matchAssignment(assignment, context));
    this.#matchSettings(program, context);
    this.#matchVariables(context);
    for (const candidate of this.#candidates.classes) this.#matchClasses(candidate, context);
    return best(found);
  }

  #matchCall(call: Call, context: FileContext): void {
    const direct = directCall(call, context.index);
    const method = methodCall(direct, context.index);
    if (method !== undefined && !context.isOwnMethod(method.callee)) {
      for (const candidate of this.#candidates.methods.get(method.callee.property) ?? []) {
        if (!context.allows(candidate) || !context.argumentsFit(method.call, candidate.match)) continue;
        const { object } = method.callee;
        const { receiver } = candidate.match;
        const confidence = receiverFits(object, receiver, context.index) ?? context.derivedReceiver(object, receiver);
        if (confidence !== undefined) context.add(candidate, { node: call, call: method.call, confidence });
      }
    }
    const reference = referenceOf(direct.callee, context.index);
    const candidates = reference === undefined ? undefined : this.#candidates.calls.get(lastSegment(reference.path));
    // What is called by the library's own name is no class of the repository.
    const isNamed = (path: string): boolean => reference?.root === 'import' && pathFits(path, reference, context.program);
    if (candidates?.some(({ match }) => listOf(match.call).some(isNamed)) !== true) this.#matchDerived(call, direct, context);
    if (reference === undefined) return;
    for (const candidate of candidates ?? []) context.addCall(candidate, call, direct, reference);
    for (const candidate of this.#candidates.anyCalls) context.addCall(candidate, call, direct, reference);
    for (const candidate of this.#candidates.bases) context.addSubclass(candidate, call, direct, reference);
  }

  /** `call`: `node` as if it were written with what it calls. What a rule says of subclasses itself is not said twice. */
  #matchDerived(node: Call, call: Call, context: FileContext): void {
    for (const base of context.libraryCalls(call, this.#candidates.classNames)) {
      const reference = context.program.language === 'ruby' ? { ...base, path: `${base.path}.new` } : base;
      const { bases, classes } = this.#candidates;
      const isSaid = [...bases.map(({ match }) => match.call), ...classes.map(({ match }) => match.class.bases ?? [])].some((paths) =>
        listOf(paths).some((path) => pathFits(path, reference, context.program)),
      );
      for (const candidate of isSaid ? [] : (this.#candidates.calls.get(lastSegment(reference.path)) ?? []))
        context.addCall(candidate, node, call, reference);
    }
  }

  #matchTypedRecord(record: RecordExpression, context: FileContext): void {
    if (record.type === undefined) return;
    const reference = referenceOf(record.type, context.index);
    if (reference === undefined) return;
    for (const candidate of this.#candidates.records) {
      if (!context.allows(candidate) || !listOf(candidate.match.record).some((path) => pathFits(path, reference, context.program)))
        continue;
      context.add(candidate, { node: record, record, confidence: 'high' });
    }
  }

  #matchDeclared(declaration: Declaration, context: FileContext): void {
    const { typeName, value } = declaration;
    if (
      typeName === undefined ||
      value !== undefined ||
      typeName.startsWith('*') ||
      context.index.functionAround(declaration) === undefined
    )
      return;
    const path = typePath(typeName, context.index);
    if (path === undefined) return;
    for (const candidate of this.#candidates.declared) {
      if (
        !context.allows(candidate) ||
        !listOf(candidate.match.declared).some((wanted) => pathFits(wanted, { path, root: 'typed' }, context.program))
      )
        continue;
      context.add(candidate, { node: declaration, confidence: 'high' });
    }
  }

  #matchEntries(record: RecordExpression, context: FileContext): void {
    for (const entry of record.entries) {
      if (entry.kind !== 'property') continue;
      const key = entryKey(entry.key);
      if (key === undefined) continue;
      const { entries } = this.#candidates;
      for (const candidate of [...(entries.get(key.toLowerCase()) ?? []), ...(entries.get('*') ?? [])]) {
        if (
          !context.allows(candidate) ||
          !listOf(candidate.match.entry).some((path) => context.entryPathFits(path, record, candidate.match))
        )
          continue;
        context.add(candidate, { node: entry, value: entry.value, confidence: 'high' });
      }
    }
  }

  #matchPairs(list: ListExpression, context: FileContext): void {
    for (const candidate of this.#candidates.pairs) {
      if (!context.allows(candidate)) continue;
      list.items.forEach((item, i) => {
        const { match } = candidate;
        const next = 'pair' in match ? list.items[i + 1]?.value : item.value;
        const word = item.value.kind === 'literal' ? String(item.value.value) : 'pair' in match ? constantWord(item.value) : undefined;
        if (next === undefined || word?.toLowerCase() !== ('pair' in match ? match.pair : match.item)) return;
        context.add(candidate, { node: next, value: next, confidence: 'high' });
      });
    }
  }

  #matchAssignment(assignment: ProgramIndex['assignments'][number], context: FileContext): void {
    const path = targetPath(assignment.target, context.index);
    if (path === undefined) return;
    for (const candidate of this.#candidates.assigns) {
      if (!context.allows(candidate) || !listOf(candidate.match.assign).some((pattern) => pathFits(pattern, path, context.program)))
        continue;
      if (candidate.match.value === 'record' && assignment.value.kind !== 'record') continue;
      if (candidate.match.is !== undefined && !isWord(assignment.value, candidate.match.is)) continue;
      if (candidate.match.target === 'subscript' && assignment.target.kind !== 'subscript') continue;
      context.add(candidate, {
        node: assignment,
        assignment,
        value: assignment.value,
        confidence: path.root === 'variable' ? 'medium' : 'high',
      });
    }
  }

  #matchSettings(program: Program, context: FileContext): void {
    if (this.#candidates.settings.length === 0) return;
    const candidates = this.#candidates.settings.filter((candidate) => context.allows(candidate));
    if (candidates.length === 0) return;
    const exact = new WantedKeys(
      candidates.filter(({ match }) => match.relaxed !== true),
      (key) => key,
    );
    const relaxed = new WantedKeys(
      candidates.filter(({ match }) => match.relaxed === true),
      relaxedKey,
    );
    for (const root of settingRecords(program, context.index)) {
      for (const setting of flattenSettings(root)) {
        const fitting = [...exact.candidatesOf(setting.joined), ...relaxed.candidatesOf(relaxedKey(setting.joined))];
        for (const candidate of fitting.sort((one, other) => one.order - other.order)) addSetting(candidate, setting, context);
      }
    }
    this.#matchTopLevelNames(candidates, context);
  }

  #matchVariables(context: FileContext): void {
    const candidates = this.#candidates.variables.filter((candidate) => context.allows(candidate));
    const given: readonly Given[] = candidates.length === 0 ? [] : allVariables(context);
    for (const candidate of candidates) {
      const { variable } = candidate.match;
      for (const one of given)
        if (variable instanceof RegExp ? variable.test(one.name) : variable.includes(one.name))
          context.add(candidate, matchedVariable(one));
    }
    for (const candidate of this.#candidates.labels) {
      if (!context.allows(candidate)) continue;
      for (const group of labelGroups(context.program, candidate.match.labels))
        context.add(candidate, { node: group.node, value: group.options, record: group.options, labels: group.prefix, confidence: 'high' });
    }
  }

  /** Settings modules: `SESSION_COOKIE_SECURE = True` at the top level, PHP's `$wgCookieSecure = true;`. */
  #matchTopLevelNames(candidates: readonly Candidate<SettingMatch & Match>[], context: FileContext): void {
    if (context.program.language !== 'python' && context.program.language !== 'ruby' && context.program.language !== 'php') return;
    for (const assignment of context.index.assignments) {
      if (assignment.target.kind !== 'name' || context.index.functionAround(assignment) !== undefined) continue;
      for (const candidate of candidates) {
        if (listOf(candidate.match.setting).includes(assignment.target.name))
          context.add(candidate, { node: assignment, assignment, value: assignment.value, confidence: 'high' });
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
      const { configures } = wanted;
      if (configures === undefined) context.add(candidate, { node: one, class: one, confidence: 'high' });
      else
        for (const { node, configurer } of methodsTaking(one, configures.methods, configures.type))
          context.add(candidate, { node, class: one, configurer, confidence: 'high' });
    }
  }
}

const isWord = (value: Expression, words: readonly string[]): boolean =>
  value.kind === 'literal' && typeof value.value === 'string' && words.includes(value.value.toLowerCase());

function addSetting(candidate: Candidate<SettingMatch & Match>, { entry, value, joined }: FlatSetting, context: FileContext): void {
  const { is, section, placeholders, unlessKey } = candidate.match;
  if (unlessKey?.test(joined) === true) return;
  if (is !== undefined && !(value.kind === 'literal' && is.includes(String(value.value).toLowerCase()))) return;
  if (section === true && value.kind !== 'record' && value.kind !== 'literal') return;
  context.add(candidate, {
    node: entry,
    value,
    confidence: 'high',
    ...(value.kind === 'record' ? { record: value } : {}),
    ...(placeholders === undefined ? {} : { placeholders }),
  });
}

/** What a file gives programs: what it says itself, and what other files say for it. */
function allVariables(context: FileContext): readonly Given[] {
  const handed = context.handedVariables();
  const replaced = new Set(handed.flatMap(({ insteadOf }) => (insteadOf === undefined ? [] : [insteadOf])));
  return [...variablesOf(context.program).filter(({ value }) => !replaced.has(value)), ...handed];
}

/** A variable with its value, which may stand in another file. */
type Given = GivenVariable & { readonly program?: Program };

const matchedVariable = ({ name, node, value, program }: Given): FoundAt => ({
  node,
  value,
  variable: name,
  confidence: 'high',
  placeholders: 'shell',
  ...(program === undefined ? {} : { program }),
});

/** The canonical path of an assignment's target: `document.cookie`, `cookies.signed[]`. */
export function targetPath(target: Expression | Pattern, index: ProgramIndex): Reference | undefined {
  return target.kind === 'pattern' || target.kind === 'name' ? undefined : referenceOf(target, index);
}

/** One surface of cookies per node (policies and proxies may share it); one call may register several. */
function best(found: readonly (Matched & { readonly order: number })[]): Matched[] {
  const chosen = new Map<Node, Matched & { readonly order: number }>();
  const rest: Matched[] = [];
  const registrations: (Matched & { readonly order: number })[] = [];
  for (const one of found) {
    if (one.surface.kind === 'policy' || one.surface.kind === 'proxy' || one.surface.kind === 'condition') {
      rest.push(one);
      continue;
    }
    if (one.surface.registration !== undefined) {
      registrations.push(one);
      continue;
    }
    const before = chosen.get(one.node);
    if (
      before === undefined ||
      RANK[one.confidence] > RANK[before.confidence] ||
      (RANK[one.confidence] === RANK[before.confidence] && one.order < before.order)
    )
      chosen.set(one.node, one);
  }
  // What a call registers beside the cookie that it writes is no other one.
  const registered = registrations.filter(({ node }) => !chosen.has(node)).sort((a, b) => a.order - b.order);
  return [...chosen.values(), ...registered, ...rest].sort((a, b) => a.node.start - b.node.start || a.node.end - b.node.end);
}

/** The methods of a class, of those names, that have a parameter of the type. */
function methodsTaking(
  node: ClassDeclaration,
  methods: readonly string[],
  type: string,
): { readonly node: FunctionDeclaration; readonly configurer: FunctionExpression }[] {
  return node.body.body.flatMap((one) =>
    one.kind === 'function-declaration' &&
    methods.includes(one.name) &&
    one.function.params.some((parameter) => parameter.typeName?.split('.').at(-1) === type)
      ? [{ node: one, configurer: one.function }]
      : [],
  );
}

/** What a constant stands for by its name: `SET_COOKIE`, `HeaderNames.SET_COOKIE`. */
const constantWord = (expression: Expression): string | undefined =>
  (expression.kind === 'name' ? expression.name : expression.kind === 'member' ? expression.property : undefined)?.replace(/_/g, '-');
