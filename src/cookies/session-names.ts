/** Which cookie names carry or guard a session: the heuristic of the Secure audit that the product came from, by word. */

/** Words of a name that make it session-like. Sources: the audit's list, and the frameworks' default names. */
const SESSION_WORDS = new Set([
  'session',
  'sessions',
  'sessionid',
  'sess',
  'sessid',
  'sid',
  'ssid',
  'phpsessid',
  'jsessionid',
  'aspsessionid',
  'asp',
  'cfid',
  'cftoken',
  'auth',
  'authn',
  'authz',
  'authentication',
  'authorization',
  'authed',
  'oauth',
  'oauth2',
  'oidc',
  'sso',
  'saml',
  'login',
  'logged',
  'signin',
  'identity',
  'impersonate',
  'impersonation',
  'jwt',
  'token',
  'tokens',
  'bearer',
  'credential',
  'credentials',
  'passport',
  'apikey',
  'csrf',
  'xsrf',
  'csrftoken',
  'xsrftoken',
  'antiforgery',
  'forgery',
  'nonce',
  'pkce',
  'verifier',
  'challenge',
  'remember',
  'rememberme',
  'autologin',
  'otp',
  'mfa',
  '2fa',
  'totp',
  'webauthn',
  'password',
  'passwd',
  'secret',
  'sessionstate',
  'sessiontoken',
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'authtoken',
  'usertoken',
  'rtk',
  'refresh',
  'access',
  'sudo',
]);

/** Whole names that are session-like although their words are not. */
const SESSION_NAMES = new Set([
  'connect.sid',
  'koa.sess',
  'koa.sess.sig',
  'koa:sess',
  'laravel_session',
  'express:sess',
  'rack.session',
  'play_session',
  'sails.sid',
  'state',
  'user_id',
  'userid',
  'uid',
  '.aspxauth',
  '.aspnetcore.cookies',
  'ring-session',
  'ci_session',
  'symfony',
  'cakephp',
  'mojolicious',
  'beaker.session.id',
  '_gorilla_csrf',
  'gosessid',
  'magesessid',
  'frontend',
  'adminhtml',
  'wordpress_logged_in',
  'keycloak_session',
  'grafana_session',
  'i_like_gitea',
  '_oauth2_proxy',
]);

/** Words that undo it: `csrf` never, but `session_theme`-like preferences are settings, not sessions. */
const PREFERENCE_WORDS = new Set([
  'theme',
  'locale',
  'lang',
  'language',
  'timezone',
  'sidebar',
  'banner',
  'consent',
  'dismissed',
  'currency',
  'tab',
  'layout',
  'color',
  'columns',
  'preference',
  'preferences',
  'hint',
  'expired',
  'expiry',
  'expires',
  'timeout',
]);

type NameTest = (name: string) => boolean;

/** What a configuration adds to the heuristic. */
export interface NamePatterns {
  /** Names that carry a session whatever they look like. */
  readonly session: readonly NameTest[];
  /** Names that never do; they win. */
  readonly ordinary: readonly NameTest[];
}

/**
 * Whether a cookie name is session-like. Names are split at punctuation and at changes of case, so that `authToken`,
 * `AUTH_TOKEN` and `__Host-auth.token` are alike, and `author` or `tokenizer` are not session-like.
 */
export function isSessionName(name: string, patterns: NamePatterns = { session: [], ordinary: [] }): boolean {
  if (patterns.ordinary.some((pattern) => pattern(name))) return false;
  if (patterns.session.some((pattern) => pattern(name))) return true;
  const bare = name.replace(/^__(?:Secure|Host)-/i, '');
  if (SESSION_NAMES.has(bare.toLowerCase())) return true;
  const words = wordsOf(bare);
  if (words.some((word) => PREFERENCE_WORDS.has(word))) return words.some((word) => word === 'csrf' || word === 'xsrf' || word === 'jwt');
  return (
    words.some((word) => SESSION_WORDS.has(word)) ||
    /(?:sess(?:ion)?(?:id)?|jwt|csrf|xsrf|auth|token|sid)$/i.test(bare) ||
    /^(?:sess(?:ion)?|jwt|csrf|xsrf|auth)(?![a-z])/i.test(bare) ||
    /(?:session|csrf|xsrf|jwt)/i.test(bare)
  );
}

/** The words of a name, lower case: split at punctuation, digits' edges kept, and camel case. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** The prefixes that browsers enforce, compared without case (RFC 6265bis section 4.1.3 and 5.7). */
export function prefixOf(name: string): '__Secure-' | '__Host-' | undefined {
  const lower = name.toLowerCase();
  return lower.startsWith('__secure-') ? '__Secure-' : lower.startsWith('__host-') ? '__Host-' : undefined;
}
