/** JFinal, and Jboot above it: cookies of a controller, none of whose methods takes Secure. */
import { argument, defineRule, type CookieSurface } from '../../src/matching/surface.js';
import { JVM, nowhere } from './jvm.js';

const MODULES = ['com.jfinal', 'io.jboot'];

/** `position`: of the name, before the value and the age. */
const cookie = (id: string, position: 0 | 1, match: CookieSurface['match']): CookieSurface => ({
  id,
  kind: 'write',
  match,
  name: argument(position),
  value: argument(position + 1),
  attributes: { secure: nowhere, maxAge: argument(position + 2) },
  default: 'off',
  fix: { byHand: 'Hand over a `Cookie` with `setSecure(true)`. There is no edit: this method has no place for it.' },
});

export default defineRule({
  id: 'jfinal',
  title: 'JFinal',
  languages: JVM,
  docs: 'https://jfinal.com/doc/3-4',
  triggers: ['setCookie(', 'CookieUtil.put('],
  packages: ['jfinal', 'jboot'],
  surfaces: [
    // https://github.com/jfinal/jfinal/blob/master/src/main/java/com/jfinal/core/Controller.java: a servlet's cookie that is added with a name, a value, an age and a path.
    cookie('jfinal/set-cookie', 0, [
      { method: 'setCookie', receiver: { any: true, sure: true }, args: [3, 6], imports: MODULES },
      { call: 'setCookie', args: [3, 6], imports: MODULES },
    ]),
    // https://github.com/yangfuhai/jboot/blob/master/src/main/java/io/jboot/utils/CookieUtil.java: calls that method with a signed value.
    cookie('jfinal/jboot-cookie-util', 1, { call: 'io.jboot.utils.CookieUtil.put', args: [3, 5] }),
  ],
});
