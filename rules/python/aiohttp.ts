/** aiohttp: cookies written on a response, and the storages of aiohttp_session. */
import { defineRule, element, key, keyword, keywords, value } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, modulesOfOthers, responseNames } from './responses.js';

const aiohttpResponse = {
  paths: ['aiohttp.web.*()', 'web.Response()', 'web.json_response()', 'web.StreamResponse()', 'web.HTTPFound()'],
  types: ['aiohttp.web.StreamResponse', 'aiohttp.web.HTTPFound'],
  not: lookAlikes,
};

export default defineRule({
  id: 'aiohttp',
  title: 'aiohttp',
  languages: ['python'],
  docs: 'https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.StreamResponse.set_cookie',
  triggers: ['set_cookie', 'aiohttp_session', 'CookieStorage', '.cookies['],
  packages: ['aiohttp'],
  surfaces: [
    {
      // https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.StreamResponse.set_cookie
      id: 'aiohttp/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: aiohttpResponse, unlessImports: modulesOfOthers('aiohttp') },
        {
          method: 'set_cookie',
          receiver: { ...aiohttpResponse, names: responseNames, any: true },
          imports: ['aiohttp.web', 'aiohttp'],
          unlessImports: modulesOfOthers('aiohttp'),
        },
      ],
      name: keyword('name', 0),
      value: keyword('value', 1),
      attributes: keywords(),
      default: 'off',
    },
    {
      // https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.StreamResponse.cookies: an http.cookies.SimpleCookie.
      id: 'aiohttp/set-cookie',
      docs: 'https://docs.aiohttp.org/en/stable/web_reference.html#aiohttp.web.StreamResponse.cookies',
      kind: 'write',
      match: {
        assign: ['aiohttp.web.*().cookies.*', 'aiohttp.web.*().cookies[]', '**.response.cookies.*', '**.resp.cookies.*'],
        target: 'subscript',
        imports: modulesOf('aiohttp'),
      },
      name: key,
      value: value(),
      attributes: {
        secure: element('secure'),
        httpOnly: element('httponly'),
        sameSite: element('samesite'),
        maxAge: element('max-age'),
        expires: element('expires'),
      },
      default: 'off',
    },
    {
      id: 'aiohttp-session/storage',
      docs: 'https://aiohttp-session.readthedocs.io/en/stable/reference.html',
      kind: 'session',
      match: {
        call: [
          ...['EncryptedCookieStorage', 'SimpleCookieStorage', 'NaClCookieStorage'].flatMap((name) => [
            `aiohttp_session.${name}`,
            `aiohttp_session.cookie_storage.${name}`,
            `aiohttp_session.nacl_storage.${name}`,
          ]),
          'aiohttp_session.redis_storage.RedisStorage',
          'aiohttp_session.memcached_storage.MemcachedStorage',
        ],
      },
      name: keyword('cookie_name'),
      defaultName: 'AIOHTTP_SESSION',
      session: true,
      attributes: keywords(),
      default: 'off',
    },
  ],
});
