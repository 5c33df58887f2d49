/** Flask, Quart, Dash and Werkzeug: cookies written on a response. Their session cookies are settings (see flask-settings.ts). */
import { defineRule, keyword, keywords } from '../../src/matching/surface.js';
import { lookAlikes, modulesOf, modulesOfOthers, responseNames } from './responses.js';
import { werkzeugMeaning } from './werkzeug.js';

/** https://flask.palletsprojects.com/en/stable/api/#flask.make_response; hooks of after_request get the response. */
const flaskResponse = {
  paths: [
    'flask.*()',
    'flask.make_response()',
    'flask.jsonify()',
    'flask.redirect()',
    'flask.Response()',
    'werkzeug.**',
    'quart.*()',
    '**.make_response()',
    '**.response_class()',
  ],
  types: ['flask.Response', 'werkzeug.Response', 'werkzeug.wrappers.Response', 'flask.wrappers.Response', 'quart.Response'],
  not: lookAlikes,
};
const positions = { maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7, sameSite: 9, partitioned: 10 };
const proxy = ['flask/proxy-fix'];

export default defineRule({
  id: 'flask',
  title: 'Flask',
  languages: ['python'],
  docs: 'https://werkzeug.palletsprojects.com/en/stable/wrappers/#werkzeug.wrappers.Response.set_cookie',
  triggers: ['set_cookie', 'delete_cookie', 'dump_cookie', 'ProxyFix'],
  packages: ['flask', 'quart'],
  surfaces: [
    {
      // https://dash.plotly.com/advanced-callbacks: the object is a Flask response.
      id: 'dash/callback-context-set-cookie',
      docs: 'https://dash.plotly.com/advanced-callbacks',
      kind: 'write',
      match: {
        method: 'set_cookie',
        receiver: { paths: ['dash.callback_context.response', 'dash.ctx.response', 'callback_context.response', 'ctx.response'] },
        mentions: /\b(?:dash|callback_context)\b/,
      },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords(positions),
      default: 'off',
      meaning: werkzeugMeaning,
      proxy,
    },
    {
      // https://werkzeug.palletsprojects.com/en/stable/wrappers/#werkzeug.wrappers.Response.set_cookie
      id: 'flask/set-cookie',
      kind: 'write',
      match: [
        { method: 'set_cookie', receiver: { paths: flaskResponse.paths, not: lookAlikes }, unlessImports: modulesOfOthers('flask') },
        {
          method: 'set_cookie',
          receiver: { ...flaskResponse, names: responseNames, any: true },
          imports: modulesOf('flask'),
          args: [1, 11],
        },
        {
          method: 'set_cookie',
          receiver: { ...flaskResponse, names: responseNames },
          packages: ['flask', 'quart', 'werkzeug'],
          unlessImports: modulesOfOthers('flask'),
          args: [1, 11],
        },
      ],
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords(positions),
      default: 'off',
      meaning: werkzeugMeaning,
      proxy,
    },
    {
      // https://werkzeug.palletsprojects.com/en/stable/changes/#version-2-0-0: delete_cookie takes secure.
      id: 'flask/set-cookie',
      docs: 'https://werkzeug.palletsprojects.com/en/stable/wrappers/#werkzeug.wrappers.Response.delete_cookie',
      kind: 'write',
      match: {
        method: 'delete_cookie',
        receiver: { ...flaskResponse, names: responseNames, any: true },
        imports: modulesOf('flask'),
        args: [1, 7],
      },
      name: keyword('key', 0),
      attributes: keywords({ path: 1, domain: 2, secure: 3, httpOnly: 4, sameSite: 5, partitioned: 6 }),
      default: 'off',
      deletes: { when: 'always' },
      fix: { unsafe: 'check that its Werkzeug is 2.0 or newer' },
    },
    {
      id: 'werkzeug/dump-cookie',
      docs: 'https://werkzeug.palletsprojects.com/en/stable/http/#werkzeug.http.dump_cookie',
      kind: 'write',
      match: { call: ['werkzeug.http.dump_cookie', 'werkzeug.utils.dump_cookie', 'werkzeug.dump_cookie'] },
      name: keyword('key', 0),
      value: keyword('value', 1),
      attributes: keywords({ maxAge: 2, expires: 3, path: 4, domain: 5, secure: 6, httpOnly: 7 }),
      default: 'off',
      meaning: werkzeugMeaning,
      proxy,
    },
    {
      // https://werkzeug.palletsprojects.com/en/stable/middleware/proxy_fix/: X-Forwarded-Proto is trusted unless x_proto is 0.
      id: 'flask/proxy-fix',
      kind: 'proxy',
      match: { call: ['werkzeug.middleware.proxy_fix.ProxyFix', 'werkzeug.contrib.fixers.ProxyFix'] },
      value: keyword('x_proto', 2),
    },
  ],
});
