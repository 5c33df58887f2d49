/** Examples of the surfaces in ../sails.ts. */
import { code, type Examples } from '../../example.js';

export default {
  'sails/session-config': {
    file: 'config/session.js',
    packages: ['sails'],
    bad: "module.exports.session = { secret: 'x' };",
    good: "module.exports.session = { secret: 'x', cookie: { secure: true } };",
  },
  'sails/production-session': {
    file: 'config/env/production.js',
    packages: ['sails'],
    beside: { 'config/session.js': "module.exports.session = { secret: 'x' };" },
    bad: code`
      module.exports = {
        http: { trustProxy: true },
        session: { cookie: { maxAge: 86400000 } },
      };
    `,
    good: code`
      module.exports = {
        http: { trustProxy: true },
        session: { cookie: { maxAge: 86400000, secure: true } },
      };
    `,
  },
  'sails/session-hook-off': {
    file: '.sailsrc',
    packages: ['sails'],
    beside: { 'config/session.js': "module.exports.session = { secret: 'x' };" },
    bad: '{ "hooks": { "grunt": false } }',
    good: '{ "hooks": { "grunt": false, "session": false } }',
  },
} satisfies Examples;
