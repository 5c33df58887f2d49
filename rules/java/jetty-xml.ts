/** Trust in a proxy in Jetty's XML. */
import { defineRule } from '../../src/matching/surface.js';
import { JVM } from './jvm.js';

export default defineRule({
  id: 'jetty',
  title: 'Eclipse Jetty',
  languages: ['xml'],
  docs: 'https://jetty.org/docs/jetty/12/operations-guide/modules/standard.html#http-forwarded',
  triggers: ['ForwardedRequestCustomizer'],
  surfaces: [
    {
      // https://jetty.org/docs/jetty/12/operations-guide/modules/standard.html#http-forwarded
      id: 'jetty/forwarded-request-customizer',
      kind: 'proxy',
      speaksFor: JVM,
      match: { setting: ['**.New', '**.Arg.New'], section: true, mentions: /ForwardedRequestCustomizer/ },
    },
  ],
});
