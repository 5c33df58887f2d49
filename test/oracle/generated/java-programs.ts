/** Generated programs for servlets: what they say about Secure, and what sends it. */
import { JAVA_WAYS } from './java-ways.js';
import { helpersIn, type TextLanguage, type WayParts } from './text-programs.js';

export interface JavaCall {
  readonly name: string;
  readonly send: (secure: string) => string;
}

const HELPERS: Readonly<Record<string, string>> = {
  envOr:
    'private static String envOr(String name, String fallback) {\n    String value = System.getenv(name);\n    return value == null ? fallback : value;\n}',
  envFlag:
    'private static boolean envFlag(String name, boolean fallback) {\n    String value = System.getenv(name);\n    if (value == null || value.isEmpty()) {\n        return fallback;\n    }\n    return value.equalsIgnoreCase("true") || value.equals("1");\n}',
  isProduction: 'private static boolean isProduction() {\n    return "production".equals(System.getenv("APP_ENV"));\n}',
};

const VALUES: readonly string[] = [
  'true',
  'true',
  'false',
  'false',
  '!true',
  '1 == 1',
  'Boolean.TRUE',
  'Boolean.FALSE',
  '"a".equals("b")',
  '"".isEmpty()',
  '"production".equals(System.getenv("APP_ENV"))',
  '"production".equals(System.getenv("APP_ENV"))',
  '!"development".equals(System.getenv("APP_ENV"))',
  'isProduction()',
  'System.getenv("APP_ENV") != null && System.getenv("APP_ENV").equals("production")',
  'System.getenv("APP_ENV").equals("production")',
  'envOr("APP_ENV", "development").equals("production")',
  'envOr("APP_ENV", "production").equals("production")',
  '!envOr("APP_ENV", "development").equals("development")',
  'System.getenv().getOrDefault("APP_ENV", "production").equals("production")',
  'Objects.equals(System.getenv("APP_ENV"), "production")',
  'Optional.ofNullable(System.getenv("APP_ENV")).orElse("development").equals("production")',
  'Optional.ofNullable(System.getenv("APP_ENV")).map(String::toLowerCase).filter("production"::equals).isPresent()',
  'List.of("production", "staging").contains(envOr("APP_ENV", ""))',
  'Arrays.asList("production", "staging").contains(System.getenv("APP_ENV"))',
  '!Set.of("development", "test").contains(envOr("APP_ENV", ""))',
  '"PRODUCTION".equalsIgnoreCase(System.getenv("APP_ENV"))',
  'envOr("APP_ENV", "").startsWith("prod")',
  'envOr("APP_ENV", "").matches("prod.*")',
  'envOr("APP_ENV", "").toLowerCase().equals("production")',
  'envOr("APP_ENV", "").contains("prod")',
  'Map.of("production", true, "development", false).getOrDefault(envOr("APP_ENV", ""), false)',
  'switch (envOr("APP_ENV", "")) { case "production" -> true; default -> false; }',
  'Boolean.parseBoolean(System.getenv("COOKIE_SECURE"))',
  'Boolean.valueOf(System.getenv("COOKIE_SECURE"))',
  '"true".equals(System.getenv("COOKIE_SECURE"))',
  '"true".equals(System.getenv("COOKIE_SECURE"))',
  '!"false".equals(System.getenv("COOKIE_SECURE"))',
  '"true".equalsIgnoreCase(System.getenv("COOKIE_SECURE"))',
  'System.getenv("COOKIE_SECURE") != null',
  'System.getenv("COOKIE_SECURE") == null',
  'System.getenv().containsKey("COOKIE_SECURE")',
  '!System.getenv().containsKey("COOKIE_INSECURE")',
  'System.getenv("COOKIE_INSECURE") == null',
  '!"1".equals(System.getenv("COOKIE_INSECURE"))',
  'envOr("COOKIE_SECURE", "true").equals("true")',
  'Boolean.parseBoolean(envOr("COOKIE_SECURE", "true"))',
  'Boolean.parseBoolean(envOr("COOKIE_SECURE", "false"))',
  'envFlag("COOKIE_SECURE", true)',
  'envFlag("COOKIE_SECURE", false)',
  'Boolean.parseBoolean(System.getenv().getOrDefault("COOKIE_SECURE", "true"))',
  'Optional.ofNullable(System.getenv("COOKIE_SECURE")).map(Boolean::parseBoolean).orElse(true)',
  'Optional.ofNullable(System.getenv("COOKIE_SECURE")).map(Boolean::parseBoolean).orElse(false)',
  'Optional.ofNullable(System.getenv("COOKIE_SECURE")).isPresent()',
  'List.of("1", "true", "yes").contains(envOr("COOKIE_SECURE", ""))',
  '!envOr("COOKIE_SECURE", "").isEmpty()',
  'envOr("COOKIE_SECURE", "").length() > 0',
  '!envOr("COOKIE_SECURE", "").isBlank()',
  'envOr("COOKIE_SECURE", "x").trim().equals("true")',
  'envOr("COOKIE_SECURE", "0").equals("1")',
  'envOr("COOKIE_SECURE", "").equals("") || envOr("COOKIE_SECURE", "").equals("true")',
  'Pattern.compile("^(1|true)$").matcher(envOr("COOKIE_SECURE", "true")).matches()',
  'Objects.requireNonNull(System.getenv("COOKIE_SECURE")).equals("true")',
  'Objects.requireNonNullElse(System.getenv("COOKIE_SECURE"), "true").equals("true")',
  'System.getenv("DEBUG") == null',
  '!"true".equals(System.getenv("DEBUG"))',
  '!Boolean.parseBoolean(System.getenv("DEBUG"))',
  'envOr("BASE_URL", "https://x").startsWith("https")',
  'envOr("BASE_URL", "").startsWith("https://")',
  'URI.create(envOr("BASE_URL", "http://x")).getScheme().equals("https")',
  '"https".equals(URI.create(envOr("BASE_URL", "https://x")).getScheme())',
  'envOr("BASE_URL", "http://x").split(":")[0].equals("https")',
  'envOr("BASE_URL", "").indexOf("https:") == 0',
  'envOr("BASE_URL", "https://x").substring(0, 5).equals("https")',
  'System.getProperty("cookie.unset") == null',
  'Boolean.getBoolean("cookie.unset")',
  'Boolean.parseBoolean(System.getProperty("cookie.unset", "true"))',
];
const SCHEMES: readonly string[] = [
  'request.isSecure()',
  '"https".equals(request.getScheme())',
  'request.getScheme().equals("https")',
  'request.getRequestURL().toString().startsWith("https:")',
  '"https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))',
  '"https".equals(request.getHeader("X-Forwarded-Proto")) || request.isSecure()',
];

