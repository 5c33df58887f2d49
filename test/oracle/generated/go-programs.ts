/** Generated programs for Go: what they say about Secure, how it comes to the cookie, and what sends it. */
import { helpersIn, type TextLanguage, type WayParts } from './text-programs.js';
import { GO_WAYS } from './go-ways.js';

export interface GoCall {
  readonly name: string;
  readonly send: (secure: string) => string;
}

const HELPERS: Readonly<Record<string, string>> = {
  envOr:
    'func envOr(name, fallback string) string {\n\tif value, ok := os.LookupEnv(name); ok {\n\t\treturn value\n\t}\n\treturn fallback\n}\n',
  getenvDefault:
    'func getenvDefault(name, fallback string) string {\n\tvalue := os.Getenv(name)\n\tif value == "" {\n\t\treturn fallback\n\t}\n\treturn value\n}\n',
  envBool:
    'func envBool(name string, fallback bool) bool {\n\tvalue, err := strconv.ParseBool(os.Getenv(name))\n\tif err != nil {\n\t\treturn fallback\n\t}\n\treturn value\n}\n',
  parsed: 'func parsed(text string) bool {\n\tvalue, _ := strconv.ParseBool(text)\n\treturn value\n}\n',
  isSet: 'func isSet(name string) bool {\n\t_, ok := os.LookupEnv(name)\n\treturn ok\n}\n',
  isProduction: 'func isProduction() bool {\n\treturn os.Getenv("APP_ENV") == "production"\n}\n',
  contains:
    'func contains(list []string, wanted string) bool {\n\tfor _, one := range list {\n\t\tif one == wanted {\n\t\t\treturn true\n\t\t}\n\t}\n\treturn false\n}\n',
  oneOf:
    'func oneOf(value string, wanted ...string) bool {\n\tfor _, one := range wanted {\n\t\tif value == one {\n\t\t\treturn true\n\t\t}\n\t}\n\treturn false\n}\n',
  schemeOf:
    'func schemeOf(address string) string {\n\tparsed, err := url.Parse(address)\n\tif err != nil {\n\t\treturn ""\n\t}\n\treturn parsed.Scheme\n}\n',
  must: 'func must(name string) string {\n\tvalue, ok := os.LookupEnv(name)\n\tif !ok {\n\t\tpanic(name + " is missing")\n\t}\n\treturn value\n}\n',
  number: 'func number(text string) int {\n\tvalue, err := strconv.Atoi(text)\n\tif err != nil {\n\t\treturn 0\n\t}\n\treturn value\n}\n',
};

