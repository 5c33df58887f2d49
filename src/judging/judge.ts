/** Policy in one place: state × cookie name × the app's policies → an inventory row, and a finding or none. */
import { isNone, type Site } from '../matching/site.js';
import { truthOf } from '../values/truth.js';
import type { CookieSurface } from '../matching/surface.js';
import type { AppPolicies } from '../project/policies.js';
import type { Program, Range } from '../syntax/ir.js';
import { isAbsent } from '../values/fields.js';
import { WorldReader } from '../values/outcome.js';
import type { Value } from '../values/value.js';
import { dependenciesOf } from '../values/worlds.js';
import type {
  Attribute,
  CookieName,
  CookieRecord,
  Finding,
  Fix,
  Place,
  Problem,
  Reason,
  SecureState,
  Severity,
} from '../cookies/finding.js';
import { isSessionName, prefixOf, type NamePatterns } from '../cookies/session-names.js';
import { answer, meaningOf, type Answer, type Question, type VersionOf } from '../state/state.js';
import { byHand } from './by-hand.js';
import { messageFor } from './messages.js';
import { isTrustProved } from '../state/trust.js';
import { evidenceOf, trailOf } from './trail.js';

export interface JudgeOptions {
  readonly app: string;
  readonly policies: AppPolicies;
  readonly versionOf?: VersionOf;
  readonly names: NamePatterns;
  /** The fixes of a site in a state; given by the engine so that judging does not depend on editing. */
  readonly fixes: (site: Site, state: SecureState, isTrusted: boolean) => readonly Fix[];
  /** What makes the app trust the proxy in front of it, for a cookie that is Secure and not sent without that. */
  readonly trustFixes?: (site: Site) => readonly Fix[];
  /** Where the program refuses to start for the sake of the variables that decide a value. */
  readonly refusals?: (value: Value, program: Program) => Value | undefined;
}

export interface Judgement {
  readonly site: Site;
  readonly cookie: CookieRecord;
  readonly findings: readonly Finding[];
  readonly answer: Answer;
  /** The app trusts the proxy in front of it, or ends TLS itself. */
  readonly isTrusted: boolean;
}

/** Judges one site. Undefined when there is nothing to say: a header that was made elsewhere. */
export function judge(site: Site, options: JudgeOptions): Judgement | undefined {
  if (site.passThrough) return undefined;
  const { matched } = site;
  const { surface } = matched;
  const policy = surface.ownWins === true && !isAbsent(site.secure.value) ? undefined : options.policies.policyFor(surface, site);
  const refuses = options.refusals?.(site.secure.value, matched.program);
  const asks = dependenciesOf(site.secure.value).request ? 'code' : 'library';
  const trust = options.policies.trustFor(surface, matched.program.language, asks);
  const question = {
    ...questionOf(site, policy?.question, options.versionOf),
    ...(refuses === undefined ? {} : { refuses }),
    ...(trust === undefined ? {} : { trust }),
  };
  const result = answer(question);
  const name = cookieName(site, options.names);
  const state: SecureState = result.developmentOnly ? 'on' : result.state;
  const covered = result.byPolicy && policy !== undefined ? { ...policy.at, surface: policy.surface } : undefined;
  const at = placeOf(site);
  const cookie: CookieRecord = {
    path: at.path,
    range: at.range,
    rule: matched.rule.id,
    framework: matched.rule.title,
    surface: surface.id,
    cookie: name,
    state: state === 'on' && result.byTrust ? 'request-conditional' : state,
    attributes: knownAttributes(site),
    app: options.app,
    confidence: site.confidence,
    deletes: site.deletes,
    ...(covered === undefined ? {} : { coveredBy: covered }),
  };
  const isTrusted = trust !== undefined && isTrustProved(trust);
  const found = problemsOf(site, state, name, result, surface.needsProxy === true && !isTrusted);
  return {
    site,
    cookie,
    answer: result,
    isTrusted,
    findings: found.map((problem) => findingOf(site, problem, state, name, { ...result, isTrusted }, options)),
  };
}

/** How the library reads the site's value. */
export function questionOf(site: Site, policy?: Question['policy'], versionOf?: VersionOf): Question {
  const { surface, program } = site.matched;
  return {
    ...meaningOf(surface, program.language, versionOf),
    value: site.secure.value,
    isText: site.isText,
    ...(surface.kind === 'client' ? { onPage: true as const } : {}),
    ...(site.guard === undefined ? {} : { guard: site.guard }),
    ...(policy === undefined ? {} : { policy }),
  };
}

