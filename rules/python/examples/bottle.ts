/** Examples of the surfaces in ../bottle.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'bottle/set-cookie': {
    bad: code`
      from bottle import response

      response.set_cookie("account", name, secret="key")
    `,
    good: code`
      from bottle import response

      response.set_cookie("account", name, secret="key", secure=True)
    `,
  },
} satisfies Examples;