const VALUES: readonly string[] = [
  'true',
  'true',
  'false',
  'false',
  '!true',
  '1 == 1',
  '"a" == "b"',
  'len("") > 0',
  'os.Getenv("APP_ENV") == "production"',
  'os.Getenv("APP_ENV") == "production"',
  'os.Getenv("APP_ENV") != "development"',
  '"production" == os.Getenv("APP_ENV")',
  'isProduction()',
  '!(os.Getenv("APP_ENV") == "development" || os.Getenv("APP_ENV") == "test")',
  'envOr("APP_ENV", "development") == "production"',
  'envOr("APP_ENV", "production") != "development"',
  'getenvDefault("APP_ENV", "development") != "development"',
  'getenvDefault("APP_ENV", "production") == "production"',
  'contains([]string{"production", "staging"}, os.Getenv("APP_ENV"))',
  '!contains([]string{"development", "test"}, os.Getenv("APP_ENV"))',
  'oneOf(os.Getenv("APP_ENV"), "production", "staging")',
  'strings.EqualFold(os.Getenv("APP_ENV"), "PRODUCTION")',
  'strings.HasPrefix(os.Getenv("APP_ENV"), "prod")',
  'strings.ToLower(os.Getenv("APP_ENV")) == "production"',
  'map[string]bool{"production": true, "development": false}[os.Getenv("APP_ENV")]',
  'regexp.MustCompile("^prod").MatchString(os.Getenv("APP_ENV"))',
  'os.Getenv("COOKIE_SECURE") == "true"',
  'os.Getenv("COOKIE_SECURE") == "true"',
  'os.Getenv("COOKIE_SECURE") != "false"',
  'os.Getenv("COOKIE_SECURE") != ""',
  'len(os.Getenv("COOKIE_SECURE")) > 0',
  'envBool("COOKIE_SECURE", true)',
  'envBool("COOKIE_SECURE", false)',
  'parsed(os.Getenv("COOKIE_SECURE"))',
  'isSet("COOKIE_SECURE")',
  '!isSet("COOKIE_INSECURE")',
  'os.Getenv("COOKIE_INSECURE") == ""',
  'os.Getenv("COOKIE_INSECURE") != "1"',
  'envOr("COOKIE_SECURE", "true") == "true"',
  'getenvDefault("COOKIE_SECURE", "true") == "true"',
  'envOr("COOKIE_SECURE", "false") != "false"',
  'number(os.Getenv("COOKIE_SECURE")) == 1',
  'number(getenvDefault("COOKIE_SECURE", "1")) > 0',
  'os.Getenv("DEBUG") == ""',
  'os.Getenv("DEBUG") != "true"',
  '!envBool("DEBUG", false)',
  'strings.TrimSpace(strings.ToLower(os.Getenv("COOKIE_SECURE"))) == "true"',
  'strings.Contains("1 true yes", envOr("COOKIE_SECURE", "x"))',
  'strings.Contains(os.Getenv("COOKIE_SECURE"), "true")',
  'strings.HasPrefix(os.Getenv("BASE_URL"), "https://")',
  'strings.HasPrefix(envOr("BASE_URL", "https://shop.example"), "https")',
  'schemeOf(os.Getenv("BASE_URL")) == "https"',
  'schemeOf(envOr("BASE_URL", "https://shop.example")) == "https"',
  'strings.Split(getenvDefault("BASE_URL", "http://x"), ":")[0] == "https"',
  'strings.Index(os.Getenv("BASE_URL"), "https:") == 0',
  'fmt.Sprintf("%s-x", os.Getenv("APP_ENV")) == "production-x"',
  'os.Getenv("APP_ENV") + "!" == "production!"',
];

/** What only a handler can ask; a package that panics as it is initialized would take all others along. */
const SCHEMES = [
  'must("COOKIE_SECURE") == "true"',
  'must("APP_ENV") == "production"',
  'r.TLS != nil',
  'r.Header.Get("X-Forwarded-Proto") == "https"',
  'r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"',
  'strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")',
];

const COMPOUNDS: readonly ((left: string, right: string) => string)[] = [
  (left) => `!(${left})`,
  (left, right) => `(${left}) && (${right})`,
  (left, right) => `(${left}) || (${right})`,
  (left, right) => `(${left}) && !(${right})`,
  (left, right) => `(${left}) == (${right})`,
];

const CALLS: readonly GoCall[] = [
  { name: 'http.SetCookie', send: (secure) => `http.SetCookie(w, &http.Cookie{Name: "sid", Value: "x", Path: "/", Secure: ${secure}})` },
  {
    name: 'http.SetCookie',
    send: (secure) => `http.SetCookie(w, &http.Cookie{\n\tName: "sid",\n\tValue: "x",\n\tHttpOnly: true,\n\tSecure: ${secure},\n})`,
  },
  {
    name: 'http.Cookie, field',
    send: (secure) => `cookie := &http.Cookie{Name: "sid", Value: "x"}\ncookie.Secure = ${secure}\nhttp.SetCookie(w, cookie)`,
  },
  {
    name: 'http.Cookie, value',
    send: (secure) => `cookie := http.Cookie{Name: "sid", Value: "x", Secure: ${secure}}\nhttp.SetCookie(w, &cookie)`,
  },
  { name: 'http.Cookie, constructor', send: (secure) => `http.SetCookie(w, newCookie("sid", ${secure}))` },
  {
    name: 'http.Cookie, String',
    send: (secure) => `w.Header().Add("Set-Cookie", (&http.Cookie{Name: "sid", Value: "x", Secure: ${secure}}).String())`,
  },
  {
    name: 'Set-Cookie, joined',
    send: (secure) => `text := "sid=x; Path=/"\nif ${secure} {\n\ttext += "; Secure"\n}\nw.Header().Set("Set-Cookie", text)`,
  },
  {
    name: 'Set-Cookie, parts',
    send: (secure) =>
      `parts := []string{"sid=x", "Path=/"}\nif ${secure} {\n\tparts = append(parts, "Secure")\n}\nw.Header().Set("Set-Cookie", strings.Join(parts, "; "))`,
  },
  {
    name: 'gorilla store',
    send: (secure) =>
      `store := sessions.NewCookieStore([]byte("0123456789abcdef"))\nstore.Options = &sessions.Options{Path: "/", Secure: ${secure}}\nsession, _ := store.Get(r, "sid")\nsession.Save(r, w)`,
  },
  {
    name: 'gorilla session',
    send: (secure) =>
      `store := sessions.NewCookieStore([]byte("0123456789abcdef"))\nsession, _ := store.Get(r, "sid")\nsession.Options.Secure = ${secure}\nsession.Save(r, w)`,
  },
];

