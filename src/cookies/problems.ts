/** The words of every problem: what is said to the user, and what a cookie's state costs. */
import type { Problem, Reason } from './finding.js';

export interface ProblemText {
  /** One line for lists. */
  readonly summary: string;
  /** Why it matters, for `explain` and the documentation. */
  readonly why: string;
  readonly remedy: string;
}

export const problems: Readonly<Record<Problem, ProblemText>> = {
  missing: {
    summary: 'The cookie is sent without Secure.',
    why: 'Without Secure the browser also sends the cookie over plain http, where anybody on the network can read it.',
    remedy: 'Set Secure on the cookie.',
  },
  disabled: {
    summary: 'Secure is switched off explicitly.',
    why: 'The code says that the cookie may travel over plain http, where anybody on the network can read it.',
    remedy: 'Set Secure to true.',
  },
  'env-conditional': {
    summary: 'Secure depends on an environment variable or configuration, and is off for some of its values.',
    why: 'One wrong or missing value in a deployment sends the cookie without Secure, and nothing else changes that anybody would notice.',
    remedy: 'Set Secure always, or make only development turn it off (fail closed).',
  },
  'env-escape-hatch': {
    summary: 'Secure is on by default; some value of the environment turns it off.',
    why: 'It fails closed: a missing variable keeps the cookie Secure. Noted so that a review can see the switch.',
    remedy: 'Nothing to do, unless the switch is not wanted.',
  },
  inverted: {
    summary: 'Secure is on in development and off in production.',
    why: 'The condition is the wrong way round: production users get the cookie without Secure.',
    remedy: 'Turn the condition round, or set Secure always.',
  },
  'request-conditional': {
    summary: 'Secure follows the scheme of the request.',
    why: "Over plain http the cookie goes without Secure. Behind a proxy that ends TLS a server sees plain http at every request, unless it trusts the proxy's headers.",
    remedy: 'Set Secure always; on a server, proxy trust helps too.',
  },
  'rejected-prefix': {
    summary: "The browser refuses the cookie: its name's prefix demands attributes that it lacks.",
    why: '`__Secure-` needs Secure; `__Host-` needs Secure, Path=/ and no Domain. Browsers drop the cookie otherwise (RFC 6265bis section 5.7).',
    remedy: 'Give the cookie what its prefix demands, or another name.',
  },
  'rejected-samesite': {
    summary: 'The browser refuses the cookie: SameSite=None needs Secure.',
    why: 'Browsers drop a cookie with SameSite=None and without Secure (RFC 6265bis section 5.7).',
    remedy: 'Set Secure.',
  },
  'rejected-partitioned': {
    summary: 'The browser refuses the cookie: Partitioned needs Secure.',
    why: 'Browsers drop a partitioned cookie without Secure (CHIPS).',
    remedy: 'Set Secure.',
  },
  'proxy-trust': {
    summary: 'The cookie is Secure, but behind a TLS-terminating proxy it will not be sent at all.',
    why: 'The library refuses to send a Secure cookie over a connection that looks like plain http, and no proxy trust was found in the app.',
    remedy: 'Configure proxy trust.',
  },
  suppression: {
    summary: 'A suppression comment hides nothing, or gives no reason.',
    why: 'A comment that hides nothing today may hide something new tomorrow, and nobody knows why it was written.',
    remedy: 'Remove the comment, or write the reason after `--`.',
  },
  unresolved: {
    summary: 'The value of Secure could not be followed.',
    why: 'Nothing is known to be wrong; the expression leaves what the tool can read.',
    remedy: 'Look at it, or write Secure at the call.',
  },
};

/** What each reason code says of an app, as the Secure audit that they come from defines it. */
export const reasons: Readonly<Record<Reason, string>> = {
  COOKIE_SECURE_SESSION_MISSING:
    'A cookie that carries or guards a session is not surely sent with Secure. The verdict of its app is fail, the score 0.0.',
  COOKIE_SECURE_NONSESSION_MISSING:
    'A cookie that is no session cookie is not surely sent with Secure. If no session cookie lacks it, the verdict of its app is warn, the score 0.5.',
};
