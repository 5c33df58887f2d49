/** Judges the candidate files of one app: matches, policies, sites, wrappers, project models. The same for every host. */
import type { CookieRecord, Finding, Fix, SecureState, Severity } from '../cookies/finding.js';
import { problems } from '../cookies/problems.js';
import type { NamePatterns } from '../cookies/session-names.js';
import { switchesAmong, type Switches } from '../fixes/taken-away.js';
import { followingSwitches } from './followed-switches.js';
import { judge, type JudgeOptions, type Judgement } from '../judging/judge.js';
import { judgeAbsent, judgeSetting } from '../judging/judge-setting.js';
import { withoutRepeated } from '../judging/repeated.js';
import { judgeSharedOptions, sharedOptionsOf } from '../judging/shared-options.js';
import type { AppFacts } from '../matching/file-context.js';
import { withOtherBranch } from '../matching/branches.js';
import { callersOf, type CallerFiles } from '../matching/callers.js';
import { fillersOf } from '../matching/filled-fields.js';
import { handedOn } from '../matching/handed-on.js';
import type { FileMatcher } from '../matching/file-matcher.js';
import { derivedNames } from '../matching/library-calls.js';
import type { Matched } from '../matching/matched.js';
import { sitesOf, type Site } from '../matching/site.js';
import { cookieOf, type CookieSurface, type Rule } from '../matching/surface.js';
import { policiesOf } from '../project/app-policies.js';
import type { App, Apps } from '../project/apps.js';
import { isDevelopmentFile } from '../project/file-modes.js';
import type { ModelContext, ProjectModel } from '../project/model.js';
import type { PhpPages } from '../project/php-pages.js';
import { throughHosts, type AppPolicies } from '../project/policies.js';
import type { WayFiles } from '../project/ways.js';
import type { WorkspaceFiles } from '../project/workspace.js';
import { isCookie, mayBeSaidElsewhere, SameCookie } from './same-cookie.js';
import type { SharedMatches } from './shared-matches.js';
import type { Program, Range } from '../syntax/ir.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { inStep } from '../syntax/steps.js';
import type { Cut } from '../values/budget.js';
import type { Evaluator } from '../values/evaluator.js';
import type { Origin, Value } from '../values/value.js';
import type { Attempt, Work } from './internal-errors.js';
import { dependenciesOf } from '../values/worlds.js';

export interface LintContext {
  /** What goes wrong in one place is noted, and costs that place. */
  readonly attempt: Attempt;
  /** Notes what was not followed to its end. */
  readonly noteLimit: (program: Program, node: Range, surface: string, cut: Cut) => void;
  /** Notes a file that is not judged, because the time limit is over; false while it is not. */
  readonly isTooLateFor: (program: Program) => boolean;
  readonly workspace: WorkspaceFiles;
  readonly apps: Apps;
  /** The files in which calls of a helper count: no tests, no documentation. */
  readonly callers: CallerFiles;
  readonly evaluator: Evaluator;
  readonly matcher: FileMatcher;
  /** What the apps that a file is a part of have of it together. */
  readonly matches: SharedMatches;
  readonly rules: readonly Rule[];
  readonly models: readonly ProjectModel[];
  readonly names: NamePatterns;
  /** Which scripts of PHP run together. */
  readonly pages: PhpPages;
  readonly fixes: JudgeOptions['fixes'];
  readonly trustFixes: NonNullable<JudgeOptions['trustFixes']>;
  /** The fixes of options that cookies like this one share. */
  readonly optionsFixes: (entry: Origin, site: Site, state: SecureState, isTrusted: boolean) => readonly Fix[];
  readonly refusals?: JudgeOptions['refusals'];
  /** An app's policies with those that the configuration declares for it. */
  readonly declared?: (own: AppPolicies, app: string) => AppPolicies;
  /** Settings modules that the configuration names as production's. */
  readonly isProductionSettings?: (path: string) => boolean;
}

export interface AppResult {
  readonly app: App;
  readonly findings: readonly Finding[];
  readonly cookies: readonly CookieRecord[];
  readonly frameworks: readonly string[];
  /** What cookies of the app can be switched off by. */
  readonly switches: Switches;
}

