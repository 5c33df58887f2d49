/** The state of Secure for the idioms of real code: one expression each, evaluated and tried in every world. */
import { describe, expect, it } from 'vitest';
import { idioms } from '../../rules/index.js';
import { answer } from '../../src/state/state.js';
import type { SecureState } from '../../src/cookies/finding.js';
import { javascript } from '../../src/syntax/javascript/language.js';
import { Evaluator } from '../../src/values/evaluator.js';
import { NO_LINKS } from '../../src/values/links.js';

/** `secure` at the end of the given statements. */
function stateOf(source: string, isDefaultOn = false): SecureState {
  const program = javascript.lower(`${source}\n;probe(secure);`, 'probe.ts');
  const evaluator = new Evaluator(NO_LINKS, idioms);
  const call = evaluator.indexOf(program).calls.find((one) => one.callee.kind === 'name' && one.callee.name === 'probe')!;
  return answer({
    value: evaluator.evaluate(call.args[0]!.value, program),
    isText: false,
    truth: 'javascript',
    default: isDefaultOn ? 'on' : 'off',
  }).state;
}

const STATES: Readonly<Record<string, readonly string[]>> = {
  on: [
    'const secure = true;',
    'const secure = !false;',
    'const secure = 1;',
    "const secure = 'false';",
    'const o = { secure: true }; const { secure } = o;',
    'let secure = false; secure = true;',
    'const secure = [true][0];',
  ],
  disabled: [
    'const secure = false;',
    'const secure = 0;',
    'const secure = !true;',
    "const secure = '';",
    'const o = { secure: true }; o.secure = false; const secure = o.secure;',
    'const secure = false && process.env.X;',
  ],
  missing: [
    'const secure = undefined;',
    'const { secure } = {};',
    'const secure = ({ httpOnly: true }).secure;',
    'let secure;',
    'const secure = void 0;',
  ],
  'env-conditional': [
    "const secure = process.env.NODE_ENV === 'production';",
    "const secure = process.env.NODE_ENV == 'prod' || process.env.NODE_ENV === 'production';",
    "const isProd = process.env.NODE_ENV === 'production'; const secure = isProd ? true : false;",
    "let secure = false; if (process.env.NODE_ENV === 'production') { secure = true; }",
    "const secure = process.env.COOKIE_SECURE === 'true';",
    'const secure = Boolean(process.env.HTTPS);',
    'const secure = !!process.env.HTTPS;',
    "const secure = process.env.BASE_URL.startsWith('https://');",
    "const secure = new URL(process.env.BASE_URL).protocol === 'https:';",
    "const secure = ['production', 'staging'].includes(process.env.NODE_ENV);",
    "const secure = process.env.NODE_ENV === 'production' || undefined;",
    "const secure = (process.env.NODE_ENV === 'production') && process.env.COOKIE_SECURE !== 'false';",
    'const secure = JSON.parse(process.env.SECURE ?? "false");',
    "const mk = (p) => ({ secure: p }); const { secure } = mk(process.env.NODE_ENV === 'production');",
    "const o = { ...(process.env.NODE_ENV === 'production' ? { secure: true } : {}) }; const { secure } = o;",
    "const o = { ...(process.env.NODE_ENV === 'production' && { secure: true }) }; const { secure } = o;",
    "const o = Object.assign({}, { secure: process.env.S === '1' }); const { secure } = o;",
    'const table = { production: true, development: false }; const secure = table[process.env.NODE_ENV];',
    "function mode() { if (process.env.NODE_ENV === 'production') return true; return false; } const secure = mode();",
    "class C { get secure() { return process.env.NODE_ENV === 'production'; } } const secure = new C().secure;",
    "let secure; switch (process.env.NODE_ENV) { case 'production': secure = true; break; default: secure = false; }",
  ],
  'env-escape-hatch': [
    "const secure = process.env.NODE_ENV !== 'development';",
    "const secure = process.env.COOKIE_SECURE !== 'false';",
    "const secure = (process.env.SECURE ?? 'true') === 'true';",
    'const secure = !process.env.INSECURE;',
    "const secure = process.env.NODE_ENV === 'development' ? false : true;",
    "const isDev = process.env.NODE_ENV === 'development'; const secure = !isDev;",
  ],
  inverted: [
    "const secure = process.env.NODE_ENV === 'development';",
    "const secure = process.env.NODE_ENV !== 'production';",
    "const secure = process.env.NODE_ENV === 'production' ? false : true;",
  ],
  'request-conditional': [
    'const f = (req) => { const secure = req.secure; }; const secure = location.protocol === "https:";',
    "const secure = window.location.protocol === 'https:' ? true : false;",
  ],
  unresolved: ['const secure = lookUp();', 'const secure = unknown.thing;', 'const f = (secure) => secure; const secure = f(lookUp());'],
};

describe.each(Object.entries(STATES))('%s', (state, sources) => {
  it.each(sources)('%s', (source) => {
    expect(stateOf(source)).toBe(state);
  });
});

it('a missing value has the library’s default', () => {
  expect(stateOf('const { secure } = {};', true)).toBe('on');
  expect(stateOf('const secure = false;', true)).toBe('disabled');
});

it('recursion and depth end as unresolved, not as a crash', () => {
  expect(stateOf('const f = (n) => f(n + 1); const secure = f(0);')).toBe('unresolved');
  expect(stateOf('let secure = secure || secure;')).toBe('unresolved');
  expect(
    stateOf(
      `${Array.from({ length: 30 }, (_, i) => `const f${i} = () => f${i + 1}();`).join('\n')}\nconst f30 = () => true; const secure = f0();`,
    ),
  ).toBe('unresolved');
});
