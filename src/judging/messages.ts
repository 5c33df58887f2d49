/** The message of a finding: the cookie's name, what happens, and the remedy, in at most two lines. */
import { MODE_PREDICATE } from '../values/outcome.js';
import type { CookieName, Problem, Step } from '../cookies/finding.js';
import { prefixOf } from '../cookies/session-names.js';
import type { Answer } from '../state/state.js';

/** Whom a message is about: one cookie, or all that share their options. */
interface Subject {
  readonly who: string;
  readonly many: boolean;
  /** Where the remedy is to be made, where that is not the place of the finding's own cookie: ` in \`loginCookie\``. */
  readonly within: string;
}

/** `inBrowser`: code of a page sets the cookie, and sees the scheme that the browser sees. */
export function messageFor(problem: Problem, cookie: CookieName, result: Answer, related: readonly Step[], inBrowser = false): string {
  const one: Subject = { who: subjectOf(cookie), many: false, within: '' };
  const { who } = one;
  switch (problem) {
    case 'env-escape-hatch':
      return insists(result)
        ? `${who} is Secure only where ${conditions(result)}. The program does not run without ${pronoun(result)}.`
        : `${who} is Secure unless ${deciders(result).join(' or ') || 'its configuration'} turns it off.`;
    case 'rejected-prefix':
      return rejectedPrefix(who, cookie);
    case 'rejected-samesite':
      return `${who} has SameSite=None without Secure: browsers drop it. Set Secure.`;
    case 'rejected-partitioned':
      return `${who} is Partitioned without Secure: browsers drop it. Set Secure.`;
    case 'proxy-trust':
      return `${who} is not sent at all behind a proxy that ends TLS: it is Secure, and no proxy trust was found. Trust the proxy.`;
    case 'unresolved':
      return `${who} may be sent without Secure: ${undecidedBy(result, related)}.`;
    case 'suppression':
      return `${who}: the suppression comment has no effect.`;
    default:
      return sentWithout(problem, one, result, inBrowser);
  }
}

/** The message at what several cookies share; `where` says in what that is: "`loginCookie`", "the text of `parts`". */
export function messageForOptions(
  problem: Problem,
  where: string,
  cookies: readonly CookieName[],
  result: Answer,
  inBrowser: boolean,
): string {
  const many = cookies.length > 1;
  return sentWithout(problem, { who: many ? namesOf(cookies) : subjectOf(cookies[0]!), many, within: ` in ${where}` }, result, inBrowser);
}

/** What is said of cookies that some users get without Secure. */
function sentWithout(problem: Problem, { who, many, within }: Subject, result: Answer, inBrowser: boolean): string {
  const is = many ? 'are' : 'is';
  const they = many ? 'they' : 'it';
  switch (problem) {
    case 'env-conditional':
      return `${who} ${is} Secure only where ${conditions(result)}${unset(result)}. Set Secure always${within}.`;
    case 'inverted':
      return `${who} ${is} Secure in development but not in production: the condition is the wrong way round. Turn it round${within}.`;
    case 'request-conditional':
      if (inBrowser)
        return `${who} ${is} set without Secure where the page was opened over plain http: ${they} follow${many ? '' : 's'} its scheme. Set Secure always${within}.`;
      return `${who} ${is} sent without Secure behind a proxy that ends TLS: ${they} follow${many ? '' : 's'} the request's scheme, and ${trust(result)}. Set Secure always${within}, or trust the proxy.`;
    default:
      if (result.varies === true)
        return `${who} ${is} sent without Secure to some visitors: the request or the data decides. Set Secure always${within}.`;
      if (problem === 'disabled') return `${who} ${is} sent without Secure, which is switched off. Switch it on${within}.`;
      return `${who} ${is} sent without Secure, so plain http carries ${many ? 'them' : 'it'} too. Set Secure${within}.`;
  }
}

/** A cookie as a message names it. What only holds the name is not shown as if it were the name. */
function subjectOf({ name, expression }: CookieName): string {
  if (name !== null) return `Cookie \`${name}\``;
  return expression === undefined ? 'A cookie' : `The cookie named by \`${expression}\``;
}

/** Why it is not known, as far as that can be said. */
function undecidedBy({ unknowns, parameters }: Answer, related: readonly Step[]): string {
  const [unknown] = unknowns;
  if (unknown !== undefined) return unknown.why;
  const [parameter] = parameters;
  if (parameter !== undefined) return `the caller passes \`${parameter.name}\``;
  const last = related.at(-1)?.message.replace(/^decided here: /, '');
  if (last === undefined) return 'the value leaves this repository';
  // A step that only quotes the code does not say why.
  return /^`[^`]*`$/.test(last) ? `it depends on ${last}, which is not followed further` : last;
}

const trust = ({ unprovedTrust }: Answer): string =>
  unprovedTrust ? 'the proxy is trusted only by configuration' : 'no proxy trust was found';

/** Names of several cookies, each once: "Cookies `a`, `b` and 2 more"; how many they are where no name is known. */
function namesOf(cookies: readonly CookieName[]): string {
  const names = [...new Set(cookies.map(({ name }) => name).filter((one) => one !== null))];
  if (names.length === 0) return `${cookies.length} cookies`;
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  const more = cookies.length - shown.length;
  if (more > 0) return `Cookies ${shown.join(', ')} and ${more} more`;
  return `Cookies ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}

function rejectedPrefix(who: string, cookie: CookieName): string {
  const prefix = cookie.name === null ? undefined : prefixOf(cookie.name);
  return prefix === '__Host-'
    ? `${who} needs Secure, Path=/ and no Domain because of its __Host- prefix: browsers drop it as it is.`
    : `${who} needs Secure because of its __Secure- prefix: browsers drop it as it is. Set Secure.`;
}

/** What decides, named: variables, and the environment as a whole. */
function deciders(result: Answer): string[] {
  const names = [...new Set(result.environment.map((one) => one.variable))];
  const modes = names.filter((name) => name.startsWith(MODE_PREDICATE)).map((name) => name.slice(MODE_PREDICATE.length));
  const variables = names.filter((name) => !name.startsWith(MODE_PREDICATE));
  return [
    ...variables.slice(0, 3).map((name) => `\`${name}\``),
    ...(modes.length > 0 ? [`the environment (${[...new Set(modes)].join(', ')})`] : []),
  ];
}

/** What happens without the variables, where that is known. */
function unset(result: Answer): string {
  if (insists(result)) return `: the program does not run without ${pronoun(result)}, but takes other values too`;
  const count = new Set(result.environment.map(({ variable }) => variable)).size;
  return result.failsOpen && count > 0 ? `, not where ${count > 1 ? 'they are' : 'it is'} missing` : '';
}

/** Whether the program does not run where a variable that decides is missing. */
const insists = ({ environment }: Answer): boolean =>
  environment.length > 0 && environment.every(({ required, fallback }) => required === true && fallback === undefined);

const pronoun = ({ environment }: Answer): string => (new Set(environment.map(({ variable }) => variable)).size > 1 ? 'them' : 'it');

function conditions(result: Answer): string {
  const said = deciders(result);
  return said.length === 0 ? 'its configuration switches it on' : `${said.join(' and ')} ${said.length > 1 ? 'say' : 'says'} so`;
}
