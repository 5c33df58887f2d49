/** Generated programs for Ruby: what they say about Secure, and what sends it with Rack, Sinatra and Rails. */
import { RUBY_WAYS } from './ruby-ways.js';
import { helpersIn, type TextLanguage, type WayParts } from './text-programs.js';

export interface RubyCall {
  readonly name: string;
  readonly framework: 'rack' | 'sinatra' | 'rails';
  /** `HASH` stands for the options. */
  readonly form: string;
  /** Where the value of the cookie is one of the options. */
  readonly valued: boolean;
}

const HELPERS: Readonly<Record<string, string>> = {
  truthy:
    'def truthy(text, fallback = false)\n  return fallback if text.nil? || text.empty?\n\n  %w[1 true yes on].include?(text.downcase)\nend',
  env_or: 'def env_or(name, fallback)\n  ENV.fetch(name, fallback)\nend',
  given: 'def given(name, default: nil)\n  value = ENV[name]\n  value.nil? || value.empty? ? default : value\nend',
};

const VALUES: readonly string[] = [
  'true',
  'true',
  'false',
  'false',
  'nil',
  '0',
  '""',
  '!true',
  '!nil',
  '[]',
  ':on',
  'true && nil',
  'nil || true',
  '"false"',
  '1 == 1',
  '"a" == "b"',
  '"secure".empty?',
  '[].any?',
  'ENV["APP_ENV"] == "production"',
  'ENV["APP_ENV"] == "production"',
  'ENV["APP_ENV"] != "development"',
  '"production" == ENV["APP_ENV"]',
  'ENV.fetch("APP_ENV") == "production"',
  'ENV.fetch("APP_ENV", "development") == "production"',
  'ENV.fetch("APP_ENV", "production") == "production"',
  'ENV.fetch("APP_ENV") { "development" } != "development"',
  '(ENV["APP_ENV"] || "development") == "production"',
  '(ENV["APP_ENV"] || "development").to_sym == :production',
  '%w[production staging].include?(ENV["APP_ENV"])',
  '!%w[development test].include?(ENV["APP_ENV"])',
  'ENV["APP_ENV"].to_s.start_with?("prod")',
  'ENV["APP_ENV"]&.start_with?("prod")',
  'ENV["APP_ENV"].to_s.downcase == "production"',
  'ENV["APP_ENV"] =~ /^prod/',
  'ENV["APP_ENV"].to_s.match?(/\\Aprod/)',
  '/\\Aprod/.match?(ENV["APP_ENV"].to_s)',
  'ENV["APP_ENV"].eql?("production")',
  '{ "production" => true }[ENV["APP_ENV"]]',
  '{ "production" => true, "development" => false }.fetch(ENV["APP_ENV"], false)',
  'ENV.values_at("APP_ENV").first == "production"',
  'ENV["COOKIE_SECURE"]',
  'ENV["COOKIE_SECURE"] == "true"',
  'ENV["COOKIE_SECURE"] == "true"',
  'ENV["COOKIE_SECURE"] != "false"',
  'ENV.key?("COOKIE_SECURE")',
  'ENV.has_key?("COOKIE_SECURE")',
  'ENV.include?("COOKIE_SECURE")',
  '!ENV.key?("COOKIE_INSECURE")',
  'ENV["COOKIE_SECURE"].nil?',
  '!ENV["COOKIE_SECURE"].nil?',
  '!ENV["COOKIE_INSECURE"]',
  'ENV["COOKIE_INSECURE"].nil?',
  'ENV["COOKIE_INSECURE"] != "1"',
  'ENV.fetch("COOKIE_SECURE", true)',
  'ENV.fetch("COOKIE_SECURE", false)',
  'ENV.fetch("COOKIE_SECURE", "true") == "true"',
  'ENV.fetch("COOKIE_SECURE", "false") == "true"',
  'ENV.fetch("COOKIE_SECURE", "true") != "false"',
  'ENV["COOKIE_SECURE"] || true',
  'ENV["COOKIE_SECURE"] || false',
  '(ENV["COOKIE_SECURE"] || "true") == "true"',
  'ENV["COOKIE_SECURE"].to_s == "true"',
  'ENV["COOKIE_SECURE"].to_s.downcase == "true"',
  '!ENV["COOKIE_SECURE"].to_s.empty?',
  'ENV["COOKIE_SECURE"].to_s.length > 0',
  'ENV["COOKIE_SECURE"].to_i == 1',
  'ENV.fetch("COOKIE_SECURE", "1").to_i.positive?',
  'ENV["COOKIE_SECURE"].to_i',
  '%w[1 true yes].include?(ENV["COOKIE_SECURE"])',
  '!%w[0 false no].include?(ENV["COOKIE_SECURE"])',
  '%w[1 true yes].include?(ENV["COOKIE_SECURE"]&.downcase)',
  'ENV["COOKIE_SECURE"] =~ /\\A(1|true)\\z/',
  'ENV["COOKIE_SECURE"]&.casecmp?("true")',
  'ENV["COOKIE_SECURE"].to_s.strip.casecmp("true").zero?',
  'ENV["COOKIE_SECURE"]&.include?("true")',
  'ENV["COOKIE_SECURE"]&.match?(/t/)',
  'truthy(ENV["COOKIE_SECURE"])',
  'truthy(ENV["COOKIE_SECURE"], true)',
  'env_or("COOKIE_SECURE", "true") == "true"',
  'env_or("APP_ENV", "development") == "production"',
  'given("COOKIE_SECURE", default: "true") == "true"',
  'given("APP_ENV", default: "production") != "development"',
  'ENV.to_h["COOKIE_SECURE"] == "true"',
  '!ENV["DEBUG"]',
  'ENV["DEBUG"].nil?',
  'ENV["DEBUG"] != "true"',
  'ENV["BASE_URL"].to_s.start_with?("https")',
  'ENV.fetch("BASE_URL", "https://shop.example").start_with?("https://")',
  'ENV.fetch("BASE_URL", "http://x").split(":").first == "https"',
  'ENV["BASE_URL"].to_s[0, 5] == "https"',
  'ENV["BASE_URL"].to_s.index("https:") == 0',
  'ENV["BASE_URL"].to_s[/\\Ahttps/]',
  'URI.parse(ENV.fetch("BASE_URL", "https://x")).scheme == "https"',
  'URI(ENV.fetch("BASE_URL", "http://x")).is_a?(URI::HTTPS)',
];
const RAILS_VALUES: readonly string[] = [
  'Rails.env.production?',
  'Rails.env.production?',
  '!Rails.env.development?',
  'Rails.env == "production"',
  'Rails.env.in?(%w[production staging])',
  '!(Rails.env.development? || Rails.env.test?)',
  '!Rails.env.local?',
  'ENV["COOKIE_SECURE"].present?',
  'ENV["COOKIE_SECURE"].blank?',
  'ENV["COOKIE_SECURE"].presence || Rails.env.production?',
  'ENV["RAILS_ENV"] == "production"',
  'ActiveModel::Type::Boolean.new.cast(ENV.fetch("COOKIE_SECURE", "true"))',
  'ActiveModel::Type::Boolean.new.cast(ENV["COOKIE_SECURE"])',
];
/** What only a handler can ask. */
const SCHEMES: readonly string[] = [
  'request.ssl?',
  'request.scheme == "https"',
  'request.url.start_with?("https")',
  'request.env["HTTP_X_FORWARDED_PROTO"] == "https"',
  'request.base_url.start_with?("https:")',
];

