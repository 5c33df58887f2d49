/** Examples of the surfaces in ../notebook-apps.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'gradio/launch-auth': {
    bad: 'demo.launch(auth=("u", "p"))',
    good: code`
      # put authentication in front of the app (reverse proxy, mount under FastAPI with own session)
      demo.launch()
    `,
  },
  'streamlit-cookies/manager-set': {
    bad: code`
      import extra_streamlit_components as stx

      cookies = stx.CookieManager()
      cookies.set("token", token)
    `,
    good: code`
      import extra_streamlit_components as stx

      cookies = stx.CookieManager()
      cookies.set("token", token, secure=True)
    `,
  },
  'streamlit-cookies/authenticator': {
    bad: code`
      import streamlit_authenticator as stauth

      authenticator = stauth.Authenticate(credentials, "session", "key", 30)
    `,
    good: code`
      import streamlit as st

      st.login()
    `,
  },
  'streamlit/xsrf': {
    file: '.streamlit/config.toml',
    packages: ['streamlit'],
    bad: code`
      # .streamlit/config.toml
      [server]
      enableXsrfProtection = true
    `,
    good: code`
      # .streamlit/config.toml
      [server]
      enableXsrfProtection = true
      # terminate TLS in front and add Secure at the proxy
    `,
    remains: { problem: 'disabled', because: 'Streamlit has no setting for it: only a server in front can add Secure' },
  },
} satisfies Examples;