function cookieName(site: Site, patterns: NamePatterns): CookieName {
  const { surface, program } = site.matched;
  const outcome = reader(site).read(site.name);
  const name = outcome.kind === 'literal' && typeof outcome.value === 'string' && outcome.value !== '' ? outcome.value : null;
  if (name !== null)
    return {
      name,
      session: patterns.ordinary.some((pattern) => pattern(name)) ? false : (surface.session ?? isSessionName(name, patterns)),
    };
  const { origin } = site.name;
  const isUnwritten = site.name.kind === 'known';
  const written = site.nameWritten ?? (origin.program === program ? origin.range : undefined);
  // A name that only a statement around it holds (a loop variable's field) is no text to show.
  const shown =
    written !== undefined && /^[^;\n]*$/.test(program.text.slice(written.start, Math.min(written.end, written.start + 80)))
      ? written
      : undefined;
  const expression =
    isUnwritten || site.isText || shown === undefined ? undefined : program.text.slice(shown.start, Math.min(shown.end, shown.start + 80));
  // A name that is not known may still tell by the words of the expression: `SESSION_COOKIE`, `config.authCookieName`.
  const hint = expression !== undefined && isSessionName(expression, patterns);
  return { name: null, session: surface.session ?? (hint ? true : null), ...(expression === undefined ? {} : { expression }) };
}

const reader = (site: Site): WorldReader =>
  new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: truthOf(site.matched.program.language) });

/** Attributes whose values are known in production. */
function knownAttributes(site: Site): CookieRecord['attributes'] {
  const known: Partial<Record<Attribute, string | number | boolean>> = {};
  const read = reader(site);
  for (const [attribute, value] of site.attributes) {
    const outcome = read.read(value);
    if (outcome.kind === 'literal' && outcome.value !== undefined && outcome.value !== null) known[attribute] = outcome.value;
    else if (outcome.kind === 'symbol') known[attribute] = outcome.path.slice(outcome.path.lastIndexOf('.') + 1);
    else if (attribute !== 'secure' && outcome.kind === 'unknown') known[attribute] = snippet(value);
  }
  return { ...usualAttributes(site), ...known, ...ageInSeconds(known.maxAge, site.matched.surface) };
}

/** What the library sends where the code says nothing. */
export const usualAttributes = ({
  matched: { surface },
  attributes,
}: Pick<Site, 'attributes'> & { readonly matched: Pick<Site['matched'], 'surface'> }): CookieRecord['attributes'] =>
  Object.fromEntries(Object.entries(surface.otherwise ?? {}).filter(([attribute]) => !attributes.has(attribute as Attribute)));

/** Ages as the header has them, whatever the library counts them in; an expression keeps its unit. */
function ageInSeconds(age: string | number | boolean | undefined, { agesIn }: CookieSurface): { readonly maxAge?: string | number } {
  if (agesIn === undefined || age === undefined || typeof age === 'boolean') return {};
  if (typeof age === 'string') return { maxAge: `${age} (${agesIn})` };
  return { maxAge: agesIn === 'milliseconds' ? Math.floor(age / 1000) : age * 60 };
}

/** What is written for a value that nobody knows; of what another package exports only the import is. */
const snippet = (value: Value): string => {
  const { program, range } = value.origin;
  const written = program.text.slice(range.start, range.end).replace(/\s+/g, ' ');
  if (/^(?:import|from|export|use|using)\b/.test(written)) return 'unknown';
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
};

/** The problems of a site, the gravest first. A rejected cookie is reported as such, once. */
function problemsOf(site: Site, state: SecureState, name: CookieName, result: Answer, lacksProxy: boolean): Problem[] {
  if (result.developmentOnly || site.matched.surface.inventoryOnly === true) return [];
  const rejected = rejection(site, state, name);
  if (rejected !== undefined) return [rejected];
  if (site.deletes) return [];
  if (state === 'on') return lacksProxy && result.state === 'on' && !result.byPolicy ? ['proxy-trust'] : [];
  return [state];
}

function rejection(site: Site, state: SecureState, name: CookieName): Problem | undefined {
  const off = state === 'missing' || state === 'disabled' || state === 'inverted';
  const prefix = name.name === null ? undefined : prefixOf(name.name);
  if (prefix !== undefined && off) return 'rejected-prefix';
  if (prefix === '__Host-' && !site.deletes && hostPrefixBroken(site)) return 'rejected-prefix';
  if (!off || site.deletes) return undefined;
  const read = reader(site);
  const sameSite = site.attributes.get('sameSite');
  if (isNone(sameSite, read)) return 'rejected-samesite';
  const partitioned = site.attributes.get('partitioned');
  if (partitioned !== undefined && read.truthOf(read.read(partitioned)) === true) return 'rejected-partitioned';
  return undefined;
}

