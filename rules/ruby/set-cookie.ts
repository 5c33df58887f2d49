/** Raw Set-Cookie headers in Ruby. */
import { argument, defineRule, header, keyword, value } from '../../src/matching/surface.js';
import { railsPolicies } from './policies.js';

const spellings = ['Set-Cookie', 'set-cookie', 'Set-cookie', 'SET-COOKIE'];
const covered = { coveredBy: railsPolicies } as const;

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['ruby'],
  docs: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie',
  triggers: [...spellings, 'SET_COOKIE'],
  surfaces: [
    {
      // https://github.com/rack/rack/blob/main/UPGRADE-GUIDE.md: one string, lines, or an array of them.
      id: 'rails/raw-header',
      docs: 'https://github.com/rack/rack/blob/main/UPGRADE-GUIDE.md',
      kind: 'header',
      match: [
        {
          assign: ['headers', '**.headers()', '**.headers', 'response', 'res', '**.response'].flatMap((object) =>
            spellings.map((name) => `${object}.${name}`),
          ),
          target: 'subscript',
        },
        { entry: 'set-cookie', unlessAround: /\b(?:WebMock|stub_request|VCR)\b/ },
      ],
      attributes: header(value()),
      default: 'off',
      ...covered,
    },
    {
      id: 'rails/raw-header',
      docs: 'https://rubydoc.info/gems/rack/Rack/Response/Helpers',
      kind: 'header',
      match: {
        method: ['set_header', 'add_header', 'header', 'append_header'],
        receiver: { any: true, sure: true },
        argument: { 0: ['set-cookie', 'SET_COOKIE'] },
        args: [2, 2],
      },
      attributes: header(argument(1)),
      default: 'off',
      ...covered,
    },
    {
      // https://sinatrarb.com/intro.html#setting-body-status-code-and-headers: any number of headers by their names.
      id: 'rails/raw-header',
      docs: 'https://sinatrarb.com/intro.html',
      kind: 'header',
      match: { call: 'headers', named: spellings },
      attributes: header(keyword('Set-Cookie')),
      default: 'off',
      ...covered,
    },
    {
      // https://github.com/ruby-grape/grape#header: a method of the endpoint.
      id: 'rails/raw-header',
      docs: 'https://github.com/ruby-grape/grape#header',
      kind: 'header',
      match: { call: 'header', argument: { 0: ['set-cookie'] }, args: [2, 2] },
      attributes: header(argument(1)),
      default: 'off',
      ...covered,
    },
  ],
});
