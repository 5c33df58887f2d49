/** Ready-made applications whose cookies their own settings files, environment variables and flags decide. */
import {
  defineRule,
  value,
  type CookieSurface,
  type Default,
  type Match,
  type MatchConditions,
  type Rule,
} from '../../src/matching/surface.js';
import type { LanguageId } from '../../src/syntax/ir.js';

/** Files in which variables and flags are given to containers and services. */
const DEPLOYMENT: readonly LanguageId[] = ['dotenv', 'yaml', 'dockerfile', 'json', 'ini', 'toml'];

/** A variable or flag, written for people who run the application, not for its developers. */
const given = (variable: readonly string[] | RegExp, conditions: MatchConditions = {}): Match => ({
  languages: DEPLOYMENT,
  ...conditions,
  variable,
});

const setting = (name: string | readonly string[], conditions: MatchConditions = {}): Match => ({
  setting: name,
  placeholders: 'shell',
  ...conditions,
});

const cookie = (
  id: string,
  defaultName: string,
  otherwise: Default,
  match: readonly Match[],
  more: Partial<CookieSurface> = {},
): CookieSurface => ({
  id,
  kind: 'session',
  match,
  defaultName,
  session: true,
  attributes: { secure: value() },
  default: otherwise,
  meaning: { truth: 'strict' },
  ...more,
});

const application = (id: string, title: string, docs: string, triggers: readonly string[], surfaces: readonly CookieSurface[]): Rule =>
  defineRule({ id, title, languages: DEPLOYMENT, docs, triggers, surfaces });

const GRAFANA = /(?:^|\/)(?:grafana|custom|defaults)[^/]*\.(?:ini|cfg)(?:\.[\w-]+)?$/i;
const GITEA = /(?:^|\/)app(?:\.\w+)?\.ini(?:\.[\w-]+)?$/;
const OAUTH2_PROXY = /oauth2[-_]proxy[^/]*\.(?:cfg|toml|conf)(?:\.[\w-]+)?$/i;

