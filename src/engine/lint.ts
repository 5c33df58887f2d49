/** Judges the candidate files of one app: matches, policies, sites, wrappers, project models. The same for every host. */
import type { CookieRecord, Finding, Fix, SecureState } from '../cookies/finding.js';
import { judge, type JudgeOptions } from '../judging/judge.js';
import { judgeAbsent, judgeSetting } from '../judging/judge-setting.js';
import { callersOf } from '../matching/callers.js';
import type { FileMatcher } from '../matching/file-matcher.js';
import type { Matched } from '../matching/matched.js';
import { sitesOf, type Site } from '../matching/site.js';
import type { CookieSurface, Rule } from '../matching/surface.js';
import { policiesOf } from '../project/app-policies.js';
import type { App, Apps } from '../project/apps.js';
import { isDevelopmentFile } from '../project/file-modes.js';
import type { ProjectModel } from '../project/model.js';
import type { WorkspaceFiles } from '../project/workspace.js';
import type { Program } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';

export interface LintContext {
  readonly workspace: WorkspaceFiles;
  readonly apps: Apps;
  readonly evaluator: Evaluator;
  readonly matcher: FileMatcher;
  readonly rules: readonly Rule[];
  readonly models: readonly ProjectModel[];
  readonly sessionPatterns: readonly RegExp[];
  readonly fixes: (site: Site, state: SecureState) => readonly Fix[];
  /** Settings modules that the configuration names as production's. */
  readonly isProductionSettings?: (path: string) => boolean;
}

export interface AppResult {
  readonly app: App;
  readonly findings: readonly Finding[];
  readonly cookies: readonly CookieRecord[];
  readonly frameworks: readonly string[];
}

/** How often a wrapper's wrapper is followed outward. */
const MAX_WRAPPERS = 3;

/** The matches of the app's programs, to be kept between questions about the same app. */
export function matchesOf(programs: readonly Program[], app: App, context: LintContext): Matched[] {
  const facts = { hasPackage: (_program: Program, packages: readonly string[]): boolean => context.apps.hasPackage(app, packages) };
  return programs.flatMap((program) => context.matcher.match(program, context.evaluator, facts));
}

/** Judges an app. `only`: report these files alone; the others are read for what they say about them. */
export function lintApp(app: App, programs: readonly Program[], context: LintContext, only?: (path: string) => boolean): AppResult {
  const matches = matchesOf(programs, app, context);
  const policies = policiesOf(matches, context.evaluator);
  const options: JudgeOptions = { app: app.root, policies, sessionPatterns: context.sessionPatterns, fixes: context.fixes };
  const findings: Finding[] = [];
  const cookies: CookieRecord[] = [];
  const frameworks = new Set<string>();
  const models = context.models.filter((model) => programs.length > 0 || model.rule !== '');
  const owned = new Set(models.flatMap((model) => model.surfaces));

  for (const matched of matches) {
    if (matched.surface.kind === 'policy' || matched.surface.kind === 'proxy') continue;
    if (owned.has(matched.surface.id) || isDevelopmentFile(matched.program.path)) continue;
    const wanted = only === undefined || only(matched.program.path);
    // A wrapper outside the wanted files is judged at its calls inside them.
    for (const result of judged(matched as Matched<CookieSurface>, options, context, MAX_WRAPPERS)) {
      if (!wanted && !only!(result.cookie.path)) continue;
      if (only !== undefined && !only(result.cookie.path)) continue;
      frameworks.add(matched.rule.title);
      cookies.push(result.cookie);
      findings.push(...result.findings);
    }
  }
  for (const model of models) {
    for (const setting of model.judge({ app, apps: context.apps, workspace: context.workspace, evaluator: context.evaluator, programs, surface: (id) => surfaceOf(context.rules, id), ...(context.isProductionSettings === undefined ? {} : { isProductionSettings: context.isProductionSettings }) })) {
      const result = setting.kind === 'written' ? judgeSetting(setting, options, context.evaluator) : judgeAbsent(setting, options);
      if (only !== undefined && !only(result.cookie.path)) continue;
      frameworks.add(setting.kind === 'written' ? setting.matched.rule.title : setting.rule.title);
      cookies.push(result.cookie);
      findings.push(...result.findings);
    }
  }
  return { app, findings: unique(findings), cookies, frameworks: [...frameworks].sort() };
}

/** One judgement for the site, or one for each call of the helper that it stands in. */
function judged(matched: Matched<CookieSurface>, options: JudgeOptions, context: LintContext, wrappers: number): { cookie: CookieRecord; findings: readonly Finding[] }[] {
  const results: { cookie: CookieRecord; findings: readonly Finding[] }[] = [];
  for (const site of sitesOf(matched, context.evaluator)) {
    const result = judge(site, options);
    if (result === undefined) continue;
    const open = result.answer.parameters[0];
    if (open === undefined || result.answer.state !== 'unresolved' || wrappers === 0) {
      results.push(result);
      continue;
    }
    const callers = callersOf(open, matched, context.evaluator, context.workspace);
    const outside = callers.flatMap((caller) => judgedAt(caller, options, context, wrappers - 1));
    results.push(...(outside.length > 0 ? outside : [result]));
  }
  return results;
}

function judgedAt(caller: Matched<CookieSurface>, options: JudgeOptions, context: LintContext, wrappers: number): { cookie: CookieRecord; findings: readonly Finding[] }[] {
  return judged(caller, options, context, wrappers);
}

function surfaceOf(rules: readonly Rule[], id: string): { rule: Rule; surface: CookieSurface } {
  for (const rule of rules) {
    for (const surface of rule.surfaces) if (surface.id === id && surface.kind !== 'policy' && surface.kind !== 'proxy') return { rule, surface };
  }
  throw new Error(`no rule has the surface ${id}`);
}

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
