/** WebLogic's descriptor. */
import { defineRule } from '../../src/matching/surface.js';
import { element, session } from './xml-places.js';

export default defineRule({
  id: 'weblogic',
  title: 'Oracle WebLogic',
  languages: ['xml'],
  docs: 'https://docs.oracle.com/en/middleware/standalone/weblogic-server/14.1.1.0/wbapp/weblogic_xml.html',
  triggers: ['session-descriptor'],
  surfaces: [
    {
      // The default is not documented there: only what is written is judged.
      ...session,
      id: 'weblogic/session-descriptor-cookie-secure',
      match: { setting: ['session-descriptor', '**.session-descriptor'], section: true },
      needs: [element('cookie-secure')],
      name: element('cookie-name'),
      attributes: { secure: element('cookie-secure') },
      default: 'on',
    },
  ],
});
