/** Examples of the surfaces in ../medusa.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'medusa/cookie-options': {
    file: 'medusa-config.js',
    bad: code`
      const { defineConfig } = require('@medusajs/framework/utils');

      module.exports = defineConfig({ projectConfig: { cookieOptions: { sameSite: 'lax', secure: false } } });
    `,
    good: code`
      const { defineConfig } = require('@medusajs/framework/utils');

      module.exports = defineConfig({ projectConfig: { cookieOptions: { sameSite: 'lax', secure: true } } });
    `,
  },
} satisfies Examples;
