/** The ways by which a value comes to a cookie in JavaScript programs. */

/** How the cookie is sent: with an options object, or with Secure alone. */
export interface Send {
  readonly options: (options: string) => string;
  readonly secure: (secure: string) => string;
}

/** Lines of the module, lines of the handler, and other modules. */
export interface Way {
  readonly imports?: readonly string[];
  readonly before?: readonly string[];
  readonly inside?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  /** The cookie's lines. */
  readonly send: string;
}

/** `where`: whether the value is made before there is a request. */
export interface JavaScriptWay {
  readonly name: string;
  readonly early: boolean;
  readonly print: (secure: string, send: Send) => Way;
}

const early = (name: string, print: JavaScriptWay['print']): JavaScriptWay => ({ name, early: true, print });
const late = (name: string, print: JavaScriptWay['print']): JavaScriptWay => ({ name, early: false, print });
const inside = (send: string, ...lines: string[]): Way => ({ inside: lines, send });
const before = (send: string, ...lines: string[]): Way => ({ before: lines, send });

export const WAYS: readonly JavaScriptWay[] = [
  late('direct', (s, { secure }) => inside(secure(s))),
  late('const', (s, { secure }) => inside(secure('secure'), `const secure = ${s};`)),
  late('let assigned', (s, { secure }) => inside(secure('secure'), 'let secure;', `secure = ${s};`)),
  late('written twice', (s, { secure }) => inside(secure('secure'), 'let secure = true;', `secure = ${s};`)),
  late('swapped', (s, { secure }) => inside(secure('a'), `let [a, b] = [true, ${s}];`, '[a, b] = [b, a];')),
  early('constant', (s, { secure }) => before(secure('SECURE'), `const SECURE = ${s};`)),
  early('var', (s, { secure }) => before(secure('secure'), `var secure = ${s};`)),
  late('spread', (s, { options }) => inside(options('{ httpOnly: true, ...base }'), `const base = { path: '/', secure: ${s} };`)),
  late('spread under', (s, { options }) => inside(options('{ ...base, secure: true }'), `const base = { path: '/', secure: ${s} };`)),
  late('spread over', (s, { options }) => inside(options('{ secure: true, ...base }'), `const base = { path: '/', secure: ${s} };`)),
  late('spread and', (s, { options }) => inside(options(`{ path: '/', ...((${s}) && { secure: true }) }`))),
  late('spread conditional', (s, { options }) => inside(options(`{ path: '/', ...((${s}) ? { secure: true } : {}) }`))),
  late('spread conditional off', (s, { options }) => inside(options(`{ secure: true, ...((${s}) ? {} : { secure: false }) }`))),
  late('conditional options', (s, { options }) => inside(options(`(${s}) ? { secure: true } : { path: '/' }`))),
  late('assign', (s, { options }) => inside(options(`Object.assign({}, { path: '/', secure: true }, { secure: ${s} })`))),
  late('assign into', (s, { options }) =>
    inside(options('base'), "const base = { path: '/', secure: true };", `Object.assign(base, { secure: ${s} });`),
  ),
  late('assign under', (s, { options }) => inside(options(`Object.assign({ secure: ${s} }, { path: '/' })`))),
  late('written later', (s, { options }) => inside(options('options'), "const options = { path: '/' };", `options.secure = ${s};`)),
  late('written by key', (s, { options }) => inside(options('options'), "const options = { path: '/' };", `options['secure'] = ${s};`)),
  late('written by a variable key', (s, { options }) =>
    inside(options('options'), "const options = { path: '/' };", "const key = 'secure';", `options[key] = ${s};`),
  ),
  late('computed key', (s, { options }) => inside(options(`{ path: '/', ['secure']: ${s} }`))),
  late('guarded', (s, { options }) => inside(options('options'), "const options = { path: '/' };", `if (${s}) options.secure = true;`)),
  late('guarded off', (s, { options }) =>
    inside(options('options'), "const options = { path: '/', secure: true };", `if (!(${s})) {`, '  options.secure = false;', '}'),
  ),
  late('guarded both', (s, { options }) =>
    inside(
      options('options'),
      'let options;',
      `if (${s}) {`,
      '  options = { secure: true };',
      '} else {',
      '  options = { secure: false };',
      '}',
    ),
  ),
  late('guarded by and', (s, { options }) =>
    inside(options('options'), "const options = { path: '/' };", `(${s}) && (options.secure = true);`),
  ),
  late('alias', (s, { options }) =>
    inside(options('options'), "const options = { path: '/', secure: true };", 'const same = options;', `same.secure = ${s};`),
  ),
  late('alias of a part', (s, { options }) =>
    inside(
      options('config.cookie'),
      "const config = { cookie: { path: '/', secure: true } };",
      'const { cookie } = config;',
      `cookie.secure = ${s};`,
    ),
  ),
  late('alias in a list', (s, { options }) =>
    inside(options('options'), 'const options = { secure: true };', 'const all = [options];', `all[0].secure = ${s};`),
  ),
  late('alias by for', (s, { options }) =>
    inside(options('options'), 'const options = { secure: true };', 'for (const one of [options]) {', `  one.secure = ${s};`, '}'),
  ),
  late('alias by forEach', (s, { options }) =>
    inside(options('options'), 'const options = { secure: true };', `[options].forEach((one) => { one.secure = ${s}; });`),
  ),
  late('copied, then written', (s, { options }) =>
    inside(options('options'), `const options = { secure: ${s} };`, 'const copy = { ...options };', 'copy.secure = true;'),
  ),
  late('deleted', (s, { options }) => inside(options('options'), `const options = { path: '/', secure: ${s} };`, 'delete options.secure;')),
  late('deleted by key', (s, { options }) =>
    inside(options('options'), `const options = { path: '/', secure: ${s} };`, "delete options['secure'];"),
  ),
  late('deleted under a condition', (s, { options }) =>
    inside(options('options'), 'const options = { secure: true };', `if (!(${s})) delete options.secure;`),
  ),
  late('deleted by Reflect', (s, { options }) =>
    inside(options('options'), `const options = { path: '/', secure: ${s} };`, "Reflect.deleteProperty(options, 'secure');"),
  ),
  late('rest', (s, { options }) => inside(options('rest'), `const { secure, ...rest } = { path: '/', secure: ${s} };`)),
  late('rest that keeps', (s, { options }) => inside(options('rest'), `const { path, ...rest } = { path: '/', secure: ${s} };`)),
  late('taken out', (s, { secure }) => inside(secure('secure'), `const { secure } = { path: '/', secure: ${s} };`)),
  late('taken out with a default', (s, { secure }) => inside(secure('secure'), `const { secure = ${s} } = { path: '/' };`)),
  late('taken out renamed', (s, { secure }) => inside(secure('on'), `const { cookie: { secure: on } } = { cookie: { secure: ${s} } };`)),
  late('function', (s, { secure }) => ({ before: ['function isSecure(req) {', `  return ${s};`, '}'], send: secure('isSecure(req)') })),
  late('arrow', (s, { secure }) => ({ before: [`const isSecure = (req) => ${s};`], send: secure('isSecure(req)') })),
  late('hoisted', (s, { secure }) => ({ inside: ['function isSecure() {', `  return ${s};`, '}'], send: secure('isSecure()') })),
  late('branches of a function', (s, { secure }) => ({
    before: ['function isSecure(req) {', `  if (${s}) {`, '    return true;', '  }', '  return false;', '}'],
    send: secure('isSecure(req)'),
  })),
  late('options of a function', (s, { options }) => ({
    before: [`const cookieOptions = (req) => ({ httpOnly: true, secure: ${s} });`],
    send: options('cookieOptions(req)'),
  })),
  late('options of a function with overrides', (s, { options }) => ({
    before: ["const cookieOptions = (overrides = {}) => ({ path: '/', secure: true, ...overrides });"],
    send: options(`cookieOptions({ secure: ${s} })`),
  })),
  late('options of a function, overrides left out', (s, { options }) => ({
    before: [`const cookieOptions = (req, overrides = {}) => ({ path: '/', secure: ${s}, ...overrides });`],
    send: options('cookieOptions(req)'),
  })),
  late('parameter', (s, { secure }) => ({ before: ['const identity = (value) => value;'], send: secure(`identity(${s})`) })),
  early('default parameter', (s, { secure }) => ({ before: [`const isSecure = (value = ${s}) => value;`], send: secure('isSecure()') })),
  early('default parameter, undefined given', (s, { secure }) => ({
    before: [`const isSecure = (value = ${s}) => value;`],
    send: secure('isSecure(undefined)'),
  })),
  early('default parameter, null given', (s, { secure }) => ({
    before: [`const isSecure = (value = ${s}) => value;`],
    send: secure('isSecure(null)'),
  })),
  late('parameter in a record', (s, { secure }) => ({
    before: ['const isSecure = ({ secure = true } = {}) => secure;'],
    send: secure(`isSecure({ secure: ${s} })`),
  })),
  late('helper that writes', (s, { options }) => ({
    before: ['function harden(options, value) {', '  options.secure = value;', '}'],
    inside: ["const options = { path: '/', secure: true };", `harden(options, ${s});`],
    send: options('options'),
  })),
  late('helper that returns what it was given', (s, { options }) => ({
    before: ['function withSecure(options, value) {', '  return { ...options, secure: value };', '}'],
    send: options(`withSecure({ path: '/' }, ${s})`),
  })),
  early('static field', (s, { secure }) => before(secure('Settings.secure'), 'class Settings {', `  static secure = ${s};`, '}')),
  early('field', (s, { secure }) =>
    before(secure('settings.secure'), 'class Settings {', `  secure = ${s};`, '}', 'const settings = new Settings();'),
  ),
  early('constructor', (s, { secure }) =>
    before(
      secure('settings.secure'),
      'class Settings {',
      '  constructor() {',
      `    this.secure = ${s};`,
      '  }',
      '}',
      'const settings = new Settings();',
    ),
  ),
  early('constructor parameter', (s, { secure }) =>
    before(
      secure('settings.secure'),
      'class Settings {',
      '  constructor(secure) {',
      '    this.secure = secure;',
      '  }',
      '}',
      `const settings = new Settings(${s});`,
    ),
  ),
  early('getter', (s, { secure }) =>
    before(
      secure('settings.secure'),
      'class Settings {',
      '  get secure() {',
      `    return ${s};`,
      '  }',
      '}',
      'const settings = new Settings();',
    ),
  ),
  early('method', (s, { secure }) =>
    before(
      secure('settings.isSecure()'),
      'class Settings {',
      '  isSecure() {',
      `    return ${s};`,
      '  }',
      '}',
      'const settings = new Settings();',
    ),
  ),
  early('setter', (s, { secure }) =>
    before(
      secure('settings.value'),
      'class Settings {',
      '  value = true;',
      '  setSecure(value) {',
      '    this.value = value;',
      '  }',
      '}',
      'const settings = new Settings();',
      `settings.setSecure(${s});`,
    ),
  ),
  early('field written from outside', (s, { secure }) =>
    before(
      secure('settings.secure'),
      'class Settings {',
      '  secure = true;',
      '}',
      'const settings = new Settings();',
      `settings.secure = ${s};`,
    ),
  ),
  early('inherited', (s, { secure }) =>
    before(
      secure('settings.secure'),
      'class Base {',
      `  secure = ${s};`,
      '}',
      'class Settings extends Base {}',
      'const settings = new Settings();',
    ),
  ),
  early('overridden', (s, { secure }) =>
    before(
      secure('settings.isSecure()'),
      'class Base {',
      '  isSecure() {',
      '    return true;',
      '  }',
      '}',
      'class Settings extends Base {',
      '  isSecure() {',
      `    return ${s};`,
      '  }',
      '}',
      'const settings = new Settings();',
    ),
  ),
  early('private field', (s, { secure }) =>
    before(
      secure('settings.secure'),
      'class Settings {',
      `  #secure = ${s};`,
      '  get secure() {',
      '    return this.#secure;',
      '  }',
      '}',
      'const settings = new Settings();',
    ),
  ),
  early('builder', (s, { options }) =>
    before(
      options(`new Builder().path('/').secure(${s}).build()`),
      'class Builder {',
      '  options = {};',
      '  path(value) {',
      '    this.options.path = value;',
      '    return this;',
      '  }',
      '  secure(value) {',
      '    this.options.secure = value;',
      '    return this;',
      '  }',
      '  build() {',
      '    return this.options;',
      '  }',
      '}',
    ),
  ),
  late('lookup', (s, { secure }) => inside(secure('secure'), `const secure = { yes: true, no: false }[(${s}) ? 'yes' : 'no'];`)),
  early('table by mode', (s, { options }) =>
    before(
      options("settings[process.env.NODE_ENV || 'development']"),
      `const settings = { development: { secure: false }, production: { secure: ${s} } };`,
    ),
  ),
  early('table by mode with a default', (s, { options }) =>
    before(
      options('(settings[process.env.NODE_ENV] || settings.production)'),
      `const settings = { development: { secure: false }, production: { secure: ${s} } };`,
    ),
  ),
  late('switch', (s, { secure }) =>
    inside(
      secure('secure'),
      'let secure;',
      `switch (Boolean(${s})) {`,
      '  case true:',
      '    secure = true;',
      '    break;',
      '  default:',
      '    secure = false;',
      '}',
    ),
  ),
  late('switch that falls through', (s, { secure }) =>
    inside(
      secure('secure'),
      'let secure = true;',
      `switch (Boolean(${s})) {`,
      '  case false:',
      '    secure = false;',
      '  case true:',
      '    break;',
      '}',
    ),
  ),
  late('try', (s, { secure }) =>
    inside(secure('secure'), 'let secure = false;', 'try {', `  secure = ${s};`, '} catch {', '  secure = false;', '}'),
  ),
  late('try, fallback true', (s, { secure }) =>
    inside(secure('secure'), 'let secure;', 'try {', `  secure = ${s};`, '} catch {', '  secure = true;', '}'),
  ),
  late('catch that happens', (s, { secure }) =>
    inside(secure('secure'), 'let secure = true;', 'try {', "  JSON.parse('{');", '} catch {', `  secure = ${s};`, '}'),
  ),
  late('finally', (s, { secure }) =>
    inside(secure('secure'), 'let secure = true;', 'try {', '  secure = false;', '} finally {', `  secure = ${s};`, '}'),
  ),
  late('loop over entries', (s, { options }) =>
    inside(
      options('options'),
      'const options = {};',
      `for (const [key, value] of Object.entries({ path: '/', secure: ${s} })) {`,
      '  options[key] = value;',
      '}',
    ),
  ),
  late('loop over keys', (s, { options }) =>
    inside(
      options('options'),
      'const options = {};',
      `const from = { path: '/', secure: ${s} };`,
      'for (const key in from) options[key] = from[key];',
    ),
  ),
  late('fromEntries', (s, { options }) => inside(options(`Object.fromEntries([['path', '/'], ['secure', ${s}]])`))),
  late('fromEntries, filtered', (s, { options }) =>
    inside(options(`Object.fromEntries(Object.entries({ path: '/', secure: ${s} }).filter(([, value]) => value !== undefined))`)),
  ),
  late('reduce', (s, { options }) => inside(options(`[{ path: '/' }, { secure: ${s} }].reduce((all, one) => ({ ...all, ...one }), {})`))),
  late('JSON copy', (s, { options }) => inside(options(`JSON.parse(JSON.stringify({ path: '/', secure: ${s} }))`))),
  late('structuredClone', (s, { options }) => inside(options(`structuredClone({ path: '/', secure: ${s} })`))),
  late('frozen', (s, { options }) => inside(options('options'), `const options = Object.freeze({ path: '/', secure: ${s} });`)),
  late('made of a prototype', (s, { secure }) => inside(secure('options.secure'), `const options = Object.create({ secure: ${s} });`)),
  late('default by ??=', (s, { options }) => inside(options('options'), "const options = { path: '/' };", `options.secure ??= ${s};`)),
  late('default by ||=', (s, { options }) => inside(options('options'), "const options = { path: '/' };", `options.secure ||= ${s};`)),
  late('default by ||= over false', (s, { options }) =>
    inside(options('options'), 'const options = { secure: false };', `options.secure ||= ${s};`),
  ),
  late('and by &&=', (s, { options }) => inside(options('options'), 'const options = { secure: true };', `options.secure &&= ${s};`)),
  late('default by ||', (s, { options }) =>
    inside(options('options'), 'const options = {};', `options.secure = options.secure || ${s.includes('??') ? `(${s})` : s};`),
  ),
  late('default if undefined', (s, { options }) =>
    inside(options('options'), 'const options = {};', 'if (options.secure === undefined) {', `  options.secure = ${s};`, '}'),
  ),
  late('default if not in', (s, { options }) =>
    inside(options('options'), 'const options = {};', `if (!('secure' in options)) options.secure = ${s};`),
  ),
  late('default if falsy, over true', (s, { options }) =>
    inside(options('options'), 'const options = { secure: true };', `if (!options.secure) options.secure = ${s};`),
  ),
  late('defaults under given', (s, { options }) =>
    inside(options('{ ...defaults, ...given }'), `const defaults = { secure: ${s} };`, "const given = { path: '/' };"),
  ),
  late('undefined over defaults', (s, { options }) =>
    inside(options('{ ...defaults, ...given }'), `const defaults = { secure: ${s} };`, "const given = { path: '/', secure: undefined };"),
  ),
  early('nested', (s, { secure }) =>
    before(secure('config.session.cookie.secure'), `const config = { session: { cookie: { secure: ${s} } } };`),
  ),
  early('nested, chained', (s, { secure }) =>
    before(secure('config?.session?.cookie?.secure'), `const config = { session: { cookie: { secure: ${s} } } };`),
  ),
  early('nested, missing', (s, { secure }) => before(secure(`config.cookie?.secure ?? (${s})`), 'const config = { session: {} };')),
  early('nested write', (s, { options }) =>
    before(
      options('config.session.cookie'),
      'const config = { session: { cookie: { secure: true } } };',
      `config.session.cookie.secure = ${s};`,
    ),
  ),
  late('list', (s, { secure }) => inside(secure('flags[1]'), `const flags = [true, ${s}];`)),
  late('list taken apart', (s, { secure }) => inside(secure('secure'), `const [, secure] = [true, ${s}];`)),
  late('list pushed', (s, { secure }) => inside(secure('flags[0]'), 'const flags = [];', `flags.push(${s});`)),
  late('map', (s, { secure }) => inside(secure("settings.get('secure')"), `const settings = new Map([['secure', ${s}]]);`)),
  late('map set', (s, { secure }) =>
    inside(secure("settings.get('secure')"), "const settings = new Map([['secure', true]]);", `settings.set('secure', ${s});`),
  ),
  late('mapped', (s, { options }) => inside(options(`[${s}].map((secure) => ({ secure }))[0]`))),
  late('called at once', (s, { secure }) => inside(secure(`(() => { const on = ${s}; return on; })()`))),
  late('closure', (s, { secure }) => inside(secure('get()'), `const value = ${s};`, 'const get = () => value;')),
  late('closure that is made', (s, { secure }) => ({ before: ['const make = (value) => () => value;'], send: secure(`make(${s})()`) })),
  late('bound', (s, { secure }) => ({
    before: ['function pick(value) {', '  return value;', '}'],
    send: secure(`pick.bind(null, ${s})()`),
  })),
  late('called with', (s, { secure }) => ({
    before: ['function pick(value) {', '  return value;', '}'],
    send: secure(`pick.call(null, ${s})`),
  })),
  late('applied', (s, { secure }) => ({ before: ['function pick(value) {', '  return value;', '}'], send: secure(`pick(...[${s}])`) })),
  early('written by a function', (s, { secure }) =>
    before(secure('secure'), 'let secure = true;', 'function configure() {', `  secure = ${s};`, '}', 'configure();'),
  ),
  early('written by a function that nobody calls', (s, { secure }) =>
    before(secure('secure'), `let secure = ${s};`, 'function configure() {', '  secure = true;', '}'),
  ),
  early('written after the handler', (s, { secure }) => ({ before: ['let secure = true;', `secure = ${s};`], send: secure('secure') })),
  early('default export', (s, { secure }) => ({
    imports: ["import config from './config.mjs';"],
    files: { 'config.mjs': `export default { secure: ${s} };\n` },
    send: secure('config.secure'),
  })),
  early('named export', (s, { secure }) => ({
    imports: ["import { SECURE } from './config.mjs';"],
    files: { 'config.mjs': `export const SECURE = ${s};\n` },
    send: secure('SECURE'),
  })),
  early('options of another module', (s, { options }) => ({
    imports: ["import { cookieOptions } from './config.mjs';"],
    files: { 'config.mjs': `export const cookieOptions = {\n  httpOnly: true,\n  secure: ${s},\n};\n` },
    send: options('cookieOptions'),
  })),
  early('namespace import', (s, { secure }) => ({
    imports: ["import * as config from './config.mjs';"],
    files: { 'config.mjs': `export const secure = ${s};\n` },
    send: secure('config.secure'),
  })),
  early('exported again', (s, { secure }) => ({
    imports: ["import { secure } from './index.mjs';"],
    files: { 'index.mjs': "export * from './config.mjs';\n", 'config.mjs': `export const secure = ${s};\n` },
    send: secure('secure'),
  })),
  early('exported and written by another module', (s, { options }) => ({
    imports: ["import { options } from './config.mjs';"],
    before: [`options.secure = ${s};`],
    files: { 'config.mjs': 'export const options = { secure: true };\n' },
    send: options('options'),
  })),
  early('exported and written by a third module', (s, { options }) => ({
    imports: ["import { options } from './config.mjs';", "import './setup.mjs';"],
    files: {
      'config.mjs': 'export const options = { secure: true };\n',
      'setup.mjs': `import { options } from './config.mjs';\n\noptions.secure = ${s};\n`,
    },
    send: options('options'),
  })),
  early('exported let with a setter', (s, { secure }) => ({
    imports: ["import { secure, setSecure } from './config.mjs';"],
    before: [`setSecure(${s});`],
    files: { 'config.mjs': 'export let secure = true;\nexport function setSecure(value) {\n  secure = value;\n}\n' },
    send: secure('secure'),
  })),
  early('function of another module', (s, { secure }) => ({
    imports: ["import { isSecure } from './config.mjs';"],
    files: { 'config.mjs': `export function isSecure() {\n  return ${s};\n}\n` },
    send: secure('isSecure()'),
  })),
  early('class of another module', (s, { secure }) => ({
    imports: ["import settings from './config.mjs';"],
    files: {
      'config.mjs': `class Settings {\n  constructor() {\n    this.cookie = { secure: ${s} };\n  }\n}\n\nexport default new Settings();\n`,
    },
    send: secure('settings.cookie.secure'),
  })),
  early('CommonJS', (s, { secure }) => ({
    imports: ["import config from './config.cjs';"],
    files: { 'config.cjs': `module.exports = { secure: ${s} };\n` },
    send: secure('config.secure'),
  })),
  early('CommonJS exports', (s, { secure }) => ({
    imports: ["import config from './config.cjs';"],
    files: { 'config.cjs': `exports.secure = true;\nexports.secure = ${s};\n` },
    send: secure('config.secure'),
  })),
  early('environment module', (s, { secure }) => ({
    imports: ["import { env } from './env.mjs';"],
    files: {
      'env.mjs': `const isProduction = process.env.NODE_ENV === 'production';\nexport const env = { isProduction, secure: isProduction && (${s}) };\n`,
    },
    send: secure('env.secure'),
  })),
  early('environment module, or', (s, { secure }) => ({
    imports: ["import { env } from './env.mjs';"],
    files: {
      'env.mjs': `const { NODE_ENV = 'development' } = process.env;\nexport const env = { isProduction: NODE_ENV === 'production', forced: ${s} };\n`,
    },
    send: secure('env.isProduction || env.forced'),
  })),
  early('process.env given', (s, { secure }) =>
    before(secure("process.env.COOKIE_FLAG === 'yes'"), `process.env.COOKIE_FLAG = (${s}) ? 'yes' : 'no';`),
  ),
  early('process.env mode default', (s, { secure }) =>
    before(secure(`process.env.NODE_ENV === 'production' && (${s})`), "process.env.NODE_ENV = process.env.NODE_ENV || 'development';"),
  ),
  early('process.env mode default production', (s, { secure }) =>
    before(secure(`process.env.NODE_ENV === 'production' && (${s})`), "process.env.NODE_ENV ??= 'production';"),
  ),
  early('process.env taken apart', (s, { secure }) =>
    before(secure(`NODE_ENV === 'production' || (${s})`), 'const { NODE_ENV } = process.env;'),
  ),
  early('boot guard', (s, { secure }) => before(secure(s), "if (!process.env.NODE_ENV) throw new Error('NODE_ENV');")),
  early('boot guard in production', (s, { secure }) =>
    before(
      secure("process.env.COOKIE_SECURE === 'true'"),
      `if (process.env.NODE_ENV === 'production' && !(${s})) throw new Error('set it');`,
    ),
  ),
  late('sent twice', (s, { secure, options }) => inside(`${secure('true')}\n${secure(s)}`, `void (${options.length});`)),
  late('sent in both branches', (s, { secure }) =>
    inside(
      '',
      `if (${s}) {`,
      `  ${secure('true').replaceAll('\n', '\n  ')}`,
      '} else {',
      `  ${secure('false').replaceAll('\n', '\n  ')}`,
      '}',
    ),
  ),
  late('sent under a condition', (s, { secure }) =>
    inside('', "if (process.env.NODE_ENV !== 'test') {", `  ${secure(s).replaceAll('\n', '\n  ')}`, '}'),
  ),
  late('sent after a return', (s, { secure }) => inside(secure(s), "if (process.env.NODE_ENV === 'test') return;")),
  late('async', (s, { secure }) => ({ before: ['async function isSecure() {', `  return ${s};`, '}'], send: secure('await isSecure()') })),
  late('promise', (s, { secure }) => inside(secure(`await Promise.resolve(${s})`))),
  late('defineProperty', (s, { options }) =>
    inside(
      options('options'),
      "const options = { path: '/' };",
      `Object.defineProperty(options, 'secure', { value: ${s}, enumerable: true });`,
    ),
  ),
  late('getter of a record', (s, { options }) => inside(options(`{ get secure() { return ${s}; } }`))),
  late('method of a record', (s, { secure }) => inside(secure('settings.isSecure()'), `const settings = { isSecure() { return ${s}; } };`)),
  late('this in a record', (s, { secure }) =>
    inside(secure('settings.isSecure()'), `const settings = { on: ${s}, isSecure() { return this.on; } };`),
  ),
  late('enumeration', (s, { secure }) => ({
    before: ["const Mode = Object.freeze({ ON: 'on', OFF: 'off' });"],
    inside: [`const mode = (${s}) ? Mode.ON : Mode.OFF;`],
    send: secure('mode === Mode.ON'),
  })),
  late('counter', (s, { secure }) => inside(secure('count > 1'), 'let count = 0;', `if (${s}) count += 2;`)),
  late('and-assigned', (s, { secure }) => inside(secure('secure'), 'let secure = true;', `secure &&= ${s};`)),
  late('or-assigned', (s, { secure }) => inside(secure('secure'), 'let secure = false;', `secure ||= ${s};`)),
  late('xor', (s, { secure }) => inside(secure('secure'), `const secure = Boolean(${s}) !== false;`)),
];
