/** NestJS: the platform's response in a controller. */
import { argument, defineRule, options } from '../../src/matching/surface.js';

export default defineRule({
  id: 'nest',
  title: 'NestJS',
  languages: ['javascript'],
  docs: 'https://docs.nestjs.com/techniques/cookies',
  triggers: [['@nestjs/common', 'ookie']],
  packages: ['@nestjs/core'],
  surfaces: [
    {
      // https://docs.nestjs.com/techniques/cookies: Express' `res.cookie` or Fastify's `setCookie`.
      id: 'nest/response-cookie',
      kind: 'write',
      match: {
        method: ['cookie', 'setCookie'],
        receiver: {
          types: ['express.Response', 'Response', 'fastify.FastifyReply', 'FastifyReply'],
          names: ['res', 'response', 'reply'],
          sure: true,
        },
        args: [2, 3],
        imports: ['@nestjs/common'],
      },
      name: argument(0),
      value: argument(1),
      attributes: options(2),
      default: 'off',
      coveredBy: ['fastify/cookie-parse-options'],
      ownWins: true,
    },
  ],
});
