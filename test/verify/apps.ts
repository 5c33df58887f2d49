/** Small real apps, each as a repository that the linter reads and a server runs, and a real nginx in front of them that ends TLS. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installed } from '../oracle/server-oracle.js';
import { freePort, ready, type Certificate } from '../loopback.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built program. */
const PROGRAM = path.join(ROOT, 'dist/src/cli/main.js');

export interface App {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** What makes the app believe the proxy: a file with more in it. */
  readonly trusting: Readonly<Record<string, string>>;
  readonly command: (port: number) => readonly [command: string, ...args: readonly string[]];
  /** Why it can't run here. */
  readonly missing: string | undefined;
  /** The framework believes X-Forwarded-Proto whoever sends it. */
  readonly alwaysTrusts?: true;
}

const expressApp = (trust: string): string => `const express = require('express');
const session = require('express-session');

const app = express();
${trust}
app.use(express.static('public'));
app.use(session({ name: 'shop.sid', secret: 'x', resave: false, saveUninitialized: true, cookie: { secure: 'auto' } }));
app.get('/', (req, res) => {
  res.cookie('token', '1', { httpOnly: true, secure: req.secure });
  res.cookie('theme', 'dark');
  res.cookie('lang', 'en', { secure: true });
  res.send('<!doctype html><title>shop</title><script src="/ui.js"></script>');
});
app.listen(Number(process.env.PORT), '127.0.0.1');
`;

const settings = (trust: string): string => `SECRET_KEY = "only for this test"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.sessions"]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
${trust}`;

const python = ['/usr/bin/python3', 'python3'].find((command) => spawnSync(command, ['-c', 'import django']).status === 0);
const ruby = spawnSync('ruby', ['-e', 'require "sinatra/base"; require "rack/handler/webrick"']).status === 0 ? 'ruby' : undefined;

export const express: App = {
  name: 'Express',
  files: {
    'package.json': '{ "name": "shop", "dependencies": { "express": "^5.0.0", "express-session": "^1.0.0" } }\n',
    'app.js': expressApp('// Nothing is said of a proxy.'),
    'public/ui.js': "document.cookie = 'ui=wide; path=/';\n",
  },
  trusting: { 'app.js': expressApp("app.set('trust proxy', 1);") },
  command: () => [process.execPath, 'app.js'],
  missing: undefined,
};

export const django: App = {
  name: 'Django',
  files: {
    'manage.py':
      'import os\nimport sys\n\nfrom django.core.management import execute_from_command_line\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\nexecute_from_command_line(sys.argv)\n',
    'settings.py': settings(''),
    'urls.py': `from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path


def index(request):
    request.session["seen"] = True
    get_token(request)
    response = HttpResponse("ok")
    response.set_cookie("token", "1", secure=request.is_secure())
    response.set_cookie("theme", "dark")
    response.set_cookie("lang", "en", secure=True)
    return response


urlpatterns = [path("", index)]
`,
  },
  trusting: { 'settings.py': settings('SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")\n') },
  command: (port) => [python ?? 'python3', 'manage.py', 'runserver', '--noreload', `127.0.0.1:${port}`],
  missing: python === undefined ? 'python3-django is not installed' : undefined,
};

export const sinatra: App = {
  name: 'Sinatra',
  files: {
    Gemfile: "gem 'sinatra'\n",
    'app.rb': `require 'sinatra'

set :session_secret, 'x' * 64
enable :sessions

get '/' do
  session[:seen] = true
  response.set_cookie('token', value: '1', secure: request.secure?)
  response.set_cookie('theme', value: 'dark')
  response.set_cookie('lang', value: 'en', secure: true)
  'ok'
end
`,
  },
  trusting: {},
  command: (port) => [ruby ?? 'ruby', 'app.rb', '-s', 'webrick', '-o', '127.0.0.1', '-p', String(port)],
  missing: ruby === undefined ? 'ruby-sinatra is not installed' : undefined,
  alwaysTrusts: true,
};