const COMPOUNDS: readonly ((left: string, right: string) => string)[] = [
  (left) => `!(${left})`,
  (left) => `!!(${left})`,
  (left, right) => `(${left}) && (${right})`,
  (left, right) => `(${left}) || (${right})`,
  (left, right) => `((${left}) ? (${right}) : false)`,
  (left, right) => `((${left}) ? true : (${right}))`,
  (left, right) => `[${left}, ${right}].all?`,
];

const TEXT = 'text = +"sid=x; path=/"\ntext << "; secure" if VALUE\n';

export const RUBY_CALLS: readonly RubyCall[] = [
  { name: 'rack set_cookie', framework: 'rack', form: 'response.set_cookie("sid", HASH)', valued: true },
  { name: 'rack set_cookie', framework: 'rack', form: 'response.set_cookie(:sid, HASH)', valued: true },
  {
    name: 'rack set_cookie_header!',
    framework: 'rack',
    form: 'Rack::Utils.set_cookie_header!(response.headers, "sid", HASH)',
    valued: true,
  },
  { name: 'rack header', framework: 'rack', form: `${TEXT}response.headers["Set-Cookie"] = text`, valued: false },
  { name: 'sinatra set_cookie', framework: 'sinatra', form: 'response.set_cookie("sid", HASH)', valued: true },
  { name: 'sinatra headers', framework: 'sinatra', form: 'headers "Set-Cookie" => "sid=x; path=/#{"; secure" if VALUE}"', valued: false },
  { name: 'rails cookies', framework: 'rails', form: 'cookies[:sid] = HASH', valued: true },
  { name: 'rails signed cookies', framework: 'rails', form: 'cookies.signed[:sid] = HASH', valued: true },
  { name: 'rails permanent cookies', framework: 'rails', form: 'cookies.permanent.encrypted[:sid] = HASH', valued: true },
  { name: 'rails set_cookie', framework: 'rails', form: 'response.set_cookie("sid", HASH)', valued: true },
];

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');

