/** The verdicts for servlet cookies against the Set-Cookie headers of a real Tomcat, for the same source text. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seenAs, stateOfAnswers, statesOf, WORLDS, type WorldName } from './python-oracle.js';

/** Where Debian's libtomcat10-embed-java puts the server, and libtomcat10-java the annotations that it looks for. */
const JARS = ['/usr/share/java/tomcat10-embed-core.jar', '/usr/share/java/tomcat10-annotations-api.jar'];
const TOMCAT = JARS.join(path.delimiter);
const missing =
  spawnSync('javac', ['-version']).status !== 0
    ? 'javac'
    : JARS.every((jar) => existsSync(jar))
      ? undefined
      : 'libtomcat10-embed-java or libtomcat10-java';

/** What stands between the construction of a cookie and `addCookie`, and after it. */
const CASES: readonly (readonly [before: string, after?: string])[] = [
  [''],
  ['cookie.setSecure(true);'],
  ['cookie.setSecure(false);'],
  ['cookie.setSecure(true); cookie.setSecure(false);'],
  ['', 'cookie.setSecure(true);'],
  ['cookie.setSecure(true);', 'cookie.setSecure(false);'],
  ['cookie.setAttribute("Secure", "true");'],
  ['cookie.setAttribute("Secure", "");'],
  ['cookie.setSecure(request.isSecure());'],
  ['cookie.setSecure("https".equals(request.getScheme()));'],
  ['cookie.setSecure(request.getScheme().equalsIgnoreCase("HTTPS"));'],
  ['if (request.isSecure()) cookie.setSecure(true);'],
  ['cookie.setSecure(request.getRequestURL().toString().startsWith("https:"));'],
  ['cookie.setSecure("production".equals(System.getenv("APP_ENV")));'],
  ['cookie.setSecure(!"development".equals(System.getenv("APP_ENV")));'],
  ['cookie.setSecure("development".equals(System.getenv("APP_ENV")));'],
  ['cookie.setSecure(System.getenv("APP_ENV") == null || !System.getenv("APP_ENV").equals("development"));'],
  ['cookie.setSecure(System.getenv().getOrDefault("APP_ENV", "production").equals("production"));'],
  ['cookie.setSecure(Boolean.parseBoolean(System.getenv("COOKIE_SECURE")));'],
  ['cookie.setSecure(Boolean.valueOf(System.getenv("COOKIE_SECURE")));'],
  ['cookie.setSecure(Boolean.TRUE.equals(request.isSecure()));'],
  ['cookie.setSecure("true".equalsIgnoreCase(System.getenv("COOKIE_SECURE")));'],
  ['cookie.setSecure(java.util.Objects.equals(System.getenv("APP_ENV"), "production"));'],
  ['cookie.setSecure(java.util.Optional.ofNullable(System.getenv("APP_ENV")).orElse("production").equals("production"));'],
  ['boolean secure = true; if ("development".equals(System.getenv("APP_ENV"))) secure = false; cookie.setSecure(secure);'],
  ['cookie.setSecure(isProduction());'],
  ['cookie.setSecure(ALWAYS);'],
];

const indexed = CASES.map(([before, after = ''], i) => ({ before, after, name: `c${String(i).padStart(2, '0')}` }));

const SOURCE = `import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

public class Cases {
    private static final boolean ALWAYS = true;

    private boolean isProduction() {
        return "production".equals(System.getenv("APP_ENV"));
    }
${indexed
  .map(
    ({ before, after, name }) => `
    public void serve_${name}(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie("${name}", "1");
        ${before}
        response.addCookie(cookie);
        ${after}
    }`,
  )
  .join('\n')}
}
`;

const SESSIONS = {
  Default: 'context.getSessionCookieConfig().setHttpOnly(true);',
  On: 'context.getSessionCookieConfig().setHttpOnly(true);\n        context.getSessionCookieConfig().setSecure(true);',
} as const;

const initializer = (name: string, body: string): string => `import jakarta.servlet.ServletContext;

class ${name} {
    void start(ServletContext context) {
        ${body}
    }
}
`;

const SESSIONS_SOURCE = `import jakarta.servlet.ServletContext;

interface Sessions {
    void start(ServletContext context);
${Object.entries(SESSIONS)
  .map(
    ([name, body]) =>
      `\n    class ${name} implements Sessions {\n        public void start(ServletContext context) {\n        ${body}\n        }\n    }`,
  )
  .join('\n')}
}
`;

const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-servlet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compile(): void {
  writeFileSync(path.join(folder, 'Cases.java'), SOURCE);
  writeFileSync(path.join(folder, 'Sessions.java'), SESSIONS_SOURCE);
  for (const file of ['ServletRunner.java', 'TwoDoors.java']) copyFileSync(path.join(import.meta.dirname, file), path.join(folder, file));
  const run = spawnSync(
    'javac',
    ['-nowarn', '-cp', TOMCAT, '-d', folder, 'Cases.java', 'Sessions.java', 'ServletRunner.java', 'TwoDoors.java'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (run.status !== 0) throw new Error(run.stderr);
}

/** Whether each cookie has Secure, by its case's name; over HTTP and over HTTPS. */
function serve(variables: Readonly<Record<string, string>>): Record<'http' | 'https', Map<string, boolean>> {
  const run = spawnSync('java', ['-cp', [TOMCAT, folder].join(path.delimiter), 'ServletRunner'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: folder, ...variables },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  const seen = { http: new Map<string, boolean>(), https: new Map<string, boolean>() };
  for (const line of run.stdout.trim().split('\n')) {
    const [isHttps, name = '', header = ''] = line.split('\t');
    seen[isHttps === 'true' ? 'https' : 'http'].set(name.replace('serve_', ''), /;\s*secure(?:;|$)/i.test(header));
  }
  return seen;
}

describe.skipIf(missing !== undefined)(
  `servlet cookies as Tomcat sends them${missing === undefined ? '' : ` (skipped: ${missing} is not installed)`}`,
  () => {
    it('has the state that the headers of every environment show', async () => {
      compile();
      const worlds = {
        production: serve(WORLDS.production.variables),
        unset: serve({}),
        development: serve(WORLDS.development.variables),
        flagged: serve({ ...WORLDS.flagged.variables, COOKIE_SECURE: 'true' }),
      };
      const answersOf = (name: string): Record<WorldName, boolean> => ({
        production: worlds.production.http.get(name)!,
        unset: worlds.unset.http.get(name)!,
        development: worlds.development.http.get(name)!,
        flagged: worlds.flagged.http.get(name)!,
        unflagged: worlds.production.http.get(name)!,
        https: worlds.production.https.get(name)!,
      });
      const ours = await statesOf('Cases.java', SOURCE);
      expect(Object.fromEntries(indexed.map(({ name, before, after }) => [`${name} ${before} ${after}`, seenAs(ours.get(name))]))).toEqual(
        Object.fromEntries(indexed.map(({ name, before, after }) => [`${name} ${before} ${after}`, stateOfAnswers(answersOf(name))])),
      );
      for (const [name, body] of Object.entries(SESSIONS)) {
        const states = await statesOf(`${name}.java`, initializer(name, body));
        expect([name, states.get('JSESSIONID')]).toEqual([name, stateOfAnswers(answersOf(name))]);
      }
    }, 120_000);
  },
);
