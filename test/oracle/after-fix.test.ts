/**
 * The real library's header after a safe fix, behind a plain connection with `X-Forwarded-Proto: https`: the cookie is still there, and
 * Secure. One text for each kind of edit; what a library refuses there is in plain-connection.test.ts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';
import { applyEdits } from '../../src/fixes/diff.js';
import { plannedEdits } from '../../src/fixes/plan.js';
import { hasLibrary, hasPhp, headersOf as headersOfPhp, isSecure } from './php-oracle.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-after-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The text after its safe fixes. */
async function fixed(filename: string, text: string): Promise<string> {
  const { findings } = await scan({ root: folder, config: defaultConfig, alone: true, stdin: { filename, text } });
  const [plan] = plannedEdits(findings);
  expect(plan, `no safe fix of\n${text}`).toBeDefined();
  return applyEdits(text, plan!.edits);
}

/** The headers before are not Secure; those after are as many, and all are. */
function expectMended(before: readonly string[], after: readonly string[]): void {
  expect(before.length).toBeGreaterThan(0);
  expect(before.every(isSecure)).toBe(false);
  expect(after.map(isSecure)).toEqual(before.map(() => true));
}

function run(command: string, args: readonly string[], input: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').filter((line) => line !== '');
}

const has = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** Says of a skipped test what is missing. */
const unless = (isThere: boolean, what: string): string => (isThere ? '' : ` (skipped: ${what} is not installed)`);

describe.skipIf(!hasPhp)(`PHP${unless(hasPhp, 'php')}`, () => {
  const SYMFONY =
    "<?php\nrequire 'Symfony/Component/HttpFoundation/autoload.php';\nuse Symfony\\Component\\HttpFoundation\\Cookie;\nuse Symfony\\Component\\HttpFoundation\\Response;\n$response = new Response();\n";
  it.each([
    "<?php\nsetcookie('sid', 'x');\n",
    "<?php\nsetcookie('sid', 'x', 0, '/', '', false, true);\n",
    "<?php\nsetcookie('sid', 'x', ['path' => '/']);\n",
    "<?php\nsetcookie('sid', 'x', ['path' => '/', 'secure' => false]);\n",
    "<?php\n$options = ['path' => '/'];\nsetcookie('sid', 'x', $options);\n",
    "<?php\nsession_set_cookie_params(0, '/');\nsession_start();\n",
    "<?php\nsession_set_cookie_params(['path' => '/']);\nsession_start();\n",
    "<?php\nini_set('session.cookie_secure', '0');\nsession_start();\n",
    "<?php\nsession_start(['cookie_secure' => false]);\n",
    "<?php\nheader('Set-Cookie: sid=x; Path=/');\n",
  ])('%j', async (source) => {
    expectMended(await headersOfPhp(source), await headersOfPhp(await fixed('page.php', source)));
  });

  const hasSymfony = hasLibrary('Symfony/Component/HttpFoundation/autoload.php');
  it
    .skipIf(!hasSymfony)
    .each([
      "$response->headers->setCookie(new Cookie('sid', 'x', 0, '/', null, false));\n$response->send();\n",
      "$response->headers->setCookie(Cookie::create('sid', 'x')->withSecure(false));\n$response->send();\n",
    ])(`Symfony: %j${unless(hasSymfony, 'php-symfony-http-foundation')}`, async (text) => {
    const source = SYMFONY + text;
    expectMended(await headersOfPhp(source), await headersOfPhp(await fixed('page.php', source)));
  });
});

describe.skipIf(!hasPhp)(`Laravel${unless(hasPhp, 'php')}`, () => {
  const hasCookies = hasLibrary('Illuminate/Cookie/autoload.php') && hasLibrary('Symfony/Component/HttpFoundation/autoload.php');
  const page = (call: string): string =>
    `<?php\nrequire 'Symfony/Component/HttpFoundation/autoload.php';\nrequire 'Illuminate/Cookie/autoload.php';\nuse Illuminate\\Cookie\\CookieJar;\nfunction made(CookieJar $jar) {\n  return ${call};\n}\n$response = new Symfony\\Component\\HttpFoundation\\Response();\n$response->headers->setCookie(made(new CookieJar()));\n$response->send();\n`;
  it.skipIf(!hasCookies).each(["$jar->make('sid', 'x')", "$jar->make('sid', 'x', 0, '/', null, false)"])(
    `%s${unless(hasCookies, 'php-illuminate-cookie')}`,
    async (call) => {
      expectMended(await headersOfPhp(page(call)), await headersOfPhp(await fixed('page.php', page(call))));
    },
  );
});

