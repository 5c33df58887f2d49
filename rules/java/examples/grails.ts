/** Examples of the surfaces in ../grails.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'grails/spring-security-remember-me': {
    file: 'grails-app/conf/application.yml',
    bad: code`
      grails:
        plugin:
          springsecurity:
            rememberMe:
              useSecureCookie: false
    `,
    good: code`
      grails:
        plugin:
          springsecurity:
            rememberMe:
              useSecureCookie: true
    `,
  },
} satisfies Examples;
