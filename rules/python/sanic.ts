/** Sanic: `add_cookie`, which is Secure by default, and the older dict style, which is not. */
import { defineRule, element, key, keyword, keywords, value } from '../../src/matching/surface.js';
import { modulesOf, modulesOfOthers, responseNames } from './responses.js';

const responses = {
  names: [...responseNames, 'response.cookies', 'resp.cookies', 'res.cookies'],
  paths: ['sanic.response.*()', 'sanic.response.*().cookies', 'sanic.*()', 'text()', 'json()'],
};

export default defineRule({
  id: 'sanic',
  title: 'Sanic',
  languages: ['python'],
  docs: 'https://sanic.dev/en/guide/basics/cookies.html',
  triggers: ['add_cookie', '.cookies['],
  packages: ['sanic'],
  surfaces: [
    {
      // https://sanic.dev/en/guide/basics/cookies.html#writing: secure=True since 23.3
      id: 'sanic/add-cookie',
      docs: 'https://sanic.dev/en/guide/basics/cookies.html#writing',
      kind: 'write',
      match: [
        { method: 'add_cookie', receiver: { ...responses, any: true }, imports: modulesOf('sanic') },
        { method: 'add_cookie', receiver: responses, unlessImports: modulesOfOthers('sanic') },
      ],
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords(),
      default: 'on',
    },
    {
      // https://sanic.dev/en/guide/release-notes/v23.3.html#response-cookies: the dict style keeps its default, off.
      id: 'sanic/dict-style',
      docs: 'https://sanic.dev/en/guide/release-notes/v23.3.html#response-cookies',
      kind: 'write',
      match: [
        { assign: ['**.cookies.*', '**.cookies[]'], target: 'subscript', imports: modulesOf('sanic') },
        { assign: ['json().cookies.*', 'text().cookies.*', 'html().cookies.*', 'json().cookies[]'], target: 'subscript' },
      ],
      name: key,
      value: value(),
      attributes: {
        secure: element('secure'),
        httpOnly: element('httponly'),
        sameSite: element('samesite'),
        maxAge: element('max-age'),
        expires: element('expires'),
        path: element('path'),
        domain: element('domain'),
      },
      default: 'off',
    },
  ],
});