/** Asks `app` of the program on standard input, WSGI or ASGI, and prints its Set-Cookie headers. */
const PYTHON = `
import sys, asyncio
space = {"__name__": "app"}
exec(compile(sys.stdin.read(), "app.py", "exec"), space)
app = space["app"]
if space.get("ASGI"):
    sent = []
    async def receive(): return {"type": "http.request", "body": b"", "more_body": False}
    async def send(message): sent.append(message)
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "path": "/", "raw_path": b"/", "root_path": "", "query_string": b"",
             "headers": [(b"host", b"localhost"), (b"x-forwarded-proto", b"https")], "scheme": "http", "server": ("localhost", 80), "client": ("127.0.0.1", 1)}
    asyncio.run(app(scope, receive, send))
    pairs = [(name.decode(), value.decode()) for message in sent for name, value in message.get("headers", [])]
else:
    from wsgiref.util import setup_testing_defaults
    environ = {"HTTP_X_FORWARDED_PROTO": "https"}
    setup_testing_defaults(environ)
    pairs = []
    list(app(environ, lambda status, headers, *more: pairs.extend(headers)))
print("\\n".join(value for name, value in pairs if name.lower() == "set-cookie"))
`;

const flask = (body: string, settings = ''): string =>
  `from flask import Flask, make_response, session\n\napp = Flask(__name__)\napp.secret_key = "x"\n${settings}\n\n@app.route("/")\ndef index():\n    response = make_response("x")\n${body}    return response\n`;
const django = (body: string): string =>
  `from django.conf import settings\n\nsettings.configure(SECRET_KEY="x", ALLOWED_HOSTS=["*"], ROOT_URLCONF="app")\n\nfrom django.core.handlers.wsgi import WSGIHandler\nfrom django.http import HttpResponse\nfrom django.urls import path\nimport sys\nimport types\n\n\ndef index(request):\n    response = HttpResponse("x")\n${body}    return response\n\n\nurls = types.ModuleType("app")\nurls.urlpatterns = [path("", index)]\nsys.modules["app"] = urls\nimport django\ndjango.setup()\napp = WSGIHandler()\n`;
const starlette = (body: string): string =>
  `from starlette.applications import Starlette\nfrom starlette.responses import PlainTextResponse\nfrom starlette.routing import Route\n\nASGI = True\n\n\nasync def index(request):\n    response = PlainTextResponse("x")\n${body}    return response\n\n\napp = Starlette(routes=[Route("/", index)])\n`;

describe.each<[module: string, texts: readonly string[]]>([
  [
    'flask',
    [
      flask('    response.set_cookie("sid", "x")\n'),
      flask('    response.set_cookie("sid", "x", secure=False)\n'),
      flask('    options = {"httponly": True}\n    response.set_cookie("sid", "x", **options)\n'),
      flask('    response.headers.add("Set-Cookie", "sid=x; Path=/")\n'),
      flask('    session["user"] = 1\n', 'app.config["SESSION_COOKIE_SECURE"] = False\n'),
      flask('    session["user"] = 1\n', 'app.config.update(SESSION_COOKIE_SECURE=False)\n'),
    ],
  ],
  [
    'django',
    [
      django('    response.set_cookie("sid", "x")\n'),
      django('    response.set_cookie("sid", "x", secure=False)\n'),
      django('    response.set_signed_cookie("sid", "x", salt="y")\n'),
      django('    response["Set-Cookie"] = "sid=x; Path=/"\n'),
    ],
  ],
  [
    'starlette',
    [starlette('    response.set_cookie("sid", "x")\n'), starlette('    response.set_cookie("sid", "x", httponly=True, secure=False)\n')],
  ],
])('%s', (module, texts) => {
  const python = ['/usr/bin/python3', 'python3'].find((command) => has(command, '-c', `import ${module}`));
  it.skipIf(python === undefined).each(texts)(`%j${unless(python !== undefined, `Debian's package of ${module}`)}`, async (source) => {
    const ask = (text: string): readonly string[] => run(python!, ['-c', PYTHON], text);
    expectMended(ask(source), ask(await fixed('app.py', source)));
  });
});

/** Asks `APP` of the program on standard input and prints its Set-Cookie headers. */
const RUBY = `
require "rack"
require "rack/mock"
eval($stdin.read, TOPLEVEL_BINDING, "app.rb")
puts Rack::MockRequest.new(APP).get("/", "HTTP_X_FORWARDED_PROTO" => "https")["Set-Cookie"].to_s
`;
const rack = (body: string): string =>
  `require "rack"\n\nAPP = lambda do |env|\n  response = Rack::Response.new("x")\n  ${body}\n  response.finish\nend\n`;
const sinatra = (body: string, settings = ''): string =>
  `require "sinatra/base"\n\nclass App < Sinatra::Base\n${settings}  get "/" do\n    ${body}\n    "x"\n  end\nend\n\nAPP = App\n`;

