/** Examples of the surfaces in ../weblogic.ts. */
import { type Examples } from '../../example.js';

export default {
  'weblogic/session-descriptor-cookie-secure': {
    bad: '<session-descriptor><cookie-secure>false</cookie-secure></session-descriptor>',
    good: '<session-descriptor><cookie-secure>true</cookie-secure></session-descriptor>',
  },
} satisfies Examples;
