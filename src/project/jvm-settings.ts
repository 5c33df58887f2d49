/** Cookie settings of JVM frameworks as production gets them: Spring Boot's profiles, Quarkus's and Micronaut's, Play's HOCON. */
import type { CookieName } from '../cookies/finding.js';
import type { Range } from '../syntax/ir.js';
import { WorldReader } from '../values/outcome.js';
import { absent, originOf, type EnvironmentValue, type Value } from '../values/value.js';
import { JvmDocuments, type SettingsFamily } from './jvm-documents.js';
import { isDevelopmentFile } from './file-modes.js';
import { jvmSettingFix } from './jvm-setting-fix.js';
import type { AbsentSetting, ModelContext, ProjectModel, WrittenSetting } from './model.js';

/** A cookie that settings decide. */
export interface JvmCookie {
  readonly surface: string;
  /** The keys that decide Secure; a fix writes the first. None: nothing can be set. */
  readonly keys: readonly string[];
  readonly nameKeys?: readonly string[];
  readonly defaultName?: string;
  readonly session: boolean;
  /** The setting counts only there. */
  readonly only?: Conditions;
  /** Its keys are patterns: a setting that another cookie has is that one's. */
  readonly leftover?: true;
  /** The framework sends the cookie there, so that a missing setting is a finding. */
  readonly sent?: Conditions;
  /** Where that is a finding too if the app has no file for it: at the code that makes the framework send the cookie. */
  readonly withoutFile?: Conditions;
}

/** What an app must (or must not) have. All that are given must hold. */
export interface Conditions {
  /** One of these in the manifest. */
  readonly packages?: readonly string[];
  /** None of these in the manifest. */
  readonly unlessPackages?: readonly string[];
  /** One of these keys is written, and not false. */
  readonly settings?: readonly string[];
  /** The key has one of these values. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** The key has none of these values. */
  readonly unlessValues?: Readonly<Record<string, readonly string[]>>;
  /** None of these keys is false. */
  readonly unlessFalse?: readonly string[];
  /** One of the signs holds. */
  readonly any?: readonly Conditions[];
  /** The app's code says this somewhere. */
  readonly code?: RegExp;
  readonly unlessCode?: RegExp;
  /** Not every place of the app's code that says `of` says `is` (both counted); `unless`: code beside which it does not matter. */
  readonly unlessEvery?: { readonly of: RegExp; readonly is: RegExp; readonly unless: RegExp };
  /** A file of the app is called so, and its text says the one and not the other. */
  readonly files?: { readonly path: RegExp; readonly says?: RegExp; readonly unlessSays?: RegExp };
  /** No place of the program (of its libraries and hosts) fits one of these surfaces. */
  readonly unlessMatched?: readonly string[];
  /** The app is not a library of other programs of the repository. */
  readonly unlessLibrary?: true;
  /** The app has no code of its own: a repository of settings. */
  readonly settingsOnly?: true;
}

export interface JvmFacts {
  readonly rule: string;
  readonly family: SettingsFamily;
  readonly cookies: readonly JvmCookie[];
  /** Surfaces that are matched in code too: those matches are judged as usual. */
  readonly shared?: readonly string[];
}

const CODE = new Set(['java', 'kotlin', 'scala']);
/** Files that start the program with settings on its command line. */
const LAUNCHERS =
  /(?:^|\/)(?:Dockerfile[^/]*|(?:docker-)?compose[^/]*\.ya?ml|Procfile|[^/]+\.service|entrypoint[^/]*\.sh|start[^/]*\.sh|run[^/]*\.sh)$/;

export function jvmModel(facts: JvmFacts): ProjectModel {
  const shared = new Set(facts.shared ?? []);
  return {
    rule: facts.rule,
    surfaces: [...new Set(facts.cookies.map((cookie) => cookie.surface))].filter((surface) => !shared.has(surface)),
    judge(context) {
      const settings = new AppSettings(context, new JvmDocuments(context, facts.family));
      const found = facts.cookies.flatMap((cookie) => settings.judge(cookie).map((setting) => ({ setting, cookie })));
      const known = new Set(
        found.flatMap(({ setting, cookie }) => (setting.kind === 'written' && cookie.leftover !== true ? [setting.matched.node] : [])),
      );
      return found
        .filter(({ setting, cookie }) => !(cookie.leftover === true && setting.kind === 'written' && known.has(setting.matched.node)))
        .map(({ setting }) => setting);
    },
  };
}