describe('Ruby', () => {
  const ask = (text: string): readonly string[] => run('ruby', ['-W0', '-e', RUBY], text);
  const hasRack = has('ruby', '-e', 'require "rack"');
  it
    .skipIf(!hasRack)
    .each([
      rack('response.set_cookie("sid", "x")'),
      rack('response.set_cookie("sid", { value: "x", path: "/" })'),
      rack('response.set_cookie("sid", { value: "x", secure: false })'),
      rack('response.set_header("Set-Cookie", "sid=x; path=/")'),
    ])(`Rack: %j${unless(hasRack, 'ruby-rack')}`, async (source) => {
    expectMended(ask(source), ask(await fixed('app.rb', source)));
  });

  const hasSinatra = has('ruby', '-e', 'require "sinatra/base"');
  it
    .skipIf(!hasSinatra)
    .each([
      sinatra('response.set_cookie("sid", value: "x", path: "/")'),
      sinatra('session[:user] = 1', '  set :sessions, secure: false, secret: "x" * 64\n'),
      sinatra('session[:user] = 1', '  use Rack::Session::Cookie, key: "sid", secret: "x" * 64\n'),
    ])(`Sinatra: %j${unless(hasSinatra, 'ruby-sinatra')}`, async (source) => {
    expectMended(ask(source), ask(await fixed('app.rb', source)));
  });
});

const RAILS = `
require "json"
require "logger"
require "action_controller/railtie"
STATEMENT, SESSION = JSON.parse($stdin.read).values_at("statement", "session")
class OracleApplication < Rails::Application
  config.root = "/nonexistent"
  config.eager_load = false
  config.secret_key_base = "x" * 64
  config.hosts.clear
  config.logger = Logger.new(nil)
  eval(SESSION)
end
class PagesController < ActionController::Base
  def show
    eval(STATEMENT)
    head :ok
  end
end
OracleApplication.initialize!
OracleApplication.routes.draw { get "/", to: "pages#show" }
answer = Rack::MockRequest.new(OracleApplication).get("http://oracle.example/", "HTTP_X_FORWARDED_PROTO" => "https")
puts [answer["Set-Cookie"]].flatten.compact.join("\\n").split("\\n")
`;

const hasRails = has('ruby', '-e', 'require "action_controller/railtie"');

describe.skipIf(!hasRails)(`Rails${unless(hasRails, 'ruby-rails')}`, () => {
  const ask = (statement: string, session = ''): readonly string[] => {
    const { status, stdout, stderr } = spawnSync('ruby', ['-W0', '-e', RAILS], {
      input: JSON.stringify({ statement, session }),
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', RAILS_ENV: 'production' },
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.split('\n').filter((line) => line !== '');
  };

  it.each(["cookies[:sid] = 'x'", "cookies[:sid] = { value: 'x' }", "cookies.signed[:sid] = { value: 'x', secure: false }"])(
    '%s',
    async (statement) => {
      const controller = `class PagesController < ActionController::Base\n  def show\n    ${statement}\n  end\nend\n`;
      const mended = (await fixed('app/controllers/pages_controller.rb', controller)).split('\n')[2]!.trim();
      expectMended(ask(statement), ask(mended));
    },
  );

  it('the session', async () => {
    const setting = "config.session_store :cookie_store, key: '_shop'";
    const application = `require 'rails'\nmodule Shop\n  class Application < Rails::Application\n    ${setting}\n  end\nend\n`;
    const mended = (await fixed('config/application.rb', application)).split('\n')[3]!.trim();
    expectMended(ask('session[:a] = 1', setting), ask('session[:a] = 1', mended));
  });
});

const go = (body: string): string => `package main

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) {
	${body}
}
`;
const GO_MAIN = `package main

import (
	"fmt"
	"net/http/httptest"
)

func main() {
	request := httptest.NewRequest("GET", "http://localhost/", nil)
	request.Header.Set("X-Forwarded-Proto", "https")
	answer := httptest.NewRecorder()
	handler(answer, request)
	for _, one := range answer.Result().Header["Set-Cookie"] {
		fmt.Println(one)
	}
}
`;

const hasGo = has('go', 'version');

describe.skipIf(!hasGo)(`Go${unless(hasGo, 'go')}`, () => {
  it.each([
    go('http.SetCookie(w, &http.Cookie{Name: "sid", Value: "x"})'),
    go('cookie := http.Cookie{Name: "sid", Value: "x", Secure: false}\n\thttp.SetCookie(w, &cookie)'),
    go('w.Header().Set("Set-Cookie", "sid=x; Path=/")'),
  ])('%j', async (source) => {
    const ask = (text: string): readonly string[] => {
      const below = mkdtempSync(path.join(folder, 'go-'));
      writeFileSync(path.join(below, 'go.mod'), 'module after\n\ngo 1.19\n');
      writeFileSync(path.join(below, 'main.go'), GO_MAIN);
      writeFileSync(path.join(below, 'handler.go'), text);
      const { status, stdout, stderr } = spawnSync('go', ['run', '.'], { cwd: below, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return stdout.split('\n').filter((line) => line !== '');
    };
    expectMended(ask(source), ask(await fixed('handler.go', source)));
  });
});
