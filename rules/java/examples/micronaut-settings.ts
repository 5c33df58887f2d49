/** Examples of the surfaces in ../micronaut-settings.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'micronaut/http-session': {
    file: 'src/main/resources/application.yml',
    packages: ['micronaut-session'],
    bad: code`
      micronaut:
        session:
          http:
            cookie-secure: false
    `,
    good: code`
      micronaut:
        session:
          http:
            cookie-secure: true
    `,
  },
  'micronaut/security-token-cookie': {
    file: 'src/main/resources/application.yml',
    packages: ['micronaut-security'],
    bad: 'micronaut.security.token.cookie.cookie-secure: false',
    good: 'micronaut.security.token.cookie.cookie-secure: true',
  },
} satisfies Examples;
