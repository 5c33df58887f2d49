/** Examples of the surfaces in ../sanic.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sanic/add-cookie': {
    bad: code`
      response = text("x")
      response.add_cookie("sid", sid, secure=request.scheme == "https")
    `,
    good: code`
      response = text("x")
      response.add_cookie("sid", sid)
    `,
  },
  'sanic/dict-style': {
    bad: code`
      response = json({})
      response.cookies["sid"] = sid
      response.cookies["sid"]["httponly"] = True
    `,
    good: code`
      response = json({})
      response.add_cookie("sid", sid, httponly=True)
    `,
  },
} satisfies Examples;
