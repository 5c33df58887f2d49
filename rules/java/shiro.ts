/** Apache Shiro and Sa-Token in code; their settings are in `spring-settings.ts` and `shiro-ini.ts`. */
import { argument, defineRule, setter, type Rule } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

const shiro = defineRule({
  id: 'shiro',
  title: 'Apache Shiro',
  languages: JVM,
  docs: 'https://shiro.apache.org/web.html',
  triggers: ['SimpleCookie('],
  packages: ['shiro-web', 'shiro-spring'],
  surfaces: [
    {
      // https://github.com/apache/shiro/blob/1.13.x/web/src/main/java/org/apache/shiro/web/servlet/SimpleCookie.java
      id: 'shiro/session-id-cookie',
      kind: 'write',
      match: { call: 'org.apache.shiro.web.servlet.SimpleCookie', args: [0, 1] },
      name: [argument(0), setter('setName')],
      attributes: { secure: setter('setSecure'), httpOnly: setter('setHttpOnly'), sameSite: setter('setSameSite'), domain: setter('setDomain'), path: setter('setPath'), maxAge: setter('setMaxAge') },
      default: 'off',
    },
  ],
});

const saToken = defineRule({
  id: 'sa-token',
  title: 'Sa-Token',
  languages: JVM,
  docs: 'https://sa-token.cc/doc.html#/use/config',
  triggers: ['SaCookieConfig('],
  packages: ['sa-token-spring-boot-starter', 'sa-token-core'],
  surfaces: [
    {
      // https://github.com/dromara/Sa-Token/blob/master/sa-token-core/src/main/java/cn/dev33/satoken/config/SaCookieConfig.java
      id: 'sa-token/cookie-secure',
      kind: 'session',
      match: { call: 'cn.dev33.satoken.config.SaCookieConfig' },
      defaultName: 'satoken',
      session: true,
      attributes: { secure: setter('setSecure'), httpOnly: setter('setHttpOnly'), sameSite: setter('setSameSite'), domain: setter('setDomain'), path: setter('setPath') },
      default: 'off',
    },
  ],
});

export const shiroRules: readonly Rule[] = [shiro, saToken];
