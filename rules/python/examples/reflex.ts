/** Examples of the surfaces in ../reflex.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'reflex/rx-cookie': {
    bad: code`
      class State(rx.State):
          token: str = rx.Cookie("")
    `,
    good: code`
      class State(rx.State):
          token: str = rx.Cookie("", secure=True)
    `,
  },
} satisfies Examples;