/** Options are merged with the value, as those who share options do. */
function sent(text: string, { form, valued }: RubyCall): string {
  return text
    .replaceAll(/^(\s*)OPTIONS\((.*)\)$/gm, (_, by: string, options: string) =>
      indented(valued ? form.replace('HASH', `{ value: "x" }.merge(${options})`) : form.replace('VALUE', `(${options})[:secure]`), by),
    )
    .replaceAll('WITH', 'request, response');
}

const FORMS: Readonly<Record<RubyCall['framework'], (top: string, methods: string, body: string) => Readonly<Record<string, string>>>> = {
  rack: (top, methods, body) => ({
    'app.rb': `require "rack"\nrequire "uri"\n${top}\nclass App\n  def call(env)\n    request = Rack::Request.new(env)\n    response = Rack::Response.new\n    write(request, response)\n    response.finish\n  end\n\n  private\n\n  def write(request, response)\n${indented(body, '    ')}  end\n${indented(methods, '  ')}end\n`,
    'config.ru': 'require_relative "app"\n\nrun App.new\n',
    Gemfile: 'gem "rack", "2.2.22"\n',
  }),
  sinatra: (top, methods, body) => ({
    'app.rb': `require "sinatra/base"\nrequire "uri"\n${top}\nclass App < Sinatra::Base\n  get "/" do\n${indented(body, '    ')}    "ok"\n  end\n${indented(methods, '  ')}end\n`,
    'config.ru': 'require_relative "app"\n\nrun App\n',
    Gemfile: 'gem "sinatra", "3.0.5"\n',
  }),
  rails: (top, methods, body) => ({
    'app/controllers/pages_controller.rb': `${top}${top === '' ? '' : '\n'}class PagesController < ActionController::Base\n  def show\n${indented(body, '    ')}    head :ok\n  end\n${methods === '' ? '' : `\n  private\n${indented(methods, '  ')}`}end\n`,
    Gemfile: 'gem "rails", "6.1.7"\n',
  }),
};

/** Methods at the top are the class's own, the rest stays where it is. */
function program({ top, inside, files }: WayParts, call: RubyCall): Readonly<Record<string, string>> {
  const chunks = top.split(/\n\n(?=\S)/).map((chunk) => chunk.trim());
  // An empty line within a method does not end it.
  const isMethod = (chunk: string): boolean => /^def /.test(chunk);
  const own = [...chunks.filter(isMethod), ...helpersIn(top + inside, HELPERS)].map((chunk) => `\n${chunk}\n`).join('');
  const rest = chunks
    .filter((chunk) => chunk !== '' && !isMethod(chunk))
    .map((chunk) => `${chunk}\n`)
    .join('\n');
  const others = Object.entries(files).map(
    ([name, text]) =>
      [call.framework === 'rails' ? `app/controllers/${name}` : name, [...helpersIn(text, HELPERS), text].join('\n\n')] as const,
  );
  const helped = /\b(?:truthy|env_or|given)\(/.test(rest) ? `${helpersIn(rest, HELPERS).join('\n\n')}\n\n${rest}` : rest;
  return { ...FORMS[call.framework](sent(helped, call), sent(own, call), sent(inside, call)), ...Object.fromEntries(others) };
}

const RUBY: TextLanguage<RubyCall> = {
  ways: RUBY_WAYS,
  values: VALUES,
  compounds: COMPOUNDS,
  calls: RUBY_CALLS,
  send: (secure, { form, valued }) =>
    valued ? form.replace('HASH', `{ value: "x", path: "/", secure: ${secure} }`) : form.replace('VALUE', secure),
  program,
};

export const rubyLanguage = (framework: RubyCall['framework']): TextLanguage<RubyCall> => ({
  ...RUBY,
  calls: RUBY_CALLS.filter((call) => call.framework === framework),
  values: framework === 'rails' ? [...VALUES, ...RAILS_VALUES, ...RAILS_VALUES] : VALUES,
});
/** The same with the request's scheme, in the ways that make the value in the handler. */
export const rubyRequests = (framework: RubyCall['framework']): TextLanguage<RubyCall> => ({
  ...rubyLanguage(framework),
  values: SCHEMES,
  ways: Object.fromEntries(Object.entries(RUBY_WAYS).filter(([, way]) => !/\bS\b[\s\S]*^---/m.test(way) && !/^=== /m.test(way))),
});
