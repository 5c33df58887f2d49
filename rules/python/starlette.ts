/** Starlette and FastAPI: cookies written on a response, and the session middleware. */
import { defineRule, keyword, keywords } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, modulesOfOthers, responder, responseNames } from './responses.js';

const responseClasses = [
  'Response',
  'JSONResponse',
  'RedirectResponse',
  'HTMLResponse',
  'PlainTextResponse',
  'StreamingResponse',
  'FileResponse',
  'ORJSONResponse',
  'UJSONResponse',
];

/** https://www.starlette.io/responses/, https://fastapi.tiangolo.com/advanced/response-cookies/ */
const starletteResponse = {
  paths: [
    'starlette.**',
    'fastapi.**',
    'call_next()',
    '**.call_next()',
    ...responseClasses.slice(1).map((name) => `fastapi.responses.${name}()`),
    '**.TemplateResponse()',
  ],
  types: responseClasses.map((name) => `fastapi.${name}`),
  not: lookAlikes,
};

export default defineRule({
  id: 'fastapi',
  title: 'Starlette / FastAPI',
  languages: ['python'],
  docs: 'https://www.starlette.io/responses/#set-cookie',
  triggers: ['set_cookie', 'delete_cookie', 'SessionMiddleware'],
  packages: ['starlette', 'fastapi'],
  surfaces: [
    {
      // https://www.starlette.io/responses/#set-cookie
      id: 'starlette/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: starletteResponse, unlessImports: modulesOfOthers('starlette') },
        {
          method: 'set_cookie',
          receiver: { ...starletteResponse, names: responseNames, any: true },
          imports: modulesOf('starlette'),
          args: [1, 10],
        },
        {
          method: 'set_cookie',
          receiver: { ...starletteResponse, names: responseNames },
          packages: ['starlette', 'fastapi'],
          unlessImports: modulesOfOthers('starlette'),
          args: [1, 10],
        },
        // A helper that imports no framework: Django's and Flask's signatures are the same, and their rules come first where their packages are.
        {
          method: 'set_cookie',
          receiver: {
            paths: ['**.Response()', '**.*Response()', '**.Response.*()'],
            names: ['response', 'resp'],
            not: [...lookAlikes, 'web.**'],
          },
          unlessImports: modulesOfOthers('starlette'),
          unlessInFunction: responder,
          args: [1, 10],
        },
      ],
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords({ maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 8 }),
      default: 'off',
      proxy: ['starlette/proxy-headers'],
    },
    {
      id: 'starlette/set-cookie',
      docs: 'https://www.starlette.io/responses/#delete-cookie',
      kind: 'write',
      match: {
        method: 'delete_cookie',
        receiver: { ...starletteResponse, names: responseNames, any: true },
        imports: modulesOf('starlette'),
        args: [1, 6],
      },
      name: keyword('key', 0),
      attributes: keywords({ path: 1, domain: 2, secure: 3, httpOnly: 4, sameSite: 5 }),
      default: 'off',
      deletes: { when: 'always' },
    },
    {
      // https://www.starlette.io/middleware/#sessionmiddleware: the option is https_only.
      id: 'starlette/session-middleware',
      docs: 'https://www.starlette.io/middleware/#sessionmiddleware',
      kind: 'session',
      match: [
        {
          method: 'add_middleware',
          receiver: { any: true, sure: true },
          argument: { 0: ['SessionMiddleware'] },
          imports: ['starlette.middleware.sessions'],
        },
        { call: 'starlette.middleware.Middleware', argument: { 0: ['SessionMiddleware'] }, imports: ['starlette.middleware.sessions'] },
        { call: 'starlette.middleware.sessions.SessionMiddleware', imports: ['starlette.middleware.sessions'] },
      ],
      name: keyword('session_cookie'),
      defaultName: 'session',
      session: true,
      attributes: {
        secure: keyword('https_only'),
        sameSite: keyword('same_site'),
        domain: keyword('domain'),
        path: keyword('path'),
        maxAge: keyword('max_age'),
      },
      // Always HttpOnly; the others as the signature has them.
      otherwise: { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 1_209_600 },
      default: 'off',
    },
    {
      // https://www.uvicorn.org/#command-line-options: --proxy-headers, with which request.url.scheme is the browser's.
      id: 'starlette/proxy-headers',
      kind: 'proxy',
      match: [
        { method: 'add_middleware', receiver: { any: true, sure: true }, argument: { 0: ['ProxyHeadersMiddleware'] } },
        { call: 'uvicorn.middleware.proxy_headers.ProxyHeadersMiddleware' },
      ],
    },
  ],
});
