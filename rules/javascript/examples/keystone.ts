/** Examples of the surfaces in ../keystone.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'keystone/stateless-sessions': {
    bad: code`
      import { statelessSessions } from '@keystone-6/core/session';
      export const session = statelessSessions({ secret });
    `,
    good: code`
      import { statelessSessions } from '@keystone-6/core/session';
      export const session = statelessSessions({ secret, secure: true });
    `,
  },
} satisfies Examples;
