/** Examples of the surfaces in ../grape.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'grape/cookies': {
    bad: code`
      class API < Grape::API
        get :login do
          cookies[:sid] = { value: token, path: "/" }
        end
      end
    `,
    good: code`
      class API < Grape::API
        get :login do
          cookies[:sid] = { value: token, path: "/", secure: true }
        end
      end
    `,
  },
} satisfies Examples;