/** Whether every place that is asked about says it. Code in which none of the places is found is taken at its word. */
function isEvery({ of, is, unless }: NonNullable<Conditions['unlessEvery']>, texts: readonly string[]): boolean {
  const count = (wanted: RegExp): number => texts.reduce((sum, text) => sum + (text.match(wanted)?.length ?? 0), 0);
  const found = count(is);
  return found > 0 && found >= count(of) && !texts.some((text) => unless.test(text));
}

/** What code says where the conditions hold, the first signs first. */
const codeSigns = ({ code, any }: Conditions): RegExp[] => [...(code === undefined ? [] : [code]), ...(any ?? []).flatMap(codeSigns)];

/** Where a text says it, at the end of what it needs for it; imports only name it. */
function placeOf(sign: RegExp, text: string): Range | undefined {
  for (const found of text.matchAll(new RegExp(sign.source, `g${sign.flags}`))) {
    const end = found.index + found[0].length;
    const line = text.lastIndexOf('\n', end - 1) + 1;
    if (!/^\s*(?:import|package)\b/.test(text.slice(line, end))) return { start: end - 1, end };
  }
  return undefined;
}

class AppSettings {
  readonly #context: ModelContext;
  readonly #documents: JvmDocuments;

  constructor(context: ModelContext, documents: JvmDocuments) {
    this.#context = context;
    this.#documents = documents;
  }