/** A match and what was judged of it; settings that a project model judges have none. */
export interface MatchOutcome {
  readonly matched?: Matched;
  readonly judged: readonly (Judgement | Pick<Judgement, 'cookie' | 'findings'>)[];
  /** Why it is not judged: it is about development, makes other cookies Secure, or is decided at another place. */
  readonly unjudged?: 'development' | 'policy' | 'elsewhere';
}

/** The projects that an app is built with, and those that are built with it. */
export interface AroundApp {
  /** What these configure holds for the app. */
  readonly libraries: readonly Program[];
  /** The programs that the app is a library of. */
  readonly hosts: () => readonly AppSession[];
}

/** How often a wrapper's wrapper is followed outward. */
const MAX_WRAPPERS = 3;

/** One app, with everything that was worked out about it: a second question about it costs only what is new. */
export class AppSession {
  readonly app: App;
  #programs: readonly Program[];
  readonly #context: LintContext;
  readonly #around: AroundApp;
  readonly #matches = new WeakMap<Program, readonly Matched[]>();
  readonly #judged = new WeakMap<Matched, readonly Judged[]>();
  readonly #read = new Map<string, boolean>();
  readonly #production = new WeakMap<readonly Program[], readonly Matched[]>();
  readonly #same: SameCookie;
  #derivedNames: ReadonlySet<string> | undefined;
  readonly #cookies = new Map<Program, readonly Matched<CookieSurface>[]>();
  #policies: AppPolicies | undefined;
  #surfaces: readonly string[] | undefined;
  #settings: readonly Judged[] | undefined;
  #places: ReadonlySet<string> | undefined;

  constructor(app: App, programs: readonly Program[], context: LintContext, around: AroundApp) {
    this.app = app;
    this.#programs = programs;
    this.#context = context;
    this.#around = around;
    this.#same = new SameCookie(context.evaluator);
  }

  /**
   * Judges the app. `only`: report these files alone; the others are read for what they say about them.
   * `own`: a program that stands for the file of its path, lowered by the host.
   */
  lint(only?: (path: string) => boolean, own?: Program): AppResult {
    const work = this.linting(only, own);
    for (;;) {
      const { done, value } = work.next();
      if (done === true) return value;
    }
  }

  /** The same in pieces: between them a host may do other things, and the memory of what is used no more can be freed. */
  *linting(only?: (path: string) => boolean, own?: Program): Generator<void, AppResult, void> {
    // A file's own program comes before that of the scripts in its strings, which the host knows nothing of.
    const replaced =
      own === undefined ? undefined : this.#programs.find(({ path, language }) => path === own.path && language === own.language);
    const programs = own === undefined ? this.#programs : [...this.#programs.filter((program) => program !== replaced), own];
    const results = yield* this.#judging(programs);
    // Where the file of the switch is not among the wanted ones, the place of the cookie is the only one that says it.
    const wanted = withoutRepeated(only === undefined ? results : results.filter((result) => only(result.cookie.path)));
    const shared = this.#context.attempt(
      { path: this.app.root, doing: 'grouping cookies by their options' },
      () => this.#sharedOptions(results),
      () => new Map<Finding, Finding>(),
    );
    const switches = switchesAmong(
      results.flatMap((result) => ('site' in result ? [{ state: result.answer.state, ...result.site.secure }] : [])),
    );
    const findings = [...shared.values(), ...wanted.flatMap((result) => result.findings.map((finding) => withOptions(finding, shared)))]
      .filter(({ path }) => only?.(path) !== false)
      .map((finding) => followingSwitches(this.#withoutUnsoundFixes(finding, own), switches));
    return {
      app: this.app,
      findings: unique(findings),
      cookies: wanted.map((result) => result.cookie),
      frameworks: [...new Set(wanted.map((result) => result.cookie.framework))].sort(),
      switches,
    };
  }

  /** All that is judged, with these programs as the app's own. */
  *#judging(programs: readonly Program[]): Generator<void, Judged[], void> {
    this.#bindSettings();
    const { evaluator, isTooLateFor } = this.#context;
    for (const program of this.#policies === undefined ? this.#builtFrom() : []) {
      this.#matchesOf(program);
      yield;
    }
    const options = this.#options();
    const results: Judged[] = [];
    for (const program of programs) {
      if (isDevelopmentFile(program.path) || isTooLateFor(program)) continue;
      const matches = this.#matchesOf(program);
      evaluator.budget.beginFile();
      for (const matched of matches) {
        // A wrapper outside the wanted files is judged at its calls inside them.
        if (isCookie(matched) && !this.#owned().has(matched.surface.id) && !this.#isConfiguredElsewhere(matched, programs))
          results.push(...this.#judge(matched, options));
        yield;
      }
    }
    results.push(...this.#judgedSettings(options));
    return results;
  }

  /** The files about which anything may be said: those with cookies, and those with options that cookies share. */
  placesJudged(): ReadonlySet<string> {
    if (this.#places === undefined) {
      const work = this.#judging(this.#programs);
      let step = work.next();
      while (step.done !== true) step = work.next();
      const results = step.value;
      const shared = this.#context.attempt(
        { path: this.app.root, doing: 'grouping cookies by their options' },
        () => this.#sharedOptions(results),
        () => new Map<Finding, Finding>(),
      );
      this.#places = new Set([
        ...results.flatMap(({ cookie, findings }) => [cookie.path, ...findings.map(({ path }) => path)]),
        ...[...shared.values()].map(({ path }) => path),
      ]);
    }
    return this.#places;
  }

