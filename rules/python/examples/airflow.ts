/** Examples of the surfaces in ../airflow.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'airflow/cookie-secure': {
    bad: code`
      # airflow.cfg
      [webserver]
      cookie_secure = False
    `,
    good: code`
      # airflow.cfg
      [webserver]
      cookie_secure = True
    `,
  },
} satisfies Examples;
