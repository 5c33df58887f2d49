/** The settings documents of a JVM application, in the order in which production reads them: base files, then those of its profile. */
import type { Expression, Literal, Program, Property, RecordExpression } from '../syntax/ir.js';
import { flattenSettings, relaxedKey, settingsRecords, type FlatSetting } from '../syntax/settings/flatten.js';
import { spring } from '../values/placeholders.js';
import { choice, known, operation, originOf, type EnvironmentValue, type Origin, type Value } from '../values/value.js';
import { fileMode } from './file-modes.js';
import type { ModelContext } from './model.js';
import type { WorkspaceFiles } from './workspace.js';

/** Which files hold an application's settings. */
export interface SettingsFamily {
  readonly files: RegExp;
  /** Key of a document that says for which profile it is. */
  readonly profileKeys: readonly string[];
  /** Key of the base that says which profile the program runs with where nobody says another, and the variable that says another. */
  readonly active?: { readonly key: string; readonly variable: string };
}

/** A setting where it is written. */
export interface DocumentSetting {
  readonly program: Program;
  readonly record: RecordExpression;
  readonly setting: FlatSetting;
  readonly entry: Property;
}

interface Found {
  readonly at: DocumentSetting;
  readonly value: Value;
}

interface Document {
  readonly program: Program;
  readonly record: RecordExpression;
  readonly settings: readonly FlatSetting[];
}

const TESTS = /(?:^|\/)(?:test|tests|testing|it|integration-?test|target|build)\//i;

/** `application.sample.conf`, `cloner.conf.example`: for the operator to begin with. */
const isSample = (path: string): boolean => /[._-](?:sample|example|dist|template)(?:[._-]|$)/i.test(path);

