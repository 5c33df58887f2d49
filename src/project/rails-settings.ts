/** Rails' force_ssl as production gets it: over application.rb, production.rb and the initializers, or not there at all. */
import type { CookieName, Fix } from '../cookies/finding.js';
import { answer, meaningOf } from '../state/state.js';
import { locate } from '../matching/places.js';
import type { Matched } from '../matching/matched.js';
import { isSince } from '../matching/versions.js';
import type { CookieSurface } from '../matching/surface.js';
import type { Assignment, Call, Expression, Program } from '../syntax/ir.js';
import { fieldOf, isAbsent } from '../values/fields.js';
import { guardsOf } from '../values/guards.js';
import { WorldReader } from '../values/outcome.js';
import { absent, choice, known, operation, originOf, type Value } from '../values/value.js';
import { fileMode } from './file-modes.js';
import type { AbsentSetting, ModelContext, ProjectModel, WrittenSetting } from './model.js';
import type { FoundPolicy } from './policies.js';

/** The surfaces by which the rule module names the settings, and the session store whose own Secure comes first. */
export interface RailsFacts {
  readonly forceSsl: string;
  readonly sslOptions: string;
  readonly sessionStore: string;
}

interface Write {
  readonly program: Program;
  readonly assignment: Assignment;
}

interface Setting {
  readonly value: Value;
  readonly writes: readonly Write[];
}

/** What production has for the settings. */
interface Settings {
  readonly forceSsl: Setting;
  readonly sslOptions: Setting;
  readonly production: Program | undefined;
  readonly session: { readonly matched: Matched<CookieSurface>; readonly ownSecure: boolean } | undefined;
  readonly isApi: boolean;
}

const PRODUCTION = /(?:^|\/)config\/environments\/production\.rb$/;

export function railsModel(facts: RailsFacts): ProjectModel {
  const memo = new WeakMap<object, Settings>();
  const settingsOf = (context: ModelContext): Settings => {
    let found = memo.get(context.programs);
    if (found === undefined) memo.set(context.programs, (found = readSettings(context, facts)));
    return found;
  };
  return {
    rule: 'rails',
    surfaces: [facts.forceSsl, facts.sslOptions],
    judge: (context) => findings(settingsOf(context), context, facts),
    policies: (context) => policies(settingsOf(context), context, facts),
    settingOf: (context, key) => (key === 'force_ssl' ? settingsOf(context).forceSsl.value : customSetting(key.split('.'), context)),
  };
}