const COMPOUNDS: readonly ((left: string, right: string) => string)[] = [
  (left) => `!(${left})`,
  (left, right) => `(${left}) && (${right})`,
  (left, right) => `(${left}) || (${right})`,
  (left, right) => `(${left}) && !(${right})`,
  (left, right) => `((${left}) ? (${right}) : false)`,
];

const CALLS: readonly JavaCall[] = [
  {
    name: 'Cookie',
    send: (secure) =>
      `Cookie cookie = new Cookie("sid", "x");\ncookie.setSecure(${secure});\ncookie.setHttpOnly(true);\nresponse.addCookie(cookie);`,
  },
  {
    name: 'Cookie',
    send: (secure) =>
      `var cookie = new Cookie("sid", "x");\ncookie.setPath("/");\ncookie.setSecure(${secure});\nresponse.addCookie(cookie);`,
  },
  {
    name: 'Cookie, under a condition',
    send: (secure) =>
      `Cookie cookie = new Cookie("sid", "x");\nif (${secure}) {\n    cookie.setSecure(true);\n}\nresponse.addCookie(cookie);`,
  },
  { name: 'Cookie, constructor', send: (secure) => `response.addCookie(newCookie("sid", "x", ${secure}));` },
  { name: 'Set-Cookie', send: (secure) => `response.addHeader("Set-Cookie", "sid=x; Path=/" + ((${secure}) ? "; Secure" : ""));` },
  {
    name: 'Set-Cookie, built',
    send: (secure) =>
      `StringBuilder text = new StringBuilder("sid=x; Path=/");\nif (${secure}) {\n    text.append("; Secure");\n}\nresponse.setHeader("Set-Cookie", text.toString());`,
  },
  {
    name: 'Set-Cookie, formatted',
    send: (secure) => `response.setHeader("Set-Cookie", String.format("sid=%s; Path=/%s", "x", (${secure}) ? "; Secure" : ""));`,
  },
];