/** A folder with an app's files. */
export function checkout(app: App, over: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-app-'));
  for (const [file, text] of Object.entries({ ...app.files, ...over })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  if (app === express) symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

/** What runs, and how to end it. */
export class Running {
  readonly #ended: (() => void)[] = [];

  /** Starts a server, and waits until it listens. */
  async start(
    command: readonly [string, ...(readonly string[])],
    port: number,
    cwd: string,
    env: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const [program, ...args] = command;
    const server: ChildProcess = spawn(program, args, {
      cwd,
      env: { ...process.env, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()));
    this.#ended.push(() => server.kill('SIGKILL'));
    await ready(
      port,
      () => server.exitCode !== null,
      () => output,
    );
  }

  async app(app: App, folder: string): Promise<number> {
    const port = await freePort();
    await this.start(app.command(port), port, folder);
    return port;
  }

  /** nginx in front of an app: TLS with the certificate, and plain http that leads there. */
  async proxy(
    app: number,
    certificate: Certificate,
    { tellsScheme = true, plain = '' }: { readonly tellsScheme?: boolean; readonly plain?: string } = {},
  ): Promise<{ readonly tls: string; readonly http: string }> {
    const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-nginx-'));
    const [tls, http] = [await freePort(), await freePort()];
    writeFileSync(path.join(folder, 'nginx.conf'), nginxConfig({ folder, tls, http, app, certificate, tellsScheme, plain }));
    await this.start(
      [installed('nginx') ?? 'nginx', '-p', folder, '-c', path.join(folder, 'nginx.conf'), '-g', 'daemon off; master_process off;'],
      tls,
      folder,
    );
    this.#ended.push(() => rmSync(folder, { recursive: true, force: true }));
    return { tls: `https://localhost:${tls}/`, http: `http://localhost:${http}/` };
  }

  end(): void {
    for (const end of this.#ended.splice(0)) end();
  }
}

interface Proxy {
  readonly folder: string;
  readonly tls: number;
  readonly http: number;
  readonly app: number;
  readonly certificate: Certificate;
  readonly tellsScheme: boolean;
  readonly plain: string;
}

function nginxConfig({ folder, tls, http, app, certificate, tellsScheme, plain }: Proxy): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  return `pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
    access_log off;
    ${temporary}
    server {
        listen 127.0.0.1:${tls} ssl;
        ssl_certificate ${certificate.certFile};
        ssl_certificate_key ${certificate.keyFile};
        location / {
            proxy_pass http://127.0.0.1:${app};
            proxy_set_header Host $host;
            ${tellsScheme ? 'proxy_set_header X-Forwarded-Proto $scheme;' : ''}
        }
    }
    server {
        listen 127.0.0.1:${http};
        ${plain}
        return 301 https://localhost:${tls}$request_uri;
    }
}
`;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built program, in a folder; without blocking, so that servers of this process answer. */
export function cookieLint(folder: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    run.stdout.on('data', (data: Buffer) => (out += data.toString()));
    run.stderr.on('data', (data: Buffer) => (err += data.toString()));
    run.on('close', (code) => resolve({ code, out, err }));
  });
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly problem: string;
  readonly cookie: { readonly name: string | null };
  readonly fixes: readonly {
    readonly safe: boolean;
    readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  }[];
}

/** What the linter finds, by cookie. */
export async function linted(folder: string): Promise<readonly Finding[]> {
  const { out } = await cookieLint(folder, '--format', 'json');
  return (JSON.parse(out) as { readonly findings: readonly Finding[] }).findings;
}

/** Makes the fixes that the linter leaves to people, the first of each finding, until there is none; those in one another's way in turn. */
export async function mendByHand(folder: string): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const findings = await linted(folder);
    if (findings.length === 0) return;
    for (const file of new Set(findings.map(({ path: of }) => of))) {
      const fixes = findings.filter(({ path: of }) => of === file).map((finding) => finding.fixes[0]?.edits ?? []);
      const name = path.join(folder, file);
      let text = readFileSync(name, 'utf8');
      // From the end, so that what stands before keeps its place.
      let last = Infinity;
      for (const edits of [...fixes].sort((one, other) => (other[0]?.start ?? 0) - (one[0]?.start ?? 0))) {
        if ((edits.at(-1)?.end ?? Infinity) >= last) continue;
        last = edits[0]?.start ?? last;
        for (const { start, end, text: inserted } of [...edits].reverse()) text = text.slice(0, start) + inserted + text.slice(end);
      }
      writeFileSync(name, text);
    }
  }
}

export interface Verified {
  readonly summary: { readonly verdict: string; readonly score: number | null; readonly points: number | null };
  readonly hosts: readonly { readonly host: string; readonly cookies: readonly VerifiedCookie[] }[];
  readonly unobserved: readonly { readonly name: string | null }[];
  readonly targets: readonly {
    readonly kind: string;
    readonly answers: readonly { readonly where: string; readonly url: string; readonly status: number }[];
  }[];
}

export interface VerifiedCookie {
  readonly name: string;
  readonly secure: string;
  readonly byScript: boolean;
  readonly findings: readonly { readonly problem: string; readonly severity: string }[];
  readonly link: {
    readonly relation: string;
    readonly message: string;
    readonly candidates: readonly { readonly path: string; readonly line: number; readonly state: string }[];
  } | null;
}

export async function verified(
  folder: string,
  ...args: readonly string[]
): Promise<Verified & { readonly code: number | null; readonly cookies: readonly VerifiedCookie[] }> {
  const { code, out, err } = await cookieLint(folder, 'verify', '--insecure', '--format', 'json', ...args);
  if (out === '') throw new Error(err);
  const report = JSON.parse(out) as Verified;
  return { ...report, code, cookies: report.hosts.flatMap(({ cookies }) => cookies) };
}
