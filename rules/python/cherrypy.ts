/** CherryPy: the session tool of its configuration, and the cookie jar of its response. */
import { argument, defineRule, element, key, keyword, value, type Place } from '../../src/matching/surface.js';

/** Where a configuration is given: `config.update(c)`, `quickstart(root, path, c)`, `tree.mount(root, path, c)`; `/` holds the site's section. */
const configured = (option: string): readonly Place[] => [
  argument(0, option),
  argument(0, 'global', option),
  argument(2, '/', option),
  argument(2, option),
  { at: 'argument', name: 'config', path: ['/', option] },
  argument(0, '/', option),
];

/** What the application's constructor is given. */
const given = (option: string): readonly Place[] => [{ at: 'argument', name: 'config', path: ['/', option] }, argument(2, '/', option)];

export default defineRule({
  id: 'cherrypy',
  title: 'CherryPy',
  languages: ['python', 'ini'],
  docs: 'https://docs.cherrypy.dev/en/latest/pkg/cherrypy.lib.sessions.html',
  triggers: ['tools.sessions', 'response.cookie'],
  packages: ['cherrypy'],
  surfaces: [
    {
      id: 'cherrypy/sessions-secure',
      docs: 'https://docs.cherrypy.dev/en/latest/pkg/cherrypy.lib.sessions.html#cherrypy.lib.sessions.init',
      kind: 'session',
      match: {
        call: [
          'cherrypy.config.update',
          'cherrypy.quickstart',
          'cherrypy.tree.mount',
          'cherrypy.tree.mount().merge',
          'cherrypy.Application().merge',
        ],
      },
      needs: configured('tools.sessions.on'),
      name: configured('tools.sessions.name'),
      defaultName: 'session_id',
      session: true,
      attributes: { secure: configured('tools.sessions.secure'), httpOnly: configured('tools.sessions.httponly') },
      default: 'off',
    },
    {
      // https://docs.cherrypy.dev/en/latest/pkg/cherrypy._cptree.html#cherrypy._cptree.Application; a subclass hands its configuration on.
      id: 'cherrypy/sessions-secure',
      docs: 'https://docs.cherrypy.dev/en/latest/pkg/cherrypy._cptree.html#cherrypy._cptree.Application',
      kind: 'session',
      match: [
        { call: ['cherrypy.Application', 'cherrypy.Application.__init__'] },
        { call: 'super().__init__', named: ['config'], imports: ['cherrypy'] },
      ],
      needs: given('tools.sessions.on'),
      name: given('tools.sessions.name'),
      defaultName: 'session_id',
      session: true,
      attributes: { secure: given('tools.sessions.secure'), httpOnly: given('tools.sessions.httponly') },
      default: 'off',
    },
    {
      id: 'cherrypy/sessions-secure',
      kind: 'session',
      match: { setting: '_cp_config', languages: ['python'] },
      needs: [value('tools.sessions.on')],
      name: value('tools.sessions.name'),
      defaultName: 'session_id',
      session: true,
      attributes: { secure: value('tools.sessions.secure'), httpOnly: value('tools.sessions.httponly') },
      default: 'off',
    },
    {
      id: 'cherrypy/sessions-secure',
      kind: 'session',
      match: { decorator: 'cherrypy.tools.sessions' },
      name: keyword('name'),
      defaultName: 'session_id',
      session: true,
      attributes: { secure: keyword('secure'), httpOnly: keyword('httponly') },
      default: 'off',
    },
    {
      // https://docs.cherrypy.dev/en/latest/config.html: the same options in a file.
      id: 'cherrypy/sessions-secure',
      docs: 'https://docs.cherrypy.dev/en/latest/config.html',
      kind: 'session',
      match: { setting: ['tools.sessions.on', '**.tools.sessions.on'], languages: ['ini'] },
      defaultName: 'session_id',
      session: true,
      attributes: { secure: { at: 'sibling', key: 'tools.sessions.secure' } },
      default: 'off',
      meaning: { truth: 'strict' },
    },
    {
      // https://docs.cherrypy.dev/en/latest/basics.html#cookies: an http.cookies.SimpleCookie.
      id: 'cherrypy/response-cookie',
      docs: 'https://docs.cherrypy.dev/en/latest/basics.html#cookies',
      kind: 'write',
      match: { assign: ['cherrypy.response.cookie.*', 'cherrypy.response.cookie[]'], target: 'subscript' },
      name: key,
      value: value(),
      attributes: {
        secure: element('secure'),
        httpOnly: element('httponly'),
        maxAge: element('max-age'),
        expires: element('expires'),
        path: element('path'),
        domain: element('domain'),
      },
      default: 'off',
    },
  ],
});
