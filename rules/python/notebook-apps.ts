/** Gradio and Streamlit: cookies that the libraries set themselves and that the application cannot make Secure. */
import { defineRule, keyword, value } from '../../src/matching/surface.js';

export const gradio = defineRule({
  id: 'gradio',
  title: 'Gradio',
  languages: ['python'],
  docs: 'https://www.gradio.app/guides/sharing-your-app#authentication',
  triggers: ['.launch(', 'mount_gradio_app'],
  packages: ['gradio'],
  surfaces: [
    {
      // https://github.com/gradio-app/gradio/blob/main/gradio/routes.py: the login sets a second cookie without Secure, for plain HTTP.
      id: 'gradio/launch-auth',
      docs: 'https://github.com/gradio-app/gradio/blob/main/gradio/routes.py',
      kind: 'session',
      match: [
        { method: 'launch', receiver: { any: true }, named: ['auth'] },
        { call: 'gradio.mount_gradio_app', named: ['auth'] },
      ],
      needs: [keyword('auth')],
      defaultName: 'access-token-unsecure',
      session: true,
      attributes: { secure: { at: 'fixed', value: false } },
      default: 'off',
      fix: {
        byHand:
          'Serve Gradio over HTTPS only and let the proxy in front of it add Secure, or mount it in an app that does. There is no edit: Gradio has no setting for it.',
      },
      confidence: 'low',
    },
  ],
});

export const streamlit = defineRule({
  id: 'streamlit',
  title: 'Streamlit',
  languages: ['toml'],
  docs: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml#server',
  triggers: ['enableXsrfProtection'],
  packages: ['streamlit'],
  surfaces: [
    {
      // https://github.com/streamlit/streamlit/blob/develop/lib/streamlit/web/server/server.py: Tornado's cookie, without xsrf_cookie_kwargs.
      id: 'streamlit/xsrf',
      docs: 'https://github.com/streamlit/streamlit/blob/develop/lib/streamlit/web/server/server.py',
      kind: 'session',
      match: { setting: 'server.enableXsrfProtection', file: /(?:^|\/)\.streamlit\/config\.toml$/ },
      needs: [value()],
      defaultName: '_streamlit_xsrf',
      session: false,
      attributes: { secure: { at: 'fixed', value: false } },
      default: 'off',
      confidence: 'low',
    },
  ],
});
