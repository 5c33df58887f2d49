/** Jupyter Server and Notebook: the options of the login cookie in their configuration files. */
import { defineRule, value } from '../../src/matching/surface.js';

const file = /(?:^|\/)jupyter_\w*config\.py$/;
const apps = ['ServerApp', 'NotebookApp', 'IdentityProvider', 'PasswordIdentityProvider', 'LabApp'];

export default defineRule({
  id: 'jupyter',
  title: 'Jupyter Server',
  languages: ['python'],
  docs: 'https://jupyter-server.readthedocs.io/en/latest/other/full-config.html',
  triggers: ['cookie_options', 'secure_cookie'],
  surfaces: [
    {
      // https://github.com/jupyter-server/jupyter_server/blob/main/jupyter_server/auth/identity.py: follows the request's protocol unless it is set.
      id: 'jupyter/cookie-options',
      docs: 'https://github.com/jupyter-server/jupyter_server/blob/main/jupyter_server/auth/identity.py',
      kind: 'session',
      match: [
        { assign: apps.map((app) => `c.${app}.cookie_options`), file },
        { assign: apps.map((app) => `**.${app}.cookie_options`), mentions: /\bget_config\(\)/ },
      ],
      defaultName: 'username',
      session: true,
      attributes: { secure: value('secure'), sameSite: value('SameSite') },
      default: 'request',
      proxy: ['jupyter/trust-xheaders'],
    },
    {
      id: 'jupyter/cookie-options',
      kind: 'session',
      match: [
        {
          assign: ['c.IdentityProvider.secure_cookie', '**.IdentityProvider.secure_cookie'],
          mentions: /\bget_config\(\)|\bc\.IdentityProvider\b/,
        },
      ],
      defaultName: 'username',
      session: true,
      attributes: { secure: value() },
      default: 'request',
      meaning: { nullIsDefault: true },
      proxy: ['jupyter/trust-xheaders'],
    },
    {
      // https://jupyter-server.readthedocs.io/en/latest/other/full-config.html: X-Forwarded-Proto is trusted.
      id: 'jupyter/trust-xheaders',
      kind: 'proxy',
      match: { assign: apps.map((app) => `**.${app}.trust_xheaders`) },
      value: value(),
    },
  ],
});