  /**
   * Takes programs in place of those of a file, whose text has changed. All that was worked out stays, so this is only done where
   * nothing of the app is decided in the file: it has cookies of its own or none. False, and nothing done, elsewhere.
   */
  replace(path: string, programs: readonly Program[]): boolean {
    const owned = this.#owned();
    const decides = (program: Program): boolean =>
      this.#matchesOf(program).some((matched) => !isCookie(matched) || owned.has(matched.surface.id));
    const others = this.#programs.filter((program) => program.path !== path);
    if ([...this.#programs.filter((program) => program.path === path), ...programs].some(decides)) return false;
    this.#programs = [...others, ...programs];
    this.#surfaces = undefined;
    this.#places = undefined;
    this.#read.clear();
    return true;
  }

  /** What became of every match of the app: what the account explains its mentions by. */
  outcomes(): readonly MatchOutcome[] {
    this.#bindSettings();
    const options = this.#options();
    const owned = this.#owned();
    const outcomes = this.#programs.flatMap((program) =>
      this.#matchesOf(program).map((matched): MatchOutcome => {
        if (isDevelopmentFile(program.path)) return { matched, judged: [], unjudged: 'development' };
        if (!isCookie(matched)) return { matched, judged: [], unjudged: 'policy' };
        // What a project model judges it says itself, below; a setting that it leaves out is not explained by it.
        if (owned.has(matched.surface.id)) return { judged: [] };
        if (this.#isConfiguredElsewhere(matched, this.#programs)) return { matched, judged: [], unjudged: 'elsewhere' };
        const judged = this.#judge(matched, options);
        return judged.length === 0 && this.#isPassedOn(matched) ? { matched, judged, unjudged: 'elsewhere' } : { matched, judged };
      }),
    );
    return [...outcomes, { judged: this.#judgedSettings(options) }];
  }

  /** Whether nothing but headers and cookies that were made elsewhere are sent there. */
  #isPassedOn(matched: Matched<CookieSurface>): boolean {
    const sites = sitesOf(matched, this.#context.evaluator);
    return sites.length > 0 && sites.every(({ passThrough }) => passThrough);
  }

  /** Where a file could not be parsed, the places of its parts are a guess, and an edit may land in another. */
  #withoutUnsoundFixes(finding: Finding, own: Program | undefined): Finding {
    if (finding.fixes.length === 0) return finding;
    const { path } = { path: finding.path, ...finding.fixes[0] };
    const programs = path === own?.path ? [own] : this.#context.workspace.programsOf(path);
    return programs.every((program) => program.problems.length === 0)
      ? finding
      : {
          ...finding,
          fixes: [],
          byHand: `${problems[finding.problem].remedy} There is no edit: the file could not be parsed to its end, and it might land in the wrong place.`,
        };
  }

  #options(): JudgeOptions {
    const { apps, names, fixes, trustFixes, refusals } = this.#context;
    const found = throughHosts(
      this.#ownPolicies(),
      this.#around.hosts().map((host) => host.#ownPolicies()),
    );
    const policies = this.#context.declared?.(found, this.app.root) ?? found;
    return {
      app: this.app.root,
      policies,
      versionOf: (name) => apps.versionOf(this.app, name),
      names,
      fixes,
      trustFixes,
      ...(refusals === undefined ? {} : { refusals }),
    };
  }

