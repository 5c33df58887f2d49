/** Examples of the surfaces in ../applications.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'app/grafana': {
    file: 'grafana.ini',
    bad: code`
      [security]
      cookie_secure = false
    `,
    good: code`
      [security]
      cookie_secure = true
    `,
  },
  'app/gitea': {
    file: 'custom/conf/app.ini',
    bad: code`
      [session]
      COOKIE_SECURE = false
    `,
    good: code`
      [session]
      COOKIE_SECURE = true
    `,
  },
  'app/oauth2-proxy': {
    file: 'docker-compose.yml',
    bad: code`
      services:
        oauth2-proxy:
          image: quay.io/oauth2-proxy/oauth2-proxy
          command:
            - --cookie-secure=false
    `,
    good: code`
      services:
        oauth2-proxy:
          image: quay.io/oauth2-proxy/oauth2-proxy
          command:
            - --cookie-secure=true
    `,
  },
  'app/vouch-proxy': {
    file: 'config.yml',
    bad: code`
      vouch:
        cookie:
          secure: false
    `,
    good: code`
      vouch:
        cookie:
          secure: true
    `,
  },
  'app/kibana': { file: 'kibana.yml', bad: 'xpack.security.secureCookies: false', good: 'xpack.security.secureCookies: true' },
  'app/n8n': { bad: 'N8N_SECURE_COOKIE=false', good: 'N8N_SECURE_COOKIE=true' },
  'app/directus': { file: '.env', bad: 'REFRESH_TOKEN_COOKIE_SECURE="false"', good: 'REFRESH_TOKEN_COOKIE_SECURE="true"' },
  'app/retool': { bad: 'COOKIE_INSECURE=true', good: 'COOKIE_INSECURE=false' },
  'app/awx-operator': {
    file: 'awx.yaml',
    bad: code`
      apiVersion: awx.ansible.com/v1beta1
      kind: AWX
      spec:
        session_cookie_secure: 'False'
    `,
    good: code`
      apiVersion: awx.ansible.com/v1beta1
      kind: AWX
      spec:
        session_cookie_secure: 'True'
    `,
  },
  'app/keycloak': {
    file: 'realm-export.json',
    bad: '{ "realm": "shop", "sslRequired": "none" }',
    good: '{ "realm": "shop", "sslRequired": "external" }',
  },
  'env/generic-session-cookie-secure': { file: '.env', bad: 'COOKIE_SECURE=false', good: 'COOKIE_SECURE=true' },
} satisfies Examples;