/** `__Host-` with a Domain, or with a Path other than `/`. A Path that is not written is the library's business. */
function hostPrefixBroken(site: Site): boolean {
  const read = reader(site);
  const domain = site.attributes.get('domain');
  const domainOutcome = domain === undefined ? undefined : read.read(domain);
  if (domainOutcome?.kind === 'literal' && typeof domainOutcome.value === 'string' && domainOutcome.value !== '') return true;
  const path = site.attributes.get('path');
  const outcome = path === undefined ? undefined : read.read(path);
  if (outcome?.kind === 'literal' && typeof outcome.value === 'string') return outcome.value !== '/';
  return site.isText && path === undefined && site.text?.open.length === 0;
}

export function severityOf(problem: Problem, session: boolean | null): Severity {
  switch (problem) {
    case 'inverted':
    case 'rejected-prefix':
    case 'rejected-samesite':
    case 'rejected-partitioned':
      return 'error';
    case 'missing':
    case 'disabled':
    case 'env-conditional':
      return session === true ? 'error' : 'warning';
    case 'request-conditional':
    case 'suppression':
      return 'warning';
    case 'env-escape-hatch':
    case 'proxy-trust':
    case 'unresolved':
      return 'note';
  }
}

/** The reason code of the score; notes have none. */
export function reasonOf(problem: Problem, session: boolean | null): Reason | null {
  if (severityOf(problem, session) === 'note' || problem === 'suppression') return null;
  return session === true ? 'COOKIE_SECURE_SESSION_MISSING' : 'COOKIE_SECURE_NONSESSION_MISSING';
}

function findingOf(
  site: Site,
  problem: Problem,
  state: SecureState,
  name: CookieName,
  result: Answer & Pick<Judgement, 'isTrusted'>,
  options: JudgeOptions,
): Finding {
  const { matched } = site;
  const { path, range } = findingPlace(site);
  const trail = trailOf(site, result, { path, range });
  const last = trail.at(-1);
  const cause: Place = last === undefined ? { path, range } : { path: last.path, range: last.range };
  const fixes = fixesOf(site, problem, state, result.isTrusted, options);
  const advice = fixes.length > 0 ? undefined : byHand(site, problem, state);
  return {
    path,
    range,
    rule: matched.rule.id,
    surface: matched.surface.id,
    problem,
    severity: severityOf(problem, name.session),
    confidence: site.confidence,
    cookie: name,
    message: messageFor(problem, name, result, trail, matched.surface.kind === 'client'),
    reason: reasonOf(problem, name.session),
    cause,
    related: [...trail, ...evidenceOf(result)],
    fixes,
    ...(advice === undefined ? {} : { byHand: advice }),
    app: options.app,
  };
}

function fixesOf(
  site: Site,
  problem: Problem,
  state: SecureState,
  isTrusted: boolean,
  { fixes, trustFixes }: JudgeOptions,
): readonly Fix[] {
  if (problem === 'proxy-trust') return trustFixes?.(site) ?? [];
  return problem === 'env-escape-hatch' || problem === 'unresolved' || state === 'on' ? [] : fixes(site, state, isTrusted);
}

/** The site, or the call of the helper at which it is judged. */
function placeOf({ matched, range }: Site): Place {
  const { caller } = matched;
  return caller === undefined
    ? { path: matched.program.path, range }
    : { path: caller.program.path, range: { start: caller.call.start, end: caller.call.end } };
}

/** Where Secure is decided, as far as that is written inside the site: the argument, or the statement of an options function; else the site. */
function findingPlace(site: Site): Place {
  const place = placeOf(site);
  if (site.isText || site.matched.caller !== undefined) return place;
  const range = [site.secure.written, decidedAt(site)].find(
    (one) => one !== undefined && one.start >= place.range.start && one.end <= place.range.end,
  );
  return range === undefined ? place : { path: place.path, range: { start: range.start, end: range.end } };
}

/** Where the value of Secure stands, where that is in the site's own file. */
function decidedAt({ secure: { value }, matched: { program } }: Site): Range | undefined {
  if (isAbsent(value) || value.origin.program.path !== program.path) return undefined;
  const { entry, origin } = value;
  return entry !== undefined && entry.program.path === program.path ? entry.range : origin.range;
}