  #ownPolicies(): AppPolicies {
    const { attempt, evaluator } = this.#context;
    this.#policies ??= policiesOf(
      this.#builtFrom().flatMap((program) => this.#matchesOf(program)),
      this.#ofModels('the policies', (model) => model.policies?.(this.#modelContext()) ?? []),
      {
        evaluator,
        files: this.#wayFiles(),
        attempt: (matched, work) =>
          withinLimits(matched, this.#context, () => attempt(workOn(matched, 'reading the policy'), work, () => undefined)),
        areApart: (setting, other) => this.#context.pages.areApart(setting, other),
      },
    );
    return this.#policies;
  }

  #wayFiles(): WayFiles {
    const { apps, callers } = this.#context;
    const around = new Set(this.#around.libraries.map(({ path }) => apps.of(path)));
    const isOwn = (path: string): boolean => apps.of(path) === this.app;
    return { callers, isOwn, isBuiltFrom: (path) => isOwn(path) || around.has(apps.of(path)) };
  }

  /** What the project models give, each for itself. */
  #ofModels<T>(what: string, ask: (model: ProjectModel) => readonly T[]): T[] {
    const { attempt, models } = this.#context;
    return models.flatMap((model) =>
      attempt(
        { path: this.app.root, doing: `working out ${what} of ${model.rule}` },
        () => ask(model),
        () => [],
      ),
    );
  }

  /** The cookies of a file: one list for all that ask about it. */
  #cookiesOf(program: Program): readonly Matched<CookieSurface>[] {
    let found = this.#cookies.get(program);
    if (found === undefined) this.#cookies.set(program, (found = this.#matchesOf(program).filter(isCookie)));
    return found;
  }

  /** The files of the app and of its libraries. */
  #builtFrom(): readonly Program[] {
    return [...this.#programs, ...this.#around.libraries];
  }

  /** The classes of these files that derive from a library's. */
  #derived(): ReadonlySet<string> {
    const { evaluator, matcher } = this.#context;
    return (this.#derivedNames ??= derivedNames(
      this.#builtFrom().map((program) => evaluator.indexOf(program)),
      matcher.classNames,
    ));
  }

  #owned(): ReadonlySet<string> {
    return new Set(this.#context.models.flatMap((model) => model.surfaces));
  }

  #matchesOf(program: Program): readonly Matched[] {
    const before = this.#matches.get(program);
    if (before !== undefined) return before;
    const { matcher, matches: shared, evaluator, apps, attempt } = this.#context;
    const doing = 'looking for cookies';
    const facts: AppFacts = {
      hasPackage: (_program, packages) => apps.hasPackage(this.app, packages),
      versionOf: (_program, name) => apps.versionOf(this.app, name),
      mayDerive: (_program, name) => this.#derived().has(name),
      attempt: (node, work) => attempt({ path: program.path, doing, program, node }, work, () => undefined),
    };
    evaluator.budget.beginFile();
    const match = (asked: AppFacts): readonly Matched[] =>
      inStep('match', () => matcher.match(program, evaluator, asked)).flatMap(withOwnCookie);
    const matches = attempt(
      { path: program.path, doing },
      () => shared.of(program, facts, match),
      () => [],
    );
    this.#matches.set(program, matches);
    return matches;
  }

  /** Whether another place of the app says what there is to say about a match's cookie. */
  #isConfiguredElsewhere(matched: Matched<CookieSurface>, programs: readonly Program[]): boolean {
    const { decidedBy, unlessRead } = matched.surface;
    if (
      decidedBy !== undefined &&
      this.#surfaceIds().some((id) => decidedBy.includes(id)) &&
      this.#isDecidedBy(decidedBy, matched, programs)
    )
      return true;
    const { variable } = matched;
    if (unlessRead === true && variable !== undefined && (this.#isRead(variable) || this.#isModelled(matched))) return true;
    if (!mayBeSaidElsewhere(matched.surface)) return false;
    return this.#same.isSaidElsewhere(matched, {
      own: this.#productionMatches(programs),
      hosts: this.#around.hosts().flatMap((host) => host.#productionMatches(host.#programs)),
    });
  }

  /** Whether a match of one of the surfaces decides the cookie of another: those that hold for a page do so there. */
  #isDecidedBy(ids: readonly string[], matched: Matched, programs: readonly Program[]): boolean {
    if (matched.program.language !== 'php') return true;
    return this.#productionMatches(programs).some(
      (other) => ids.includes(other.surface.id) && !('perPage' in other.surface && this.#context.pages.areApart(other, matched)),
    );
  }

  /** Whether a project model judges a setting at the place: a file that the app's own code loads. */
  #isModelled({ program, node }: Matched): boolean {
    return this.#judgedSettings(this.#options()).some(
      ({ cookie }) => cookie.path === program.path && cookie.range.start < node.end && node.start < cookie.range.end,
    );
  }

  /** The matches of what production is built from, with these programs as the app's own. */
  #productionMatches(programs: readonly Program[]): readonly Matched[] {
    let found = this.#production.get(programs);
    if (found === undefined) {
      found = [...programs, ...this.#around.libraries]
        .filter((program) => !isDevelopmentFile(program.path))
        .flatMap((program) => this.#matchesOf(program));
      this.#production.set(programs, found);
    }
    return found;
  }

  #hasMatch(surfaces: readonly string[]): boolean {
    const isOne = ({ surface }: Matched): boolean => surfaces.includes(surface.id);
    return (
      this.#productionMatches(this.#programs).some(isOne) ||
      this.#around.hosts().some((host) => host.#productionMatches(host.#programs).some(isOne))
    );
  }

  /** Whether code of the repository mentions a variable; asked only where a deployment file gives one. */
  #isRead(variable: string): boolean {
    const { workspace } = this.#context;
    let read = this.#read.get(variable);
    if (read === undefined) {
      read =
        workspace.files.some((path) => CODE.test(path) && workspace.mentions(path, variable)) ||
        this.#programs.some(({ language, text }) => !isSettingsLanguage(language) && text.includes(variable));
      this.#read.set(variable, read);
    }
    return read;
  }

  /** The surfaces that production's files of the app have matches of. */
  #surfaceIds(): readonly string[] {
    this.#surfaces ??= [
      ...new Set(
        this.#programs
          .filter((program) => !isDevelopmentFile(program.path))
          .flatMap((program) => this.#matchesOf(program).map((matched) => matched.surface.id)),
      ),
    ];
    return this.#surfaces;
  }

  /** What is to be said about options that the app's cookies share, by the findings of those cookies. */
  #sharedOptions(results: readonly Judged[]): ReadonlyMap<Finding, Finding> {
    const { apps, optionsFixes } = this.#context;
    const byCookie = new Map<Finding, Finding>();
    for (const shared of sharedOptionsOf(results.filter((result): result is Judgement => 'site' in result))) {
      const { path } = shared.entry.program;
      if (apps.of(path) !== this.app || isDevelopmentFile(path) || isReported(shared.entry, results)) continue;
      // One library that refuses what the others send is enough.
      const refusing =
        shared.judgements.find(
          ({ site, isTrusted }) =>
            !isTrusted && (site.matched.surface.refusesPlain !== undefined || site.matched.surface.needsProxy === true),
        ) ?? shared.judgements[0];
      const options = judgeSharedOptions(shared, optionsFixes(shared.entry, refusing.site, refusing.answer.state, refusing.isTrusted));
      if (options !== undefined)
        for (const finding of shared.judgements.flatMap((judgement) => judgement.findings)) byCookie.set(finding, options);
    }
    return byCookie;
  }

  #judge(matched: Matched<CookieSurface>, options: JudgeOptions): readonly Judged[] {
    let results = this.#judged.get(matched);
    if (results === undefined) {
      results = judged(matched, options, this.#context, MAX_WRAPPERS, this.#cookiesOf(matched.program));
      this.#judged.set(matched, results);
    }
    return results;
  }

  #judgedSettings(options: JudgeOptions): readonly Judged[] {
    this.#settings ??= this.#ofModels('the settings', (model) => model.judge(this.#modelContext())).flatMap((setting) => {
      if (setting.kind === 'absent') return [judgeAbsent(setting, options)];
      const { attempt, evaluator } = this.#context;
      return withinLimits(setting.matched, this.#context, () =>
        attempt(
          workOn(setting.matched, 'judging'),
          () => [judgeSetting(setting, options, evaluator)],
          () => [],
        ),
      );
    });
    return this.#settings;
  }

  /** Code that reads the settings of a framework gets what this app's production has there. */
  #bindSettings(): void {
    const models = new Map(this.#context.models.map((model) => [model.rule, model]));
    this.#context.evaluator.settings = (of, key, from) => models.get(of)?.settingOf?.(this.#modelContext(), key, from);
  }

  #modelContext(): ModelContext {
    const { apps, workspace, evaluator, rules, isProductionSettings } = this.#context;
    return {
      app: this.app,
      apps,
      workspace,
      evaluator,
      programs: this.#programs,
      libraries: this.#around.libraries,
      hasMatch: (surfaces) => this.#hasMatch(surfaces),
      isLibrary: apps.hosts(this.app).length > 0,
      surface: (id) => surfaceOf(rules, id),
      ...(isProductionSettings === undefined ? {} : { isProductionSettings }),
    };
  }
}