const CONSTRUCTOR =
  'private static Cookie newCookie(String name, String value, boolean secure) {\n    Cookie cookie = new Cookie(name, value);\n    cookie.setSecure(secure);\n    return cookie;\n}';
const IMPORTS: Readonly<Record<string, RegExp>> = {
  'jakarta.servlet.http.Cookie': /\bCookie\b/,
  'jakarta.servlet.http.HttpServlet': /\bHttpServlet\b/,
  'jakarta.servlet.http.HttpServletRequest': /\bHttpServletRequest\b/,
  'jakarta.servlet.http.HttpServletResponse': /\bHttpServletResponse\b/,
  'java.net.URI': /\bURI\b/,
  'java.util.*': /\b(?:List|Map|HashMap|Set|Arrays|Objects|Optional|ArrayList|Properties)\b/,
  'java.util.concurrent.atomic.AtomicBoolean': /\bAtomicBoolean\b/,
  'java.util.function.*': /\b(?:Supplier|BooleanSupplier)\b/,
  'java.util.regex.Pattern': /\bPattern\b/,
  'java.util.stream.Stream': /\bStream\b/,
};

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
const fileOf = (text: string): string => {
  const imports = Object.entries(IMPORTS)
    .filter(([, use]) => use.test(text))
    .map(([name]) => `import ${name};\n`);
  return `package shop;\n\n${imports.join('')}${imports.length === 0 ? '' : '\n'}${text}`;
};

/** Helpers of another class stand in it. */
const withHelpers = (text: string): string => {
  const helpers = helpersIn(text, HELPERS);
  return helpers.length === 0 ? text : text.replace(/\}\s*$/, `\n${helpers.map((one) => indented(one, '    ')).join('\n\n')}\n}\n`);
};

function program({ top, inside, files }: WayParts): Readonly<Record<string, string>> {
  const helpers = helpersIn(top + inside, { ...HELPERS, newCookie: CONSTRUCTOR });
  const members = [top.trim(), ...helpers].filter((one) => one !== '').map((one) => `${indented(one, '    ')}\n`);
  const handler = `public class Handler extends HttpServlet {\n${members.join('\n')}${members.length === 0 ? '' : '\n'}    @Override\n    protected void doGet(HttpServletRequest request, HttpServletResponse response) {\n${indented(inside, '        ')}    }\n}\n`;
  return {
    'src/main/java/shop/Handler.java': fileOf(handler),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`src/main/java/shop/${name}`, fileOf(withHelpers(text))])),
  };
}

export const JAVA: TextLanguage<JavaCall> = {
  ways: JAVA_WAYS,
  values: VALUES,
  compounds: COMPOUNDS,
  calls: CALLS,
  send: (secure, call) => call.send(secure),
  program,
};
/** The same with the request's scheme, in the ways that make the value in the handler. */
export const JAVA_REQUESTS: TextLanguage<JavaCall> = {
  ...JAVA,
  values: SCHEMES,
  ways: Object.fromEntries(Object.entries(JAVA_WAYS).filter(([, way]) => !/\bS\b[\s\S]*^---/m.test(way) && !/^=== /m.test(way))),
};
