/** Examples of the surfaces in ../web2py.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'web2py/session-secure': {
    file: 'models/db.py',
    bad: code`
      # models/db.py
      session.connect(request, response, db)
    `,
    good: code`
      # models/db.py
      session.secure()
      session.connect(request, response, db)
    `,
  },
} satisfies Examples;
