/** WildFly's configuration of Undertow's session cookie. */
import { defineRule } from '../../src/matching/surface.js';
import { attribute, session } from './xml-places.js';

export default defineRule({
  id: 'undertow',
  title: 'WildFly',
  languages: ['xml'],
  docs: 'https://docs.wildfly.org/',
  triggers: ['session-cookie'],
  surfaces: [
    {
      ...session,
      id: 'undertow/cookie-impl',
      match: { setting: ['**.servlet-container.session-cookie', 'session-cookie'], section: true, placeholders: 'spring' },
      name: attribute('name'),
      attributes: { secure: attribute('secure'), httpOnly: attribute('http-only') },
      default: 'request',
      confidence: 'medium',
    },
  ],
});