export const applications: readonly Rule[] = [
  // https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#cookie_secure
  application(
    'grafana',
    'Grafana',
    'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#cookie_secure',
    ['cookie_secure', 'GF_SECURITY_COOKIE_SECURE'],
    [
      cookie('app/grafana', 'grafana_session', 'off', [
        setting(['security.cookie_secure', 'session.cookie_secure'], { file: GRAFANA, languages: ['ini'] }),
        setting('**.grafana.ini.security.cookie_secure', { languages: ['yaml'] }),
        given(['GF_SECURITY_COOKIE_SECURE']),
      ]),
    ],
  ),
  // https://github.com/go-gitea/gitea/blob/main/modules/setting/session.go, https://github.com/gogs/gogs/blob/main/conf/app.ini
  application(
    'gitea',
    'Gitea, Forgejo and Gogs',
    'https://docs.gitea.com/administration/config-cheat-sheet#session-session',
    ['COOKIE_SECURE'],
    [
      cookie('app/gitea', 'i_like_gitea', 'off', [
        setting(['session.COOKIE_SECURE', 'security.COOKIE_SECURE'], { file: GITEA, languages: ['ini'] }),
        given(/^(?:GITEA|FORGEJO|GOGS)__(?:session|security)__COOKIE_SECURE$/i),
      ]),
    ],
  ),
  // https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview#cookie-options; pflag reads `--cookie-secure false` as true.
  application(
    'oauth2-proxy',
    'OAuth2 Proxy',
    'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview#cookie-options',
    ['cookie-secure', 'cookie_secure', 'OAUTH2_PROXY_COOKIE_SECURE'],
    [
      cookie('app/oauth2-proxy', '_oauth2_proxy', 'on', [
        given(['--cookie-secure', '-cookie-secure', 'OAUTH2_PROXY_COOKIE_SECURE']),
        setting('**.extraArgs.cookie-secure', { languages: ['yaml'] }),
        setting('cookie_secure', { file: OAUTH2_PROXY }),
      ]),
    ],
  ),
  // https://github.com/vouch/vouch-proxy/blob/master/.defaults.yml
  application(
    'vouch-proxy',
    'Vouch Proxy',
    'https://github.com/vouch/vouch-proxy/blob/master/.defaults.yml',
    ['vouch:', 'VOUCH_COOKIE_SECURE'],
    [
      cookie('app/vouch-proxy', 'VouchCookie', 'on', [
        setting('vouch.cookie.secure', { languages: ['yaml'] }),
        given(['VOUCH_COOKIE_SECURE']),
      ]),
    ],
  ),
  // https://www.elastic.co/guide/en/kibana/current/security-settings-kb.html
  application(
    'kibana',
    'Kibana',
    'https://www.elastic.co/guide/en/kibana/current/security-settings-kb.html',
    ['secureCookies', 'XPACK_SECURITY_SECURECOOKIES', 'opensearch_security'],
    [
      cookie('app/kibana', 'sid', 'off', [
        setting(['xpack.security.secureCookies', '**.xpack.security.secureCookies', 'opensearch_security.cookie.secure'], {
          languages: ['yaml'],
        }),
        given(['XPACK_SECURITY_SECURECOOKIES']),
      ]),
    ],
  ),
  // Also n8n/env-secure-cookie of the surface table. https://docs.n8n.io/hosting/configuration/environment-variables/security/
  application(
    'n8n',
    'n8n',
    'https://docs.n8n.io/hosting/configuration/environment-variables/security/',
    ['N8N_SECURE_COOKIE'],
    [cookie('app/n8n', 'n8n-auth', 'on', [given(['N8N_SECURE_COOKIE'])])],
  ),
  // Also directus/env-cookie-secure of the surface table. https://directus.io/docs/configuration/security-limits: SESSION_COOKIE_SECURE is Flask's and Django's name too.
  application(
    'directus',
    'Directus',
    'https://directus.io/docs/configuration/security-limits',
    ['REFRESH_TOKEN_COOKIE_SECURE', 'SESSION_COOKIE_SECURE', 'directus/directus'],
    [
      // A service of the image that is given neither.
      cookie(
        'app/directus',
        'directus_session_token',
        'off',
        [{ entry: 'environment', beside: { image: /^(?:docker\.io\/)?directus\/directus(?::|$)/ }, languages: ['yaml'] }],
        {
          attributes: { secure: value('SESSION_COOKIE_SECURE') },
          unlessWritten: ['SESSION_COOKIE_SECURE', 'REFRESH_TOKEN_COOKIE_SECURE'].map((name) => value(name)),
        },
      ),
      cookie('app/directus', 'directus_refresh_token', 'off', [given(['REFRESH_TOKEN_COOKIE_SECURE'])], { unlessRead: true }),
      cookie(
        'app/directus',
        'directus_session_token',
        'off',
        [given(['SESSION_COOKIE_SECURE'], { mentions: /directus|REFRESH_TOKEN_COOKIE/ })],
        { unlessRead: true },
      ),
    ],
  ),
  // https://docs.retool.com/reference/environment-variables/cookies
  application(
    'retool',
    'Retool',
    'https://docs.retool.com/reference/environment-variables/cookies',
    ['COOKIE_INSECURE'],
    [
      cookie('app/retool', 'accessToken', 'off', [given(['COOKIE_INSECURE'])], {
        unlessRead: true,
        meaning: { truth: 'strict', inverted: true },
      }),
    ],
  ),
  // https://docs.ansible.com/projects/awx-operator/en/latest/user-guide/advanced-configuration/session-cookie-secure-setting.html
  application(
    'awx',
    'AWX',
    'https://docs.ansible.com/projects/awx-operator/en/latest/user-guide/advanced-configuration/session-cookie-secure-setting.html',
    ['cookie_secure:'],
    [
      cookie('app/awx-operator', 'awx_sessionid', 'off', [
        setting(['spec.session_cookie_secure', 'spec.csrf_cookie_secure'], { languages: ['yaml'] }),
      ]),
    ],
  ),
  // https://www.keycloak.org/server/reverseproxy: how the scheme decides changed between major versions; `none` means that plain HTTP is meant to work.
  application(
    'keycloak',
    'Keycloak',
    'https://www.keycloak.org/server/reverseproxy',
    ['sslRequired'],
    [
      cookie(
        'app/keycloak',
        'KEYCLOAK_IDENTITY',
        'request',
        [{ setting: ['sslRequired', '*.sslRequired', '**.spec.realm.sslRequired'], is: ['none'], languages: ['json', 'yaml'] }],
        {
          attributes: { secure: { at: 'elsewhere', by: 'the version of Keycloak and the scheme of the request decide about Secure' } },
          confidence: 'low',
        },
      ),
    ],
  ),
];

/** Names by which frameworks' settings modules read it: Flask, Django, Superset, pgAdmin and others. */
const GENERIC = /^(?:[A-Z][A-Z0-9_]*_)?(?:COOKIES?_SECURE|SECURE_COOKIES?)$/;

/** A variable for some code that is not here: what the code of the app reads is judged where it is read. */
export const genericVariables = defineRule({
  id: 'env',
  title: 'environment variables',
  languages: DEPLOYMENT,
  docs: 'https://flask.palletsprojects.com/en/stable/config/#SESSION_COOKIE_SECURE',
  // Files that give variables of other files by their keys name none of them.
  triggers: ['COOKIE_SECURE', 'COOKIES_SECURE', 'SECURE_COOKIE', 'env_file', 'configMapRef', 'secretRef'],
  surfaces: [
    cookie('env/generic-session-cookie-secure', 'session', 'on', [given(GENERIC)], {
      unlessRead: true,
      confidence: 'low',
      meaning: { truth: 'strict', words: { '': 'on' } },
    }),
  ],
});
