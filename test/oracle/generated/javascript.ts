/** Generated programs for JavaScript: a value, the way by which it comes to the cookie, and the library that sends it. */
import fc from 'fast-check';
import { CALLS, type JavaScriptCall } from './javascript-frameworks.js';
import { ATOMS, COMPOUNDS } from './javascript-values.js';
import { WAYS as PRINTED_WAYS } from './javascript-ways.js';
import { WRITTEN_WAYS } from './javascript-written-ways.js';

export const WAYS = [...PRINTED_WAYS, ...WRITTEN_WAYS];

export interface JavaScriptProgram {
  readonly call: JavaScriptCall;
  /** What comes together in it, for the table of agreement. */
  readonly idiom: string;
  readonly files: Readonly<Record<string, string>>;
}

const values: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...ATOMS) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...COMPOUNDS), fc.constantFrom(...ATOMS), fc.constantFrom(...ATOMS))
      .map(([make, left, right]) => make(left, right)),
  },
);

/** Undefined where the library has no such way: its call takes no options, or there is no request yet. */
export function printed(
  call: JavaScriptCall,
  way: (typeof WAYS)[number],
  value: string,
  asks: boolean,
  settings: number,
): JavaScriptProgram | undefined {
  const secure = asks && call.scheme !== undefined && !way.early && !call.early ? call.scheme : value;
  const made = way.print(secure, call.takesOptions ? call.send : { ...call.send, options: () => 'NO OPTIONS' });
  if (JSON.stringify(made).includes('NO OPTIONS') || (call.early && /\breq\b/.test(JSON.stringify(made)))) return undefined;
  const fitted = /isSecure\(req\)|cookieOptions\(req|\(req[,)]/.test(JSON.stringify(made)) ? withRequest(made, call) : made;
  return {
    call,
    idiom: way.name,
    files: { 'app.mjs': call.program(fitted, call.settings?.[settings % call.settings.length] ?? []), ...made.files },
  };
}

/** Each framework has its own word for what a handler is given. */
const WORDS = [
  { calls: /koa/, word: 'ctx' },
  { calls: /hono/, word: 'c' },
  { calls: /h3/, word: 'event' },
  { calls: /fastify|Response/, word: 'request' },
];

function withRequest<Made>(made: Made, call: JavaScriptCall): Made {
  const word = WORDS.find(({ calls }) => calls.test(call.name))?.word ?? 'req';
  return JSON.parse(JSON.stringify(made).replaceAll(/\breq(?=[,)])/g, word)) as Made;
}

export const javascriptPrograms = (calls: readonly JavaScriptCall[] = CALLS): fc.Arbitrary<JavaScriptProgram> =>
  fc
    .tuple(fc.constantFrom(...calls), fc.constantFrom(...WAYS), values, fc.integer({ min: 0, max: 11 }), fc.nat(1_000))
    .map(([call, way, value, asks, settings]) => printed(call, way, value, asks === 0, settings))
    .filter((program): program is JavaScriptProgram => program !== undefined);

/** What tells the runner how a whole program is asked, by what it imports. */
const LIBRARY = /from '((?:@[\w-]+\/)?[\w-]+)(?:\/[\w-]+)?'/g;

/** A whole program with a value (`javascript-whole-programs.ts`). */
export function wholeProgram(name: string, text: string, value: string): JavaScriptProgram {
  const [main, ...others] = text.split(/^=== /m);
  const fill = (part: string): string => part.replaceAll(/\bS\b/g, /^\w+$/.test(value) ? value : `(${value})`);
  const packages = [...text.matchAll(LIBRARY)].map(([, one]) => one!);
  const kind = packages.includes('fastify') ? 'fastify' : /\bfetch\(|'hono'|'h3'/.test(text) ? 'fetch' : 'listener';
  const files = others.map((one) => [one.slice(0, one.indexOf('\n')), fill(one.slice(one.indexOf('\n') + 1))] as const);
  return {
    call: { ...CALLS[0]!, name: 'whole', kind, packages },
    idiom: name,
    files: { 'app.mjs': fill(main!), ...Object.fromEntries(files) },
  };
}

/** The manifest beside it. */
export const manifestOf = ({ call }: JavaScriptProgram): string =>
  JSON.stringify({ type: 'module', dependencies: Object.fromEntries(call.packages.map((name) => [name, '*'])) });
