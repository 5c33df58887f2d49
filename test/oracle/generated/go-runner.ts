/** What generated Go programs send: one program is made of all of them, each a package of its own, and started once for each environment. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSecure } from '../php-oracle.js';
import type { AskedWorld } from './asked-worlds.js';

/** Where Debian puts the sources of its Go packages. */
const DEBIAN = '/usr/share/gocode';

const MAIN = (packages: readonly number[]): string => `package main

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
${packages.map((i) => `\tp${i} "oracle/p${i}"`).join('\n')}
)

var programs = map[string]func(*http.ServeMux){
${packages.map((i) => `\t"${i}": p${i}.Routes,`).join('\n')}
}

// What a program writes into the environment is its own.
var started = os.Environ()

func ask(name, scheme string) (header string) {
	defer func() {
		if recover() != nil {
			header = ""
		}
	}()
	os.Clearenv()
	for _, one := range started {
		parts := strings.SplitN(one, "=", 2)
		os.Setenv(parts[0], parts[1])
	}
	mux := http.NewServeMux()
	programs[name](mux)
	request := httptest.NewRequest("GET", "/", nil)
	if scheme == "https" {
		request.TLS = &tls.ConnectionState{}
		request.Header.Set("X-Forwarded-Proto", "https")
	}
	recorder := httptest.NewRecorder()
	mux.ServeHTTP(recorder, request)
	for _, sent := range recorder.Result().Header["Set-Cookie"] {
		if len(sent) > 4 && sent[:4] == "sid=" {
			header = sent
		}
	}
	return header
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var name, scheme string
		fmt.Sscan(lines.Text(), &name, &scheme)
		fmt.Println(ask(name, scheme))
	}
}
`;

export const hasGo = spawnSync('go', ['version']).status === 0;

/** For each program and world whether its cookie is Secure; null where none is sent, undefined for a program that Go refuses. */
export function answersOfGo(
  programs: readonly Readonly<Record<string, string>>[],
  worlds: readonly (readonly AskedWorld[])[],
): readonly (readonly (boolean | null)[] | undefined)[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-go-'));
  const source = path.join(folder, 'src', 'oracle');
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    GO111MODULE: 'off',
    GOPATH: `${folder}${path.delimiter}${DEBIAN}`,
    GOFLAGS: '',
  };
  const go = (...args: string[]): { readonly status: number | null; readonly stderr: string } =>
    spawnSync('go', args, { cwd: source, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, env });
  try {
    programs.forEach((files, i) => {
      for (const [name, text] of Object.entries(files).filter(([one]) => one.endsWith('.go'))) {
        const file = path.join(source, `p${i}`, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, text.replaceAll('example.org/shop', `oracle/p${i}`));
      }
    });
    const refused = new Set(
      [...go('build', './...').stderr.matchAll(/^# oracle\/p(\d+)|(?:^|\s)p(\d+)\/[\w/]+\.go:/gm)].map(([, built, parsed]) =>
        Number(built ?? parsed),
      ),
    );
    if (process.env['ORACLE_SHOW'] !== undefined && refused.size > 0) console.log(go('build', './...').stderr);
    const kept = programs.flatMap((_, i) => (refused.has(i) ? [] : [i]));
    writeFileSync(path.join(source, 'main.go'), MAIN(kept));
    const built = go('build', '-o', path.join(folder, 'asked'), '.');
    if (built.status !== 0) throw new Error(built.stderr);
    return answered(path.join(folder, 'asked'), kept, worlds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packages read the environment when the program starts: a start for each of its states. */
function answered(
  program: string,
  kept: readonly number[],
  worlds: readonly (readonly AskedWorld[])[],
): readonly (readonly (boolean | null)[] | undefined)[] {
  const asked = new Map<
    string,
    { readonly variables: AskedWorld['variables']; readonly questions: (readonly [index: number, world: number, https: boolean])[] }
  >();
  for (const i of kept)
    worlds[i]!.forEach(({ variables, https }, world) => {
      const key = JSON.stringify(variables);
      if (!asked.has(key)) asked.set(key, { variables, questions: [] });
      asked.get(key)!.questions.push([i, world, https]);
    });
  const answers = worlds.map((list, i) => (kept.includes(i) ? list.map((): boolean | null => null) : undefined));
  for (const { variables, questions } of asked.values()) {
    const run = spawnSync(program, {
      input: questions.map(([i, , https]) => `${i} ${https ? 'https' : 'http'}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...variables },
    });
    if (run.status !== 0) throw new Error(run.stderr);
    const lines = run.stdout.split('\n');
    questions.forEach(([i, world], at) => {
      answers[i]![world] = lines[at] === '' ? null : isSecure(lines[at]!);
    });
  }
  return answers;
}