/** A policy that configures a cookie of its own is a match of that cookie too. */
function withOwnCookie(matched: Matched): readonly Matched[] {
  const cookie = matched.surface.kind === 'policy' ? cookieOf(matched.surface) : undefined;
  return cookie === undefined ? [matched] : [matched, { ...matched, surface: cookie }];
}

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|erb|php|java|kt|kts|scala|groovy|cs|fs|vb|go|rs|ex|exs)$/;

type Judged = Judgement | Pick<Judgement, 'cookie' | 'findings'>;

const workOn = ({ program, surface, node }: Matched, doing: string): Work => ({
  path: program.path,
  doing: `${doing} ${surface.id}`,
  program,
  node,
});

/** One judgement for the site, or one for each call of the helper that it stands in. */
function judged(
  matched: Matched<CookieSurface>,
  options: JudgeOptions,
  context: LintContext,
  wrappers: number,
  beside: readonly Matched<CookieSurface>[] = [],
): readonly Judged[] {
  return withinLimits(matched, context, () =>
    context.attempt(
      workOn(matched, 'judging'),
      () => judgements(matched, options, context, wrappers, beside),
      () => [],
    ),
  );
}

/** What the work gives; where it was cut short, that is said. */
function withinLimits<T>({ program, node, surface }: Matched, { evaluator, noteLimit }: LintContext, work: () => T): T {
  const result = work();
  const cut = evaluator.budget.takeCut();
  if (cut !== undefined) noteLimit(program, node, surface.id, cut);
  return result;
}

