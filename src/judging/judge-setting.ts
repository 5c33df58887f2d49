/** Judges what a project model found: a setting as production gets it, or a setting that is not there. */
import type { CookieRecord, Finding } from '../cookies/finding.js';
import { byHandOfSetting } from './by-hand.js';
import { writtenAt } from '../matching/written-records.js';
import type { Site } from '../matching/site.js';
import type { AbsentSetting, WrittenSetting } from '../project/model.js';
import type { Evaluator } from '../values/evaluator.js';
import { absent, originOf } from '../values/value.js';
import { judge, reasonOf, severityOf, type JudgeOptions, type Judgement } from './judge.js';
import { messageFor } from './messages.js';
import { answer, meaningOf } from '../state/state.js';

/** A written setting is a site whose value the model has worked out. */
export function judgeSetting(setting: WrittenSetting, options: JudgeOptions, evaluator: Evaluator): Pick<Judgement, 'cookie' | 'findings'> {
  const { matched, value, guard } = setting;
  evaluator.begin();
  const written =
    matched.value === undefined ? undefined : writtenAt(matched.value, setting.path ?? [], evaluator.indexOf(matched.program));
  const site: Site = {
    matched,
    range: { start: matched.node.start, end: matched.node.end },
    name:
      setting.name.name === null
        ? absent(originOf(matched.program, matched.node))
        : { kind: 'known', value: setting.name.name, origin: originOf(matched.program, matched.node) },
    secure: {
      value,
      place: { at: 'value', ...(setting.path === undefined ? {} : { path: setting.path }) },
      ...(written === undefined ? {} : { written }),
    },
    isText: false,
    attributes: setting.attributes ?? new Map(),
    deletes: false,
    passThrough: false,
    confidence: matched.confidence,
    ...(guard === undefined ? {} : { guard }),
  };
  return judge(site, options)!;
}

/** An absent setting gets the framework's default, unless a policy of the app covers the cookie. */
export function judgeAbsent(setting: AbsentSetting, options: JudgeOptions): Pick<Judgement, 'cookie' | 'findings'> {
  const { surface, rule, program, name } = setting;
  const policy = options.policies.policyFor(surface);
  const value = absent(originOf(program, setting.at ?? { start: 0, end: 0 }));
  const trust = options.policies.trustFor(surface, program.language, 'library');
  const result = answer({
    ...meaningOf(surface, program.language, options.versionOf),
    value,
    isText: false,
    ...(policy === undefined ? {} : { policy: policy.question }),
    ...(trust === undefined ? {} : { trust }),
  });
  const range = setting.at ?? { start: 0, end: 0 };
  const cookie: CookieRecord = {
    path: program.path,
    range,
    rule: rule.id,
    framework: rule.title,
    surface: surface.id,
    cookie: name,
    state: result.state === 'on' && result.byTrust ? 'request-conditional' : result.state,
    attributes: { ...surface.otherwise, ...setting.attributes },
    app: options.app,
    confidence: 'high',
    deletes: false,
    ...(result.byPolicy && policy !== undefined ? { coveredBy: { ...policy.at, surface: policy.surface } } : {}),
  };
  if (result.state === 'on') return { cookie, findings: [] };
  const problem = result.state;
  const finding: Finding = {
    path: program.path,
    range,
    rule: rule.id,
    surface: surface.id,
    problem,
    severity: severityOf(problem, name.session),
    confidence: 'high',
    cookie: name,
    message: messageFor(problem, name, result, setting.related),
    reason: reasonOf(problem, name.session),
    cause: { path: program.path, range },
    related: setting.related,
    fixes: setting.fixes,
    ...(setting.fixes.length > 0 ? {} : { byHand: byHandOfSetting(surface) }),
    app: options.app,
  };
  return { cookie, findings: [finding] };
}
