/** Examples of the surfaces in ../quarkus.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'quarkus/form-auth': {
    file: 'src/main/resources/application.properties',
    packages: ['quarkus-vertx-http'],
    bad: 'quarkus.http.auth.form.enabled=true',
    good: code`
      quarkus.http.auth.form.enabled=true
      quarkus.http.proxy.proxy-address-forwarding=true
    `,
  },
  'quarkus/oidc-cookie-force-secure': {
    file: 'src/main/resources/application.properties',
    packages: ['quarkus-oidc'],
    bad: 'quarkus.oidc.application-type=web-app',
    good: code`
      quarkus.oidc.application-type=web-app
      quarkus.oidc.authentication.cookie-force-secure=true
    `,
  },
  'quarkus/rest-csrf-cookie-force-secure': {
    file: 'src/main/resources/application.properties',
    packages: ['quarkus-rest'],
    bad: 'quarkus.rest-csrf.cookie-name=csrf',
    good: code`
      quarkus.rest-csrf.cookie-name=csrf
      quarkus.rest-csrf.cookie-force-secure=true
    `,
  },
  'quarkus/same-site-cookie': {
    file: 'src/main/resources/application.properties',
    packages: ['quarkus-rest'],
    bad: code`
      quarkus.http.same-site-cookie.sid.value=none
      quarkus.http.same-site-cookie.sid.add-secure-for-none=false
    `,
    good: 'quarkus.http.same-site-cookie.sid.value=none',
  },
  'quarkus/proxy-address-forwarding': {
    file: 'src/main/resources/application.properties',
    packages: ['quarkus-vertx-http'],
    bad: 'quarkus.http.auth.form.enabled=true',
    good: code`
      quarkus.http.auth.form.enabled=true
      quarkus.http.proxy.proxy-address-forwarding=true
    `,
  },
} satisfies Examples;
