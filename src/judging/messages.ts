/** The message of a finding: the cookie's name, what happens, and the remedy, in at most two lines. */
import { MODE_PREDICATE } from '../values/outcome.js';
import type { CookieName, Problem, Step } from '../cookies/finding.js';
import { prefixOf } from '../cookies/session-names.js';
import type { Answer } from './state.js';

/** `inBrowser`: code of a page sets the cookie, and sees the scheme that the browser sees. */
export function messageFor(problem: Problem, cookie: CookieName, result: Answer, related: readonly Step[], inBrowser = false): string {
  const who = cookie.name === null ? (cookie.expression === undefined ? 'A cookie' : `Cookie \`${cookie.expression}\``) : `Cookie \`${cookie.name}\``;
  const where = conditions(result);
  switch (problem) {
    case 'missing':
      if (result.varies === true) return variesMessage(who);
      return `${who} is sent without Secure: the attribute is not set, and the default is off. Set Secure.`;
    case 'disabled':
      if (result.varies === true) return variesMessage(who);
      return `${who} is sent without Secure: it is switched off. Set Secure to true.`;
    case 'env-conditional':
      return `${who} is sent without Secure unless ${where}. ${remedy(result)}`;
    case 'env-escape-hatch':
      return insists(result) ? `${who} is Secure only where ${where}. The program does not run without ${pronoun(result)}.` : `${who} is Secure unless ${deciders(result).join(' or ') || 'its configuration'} turns it off.`;
    case 'inverted':
      return `${who} is Secure in development but not in production: the condition is the wrong way round.`;
    case 'request-conditional':
      if (inBrowser) return `${who} is Secure only where the page was opened over HTTPS: a page that was opened over plain http sets it without Secure. Set Secure always.`;
      return `${who} is Secure only when the request looks like HTTPS, and ${trust(result)}. Behind a TLS-terminating proxy it is sent without Secure; set Secure always, or configure proxy trust.`;
    case 'rejected-prefix':
      return rejectedPrefix(who, cookie);
    case 'rejected-samesite':
      return `${who} has SameSite=None without Secure: browsers drop it. Set Secure.`;
    case 'rejected-partitioned':
      return `${who} is Partitioned without Secure: browsers drop it. Set Secure.`;
    case 'proxy-trust':
      return `${who} is Secure, but no proxy trust was found: behind a TLS-terminating proxy it is not sent at all. Configure proxy trust.`;
    case 'unresolved':
      return `${who}: whether it is Secure could not be decided (${result.unknowns[0]?.why ?? (result.parameters[0] === undefined ? (related.at(-1)?.message ?? 'the value leaves this repository') : `the caller passes \`${result.parameters[0].name}\``)}).`;
    case 'suppression':
      return `${who}: the suppression comment has no effect.`;
  }
}

/** The message at what several cookies share; `what` begins it: "The options `x` decide". */
export function messageForOptions(problem: Problem, what: string, cookies: readonly CookieName[], result: Answer, inBrowser: boolean): string {
  const who = `${what} about ${cookies.length === 1 ? 'a cookie' : `${cookies.length} cookies`} (${namesOf(cookies)})`;
  switch (problem) {
    case 'env-conditional':
      return `${who}: Secure is off unless ${conditions(result)}. ${remedy(result)}`;
    case 'inverted':
      return `${who}: Secure is on in development but not in production. The condition is the wrong way round.`;
    case 'request-conditional':
      if (inBrowser) return `${who}: Secure is on only where the page was opened over HTTPS. Set Secure always.`;
      return `${who}: Secure is on only when the request looks like HTTPS, and ${trust(result)}. Set Secure always, or configure proxy trust.`;
    default:
      if (result.varies === true) return `${who}: Secure is off for some visitors. Set it to true.`;
      return `${who}: Secure is switched off. Set it to true.`;
  }
}

/** One branch without Secure is enough. */
const variesMessage = (who: string): string => `${who} is sent without Secure to some visitors: what the request or the data says decides. Set Secure always.`;
const trust = ({ unprovedTrust }: Answer): string => (unprovedTrust ? 'the proxy trust that this app has depends on its configuration' : 'no proxy trust was found in this app');

function namesOf(cookies: readonly CookieName[]): string {
  const names = [...new Set(cookies.map(({ name, expression }) => name ?? expression).filter((one) => one !== undefined))];
  const shown = names.slice(0, 3).map((name) => `\`${name}\``).join(', ');
  const more = names.length - 3;
  return more > 0 ? `${shown} and ${more} more` : shown === '' ? 'names not known' : shown;
}

function rejectedPrefix(who: string, cookie: CookieName): string {
  const prefix = cookie.name === null ? undefined : prefixOf(cookie.name);
  return prefix === '__Host-' ? `${who} needs Secure, Path=/ and no Domain because of its __Host- prefix: browsers drop it as it is.` : `${who} needs Secure because of its __Secure- prefix: browsers drop it as it is. Set Secure.`;
}

/** What decides, named: variables, and the environment as a whole. */
function deciders(result: Answer): string[] {
  const names = [...new Set(result.environment.map((one) => one.variable))];
  const modes = names.filter((name) => name.startsWith(MODE_PREDICATE)).map((name) => name.slice(MODE_PREDICATE.length));
  const variables = names.filter((name) => !name.startsWith(MODE_PREDICATE));
  return [...variables.slice(0, 3).map((name) => `\`${name}\``), ...(modes.length > 0 ? [`the environment (${[...new Set(modes)].join(', ')})`] : [])];
}

/** What to do, and what happens without the variables where that is known. */
function remedy(result: Answer): string {
  if (insists(result)) return `The program does not run without ${pronoun(result)}, but takes other values too; set Secure always.`;
  return result.failsOpen ? 'A missing variable fails open; set Secure always.' : 'Set Secure always.';
}

/** Whether the program does not run where a variable that decides is missing. */
const insists = ({ environment }: Answer): boolean => environment.length > 0 && environment.every(({ required, fallback }) => required === true && fallback === undefined);

const pronoun = ({ environment }: Answer): string => (new Set(environment.map(({ variable }) => variable)).size > 1 ? 'them' : 'it');

function conditions(result: Answer): string {
  const said = deciders(result);
  return said.length === 0 ? 'its configuration switches it on' : `${said.join(' and ')} ${said.length > 1 ? 'say' : 'says'} so`;
}