/** How Spring and its like order the files of one place: https://docs.spring.io/spring-boot/reference/features/external-config.html */
const rankOf = (path: string): number =>
  (/(?:^|\/)bootstrap/.test(path) ? 0 : path.endsWith('.properties') ? 2 : 1) + (/(?:^|\/)config\//.test(path) ? 3 : 0);

/** A family's files in the whole tree, listed once: a monorepo has many apps. */
const listed = new WeakMap<WorkspaceFiles, Map<SettingsFamily, readonly string[]>>();

function familyFiles(workspace: WorkspaceFiles, family: SettingsFamily): readonly string[] {
  const lists = listed.get(workspace) ?? new Map<SettingsFamily, readonly string[]>();
  listed.set(workspace, lists);
  let files = lists.get(family);
  if (files === undefined) {
    files = workspace.files.filter((file) => family.files.test(file) && !TESTS.test(file));
    lists.set(family, files);
  }
  return files;
}

export class JvmDocuments {
  readonly #base: Document[] = [];
  readonly #production: Document[] = [];
  /** Those of profiles that production does not run with, by the words that name them. */
  readonly #others: (Document & { readonly profiles: readonly string[] })[] = [];
  readonly #family: SettingsFamily;
  readonly #context: ModelContext;

  constructor(context: ModelContext, family: SettingsFamily) {
    this.#context = context;
    this.#family = family;
    const { workspace, apps, app } = context;
    const files = familyFiles(workspace, family)
      .filter((file) => apps.of(file) === app)
      .sort((a, b) => rankOf(a) - rankOf(b));
    for (const file of files) for (const program of workspace.programsOf(file)) this.#add(program, family);
  }

  #add(program: Program, family: SettingsFamily): void {
    const ofFile = this.#context.isProductionSettings?.(program.path) === true ? 'production' : modeOfFile(program.path);
    for (const record of settingsRecords(program)) {
      const settings = flattenSettings(record);
      const profile = settings.find(({ joined }) => family.profileKeys.includes(joined))?.value;
      const ofDocument = profile?.kind === 'literal' && typeof profile.value === 'string' ? modeOfProfiles(profile.value) : undefined;
      const mode = ofDocument ?? ofFile;
      if (mode === 'other') {
        const profiles = ofDocument === undefined ? [suffixOf(program.path) ?? ''] : wordsOf(String((profile as Literal).value));
        this.#others.push({ program, record, settings, profiles });
        continue;
      }
      (mode === 'production' ? this.#production : this.#base).push({ program, record, settings });
    }
  }

  /** The file that every environment reads, where an absent setting belongs: the shortest path of those that count most. */
  get home(): { readonly program: Program; readonly record: RecordExpression } | undefined {
    return [...this.#base].sort(
      (a, b) =>
        Number(isSample(a.program.path)) - Number(isSample(b.program.path)) ||
        Number(/(?:^|\/)bootstrap/.test(a.program.path)) - Number(/(?:^|\/)bootstrap/.test(b.program.path)) ||
        a.program.path.length - b.program.path.length,
    )[0];
  }

  /** The writes of any of the keys, in the order in which production reads them; `*` is one key, `**` any number of them. */
  writes(keys: readonly string[], documents: readonly Document[] = [...this.#base, ...this.#production]): DocumentSetting[] {
    const patterns = keys.map(keyPattern);
    const found: DocumentSetting[] = [];
    for (const { program, record, settings } of documents) {
      for (const profiled of ['', '%prod.']) {
        for (const setting of settings) {
          const key = relaxedKey(setting.joined.replace(/["']/g, ''));
          if (profiled === '' ? key.startsWith('%') : !key.startsWith(profiled)) continue;
          if (patterns.some((pattern) => pattern.test(key.slice(profiled.length))))
            found.push({ program, record, setting, entry: setting.entry });
        }
      }
    }
    return found;
  }

  /** What production gets: where the base names a profile for development to run with, that is what it gets until somebody says another. */
  decided(keys: readonly string[]): Found | undefined {
    const found = this.value(keys);
    const named = this.#production.length === 0 || found === undefined ? undefined : this.#namedProfiles();
    if (found === undefined || named === undefined) return found;
    const { words, test } = named;
    const others = this.#others.filter(({ profiles }) => profiles.some((profile) => words.includes(profile)));
    const unnamed = this.value(keys, 0, [...this.#base, ...others]);
    if (unnamed === undefined || unnamed.at.setting === found.at.setting) return found;
    return { at: unnamed.at, value: choice(test, found.value, unnamed.value, unnamed.value.origin) };
  }

  /** The profiles that the base names, none of which is production's, and the test whether others are said. */
  #namedProfiles(): { readonly words: readonly string[]; readonly test: Value } | undefined {
    const { active } = this.#family;
    const [written] = active === undefined ? [] : this.writes([active.key], this.#base).slice(-1);
    if (active === undefined || written === undefined) return undefined;
    const value = this.#read(written.setting.value, written.program, undefined, 0);
    const inner = value?.kind === 'environment' ? value.fallback : value;
    if (value === undefined || inner?.kind !== 'known' || typeof inner.value !== 'string') return undefined;
    const words = wordsOf(inner.value);
    if (!words.some((word) => ['development', 'test'].includes(fileMode(`application-${word}.yml`) ?? ''))) return undefined;
    if (words.some((word) => fileMode(`application-${word}.yml`) === 'production')) return undefined;
    const asked: EnvironmentValue =
      value.kind === 'environment'
        ? value
        : { kind: 'environment', variable: active.variable, source: 'environment', origin: value.origin };
    return { words, test: operation('==', [this.#context.evaluator.informed(asked), known('prod', value.origin)], value.origin) };
  }

  /** The last write that gives a value, and the value: placeholders read other settings, else the environment. */
  value(keys: readonly string[], depth = 0, documents?: readonly Document[]): Found | undefined {
    let found: Found | undefined;
    for (const at of this.writes(keys, documents)) {
      const value = this.#read(at.setting.value, at.program, found?.value, depth);
      if (value !== undefined) found = { at, value };
    }
    return found;
  }

  #read(expression: Expression, program: Program, before: Value | undefined, depth: number): Value | undefined {
    const { evaluator } = this.#context;
    const origin = originOf(program, expression);
    if (expression.kind === 'call' && expression.callee.kind === 'name' && expression.callee.name === 'substitution')
      return this.#substitution(
        expression.args.map((argument) => argument.value),
        origin,
        before,
        depth,
      );
    if (expression.kind !== 'literal')
      return expression.kind === 'record' || expression.kind === 'list' ? undefined : evaluator.evaluate(expression, program);
    // An empty value converts to null: the default applies.
    if (expression.value === null || expression.value === '') return undefined;
    if (typeof expression.value !== 'string') return known(expression.value, origin);
    const filtered = /^@([\w.-]+)@$/.exec(expression.value);
    if (filtered !== null)
      return evaluator.informed({
        kind: 'environment',
        variable: filtered[1]!,
        source: 'configuration',
        origin,
      } satisfies EnvironmentValue);
    return spring(expression.value, origin, (key, fallback) => this.#placeholder(key, fallback, origin, depth));
  }

  /** HOCON's `${?X}` leaves the value from before where there is no X. */
  #substitution([path, optional]: readonly Expression[], origin: Origin, before: Value | undefined, depth: number): Value | undefined {
    if (path?.kind !== 'literal') return undefined;
    const isOptional = optional?.kind === 'literal' && optional.value === true;
    return this.#placeholder(String(path.value), isOptional ? before : undefined, origin, depth);
  }

  #placeholder(key: string, fallback: Value | undefined, origin: Origin, depth: number): Value {
    const setting = depth > 5 || !/[.a-z]/.test(key) ? undefined : this.value([key], depth + 1);
    if (setting !== undefined) return setting.value;
    const value: EnvironmentValue = {
      kind: 'environment',
      variable: key,
      source: 'environment',
      origin,
      ...(fallback === undefined ? {} : { fallback }),
    };
    return this.#context.evaluator.informed(value);
  }
}

const PATTERNS = new Map<string, RegExp>();

/** A wanted key as a pattern over relaxed keys. */
function keyPattern(key: string): RegExp {
  let pattern = PATTERNS.get(key);
  if (pattern === undefined) {
    const source = relaxedKey(key)
      .split('.')
      .map((piece) => (piece === '**' ? '.+' : piece === '*' ? '[^.]+' : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
      .join('\\.');
    pattern = new RegExp(`^${source}$`);
    PATTERNS.set(key, pattern);
  }
  return pattern;
}

/** The profile that a file is named after. */
const suffixOf = (path: string): string | undefined =>
  /(?:^|\/)(?:application|bootstrap|production|prod)-([\w-]+)\.[a-z]+$/.exec(path)?.[1];

const wordsOf = (expression: string): string[] => expression.split(/[\s,|&()]+/).filter((word) => word !== '');

/** `application-prod.yml`; a profile of another name (`mysql`, `docker`) says nothing about production. */
function modeOfFile(path: string): 'production' | 'other' | undefined {
  const mode = fileMode(path);
  if (mode !== undefined) return mode === 'production' ? 'production' : 'other';
  const suffix = suffixOf(path);
  if (/(?:^|\/)prod(?:uction)?\.conf$/.test(path)) return 'production';
  return suffix === undefined ? undefined : modeOfProfiles(suffix);
}

/** `prod`, `!dev`, `prod & cloud`: whether production runs with the profiles. */
function modeOfProfiles(expression: string): 'production' | 'other' {
  const words = wordsOf(expression);
  const isProduction = words.some((word) =>
    word.startsWith('!')
      ? ['development', 'test'].includes(fileMode(`application-${word.slice(1)}.yml`) ?? '')
      : fileMode(`application-${word}.yml`) === 'production',
  );
  return isProduction ? 'production' : 'other';
}
