/** Examples of the surfaces in ../jupyter.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'jupyter/cookie-options': {
    bad: code`
      c = get_config()
      c.ServerApp.cookie_options = {"SameSite": "Lax"}
    `,
    good: code`
      c = get_config()
      c.ServerApp.cookie_options = {"SameSite": "Lax", "secure": True}
    `,
  },
  'jupyter/trust-xheaders': {
    file: 'jupyter_server_config.py',
    bad: code`
      c = get_config()
      c.ServerApp.cookie_options = {'SameSite': 'Lax'}
    `,
    good: code`
      c = get_config()
      c.ServerApp.cookie_options = {'SameSite': 'Lax'}
      c.ServerApp.trust_xheaders = True
    `,
  },
} satisfies Examples;