function judgements(
  matched: Matched<CookieSurface>,
  options: JudgeOptions,
  context: LintContext,
  wrappers: number,
  beside: readonly Matched<CookieSurface>[],
): readonly Judged[] {
  const results: Judged[] = [];
  for (const site of gravestState(sitesOf(matched, context.evaluator), options)) {
    const alone = judge(site, options);
    const result = alone !== undefined && isOff(alone) ? (beyond(site, beside, options, context) ?? alone) : alone;
    if (result === undefined) {
      if (wrappers > 0 && !isHeaderSoFar(site.secure.value))
        results.push(...givenElsewhere(matched, site, context).flatMap((one) => judged(one, options, context, wrappers - 1)));
      continue;
    }
    const elsewhere = wrappers === 0 ? [] : handedOn(site, context.evaluator, context.callers).flatMap((one) => judge(one, options) ?? []);
    if (elsewhere.length > 0) {
      results.push(...elsewhere);
      continue;
    }
    const open = result.answer.parameters[0];
    if (open === undefined || result.answer.state !== 'unresolved' || wrappers === 0) {
      results.push(result);
      continue;
    }
    const callers = callersOf(open, matched, context.evaluator, context.callers);
    const outside = callers.flatMap((caller) => judged(caller, options, context, wrappers - 1));
    results.push(...(outside.length > 0 ? outside : [result]));
  }
  return results;
}

