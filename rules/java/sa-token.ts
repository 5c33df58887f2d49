/** Sa-Token in code; its settings are in `sa-token-settings.ts`. */
import { defineRule, setter } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'sa-token',
  title: 'Sa-Token',
  languages: JVM,
  docs: 'https://sa-token.cc/doc.html#/use/config',
  triggers: ['SaCookieConfig('],
  packages: ['sa-token-spring-boot-starter', 'sa-token-core'],
  surfaces: [
    {
      id: 'sa-token/cookie-secure',
      docs: 'https://github.com/dromara/Sa-Token/blob/master/sa-token-core/src/main/java/cn/dev33/satoken/config/SaCookieConfig.java',
      kind: 'session',
      match: { call: 'cn.dev33.satoken.config.SaCookieConfig' },
      defaultName: 'satoken',
      session: true,
      attributes: {
        secure: setter('setSecure'),
        httpOnly: setter('setHttpOnly'),
        sameSite: setter('setSameSite'),
        domain: setter('setDomain'),
        path: setter('setPath'),
      },
      default: 'off',
    },
  ],
});