/** The files that write settings, in the order in which production runs them. */
function configurationOf(context: ModelContext): { readonly programs: readonly Program[]; readonly inOrder: readonly Program[] } {
  const programs = context.programs.filter((program) => program.language === 'ruby');
  const config = programs
    .map((program) => ({ program, rank: rankOf(program.path) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  return { programs, inOrder: config.map(({ program }) => program) };
}

function readSettings(context: ModelContext, facts: RailsFacts): Settings {
  const { programs, inOrder } = configurationOf(context);
  const production = inOrder.find((program) => PRODUCTION.test(program.path));
  return {
    forceSsl: settingOf('force_ssl', inOrder, context, production),
    sslOptions: settingOf('ssl_options', inOrder, context, production),
    production,
    session: sessionOf(programs, context, facts),
    isApi:
      programs.some((program) => /^[ \t]*config\.api_only\s*=\s*true\b/m.test(program.text)) &&
      !programs.some((program) => /ActionDispatch::(?:Cookies|Session::)/.test(program.text)),
  };
}

/** The order in which production runs the files: https://guides.rubyonrails.org/configuring.html#initialization-events. -1: not at all. */
function rankOf(path: string): number {
  if (/(?:^|\/)(?:templates|lib\/generators|dummy)\//.test(path)) return -1;
  if (PRODUCTION.test(path)) return 2;
  if (/(?:^|\/)config\/environments\//.test(path)) return -1;
  const mode = fileMode(path);
  if (mode !== undefined && mode !== 'production') return -1;
  return /(?:^|\/)config\/initializers\//.test(path) ? 3 : /(?:^|\/)config\/application\.rb$/.test(path) ? 0 : 1;
}

/** A setting of the application's own, `config.x.cookies.secure = true`: what is written for it or for a section that it is in. */
function customSetting(keys: readonly string[], context: ModelContext): Value | undefined {
  const { inOrder } = configurationOf(context);
  for (let length = keys.length; length > 0; length--) {
    const { value, writes } = settingOf(keys.slice(0, length), inOrder, context);
    const last = writes.at(-1);
    if (last !== undefined)
      return keys.slice(length).reduce((at, key) => context.evaluator.memberOf(at, key, originOf(last.program, last.assignment)), value);
  }
  return undefined;
}

/** The writes of `config.<name>`, folded in order, each under its conditions. */
function settingOf(
  name: string | readonly string[],
  programs: readonly Program[],
  { evaluator }: ModelContext,
  production?: Program,
): Setting {
  let value: Value | undefined;
  const writes: Write[] = [];
  for (const program of programs) {
    const index = evaluator.indexOf(program);
    for (const assignment of index.assignments) {
      if (!isConfig(assignment.target, typeof name === 'string' ? [name] : name)) continue;
      evaluator.begin();
      const origin = originOf(program, assignment);
      const next = evaluator.evaluate(assignment.value, program);
      const guard = evaluator.conjunction(guardsOf(assignment, undefined, index, { earlyExits: true }), program, undefined);
      value = guard === undefined ? next : choice(guard, next, value ?? absent(origin), origin);
      writes.push({ program, assignment });
    }
  }
  const nowhere = production ?? programs[0];
  return { value: value ?? (nowhere === undefined ? NOTHING : absent(originOf(nowhere, { start: 0, end: 0 }))), writes };
}

const NOTHING: Value = {
  kind: 'known',
  value: undefined,
  absent: true,
  origin: { program: { path: '', language: 'ruby', text: '', body: [], comments: [], problems: [] }, range: { start: 0, end: 0 } },
};

/** `config.force_ssl = …`, `Rails.application.config.force_ssl = …`, `config.x.cookies.secure = …`. */
function isConfig(target: Assignment['target'] | Expression, path: readonly string[]): boolean {
  const at = target.kind === 'call' && target.args.length === 0 ? target.callee : target;
  if (path.length === 0)
    return at.kind === 'name'
      ? at.name === 'config'
      : at.kind === 'member' && at !== target && (at.property === 'config' || at.property === 'configuration');
  return at.kind === 'member' && at.property === path.at(-1) && isConfig(at.object, path.slice(0, -1));
}

/** The configured session store, and whether it says itself what Secure is. */
function sessionOf(programs: readonly Program[], context: ModelContext, facts: RailsFacts): Settings['session'] {
  const { rule, surface } = context.surface(facts.sessionStore);
  for (const program of programs) {
    if (rankOf(program.path) < 0) continue;
    const call = context.evaluator.indexOf(program).calls.find(isSessionStore);
    if (call === undefined) continue;
    const matched: Matched<CookieSurface> = { rule, surface, program, node: call, call, confidence: 'high' };
    context.evaluator.begin();
    return { matched, ownSecure: !isAbsent(locate(surface.attributes.secure, matched, context.evaluator).value) };
  }
  return undefined;
}

const isSessionStore = (call: Call): boolean =>
  call.callee.kind === 'member' && call.callee.property === 'session_store' && call.args.length > 0;

// ------------------------------------------------------------------ what they mean

/**
 * The middleware flags every cookie unless `secure_cookies` is false. `redirect: false` makes its default `exclude` skip
 * every request, and only the session cookie keeps the flag that it was given at start.
 */
function policies({ forceSsl, sslOptions }: Settings, context: ModelContext, facts: RailsFacts): FoundPolicy[] {
  const last = forceSsl.writes.at(-1);
  if (last === undefined) return [];
  const { surface } = context.surface(facts.forceSsl);
  const { value } = forceSsl;
  const flags = notFalse(fieldOf(sslOptions.value, 'secure_cookies'));
  const redirects = notFalse(fieldOf(sslOptions.value, 'redirect'));
  const at = { path: last.program.path, range: { start: last.assignment.start, end: last.assignment.end } };
  const policy = (secure: Value): FoundPolicy => ({
    surface: surface.id,
    at,
    question: { ...meaningOf(surface, 'ruby'), value: secure, isText: false },
  });
  const session = both(value, flags);
  const all = both(session, redirects);
  return session === all ? [policy(all)] : [policy(all), { ...policy(session), kinds: ['session'] }];
}

/** A switch of ssl_options: on unless it is false. */
function notFalse(value: Value): Value | undefined {
  if (isAbsent(value) || value.kind === 'record') return undefined;
  if (value.kind === 'known') return value.value === false ? value : undefined;
  return operation('!=', [value, known(false, value.origin)], value.origin);
}

const both = (value: Value, other: Value | undefined): Value => (other === undefined ? value : choice(value, other, value, value.origin));

function findings(settings: Settings, context: ModelContext, facts: RailsFacts): (WrittenSetting | AbsentSetting)[] {
  const { forceSsl, session, production, isApi } = settings;
  const name = sessionName(session, context);
  const found = optionFindings(settings, name, context, facts);
  // A session store that says itself what Secure is leaves nothing for force_ssl to decide there.
  if (session?.ownSecure === true) return found;
  const { rule, surface } = context.surface(facts.forceSsl);
  const last = forceSsl.writes.at(-1);
  if (last !== undefined) {
    const matched = matchedAt(last, facts.forceSsl, context);
    return [...found, { kind: 'written', matched, value: forceSsl.value, name }];
  }
  // The session store is judged itself: without force_ssl nothing makes its cookie Secure.
  if (session !== undefined) return found;
  if (production === undefined || isApi || !/Rails\.application\.configure|::Application\.configure/.test(production.text)) return found;
  return [
    ...found,
    {
      kind: 'absent',
      rule,
      surface,
      program: production,
      name,
      fixes: forceSslFixes(production, context.apps.versionOf(context.app, 'rails')),
      related: [],
    },
  ];
}

function matchedAt({ program, assignment }: Write, surface: string, context: ModelContext): Matched<CookieSurface> {
  return { ...context.surface(surface), program, node: assignment, assignment, value: assignment.value, confidence: 'high' };
}

/** `ssl_options` that keep a force_ssl that is on from flagging cookies. */
function optionFindings({ forceSsl, sslOptions }: Settings, name: CookieName, context: ModelContext, facts: RailsFacts): WrittenSetting[] {
  const last = sslOptions.writes.at(-1);
  if (
    last === undefined ||
    answer({ ...meaningOf(context.surface(facts.forceSsl).surface, 'ruby'), value: forceSsl.value, isText: false }).state !== 'on'
  )
    return [];
  const flags = notFalse(fieldOf(sslOptions.value, 'secure_cookies'));
  const redirects = notFalse(fieldOf(sslOptions.value, 'redirect'));
  const value = flags ?? redirects;
  if (value === undefined) return [];
  const path = [flags === undefined ? 'redirect' : 'secure_cookies'];
  const matched = matchedAt(last, facts.sslOptions, context);
  return [{ kind: 'written', matched, value, path, name: flags === undefined ? { name: null, session: false } : name }];
}

function sessionName(session: Settings['session'], { evaluator }: ModelContext): CookieName {
  if (session === undefined) return { name: null, session: true };
  const { matched } = session;
  evaluator.begin();
  const outcome = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: 'ruby' }).read(
    locate(matched.surface.name!, matched, evaluator).value,
  );
  return { name: outcome.kind === 'literal' && typeof outcome.value === 'string' ? outcome.value : null, session: true };
}

/** Uncomments the generated line, or writes it before the block's end. A proxy that hides HTTPS would be redirected forever: a suggestion. */
function forceSslFixes({ text }: Program, version: string | undefined): Fix[] {
  // https://guides.rubyonrails.org/7_1_release_notes.html: assume_ssl is new there.
  const proxied =
    version === undefined || isSince(version, '7.1')
      ? 'behind a TLS proxy without X-Forwarded-Proto set config.assume_ssl too'
      : 'check that a TLS proxy in front of it sends X-Forwarded-Proto';
  const title = `Set config.force_ssl = true (${proxied})`;
  const comment = /^([ \t]*)#[ \t]*(config\.force_ssl[ \t]*=[ \t]*true\b)/m.exec(text);
  if (comment !== null)
    return [
      { title, safe: false, edits: [{ start: comment.index, end: comment.index + comment[0].length, text: `${comment[1]}${comment[2]}` }] },
    ];
  const end = text.trimEnd().lastIndexOf('\nend');
  if (end < 0) return [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ title, safe: false, edits: [{ start: end + 1, end: end + 1, text: `${eol}  config.force_ssl = true${eol}` }] }];
}
