/** How JavaScript and TypeScript read the environment, the request's scheme, and what their pure functions do. */
import type { EnvironmentIdiom, FunctionIdiom, LanguageIdioms, RequestIdiom } from '../../src/values/idioms.js';

/** https://lodash.com/docs, and the libraries that have its functions: the package, or the name it goes by in a browser. */
const RECORD_LIBRARIES = ['lodash', 'lodash-es', '_', 'underscore', 'es-toolkit', 'es-toolkit/compat'];
const RECORD_FUNCTIONS: Readonly<Record<string, string>> = {
  merge: 'merge',
  extend: 'merge',
  assign: 'merge',
  assignIn: 'merge',
  defaults: 'defaults',
  defaultsDeep: 'defaults',
  clone: 'identity',
  cloneDeep: 'identity',
  pick: 'pick',
  omit: 'omit',
};

export const javascriptIdioms: LanguageIdioms = {
  environment: [
    // https://vite.dev/guide/env-and-mode
    { predicate: 'import.meta.env.PROD', mode: 'production' },
    { predicate: 'import.meta.env.DEV', mode: 'production', not: true },
    // https://docs.cypress.io/faq/questions/using-cypress-faq#Is-there-any-way-to-detect-if-my-app-is-running-under-Cypress
    ...['window.Cypress', 'globalThis.Cypress', 'self.Cypress', 'window.parent.Cypress'].map((read): EnvironmentIdiom => ({
      read,
      variable: 'CYPRESS',
    })),
    // What nobody can follow and is called so asks for the mode.
    ...['isProduction', 'isProd', 'is_production'].map((name): EnvironmentIdiom => ({ predicate: `**.${name}`, mode: 'production' })),
    // https://nodejs.org/api/process.html#processenv, https://bun.sh/docs/runtime/env
    { read: '**.process.env.*' },
    { read: 'process.env.*' },
    // Bindings and wrappers that are called env: `c.env.X` of Hono, `platform.env.X`, a Worker's `env.X`, `Bun.env.X`.
    { read: '**.env.*' },
    { call: 'Deno.env.get' },
    // Readers of utility packages: https://github.com/silverhand-io/essentials
    { call: '**.getEnv', fallback: { index: 1 } },
    // https://docs.strapi.io/cms/configurations/environment#casting-environment-variables
    { call: '**.env.bool', cast: 'boolean', fallback: { index: 1 } },
    { call: '**.env.get', fallback: { index: 1 } },
    { call: '**.env', fallback: { index: 1 } },
    // https://docs.adonisjs.com/guides/concepts/application#accessing-the-environment
    { predicate: '@adonisjs/core/services/app.inProduction', mode: 'production' },
    { predicate: '@adonisjs/core/services/app.inDev', mode: 'development' },
    // https://www.eggjs.org/basics/env: `config.env` is prod, unittest or local.
    { read: '**.app.config.env', variable: 'NODE_ENV' },
    // https://vite.dev/guide/env-and-mode
    { read: 'import.meta.env.MODE', variable: 'NODE_ENV' },
    { read: 'import.meta.env.*' },
    { read: 'import.meta.dev', variable: 'mode:development' },
    // https://svelte.dev/docs/kit/$env-static-private, https://svelte.dev/docs/kit/$app-environment
    { read: '$env/static/private.*' },
    { read: '$env/static/public.*' },
    { read: '$env/dynamic/private.env.*' },
    { read: '$env/dynamic/public.env.*' },
    { predicate: '$app/environment.dev', mode: 'development' },
    { predicate: '$app/env.dev', mode: 'development' },
    { read: 'astro:env/server.*' },
    { predicate: '__DEV__', mode: 'development' },
    // https://expressjs.com/en/5x/api.html#app.settings.table: `env` is NODE_ENV, or development where that is missing.
    { call: '**.get', only: ['env'], variable: 'NODE_ENV', unset: 'development' },
    { call: '**.get', only: ['NODE_ENV'], variable: 'NODE_ENV' },
    { read: 'express().settings.env', variable: 'NODE_ENV', unset: 'development' },
    // https://koajs.com/#settings: `app.env` defaulting to the NODE_ENV or "development"
    { read: 'koa().env', variable: 'NODE_ENV', unset: 'development' },
    { read: '**.app.env', variable: 'NODE_ENV', unset: 'development' },
    // Configuration libraries: the key's value is the operator's. Likewise what the command line says.
    ...[
      'minimist().*',
      'yargs.argv.*',
      'yargs()**.argv.*',
      'yargs()**.parse().*',
      'yargs()**.parseSync().*',
      'commander.program.**opts().*',
      'commander.Command()**.opts().*',
      'rc().*',
    ].map((read): EnvironmentIdiom => ({ read, source: 'configuration' })),
    { call: 'nconf.get', source: 'configuration' },
    { call: 'config.has', source: 'configuration' },
    // https://docs.nestjs.com/techniques/configuration
    { call: '**.config.get', source: 'configuration', fallback: { index: 1 } },
    { call: '**.config.getOrThrow', source: 'configuration', required: true },
    { call: '**.ConfigService.get', source: 'configuration', fallback: { index: 1 } },
    { call: '**.ConfigService.getOrThrow', source: 'configuration', required: true },
    { call: '@nestjs/core.NestFactory.**get().get', source: 'configuration', fallback: { index: 1 } },
    { call: '**.configService.get', source: 'configuration', fallback: { index: 1 } },
    { call: '**.configService.getOrThrow', source: 'configuration', required: true },
    // https://github.com/evanshortiss/env-var
    { call: 'env-var.get' },
    // https://github.com/fastify/fastify-env
    { read: '**.*.config.*', source: 'configuration' },
    // https://github.com/mozilla/node-convict
    { call: 'convict().**get', source: 'configuration' },
  ],
  constants: [
    // https://vite.dev/guide/env-and-mode#env-variables: only MODE, PROD, DEV, SSR, BASE_URL and what begins with VITE_ is there.
    {
      path: 'import.meta.env.NODE_ENV',
      value: undefined,
      manifest: /"(?:vite|vinxi|@vitejs\/[\w-]+|@sveltejs\/kit|@remix-run\/dev|@react-router\/dev)"\s*:/,
    },
  ],
  settings: [
    // https://github.com/node-config/node-config/wiki/Common-Usage
    { object: 'config', of: 'node-config' },
    { section: 'config', of: 'node-config', own: /^(?:get|has|util|default)$/ },
    // https://nuxt.com/docs/guide/going-further/runtime-config
    { section: '**useRuntimeConfig()', of: 'nuxt' },
  ],
  // https://github.com/indexzero/nconf#hierarchical-configuration
  presetRecords: { of: 'nconf', method: 'defaults', separator: ':' },
  request: [
    // https://expressjs.com/en/5x/api.html#req.secure, https://koajs.com/#request
    { path: '**.req.secure', what: 'is-https' },
    { path: '**.request.secure', what: 'is-https' },
    { path: '**.ctx.secure', what: 'is-https' },
    { path: '**.context.secure', what: 'is-https' },
    { path: '**.req.protocol', what: 'scheme' },
    { path: '**.request.protocol', what: 'scheme' },
    { path: '**.ctx.protocol', what: 'scheme' },
    { path: '**.request.server.info.protocol', what: 'scheme' },
    { path: '**.connection.encrypted', what: 'is-https', direct: true },
    { path: '**.socket.encrypted', what: 'is-https', direct: true },
    { path: '**.headers.x-forwarded-proto', what: 'scheme' },
    { path: '**.headers.x-forwarded-ssl', what: 'cgi-https' },
    { path: '**.get', what: 'scheme', argument: /^x-forwarded-(?:proto|protocol|scheme)$/ },
    { path: '**.header', what: 'scheme', argument: /^x-forwarded-(?:proto|protocol|scheme)$/ },
    { path: '**.getHeader', what: 'scheme', argument: /^x-forwarded-(?:proto|protocol|scheme)$/ },
    // https://h3.dev/utils/request#getrequestprotocolevent-opts
    { path: '**.getRequestProtocol', what: 'scheme' },
    { path: 'getRequestProtocol', what: 'scheme' },
    { path: '**.getRequestURL', what: 'url' },
    { path: '**.useRequestURL', what: 'url' },
    // https://fetch.spec.whatwg.org/#request-class
    { path: '**.req.url', what: 'url' },
    { path: '**.request.url', what: 'url' },
    { path: '**.nextUrl.protocol', what: 'scheme-colon' },
    { path: '**.event.url.protocol', what: 'scheme-colon' },
    { path: 'url.protocol', what: 'scheme-colon' },
    // https://svelte.dev/docs/kit/@sveltejs-kit#RequestEvent, destructured: `({ url, cookies }) => …`
    { path: '{}.url.protocol', what: 'scheme-colon' },
    { path: '{}.request.url', what: 'url' },
    { path: 'location.protocol', what: 'scheme-colon', direct: true },
    { path: '**.location.protocol', what: 'scheme-colon', direct: true },
    { path: 'location.href', what: 'url', direct: true },
    { path: '**.location.href', what: 'url', direct: true },
    { path: 'location.origin', what: 'url', direct: true },
    { path: '**.location.origin', what: 'url', direct: true },
    { path: 'location.hostname', what: 'other' },
    { path: '**.location.hostname', what: 'other' },
    { path: 'location.host', what: 'other' },
    { path: '**.location.host', what: 'other' },
    { path: '**.isSecureContext', what: 'is-https', direct: true },
    { path: 'isSecureContext', what: 'is-https', direct: true },
    // https://expressjs.com/en/5x/api.html#req: what a visitor sends along
    ...['req', 'request', 'ctx', 'ctx.request', 'context'].flatMap((request): RequestIdiom[] =>
      ['body', 'query', 'params', 'cookies', 'signedCookies'].map((part) => ({ path: `**.${request}.${part}`, what: 'data' })),
    ),
    { path: '**.req.hostname', what: 'other' },
    { path: '**.req.headers.*', what: 'other' },
    { path: '**.request.headers.*', what: 'other' },
    { path: '**.headers.host', what: 'other' },
    { path: '**.headers.origin', what: 'other' },
  ],
  functions: [
    { path: 'Boolean', operator: 'boolean' },
    { path: 'String', operator: 'string' },
    { path: 'encodeURIComponent', operator: 'encode' },
    { path: 'escape', operator: 'encode' },
    { path: 'Number', operator: 'number' },
    { path: 'parseInt', operator: 'number' },
    { path: 'Number.parseInt', operator: 'number' },
    { path: 'yn', operator: 'parse-boolean' },
    { path: 'boolean.boolean', operator: 'parse-boolean' },
    { path: 'JSON.parse', operator: 'parse-json' },
    { path: 'Object.assign', operator: 'merge' },
    { path: 'Object.freeze', operator: 'frozen' },
    { path: 'defineNuxtConfig', operator: 'identity' },
    { path: 'nuxt/config.defineNuxtConfig', operator: 'identity' },
    { path: 'Object.seal', operator: 'identity' },
    { path: 'structuredClone', operator: 'identity' },
    { path: 'deepmerge', operator: 'merge' },
    { path: 'ts-deepmerge.merge', operator: 'merge' },
    { path: 'defu', operator: 'defaults' },
    { path: 'defu.defu', operator: 'defaults' },
    ...RECORD_LIBRARIES.flatMap((library): FunctionIdiom[] =>
      Object.entries(RECORD_FUNCTIONS).flatMap(([name, operator]) => [
        { path: `${library}.${name}`, operator },
        { path: `${library}/${name}`, operator },
      ]),
    ),
    // https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Object/hasOwn
    { path: 'Object.hasOwn', operator: 'includes' },
    { path: 'Reflect.has', operator: 'includes' },
    { path: 'Object.prototype.hasOwnProperty.call', operator: 'includes', receiver: false },
    { path: '**.hasOwnProperty', operator: 'includes' },
    { path: 'Object.entries', operator: 'entries' },
    { path: 'Object.keys', operator: 'keys' },
    { path: 'Object.values', operator: 'values' },
    // https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Reflect
    { path: 'Reflect.get', operator: 'getattr', args: 2 },
    { path: 'Reflect.ownKeys', operator: 'keys' },
    { path: 'Array.isArray', operator: 'is-list' },
    { path: 'Array.from', operator: 'list-mapped' },
    { path: 'Array.of', operator: 'list' },
    { path: 'Promise.all', operator: 'list-of' },
    { path: 'Math.max', operator: 'max' },
    { path: 'Math.min', operator: 'min' },
    { path: 'Math.floor', operator: 'floor' },
    { path: 'Number.isNaN', operator: 'is-nan' },
    { path: 'isNaN', operator: 'is-nan' },
    { path: 'Object.is', operator: '==' },
    { path: '**.split', operator: 'split', args: 1 },
    { path: '**.charAt', operator: 'char-at' },
    { path: '**.padStart', operator: 'pad-start' },
    { path: '**.repeat', operator: 'repeat' },
    { path: '**.replaceAll', operator: 'replace-all' },
    { path: '**.replace', operator: 'replace' },
    { path: '**.valueOf', operator: 'identity' },
    // https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Map/Map, …/Set/Set, …/Set/has
    { path: 'Map', operator: 'record-of-entries' },
    { path: 'Set', operator: 'list-of' },
    { path: 'WeakMap', operator: 'record-of-entries' },
    // Whether a header came once or several times is the request's to say.
    { path: 'Array.isArray', operator: 'piece' },
    { path: '**.has', operator: 'includes' },
    { path: 'Object.fromEntries', operator: 'from-entries' },
    { path: 'JSON.stringify', operator: 'json' },
    { path: 'Promise.resolve', operator: 'identity' },
    { path: 'react.cache', operator: 'identity' },
    { path: 'URL', operator: 'identity' },
    { path: '**.startsWith', operator: 'startsWith' },
    { path: '**.endsWith', operator: 'endsWith' },
    { path: '**.includes', operator: 'includes' },
    { path: '**.indexOf', operator: 'indexOf' },
    { path: '**.toLowerCase', operator: 'lower' },
    { path: '**.toLocaleLowerCase', operator: 'lower' },
    { path: '**.toUpperCase', operator: 'upper' },
    { path: '**.trim', operator: 'trim' },
    ...['slice', 'substring'].map((method): FunctionIdiom => ({ path: `**.${method}`, operator: 'slice' })),
    { path: '**.substr', operator: 'substr' },
    { path: '**.toUTCString', operator: 'date-text' },
    { path: '**.toGMTString', operator: 'date-text' },
    { path: '**.toString', operator: 'string' },
    { path: '**.join', operator: 'join' },
    { path: '**.concat', operator: 'text' },
  ],
  schemas: [
    // https://env.t3.gg/docs/customization
    { made: '**.createEnv', required: 'unless-optional', argument: 0, under: [['server'], ['client'], ['shared']] },
    // https://github.com/af/envalid#usage
    // Its accessors take production where NODE_ENV is missing: https://github.com/af/envalid/blob/main/src/accessors.ts
    {
      made: '**.cleanEnv',
      required: 'unless-optional',
      argument: 1,
      modes: { isProduction: 'production', isProd: 'production', isDevelopment: 'development', isDev: 'development', isTest: 'test' },
    },
    // https://github.com/fastify/env-schema#usage
    { made: 'env-schema', required: 'if-said', argument: 0, under: [['schema', 'properties']] },
    { made: 'env-schema.envSchema', required: 'if-said', argument: 0, under: [['schema', 'properties']] },
    // https://zod.dev/basics
    {
      made: 'zod.**object',
      required: 'unless-optional',
      argument: 0,
      parse: ['parse', 'safeParse', 'parseAsync', 'safeParseAsync'],
      scalar: /^zod[./].*\b(?:boolean|stringbool|string|enum|nativeEnum|literal|union|preprocess|any|unknown)$/,
    },
    // https://joi.dev/api/, https://github.com/jquense/yup
    { made: 'joi.**object', required: 'if-said', argument: 0, parse: ['validate'] },
    { made: '@hapi/joi.**object', required: 'if-said', argument: 0, parse: ['validate'] },
    { made: 'yup.**object', required: 'if-said', argument: 0, parse: ['validateSync', 'cast'] },
    { made: 'zod/**object', required: 'unless-optional', argument: 0, parse: ['parse', 'safeParse'] },
  ],
  injectedTypes: ['ConfigService'],
  // https://docs.nestjs.com/techniques/configuration#custom-configuration-files, …#configuration-namespaces, …#schema-validation
  // https://github.com/mozilla/node-convict
  keySchemas: ['convict'],
  registeredConfiguration: {
    registers: 'registerAs',
    loads: 'load',
    schema: 'validationSchema',
    type: /^ConfigType<\s*typeof\s+(\w+)\s*>$/,
  },
  exits: ['process.exit', 'Deno.exit'],
};