  judge(cookie: JvmCookie): (WrittenSetting | AbsentSetting)[] {
    if (cookie.only !== undefined && !this.#holds(cookie.only)) return [];
    this.#context.evaluator.begin();
    const found = cookie.keys.length === 0 ? undefined : this.#documents.decided(cookie.keys);
    if (found !== undefined) {
      const { rule, surface } = this.#context.surface(cookie.surface);
      const { at, value } = found;
      return [
        {
          kind: 'written',
          matched: { rule, surface, program: at.program, node: at.entry, value: at.setting.value, confidence: 'high' },
          value,
          name: this.#name(cookie),
        },
      ];
    }
    if (cookie.sent === undefined || !this.#holds(cookie.sent) || this.#isSetOutside(cookie)) return [];
    const missing = this.#absent(cookie, cookie.sent);
    return missing === undefined ? [] : [missing];
  }

  /** At the file that should say it; where there is none, at the code that makes the framework send the cookie. */
  #absent(cookie: JvmCookie, sent: Conditions): AbsentSetting | undefined {
    // Where the cookie has its name, there its other settings belong.
    const [named] = cookie.nameKeys === undefined ? [] : this.#documents.writes(cookie.nameKeys).slice(-1);
    const home = named ?? this.#documents.home;
    if (home === undefined)
      return cookie.withoutFile !== undefined && this.#holds(cookie.withoutFile) ? this.#absentAtSign(cookie, sent) : undefined;
    const { rule, surface } = this.#context.surface(cookie.surface);
    const [key] = cookie.keys;
    const fix = key === undefined ? undefined : jvmSettingFix(home.program, home.record, key);
    return {
      kind: 'absent',
      rule,
      surface,
      program: home.program,
      name: this.#name(cookie),
      fixes: fix === undefined ? [] : [fix],
      related: [],
    };
  }

  #absentAtSign(cookie: JvmCookie, sent: Conditions): AbsentSetting | undefined {
    const { programs } = this.#context;
    const { rule, surface } = this.#context.surface(cookie.surface);
    const signs = codeSigns(sent);
    for (const program of programs) {
      if (!CODE.has(program.language) || isDevelopmentFile(program.path)) continue;
      for (const sign of signs) {
        const at = placeOf(sign, program.text);
        if (at === undefined) continue;
        return { kind: 'absent', rule, surface, program, at, name: this.#name(cookie), fixes: [], related: [] };
      }
    }
    return undefined;
  }

  /** Environment variables of deployment files, and arguments of the command that starts the program. */
  #isSetOutside({ keys }: JvmCookie): boolean {
    const [key] = keys;
    if (key === undefined) return false;
    const { workspace, evaluator, programs, libraries } = this.#context;
    const variable: EnvironmentValue = {
      kind: 'environment',
      variable: key.toUpperCase().replace(/-/g, '').replace(/\./g, '_'),
      source: 'environment',
      origin: originOf([...programs, ...libraries][0]!, { start: 0, end: 0 }),
    };
    const informed = evaluator.informed(variable);
    if (informed.kind === 'environment' && this.#isTrue(informed)) return true;
    return workspace.files.some((file) => LAUNCHERS.test(file) && workspace.textOf(file)?.includes(`${key}=true`) === true);
  }

  #holds(conditions: Conditions): boolean {
    const { apps, app, programs, libraries } = this.#context;
    const isNamed = (names: readonly string[]): boolean => [app, ...apps.references(app)].some((one) => apps.hasPackage(one, names));
    const { packages, unlessPackages, settings, values, unlessValues, unlessFalse, any, code, unlessCode, settingsOnly, unlessEvery } =
      conditions;
    if (!this.#fitsApp(conditions)) return false;
    if (packages !== undefined && !isNamed(packages)) return false;
    if (unlessPackages !== undefined && isNamed(unlessPackages)) return false;
    if (
      settings !== undefined &&
      !this.#documents
        .writes(settings)
        .some(({ setting }) => !(setting.value.kind === 'literal' && /^(?:false|none)?$/i.test(String(setting.value.value ?? ''))))
    )
      return false;
    const hasOneOf = (wanted: NonNullable<Conditions['values']>): boolean =>
      Object.entries(wanted).some(([key, words]) => words.includes(this.#word(key) ?? ''));
    if (values !== undefined && !hasOneOf(values)) return false;
    if (unlessValues !== undefined && hasOneOf(unlessValues)) return false;
    if (unlessFalse?.some((key) => this.#word(key) === 'false') === true) return false;
    const ofCode = [...programs, ...libraries].filter((program) => CODE.has(program.language));
    if (settingsOnly === true && ofCode.length > 0) return false;
    if (code !== undefined && !ofCode.some((program) => code.test(program.text))) return false;
    if (unlessCode !== undefined && ofCode.some((program) => unlessCode.test(program.text))) return false;
    if (
      unlessEvery !== undefined &&
      isEvery(
        unlessEvery,
        ofCode.map(({ text }) => text),
      )
    )
      return false;
    return any === undefined || any.some((one) => this.#holds(one));
  }

  #fitsApp({ files, unlessMatched, unlessLibrary }: Conditions): boolean {
    const { app, apps, workspace, hasMatch, isLibrary } = this.#context;
    if (unlessLibrary === true && isLibrary) return false;
    if (unlessMatched !== undefined && hasMatch(unlessMatched)) return false;
    if (files === undefined) return true;
    const { path, says, unlessSays } = files;
    return workspace.files.some((file) => {
      if (!path.test(file) || apps.of(file) !== app) return false;
      const text = workspace.textOf(file);
      return text !== undefined && says?.test(text) !== false && unlessSays?.test(text) !== true;
    });
  }

  #word(key: string): string | undefined {
    const found = this.#documents.value([key]);
    const outcome = found === undefined ? undefined : this.#reader().read(found.value);
    return outcome?.kind === 'literal' && outcome.value !== undefined && outcome.value !== null
      ? String(outcome.value).toLowerCase()
      : undefined;
  }

  #isTrue(value: Value): boolean {
    const reader = this.#reader();
    return reader.truthOf(reader.read(value)) === true;
  }

  #reader(): WorldReader {
    return new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: 'strict' });
  }

  #name({ nameKeys, defaultName, session }: JvmCookie): CookieName {
    const found = nameKeys === undefined ? undefined : this.#documents.value(nameKeys);
    const outcome = this.#reader().read(
      found?.value ?? absent(originOf([...this.#context.programs, ...this.#context.libraries][0]!, { start: 0, end: 0 })),
    );
    const name =
      outcome.kind === 'literal' && typeof outcome.value === 'string' && outcome.value !== '' ? outcome.value : (defaultName ?? null);
    return { name, session };
  }
}
