/** Every message of a finding, made by the program's own code from answers that are made up here. */
import type { CookieName, Problem } from '../src/cookies/finding.js';
import { messageFor, messageForOptions } from '../src/judging/messages.js';
import type { Answer } from '../src/state/state.js';
import type { EnvironmentValue } from '../src/values/value.js';

const origin = {
  program: { path: '', language: 'javascript', text: '', body: [], comments: [], issues: [] },
  range: { start: 0, end: 0 },
} as unknown as EnvironmentValue['origin'];
const variable = (name: string, required = false): EnvironmentValue =>
  ({ kind: 'environment', variable: name, origin, ...(required ? { required: true } : {}) }) as EnvironmentValue;

const nothing: Answer = {
  state: 'missing',
  environment: [],
  parameters: [],
  unknowns: [],
  byPolicy: false,
  byTrust: false,
  unprovedTrust: false,
  developmentOnly: false,
  failsOpen: false,
};
const session: CookieName = { name: 'session', session: true };

const one = (
  problem: Problem,
  when: string,
  answer: Partial<Answer> = {},
  cookie: CookieName = session,
  inBrowser = false,
): [Problem, string, string] => [problem, when, messageFor(problem, cookie, { ...nothing, ...answer }, [], inBrowser)];
const shared = (problem: Problem, when: string, answer: Partial<Answer> = {}): [Problem, string, string] => [
  problem,
  when,
  messageForOptions(problem, '`loginCookie`', [session, { name: 'csrf', session: true }], { ...nothing, ...answer }, false),
];

const byMode: Partial<Answer> = { environment: [variable('NODE_ENV')], failsOpen: true };

export const messageExamples: readonly (readonly [problem: Problem, when: string, message: string])[] = [
  one('missing', 'nothing sets it'),
  one('missing', 'the name is not known', {}, { name: null, expression: 'key', session: null }),
  one('missing', 'some branch leaves it out', { varies: true }),
  one('disabled', 'it is written as off'),
  shared('disabled', 'in options that cookies share'),
  one('env-conditional', 'a variable decides, and off is its default', byMode),
  one('env-conditional', 'the program needs the variable', { environment: [variable('SECURE', true)] }),
  one('env-conditional', 'a setting decides that is filled elsewhere'),
  shared('env-conditional', 'in options that cookies share', byMode),
  one('env-escape-hatch', 'a variable turns it off', { environment: [variable('COOKIE_INSECURE')] }),
  one('env-escape-hatch', 'the program needs the variable', { environment: [variable('SECURE', true)] }),
  one('inverted', 'on in development only'),
  one('request-conditional', 'on a server, without trust in a proxy'),
  one('request-conditional', 'on a server, with trust that a setting decides', { unprovedTrust: true }),
  one('request-conditional', 'in a page', {}, session, true),
  one('rejected-prefix', 'the name demands more', {}, { name: '__Host-session', session: true }),
  one('rejected-samesite', 'SameSite=None without Secure'),
  one('rejected-partitioned', 'Partitioned without Secure'),
  one('proxy-trust', 'the library would not send it'),
  one('unresolved', 'nobody knows'),
];
