/** Examples of the surfaces in ../strapi.ts. */
import { type Examples } from '../../example.js';

export default {
  'strapi/session-middleware': {
    file: 'config/middlewares.js',
    packages: ['@strapi/strapi'],
    bad: "module.exports = ['strapi::session'];",
    good: "module.exports = [{ name: 'strapi::session', config: { secure: true } }];",
  },
} satisfies Examples;
