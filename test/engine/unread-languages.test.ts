/** Code in a language without a front-end is said, and its app is no pass. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Report } from '../../src/cookies/finding.js';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function reportOf(files: Readonly<Record<string, string>>): Promise<Report> {
  const root = mkdtempSync(path.join(tmpdir(), 'unread-'));
  folders.push(root);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return scan({ root, config: defaultConfig });
}

const SECURE =
  'class A { void a(jakarta.servlet.http.HttpServletResponse r) { var c = new jakarta.servlet.http.Cookie("lang", "x"); c.setSecure(true); r.addCookie(c); } }\n';
const GROOVY = "class B { def b(response) { response.addCookie(new Cookie('session', 'v')) } }\n";

it('says which files mention cookies, and makes a range of the score', async () => {
  const files = { 'pom.xml': '<project/>\n', 'src/main/java/A.java': SECURE };
  expect((await reportOf(files)).verdict).toBe('pass');
  const report = await reportOf({ ...files, 'src/main/groovy/B.groovy': GROOVY });
  expect(report).toMatchObject({ verdict: 'undecided', score: 0, bestScore: 1, apps: [{ unread: 1 }] });
  expect(report.skipped).toEqual([{ path: 'src/main/groovy/B.groovy', why: 'it mentions cookies, and no front-end reads .groovy files' }]);
});

it.each([
  ['Login.vb', 'Response.Cookies.Add(New HttpCookie("session", "v"))\n'],
  ['Program.fs', 'let h (ctx: HttpContext) = ctx.Response.Cookies.Append("session", "v")\n'],
  ['lib/a.ex', 'def a(conn), do: put_resp_cookie(conn, "session", "v")\n'],
])('says it of %s where nothing else is found', async (file, text) => {
  expect((await reportOf({ [file]: text })).skipped.map((one) => one.path)).toEqual([file]);
});

it('is silent about tests, and about code without a cookie', async () => {
  const report = await reportOf({ 'src/test/groovy/BSpec.groovy': GROOVY, 'C.groovy': 'class C {}\n', 'notes.txt': 'cookie\n' });
  expect(report.skipped).toEqual([]);
});
