/** Examples of the surfaces in ../robyn.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'robyn/set-cookie': {
    bad: code`
      response = Response(status_code=200, headers={}, description="x")
      response.set_cookie("sid", sid)
    `,
    good: code`
      response = Response(status_code=200, headers={}, description="x")
      response.set_cookie("sid", sid, secure=True)
    `,
  },
} satisfies Examples;
