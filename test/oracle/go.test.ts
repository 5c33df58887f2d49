/** The verdicts for Go's net/http cookies against the Set-Cookie headers of the real package, for the same source text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seenAs, stateOfAnswers, statesOf, WORLDS, type WorldName } from './python-oracle.js';

const hasGo = spawnSync('go', ['version']).status === 0;

/** Bodies of handlers; `NAME` is the case's own cookie. */
const CASES: readonly string[] = [
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1"})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1", Secure: true})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1", Secure: false})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1", Secure: r.TLS != nil})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1", Secure: os.Getenv("APP_ENV") == "production"})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1", Secure: os.Getenv("APP_ENV") != "development"})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Value: "1", Secure: os.Getenv("APP_ENV") == "development"})',
  'cookie := new(http.Cookie)\n\tcookie.Name = NAME\n\tcookie.Secure = true\n\thttp.SetCookie(w, cookie)',
  'var cookie http.Cookie\n\tcookie.Name = NAME\n\thttp.SetCookie(w, &cookie)',
  'var cookie http.Cookie\n\tcookie.Name = NAME\n\tcookie.Secure = true\n\thttp.SetCookie(w, &cookie)',
  'cookie := &http.Cookie{Name: NAME, Secure: true}\n\tcookie.Secure = false\n\thttp.SetCookie(w, cookie)',
  'cookie := http.Cookie{Name: NAME}\n\thttp.SetCookie(w, &cookie)\n\tcookie.Secure = true',
  'cookie := &http.Cookie{Name: NAME}\n\tif os.Getenv("APP_ENV") == "production" {\n\t\tcookie.Secure = true\n\t}\n\thttp.SetCookie(w, cookie)',
  'cookie := &http.Cookie{Name: NAME, Secure: true}\n\tif os.Getenv("APP_ENV") == "development" {\n\t\tcookie.Secure = false\n\t}\n\thttp.SetCookie(w, cookie)',
  'secure, _ := strconv.ParseBool(os.Getenv("COOKIE_SECURE"))\n\thttp.SetCookie(w, &http.Cookie{Name: NAME, Secure: secure})',
  '_, present := os.LookupEnv("APP_ENV")\n\thttp.SetCookie(w, &http.Cookie{Name: NAME, Secure: present})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Secure: isProduction()})',
  'http.SetCookie(w, &http.Cookie{Name: NAME, Secure: strings.EqualFold(os.Getenv("APP_ENV"), "PRODUCTION")})',
  'http.SetCookie(w, made(NAME, true))',
  'http.SetCookie(w, made(NAME, false))',
  'w.Header().Add("Set-Cookie", (&http.Cookie{Name: NAME, Value: "1", Secure: true}).String())',
  'w.Header().Set("Set-Cookie", NAME+"=1; Path=/; HttpOnly")',
  'w.Header().Set("Set-Cookie", NAME+"=1; Path=/; Secure; HttpOnly")',
  'w.Header().Set("Set-Cookie", fmt.Sprintf("%s=%d; Path=/%s", NAME, 1, "; Secure"))',
  'parts := []string{NAME + "=1", "Path=/"}\n\tif r.TLS != nil {\n\t\tparts = append(parts, "Secure")\n\t}\n\tw.Header().Set("Set-Cookie", strings.Join(parts, "; "))',
  'secure := true\n\tswitch os.Getenv("APP_ENV") {\n\tcase "development", "test":\n\t\tsecure = false\n\t}\n\thttp.SetCookie(w, &http.Cookie{Name: NAME, Secure: secure})',
];

const indexed = CASES.map((body, i) => ({
  name: `c${String(i).padStart(2, '0')}`,
  body: body.replaceAll('NAME', `"c${String(i).padStart(2, '0')}"`),
}));

/** The handlers of some cases, with what they share. */
const sourceOf = (cases: typeof indexed): string => `package main

import (
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
)

var used = []any{fmt.Sprint, os.Getenv, strconv.Itoa, strings.Join}

func isProduction() bool {
	return os.Getenv("APP_ENV") == "production"
}

func made(name string, secure bool) *http.Cookie {
	return &http.Cookie{Name: name, Value: "1", Secure: secure}
}

${cases.map(({ name, body }) => `func ${name}(w http.ResponseWriter, r *http.Request) {\n\t${body}\n}\n`).join('\n')}`;

const MAIN = `package main

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	handlers := map[string]http.HandlerFunc{${indexed.map(({ name }) => `"${name}": ${name}`).join(', ')}}
	for name, handler := range handlers {
		for _, secure := range []bool{false, true} {
			request := httptest.NewRequest("GET", "/", nil)
			if secure {
				request.TLS = &tls.ConnectionState{}
			}
			recorder := httptest.NewRecorder()
			handler(recorder, request)
			fmt.Printf("%t\\t%s\\t%s\\n", secure, name, recorder.Header().Get("Set-Cookie"))
		}
	}
}
`;

const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-go-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function build(): void {
  writeFileSync(path.join(folder, 'go.mod'), 'module example.org/oracle\n\ngo 1.18\n');
  writeFileSync(path.join(folder, 'cases.go'), sourceOf(indexed));
  writeFileSync(path.join(folder, 'main.go'), MAIN);
  const run = spawnSync('go', ['build', '-o', 'oracle', '.'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GO111MODULE: 'on' },
  });
  if (run.status !== 0) throw new Error(run.stderr);
}

/** Whether each cookie has Secure, by its case's name; over HTTP and over HTTPS. */
function serve(variables: Readonly<Record<string, string>>): Record<'http' | 'https', Map<string, boolean>> {
  const run = spawnSync(path.join(folder, 'oracle'), { encoding: 'utf8', env: { ...variables } });
  if (run.status !== 0) throw new Error(run.stderr);
  const seen = { http: new Map<string, boolean>(), https: new Map<string, boolean>() };
  for (const line of run.stdout.trim().split('\n')) {
    const [isHttps, name = '', header = ''] = line.split('\t');
    seen[isHttps === 'true' ? 'https' : 'http'].set(name, /;\s*secure(?:;|$)/i.test(header));
  }
  return seen;
}

/** Each case in a file of its own. */
const oursFor = async (one: (typeof indexed)[number]): Promise<string> =>
  seenAs((await statesOf('cases.go', sourceOf([one]))).get(one.name));

describe.skipIf(!hasGo)(`Go cookies as net/http sends them${hasGo ? '' : ' (skipped: go is not installed)'}`, () => {
  it('has the state that the headers of every environment show', async () => {
    build();
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
    const ours: [string, string][] = [];
    for (const one of indexed) ours.push([`${one.name} ${one.body}`, await oursFor(one)]);
    expect(ours).toEqual(indexed.map(({ name, body }) => [`${name} ${body}`, stateOfAnswers(answersOf(name))]));
  }, 240_000);
});
