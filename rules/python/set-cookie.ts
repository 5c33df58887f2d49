/** Set-Cookie headers written by hand in Python: response objects, WSGI and ASGI, CGI, http.server, serverless responses. */
import { argument, defineRule, header, value, type CookieSurface, type Match, type Place } from '../../src/matching/surface.js';
import { modulesOf } from './responses.js';

const NAME = /^set-cookie$/i;
const spellings = ['Set-Cookie', 'set-cookie', 'Set-cookie', 'SET-COOKIE'];

/** What is sent to another server, or only read. */
const requests = ['requests.**', 'httpx.**', '**.request.headers', '**.req.headers', '**.session.headers', 'urllib.**'];

const raw = (id: string, match: Match | readonly Match[], text: Place): CookieSurface => ({
  id,
  kind: 'header',
  match,
  attributes: header(text),
  default: 'off',
});

/** `response['Set-Cookie'] = …`, `response.headers['Set-Cookie'] = …` */
const stored = { assign: spellings.map((name) => `**.${name}`), target: 'subscript' } as const;
const added = {
  method: ['append', 'add', 'add_header', 'setdefault', 'set', 'set_header', 'append_header', 'add_response_header'],
  receiver: { any: true, sure: true, not: requests },
  argument: { 0: NAME },
} as const;

export default defineRule({
  id: 'set-cookie',
  title: 'Set-Cookie header',
  languages: ['python'],
  docs: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1',
  triggers: ['et-Cookie', 'et-cookie', 'ET-COOKIE', '"cookies"', "'cookies'"],
  surfaces: [
    // https://www.starlette.io/responses/
    raw(
      'starlette/raw-headers',
      [
        { ...stored, imports: modulesOf('starlette') },
        {
          entry: 'set-cookie',
          within: [
            'Response',
            'JSONResponse',
            'RedirectResponse',
            'HTMLResponse',
            'PlainTextResponse',
            'StreamingResponse',
            'FileResponse',
            'HTTPException',
          ],
        },
        { pair: 'set-cookie', imports: modulesOf('starlette') },
      ],
      value(),
    ),
    raw('starlette/raw-headers', { ...added, imports: modulesOf('starlette') }, argument(1)),
    // https://docs.djangoproject.com/en/5.2/ref/request-response/#setting-header-fields
    raw(
      'django/raw-header',
      [{ ...stored, imports: modulesOf('django') }, { assign: spellings.map((name) => `django.http.HttpResponse().${name}`) }],
      value(),
    ),
    raw('django/raw-header', { ...added, imports: modulesOf('django') }, argument(1)),
    // https://peps.python.org/pep-3333/#the-start-response-callable, https://asgi.readthedocs.io/en/latest/specs/www.html#response-start-send-event,
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
    raw('python/raw-wsgi-header', [{ pair: 'set-cookie' }, { entry: 'set-cookie' }, stored], value()),
    // https://docs.python.org/3/library/http.server.html#http.server.BaseHTTPRequestHandler.send_header
    raw(
      'python/raw-wsgi-header',
      [
        {
          method: ['send_header', 'set_header', 'putheader', 'setHeader', 'addRawHeader', 'setRawHeaders', '__setitem__'],
          receiver: { any: true, sure: true },
          argument: { 0: NAME },
        },
        added,
      ],
      argument(1),
    ),
    // https://docs.python.org/3.12/library/cgi.html: headers are printed.
    raw(
      'python/raw-wsgi-header',
      { call: ['print', 'sys.stdout.write', 'sys.stdout.buffer.write'], source: { 0: /^[bfru]*['"]+Set-Cookie:\s*\w/i } },
      argument(0),
    ),
    // Several headers of one text.
    raw(
      'python/raw-wsgi-header',
      { call: ['print', 'sys.stdout.write', 'sys.stdout.buffer.write'], source: { 0: /^[bfru]*['"]+[^'"]*\\nSet-Cookie:\s*\w/i } },
      { at: 'part', of: argument(0), pattern: /\nset-cookie:\s*([^\r\n]*)/i },
    ),
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
    raw('python/raw-wsgi-header', { entry: 'cookies', beside: { statusCode: true } }, value()),
  ],
});