/** `res.getHeader('Set-Cookie')`: the header that the response has already, whose cookies are judged where they are set. */
const isHeaderSoFar = (value: Value): boolean =>
  value.kind === 'operation' && /^method (?:get|getHeader|getHeaders|getSetCookie)$/.test(value.operator);

const isOff = ({ answer: { state } }: Judgement): boolean => state === 'missing' || state === 'disabled';

/** What is off may be the other branch of a cookie that is sent with Secure. */
function beyond(
  site: Site,
  beside: readonly Matched<CookieSurface>[],
  options: JudgeOptions,
  { evaluator }: LintContext,
): Judgement | undefined {
  const whole = withOtherBranch(site, beside, evaluator);
  const both = whole === undefined ? undefined : judge(whole, options);
  // By a test that nobody can decide it is off for some: that is a finding as it stands.
  return both?.answer.state === 'unresolved' ? undefined : both;
}

/** Of the states in which one object is sent, the one that is the worst for whoever gets it. */
function gravestState(sites: readonly Site[], options: JudgeOptions): readonly Site[] {
  if (sites.length < 2 || !sites.every(({ matched }) => matched.handedOver !== undefined)) return sites;
  const kept = sites.filter(({ deletes }) => !deletes);
  const ranked = (kept.length > 0 ? kept : sites).map((site) => ({
    site,
    rank: Math.max(-1, ...(judge(site, options)?.findings ?? []).map(({ severity }) => SEVERITIES.indexOf(severity))),
  }));
  return [ranked.reduce((worst, one) => (one.rank > worst.rank ? one : worst)).site];
}

const SEVERITIES: readonly Severity[] = ['note', 'warning', 'error'];

/** Who writes a header that comes from elsewhere: the callers of a helper that is given it, or who fills in the field that holds it. */
function givenElsewhere(
  matched: Matched<CookieSurface>,
  site: Site,
  { evaluator, callers }: LintContext,
): readonly Matched<CookieSurface>[] {
  const { parameters, unknowns } = dependenciesOf(site.secure.value);
  const [given] = parameters;
  return given === undefined ? fillersOf(unknowns, matched, evaluator, callers) : callersOf(given, matched, evaluator, callers);
}

function surfaceOf(rules: readonly Rule[], id: string): { rule: Rule; surface: CookieSurface } {
  for (const rule of rules) {
    for (const surface of rule.surfaces) {
      if (surface.id !== id || surface.kind === 'proxy' || surface.kind === 'condition') continue;
      const cookie = surface.kind === 'policy' ? cookieOf(surface) : surface;
      if (cookie !== undefined) return { rule, surface: cookie };
    }
  }
  throw new Error(`no rule has the surface ${id}`);
}

/** A cookie's finding with the options that decide it. What is mended there needs nothing here, unless only this can be done unasked. */
function withOptions(finding: Finding, byCookie: ReadonlyMap<Finding, Finding>): Finding {
  const options = byCookie.get(finding);
  if (options === undefined) return finding;
  const { path, range, fixes } = options;
  const safe = fixes.filter((fix) => fix.safe);
  const shared = safe.length > 0 || finding.fixes.some((fix) => fix.safe) ? safe : fixes;
  const { byHand, ...found } = finding;
  void byHand;
  return shared.length === 0
    ? { ...finding, options: { path, range } }
    : {
        ...found,
        options: { path, range },
        fixes: path === finding.path ? shared : shared.map((fix) => ({ ...fix, title: `${fix.title} in \`${path}\``, path })),
      };
}

/** Whether a cookie or setting of its own is reported there: `config/session.php`, whose value other cookies take over. */
const isReported = ({ program, range }: Origin, results: readonly Judged[]): boolean =>
  results.some((result) =>
    result.findings.some((finding) => finding.path === program.path && finding.range.start < range.end && range.start < finding.range.end),
  );

/** The same problem at the same place once, however it was reached. */
function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = `${finding.path}\0${finding.range.start}\0${finding.range.end}\0${finding.surface}\0${finding.problem}\0${finding.cookie.name ?? finding.cookie.expression ?? ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
