/** Ruby's CGI library and WEBrick. */
import { argument, defineRule, keyword, property } from '../../src/matching/surface.js';

export default defineRule({
  id: 'cgi',
  title: 'Ruby CGI and WEBrick',
  languages: ['ruby'],
  docs: 'https://docs.ruby-lang.org/en/3.3/CGI/Cookie.html',
  triggers: ['CGI::Cookie', 'WEBrick::Cookie'],
  surfaces: [
    {
      // https://docs.ruby-lang.org/en/3.3/CGI/Cookie.html: string keys, or attributes afterwards.
      id: 'ruby/cgi-webrick-cookie',
      kind: 'write',
      match: { call: ['CGI.Cookie.new', 'WEBrick.Cookie.new'] },
      name: [keyword('name', 0), argument(0, 'name')],
      value: keyword('value', 1),
      attributes: {
        secure: [keyword('secure'), argument(0, 'secure'), property('secure')],
        httpOnly: [keyword('httponly'), argument(0, 'httponly'), property('httponly')],
        path: [keyword('path'), argument(0, 'path'), property('path')],
        domain: [keyword('domain'), argument(0, 'domain'), property('domain')],
        expires: [keyword('expires'), argument(0, 'expires'), property('expires')],
        maxAge: property('max_age'),
      },
      default: 'off',
    },
  ],
});
