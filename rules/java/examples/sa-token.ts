/** Examples of the surfaces in ../sa-token.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sa-token/cookie-secure': {
    file: 'src/main/resources/application.yml',
    packages: ['sa-token-spring-boot-starter'],
    bad: code`
      sa-token:
        token-name: satoken
    `,
    good: code`
      sa-token:
        token-name: satoken
        cookie:
          secure: true
    `,
  },
} satisfies Examples;
