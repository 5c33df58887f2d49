/** What the inventory says of the attributes beside Secure: what is written, else what the framework sends by itself. */
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/engine/config/config.js';
import { scan } from '../../src/engine/scan.js';

async function attributesOf(filename: string, text: string): Promise<unknown[]> {
  const report = await scan({ root: import.meta.dirname, config: defaultConfig, alone: true, stdin: { filename, text } });
  return report.cookies.map(({ attributes }) => attributes);
}

const FLASK = "from flask import Flask, session\napp = Flask(__name__)\napp.config['SECRET_KEY'] = key\n";
const ASPNET = (options: string): string => `builder.Services.AddSession(options => { options.Cookie.Name = "s"; ${options} });\n`;
const SPRING = (more: string): string =>
  `import org.springframework.session.web.http.DefaultCookieSerializer;\nclass C {\n  CookieSerializer s() {\n    DefaultCookieSerializer s = new DefaultCookieSerializer();\n    ${more}\n    return s;\n  }\n}\n`;

describe('a session whose framework hides it from scripts', () => {
  it.each([
    ['app.py', FLASK, { httpOnly: true }],
    ['app.py', `${FLASK}app.config['SESSION_COOKIE_HTTPONLY'] = False\n`, { httpOnly: false }],
    [
      'app.py',
      `${FLASK}app.config.update(SESSION_COOKIE_SECURE=False, SESSION_COOKIE_SAMESITE='Strict')\n`,
      { httpOnly: true, sameSite: 'Strict' },
    ],
    ['Program.cs', ASPNET(''), { httpOnly: true }],
    ['Program.cs', ASPNET('options.Cookie.HttpOnly = false;'), { httpOnly: false }],
    ['C.java', SPRING(''), { httpOnly: true, sameSite: 'Lax' }],
    ['C.java', SPRING('s.setUseHttpOnlyCookie(false);'), { httpOnly: false, sameSite: 'Lax' }],
  ])('%s: %s', async (file, text, expected) => {
    expect(await attributesOf(file, text)).toEqual([expect.objectContaining(expected)]);
  });
});
