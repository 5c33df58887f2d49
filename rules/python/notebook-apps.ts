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

export const streamlitCookies = defineRule({
  id: 'streamlit-cookies',
  title: 'Streamlit components',
  languages: ['python'],
  docs: 'https://github.com/Mohamed-512/Extra-Streamlit-Components#cookie-manager',
  triggers: ['CookieManager', 'streamlit_authenticator'],
  packages: ['extra-streamlit-components', 'streamlit-authenticator'],
  surfaces: [
    {
      // https://github.com/Mohamed-512/Extra-Streamlit-Components/blob/main/extra_streamlit_components/CookieManager/__init__.py: a script of the page sets it.
      id: 'streamlit-cookies/manager-set',
      docs: 'https://github.com/Mohamed-512/Extra-Streamlit-Components#cookie-manager',
      kind: 'client',
      match: [
        { call: ['extra_streamlit_components.CookieManager().set', 'extra_streamlit_components.CookieManager.CookieManager().set'] },
        // As its page shows it: a function that is cached gives the manager.
        {
          method: 'set',
          receiver: { names: ['cookie_manager', 'cookies_manager', 'get_manager', 'get_cookie_manager'] },
          args: [2, 9],
          imports: ['extra_streamlit_components'],
        },
      ],
      name: keyword('cookie', 0),
      value: keyword('val', 1),
      attributes: { secure: keyword('secure'), sameSite: keyword('same_site'), expires: keyword('expires_at'), path: keyword('path') },
      default: 'off',
    },
    {
      // https://github.com/mkhorasani/Streamlit-Authenticator/blob/main/streamlit_authenticator/models/cookie_model.py: set without Secure.
      id: 'streamlit-cookies/authenticator',
      docs: 'https://github.com/mkhorasani/Streamlit-Authenticator#authenticate',
      kind: 'session',
      match: { call: ['streamlit_authenticator.Authenticate', 'streamlit_authenticator.authenticate.Authenticate'], args: [2, 12] },
      name: keyword('cookie_name', 1),
      session: true,
      attributes: { secure: { at: 'fixed', value: false } },
      default: 'off',
      fix: {
        byHand:
          'There is no edit: Streamlit-Authenticator has no setting for it. Serve the app over HTTPS only, or sign in with `st.login`.',
      },
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
