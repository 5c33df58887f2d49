/** Examples of the surfaces in ../clearance.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'clearance/secure-cookie': {
    bad: code`
      Clearance.configure do |config|
        config.mailer_sender = "reply@example.com"
      end
    `,
    good: code`
      Clearance.configure do |config|
        config.mailer_sender = "reply@example.com"
        config.secure_cookie = true
      end
    `,
  },
} satisfies Examples;