const CONSTRUCTOR =
  'func newCookie(name string, secure bool) *http.Cookie {\n\treturn &http.Cookie{Name: name, Value: "x", HttpOnly: true, Secure: secure}\n}\n';
const IMPORTS: Readonly<Record<string, RegExp>> = {
  fmt: /\bfmt\./,
  'net/http': /\bhttp\./,
  'net/url': /\burl\./,
  os: /\bos\./,
  regexp: /\bregexp\./,
  strconv: /\bstrconv\./,
  strings: /\bstrings\./,
  sync: /\bsync\./,
  errors: /\berrors\./,
  'encoding/json': /\bjson\./,
  'github.com/gorilla/sessions': /\bsessions\./,
};

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : `\t${line}`))
    .join('\n');

/** A file with the imports that it needs. */
function fileOf(name: string, text: string): string {
  const wanted = Object.entries(IMPORTS)
    .filter(([, use]) => use.test(text))
    .map(([one]) => `\t"${one}"\n`);
  if (/\bconfig\./.test(text)) wanted.push('\t"example.org/shop/config"\n');
  return `package ${name}\n\n${wanted.length === 0 ? '' : `import (\n${wanted.join('')})\n\n`}${text}`;
}

function program({ top, inside, files }: WayParts): Readonly<Record<string, string>> {
  const body = `${top}\n${inside}`;
  const helpers = helpersIn(body, { ...HELPERS, newCookie: CONSTRUCTOR });
  const handler = `func Handler(w http.ResponseWriter, r *http.Request) {\n${indented(inside)}}\n\nfunc Routes(mux *http.ServeMux) {\n\tmux.HandleFunc("/", Handler)\n}\n`;
  const others = Object.entries(files).map(
    ([name, text]) =>
      [name, fileOf(name.includes('/') ? name.split('/')[0]! : 'web', [...helpersIn(text, HELPERS), text].join('\n'))] as const,
  );
  const isApart = helpers.length > 0 && body.length % 2 === 0;
  return {
    'web.go': fileOf('web', [top, ...(isApart ? [] : helpers), handler].filter((one) => one !== '').join('\n')),
    ...(isApart ? { 'helpers.go': fileOf('web', helpers.join('\n')) } : {}),
    ...Object.fromEntries(others),
    'go.mod': 'module example.org/shop\n\ngo 1.18\n',
  };
}

export const GO: TextLanguage<GoCall> = {
  ways: GO_WAYS,
  values: VALUES,
  compounds: COMPOUNDS,
  calls: CALLS,
  send: (secure, call) => call.send(secure),
  program,
};
/** The same with the request's scheme, in the ways that make the value in the handler. */
export const GO_REQUESTS: TextLanguage<GoCall> = {
  ...GO,
  values: SCHEMES,
  ways: Object.fromEntries(Object.entries(GO_WAYS).filter(([, way]) => !/\bS\b[\s\S]*^---/m.test(way) && !/^=== /m.test(way))),
};
