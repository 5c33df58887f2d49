/** Lift: `HTTPCookie`. */
import { argument, defineRule, setter } from '../../src/matching/surface.js';

export default defineRule({
  id: 'lift',
  title: 'Lift',
  languages: ['scala'],
  docs: 'https://github.com/lift/framework/blob/main/web/webkit/src/main/scala/net/liftweb/http/provider/HTTPCookie.scala',
  triggers: ['HTTPCookie('],
  packages: ['lift-webkit'],
  surfaces: [
    {
      // https://github.com/lift/framework/blob/main/web/webkit/src/main/scala/net/liftweb/http/provider/HTTPCookie.scala
      id: 'lift/http-cookie',
      kind: 'write',
      match: { call: 'net.liftweb.http.provider.HTTPCookie' },
      name: argument(0),
      value: argument(1),
      attributes: { secure: setter('setSecure_?'), maxAge: setter('setMaxAge'), path: setter('setPath'), domain: setter('setDomain') },
      default: 'off',
    },
  ],
});
