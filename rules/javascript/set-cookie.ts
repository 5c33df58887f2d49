/** Set-Cookie headers written by hand in JavaScript and TypeScript: Node, Fetch, the frameworks' header methods, serverless responses. */
import {
  argument,
  defineRule,
  header,
  key,
  sibling,
  value,
  type ArgumentConditions,
  type CookieSurface,
  type Match,
  type Place,
} from '../../src/matching/surface.js';

/** A header's name: `'Set-Cookie'` in any case, or Node's `constants.HTTP2_HEADER_SET_COOKIE`. */
const NAME = /^(?:set-cookie|(?:\w+_)?SET_COOKIE)$/i;

const named = (position: number): ArgumentConditions => ({ argument: { [position]: NAME } });

/** What is sent to another server, or read: no response of this one. */
const requests = [
  '**.req.headers',
  '**.request.headers',
  '**.requestHeaders',
  '**.reqHeaders',
  'URLSearchParams()',
  'FormData()',
  'Map()',
  'Set()',
];

const raw = (id: string, match: Match | readonly Match[], text: Place): CookieSurface => ({
  id,
  kind: 'header',
  match,
  attributes: header(text),
  default: 'off',
});

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['javascript'],
  docs: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1',
  triggers: [
    'et-Cookie',
    'et-cookie',
    'ET-COOKIE',
    'SET_COOKIE',
    ['statusCode', 'cookies'],
    ['@azure/functions', 'cookies'],
    ['status', 'cookies', 'name'],
    ['event', 'response', 'cookies'],
  ],
  surfaces: [
    // https://nextjs.org/docs/pages/building-your-application/routing/api-routes
    raw(
      'next/pages-api-set-header',
      { method: ['setHeader', 'appendHeader'], receiver: { any: true, sure: true }, ...named(0), file: /(?:^|\/)pages\/api\// },
      argument(1),
    ),
    // https://nodejs.org/api/http.html#responsesetheadername-value
    raw(
      'node/response-set-header',
      { method: ['setHeader', 'appendHeader', 'addHeader', 'writeHeader'], receiver: { any: true, sure: true }, ...named(0) },
      argument(1),
    ),
    // https://expressjs.com/en/5x/api.html#res.append
    raw(
      'express/raw-set-cookie',
      {
        method: ['set', 'header', 'append'],
        receiver: { types: ['express.Response'], names: ['res', 'response', 'resp'], sure: true, not: ['**.set.headers'] },
        args: [2, 2],
        ...named(0),
      },
      argument(1),
    ),
    // https://trpc.io/docs/server/adapters/fetch
    raw('trpc/response-headers', { method: ['append', 'set'], receiver: { names: ['resHeaders'], sure: true }, ...named(0) }, argument(1)),
    // https://koajs.com/#response, https://fastify.dev/docs/latest/Reference/Reply/#headerkey-value, https://hono.dev/docs/api/context#header, https://hapi.dev/api/#-responseheadername-value-options
    raw(
      'frameworks/raw-set-cookie-header',
      [
        { method: 'header', receiver: { any: true, sure: true }, args: [2, 3], ...named(0) },
        {
          method: ['set', 'append'],
          receiver: {
            names: ['ctx', 'context', 'reply', 'c', 'h', 'this.ctx'],
            handler: { position: 0, least: 1, most: 2 },
            sure: true,
            not: [...requests, '**.headers'],
          },
          args: [2, 2],
          ...named(0),
        },
      ],
      argument(1),
    ),
    // https://h3.dev/utils/response: the event comes first.
    raw(
      'frameworks/raw-set-cookie-header',
      { call: ['**.setResponseHeader', '**.setHeader', '**.appendResponseHeader', '**.appendHeader'], args: [3, 3], ...named(1) },
      argument(2),
    ),
    // https://tanstack.com/start/latest/docs/framework/react/guide/server-functions: the request is not handed over.
    raw(
      'frameworks/raw-set-cookie-header',
      { call: ['**.setResponseHeader', '**.appendResponseHeader'], args: [2, 2], ...named(0) },
      argument(1),
    ),
    // https://fetch.spec.whatwg.org/#headers-class
    raw(
      'fetch/headers-append',
      { method: ['append', 'set'], receiver: { any: true, sure: true, not: requests }, args: [2, 2], ...named(0) },
      argument(1),
    ),
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
    raw(
      'aws-lambda/multi-value-headers',
      [{ entry: 'multiValueHeaders.set-cookie' }, { entry: 'headers.set-cookie', around: ['statusCode'] }],
      value(),
    ),
    // https://nodejs.org/api/http.html#responsewriteheadstatuscode-statusmessage-headers
    raw('node/write-head', { entry: 'set-cookie', within: ['writeHead'] }, value()),
    // https://nodejs.org/api/http2.html#http2streamrespondheaders-options, https://expressjs.com/en/5x/api.html#res.set, https://fastify.dev/docs/latest/Reference/Reply/
    raw(
      'frameworks/raw-set-cookie-header',
      { entry: 'set-cookie', within: ['set', 'header', 'headers', 'setResponseHeaders', 'setHeaders', 'appendResponseHeaders', 'respond'] },
      value(),
    ),
    // https://developer.mozilla.org/en-US/docs/Web/API/Response/Response
    raw('fetch/response-init', [{ entry: 'set-cookie' }, { pair: 'set-cookie' }], value()),
    // https://elysiajs.com/essential/handler#set-headers, https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
    raw('aws-lambda/edge-set-cookie', { assign: ['**.response.headers.set-cookie', '**.response.headers.Set-Cookie'] }, value()),
    raw('frameworks/raw-set-cookie-header', { assign: ['**eaders.set-cookie', '**eaders.Set-Cookie', '**eaders.Set-cookie'] }, value()),
    // https://docs.nestjs.com/controllers#response-headers
    raw('nest/header-decorator', { decorator: '@nestjs/common.Header', argument: { 0: NAME } }, argument(1)),
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html: `cookies` is a list of Set-Cookie values.
    raw('aws-lambda/http-api-cookies', { entry: 'cookies', beside: { statusCode: true } }, value()),
    // https://nextjs.org/docs/app/api-reference/config/next-config-js/headers
    raw(
      'vercel/json-headers',
      { entry: 'value', beside: { key: ['set-cookie'] }, file: /(?:^|\/)(?:next\.config\.\w+|vercel\.ts)$/ },
      value(),
    ),
    {
      id: 'cloudfront-functions/response-cookies',
      docs: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html',
      kind: 'header',
      match: { assign: '**.response.cookies.*', value: 'record' },
      name: key,
      attributes: { secure: { at: 'text', text: value('attributes'), attributesOnly: true } },
      default: 'off',
    },
    {
      id: 'azure-functions/response-cookies',
      docs: 'https://learn.microsoft.com/en-us/azure/azure-functions/functions-reference-node',
      kind: 'write',
      match: [
        { entry: 'cookies.name', beside: { value: true }, around: ['status'] },
        { entry: 'cookies.name', beside: { value: true }, imports: ['@azure/functions'] },
      ],
      name: value(),
      attributes: {
        secure: sibling('secure'),
        sameSite: sibling('sameSite'),
        path: sibling('path'),
        domain: sibling('domain'),
        maxAge: sibling('maxAge'),
        expires: sibling('expires'),
      },
      default: 'off',
    },
  ],
});
