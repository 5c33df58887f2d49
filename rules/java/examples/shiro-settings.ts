/** Examples of the surfaces in ../shiro-settings.ts. */
import { type Examples } from '../../example.js';

export default {
  'shiro/spring-boot-properties': {
    file: 'src/main/resources/application.properties',
    packages: ['shiro-spring-boot-web-starter'],
    bad: 'shiro.sessionManager.cookie.secure=false',
    good: 'shiro.sessionManager.cookie.secure=true',
  },
  'shiro/spring-boot-remember-me': {
    file: 'src/main/resources/application.properties',
    packages: ['shiro-spring-boot-web-starter'],
    bad: 'shiro.rememberMeManager.cookie.secure=false',
    good: 'shiro.rememberMeManager.cookie.secure=true',
  },
} satisfies Examples;
