/** Rails decides: what its cookie jar, its session and force_ssl send is what our verdict for the same text says. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGREEING, stateIn, type Decider } from './verdict.js';

const hasRails = spawnSync('ruby', ['-e', 'require "action_controller/railtie"']).status === 0;

interface Answer {
  readonly mode: string;
  readonly https: boolean;
  readonly status: number;
  readonly cookies: readonly string[];
}

interface Application {
  readonly session?: Readonly<Record<string, unknown>>;
  readonly force_ssl?: boolean;
  readonly ssl_options?: Readonly<Record<string, unknown>>;
}

/** What Rails answers to one request for each statement, in production and development, over HTTPS and HTTP. */
function ask(statements: readonly string[], application: Application = {}): readonly (readonly Answer[])[] {
  const run = spawnSync('ruby', [path.join(import.meta.dirname, 'rails-runner.rb')], {
    input: JSON.stringify({ statements, ...application }),
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', RAILS_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Answer[][];
}

/** A cookie that is not sent is not sent in clear. */
const safe = ({ cookies }: Answer): boolean => cookies.every((cookie) => /;\s*secure/i.test(cookie));

function deciderOf(answers: readonly Answer[]): Decider {
  const at = (mode: string, https: boolean): boolean => safe(answers.find((one) => one.mode === mode && one.https === https)!);
  if (at('production', true) && !at('production', false)) return 'request';
  if (at('production', true) && !at('development', true)) return 'environment';
  return at('production', true) ? 'on' : 'off';
}

const JAR = [
  'cookies[:sid] = "x"',
  'cookies[:sid] = { value: "x", httponly: true }',
  'cookies[:sid] = { value: "x", secure: true }',
  'cookies[:sid] = { value: "x", secure: false }',
  'cookies[:sid] = { value: "x", secure: nil }',
  'cookies[:sid] = { value: "x", secure: request.ssl? }',
  'cookies[:sid] = { value: "x", secure: Rails.env.production? }',
  'cookies[:sid] = { value: "x" }.merge(secure: true)',
  'cookies.signed[:sid] = "x"',
  'cookies.permanent.signed[:sid] = { value: "x", secure: true }',
  'cookies.encrypted[:sid] = { value: "x", secure: request.protocol == "https://" }',
  'response.set_cookie("sid", { value: "x", path: "/" })',
  'response.set_cookie("sid", { value: "x", secure: true })',
  'response.set_cookie("sid", value: "x", secure: "false")',
  'response.headers["Set-Cookie"] = "sid=x; path=/"',
  'response.headers["Set-Cookie"] = "sid=x; path=/; Secure"',
];
const SESSION = 'session[:seen] = 1';
const controller = (statement: string): string =>
  `class PagesController < ApplicationController\n  def show\n    ${statement}\n  end\nend\n`;
const production = (...lines: string[]): string => `Rails.application.configure do\n${lines.map((line) => `  ${line}\n`).join('')}end\n`;
const PAGE = 'app/controllers/pages_controller.rb';
const STORE = 'config/initializers/session_store.rb';

describe('the cookie jar', () => {
  const answers = hasRails ? ask(JAR) : [];
  it.skipIf(!hasRails).each(JAR.map((statement, i) => [statement, i] as const))(
    '%s (skipped where rails is not installed)',
    async (statement, i) => {
      expect(AGREEING[deciderOf(answers[i]!)]).toContain(await stateIn({ [PAGE]: controller(statement) }, PAGE));
    },
  );
});

const STORES: readonly (readonly [text: string, session: Readonly<Record<string, unknown>>])[] = [
  ['', {}],
  [', secure: true', { secure: true }],
  [', secure: false', { secure: false }],
];

describe.each(STORES)('session_store%s', (text, session) => {
  it.skipIf(!hasRails)('is as we say (skipped where rails is not installed)', async () => {
    const [answer] = ask([SESSION], { session });
    expect(AGREEING[deciderOf(answer!)]).toContain(
      await stateIn({ [STORE]: `Rails.application.config.session_store :cookie_store, key: "_oracle"${text}\n` }, STORE),
    );
  });
});

const POLICIES: readonly (readonly [lines: readonly string[], application: Application])[] = [
  [['config.force_ssl = true'], { force_ssl: true }],
  [['config.force_ssl = true', 'config.ssl_options = { redirect: false }'], { force_ssl: true, ssl_options: { redirect: false } }],
  [
    ['config.force_ssl = true', 'config.ssl_options = { secure_cookies: false }'],
    { force_ssl: true, ssl_options: { secure_cookies: false } },
  ],
  [['config.force_ssl = false'], { force_ssl: false }],
];

describe.each(POLICIES)('%j', (lines, application) => {
  it.skipIf(!hasRails)('covers what Rails covers (skipped where rails is not installed)', async () => {
    const [cookie, session] = ask(['cookies[:sid] = "x"', SESSION], application);
    const files = {
      'config/environments/production.rb': production(...lines),
      [PAGE]: controller('cookies[:sid] = "x"'),
      [STORE]: 'Rails.application.config.session_store :cookie_store, key: "_oracle"\n',
    };
    const overHttps = (answers: readonly Answer[]): Decider =>
      safe(answers.find((one) => one.mode === 'production' && one.https)!) ? 'on' : 'off';
    expect(AGREEING[overHttps(cookie!)]).toContain(await stateIn(files, PAGE));
    expect(AGREEING[overHttps(session!)]).toContain(await stateIn(files, STORE));
  });
});
