/**
 * Programs as text: a value, the ways by which it comes to the cookie, and the call that sends it. In a way, `S` stands for the value
 * and `SEND(…)` at the end of a line for the call; what stands before `---` is at the top of the module, the rest in the handler, and
 * `=== name` begins another file. A name that the way makes up has `§` before it, so that two ways can follow one another.
 */
import fc from 'fast-check';

export interface TextLanguage<Call extends { readonly name: string }> {
  readonly ways: Readonly<Record<string, string>>;
  /** Simple ones, and ways to make others of two. */
  readonly values: readonly string[];
  readonly compounds: readonly ((left: string, right: string) => string)[];
  readonly calls: readonly Call[];
  /** What the programs of a call send. */
  readonly send: (secure: string, call: Call) => string;
  readonly program: (parts: WayParts, call: Call) => Readonly<Record<string, string>>;
}

export interface WayParts {
  readonly top: string;
  readonly inside: string;
  readonly files: Readonly<Record<string, string>>;
}

export interface TextProgram {
  readonly title: string;
  readonly idiom: string;
  readonly files: Readonly<Record<string, string>>;
}

const SENT = /^(\s*)SEND\((.*)\);?$/gm;

/** The parts of a way. */
export function partsOf(way: string): WayParts {
  const [main = '', ...others] = way.split(/^=== /m);
  const [top = '', inside = ''] = main.split(/^---\n/m);
  const files = Object.fromEntries(others.map((one) => [one.slice(0, one.indexOf('\n')), one.slice(one.indexOf('\n') + 1)]));
  return { top, inside, files };
}

const mapped = ({ top, inside, files }: WayParts, change: (text: string) => string): WayParts => ({
  top: change(top),
  inside: change(inside),
  files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)])),
});
const named = (parts: WayParts, suffix: string): WayParts => mapped(parts, (text) => text.replaceAll(/§(\w+)/g, `$1${suffix}`));
/** What is more than one word is held together by brackets, where it is a part of something. */
export const valued = (parts: WayParts, value: string): WayParts =>
  mapped(parts, (text) =>
    text.replaceAll(/(!?)\bS\b/g, (_, not: string) => not + (/^(?:\w|[\w.:$@>-]+\(\))+$/.test(value) ? value : `(${value})`)),
  );

/** The first way makes the value of the second; undefined where that cannot stand together. */
function joined(first: WayParts, second: WayParts): WayParts | undefined {
  const sent = [...first.inside.matchAll(SENT)];
  const lines = first.inside.trimEnd().split('\n');
  const last = /^SEND\((.*)\);?$/.exec(lines.at(-1)!);
  if (sent.length !== 1 || last === null || Object.keys(first.files).some((name) => name in second.files)) return undefined;
  const before = lines.slice(0, -1).join('\n');
  const isEarly = /\bS\b/.test(second.top) || Object.keys(second.files).length > 0;
  if (isEarly && (before !== '' || Object.keys(first.files).length > 0 || (first.top !== '' && Object.keys(second.files).length > 0)))
    return undefined;
  const outer = valued(second, last[1]!);
  return {
    top: first.top + outer.top,
    inside: (before === '' ? '' : `${before}\n`) + outer.inside,
    files: { ...first.files, ...outer.files },
  };
}

export function printed<Call extends { readonly name: string }>(
  language: TextLanguage<Call>,
  names: readonly string[],
  value: string,
  call: Call,
): TextProgram | undefined {
  const ways = names.map((name, i) => named(partsOf(language.ways[name]!), i === names.length - 1 ? '' : 'Given'));
  const way = ways.slice(1).reduce<WayParts | undefined>((first, second) => first && joined(first, second), valued(ways[0]!, value));
  if (way === undefined) return undefined;
  const sends = (text: string): string =>
    text.replaceAll(SENT, (_, indent: string, secure: string) =>
      language
        .send(secure, call)
        .split('\n')
        .map((line) => indent + line)
        .join('\n'),
    );
  return { title: call.name, idiom: names.join(' + '), files: language.program(mapped(way, sends), call) };
}

/** Every way at least as often as the others; one in four is two ways, one after the other. */
export function textPrograms<Call extends { readonly name: string }>(language: TextLanguage<Call>): fc.Arbitrary<TextProgram> {
  const value = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...language.values) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...language.compounds), fc.constantFrom(...language.values), fc.constantFrom(...language.values))
        .map(([make, left, right]) => make(left, right)),
    },
  );
  const way = fc.constantFrom(...Object.keys(language.ways));
  const ways = fc.oneof({ weight: 3, arbitrary: fc.tuple(way) }, { weight: 1, arbitrary: fc.tuple(way, way) });
  return fc
    .tuple(ways, value, fc.constantFrom(...language.calls))
    .map(([names, one, call]) => printed(language, names, one, call))
    .filter((program): program is TextProgram => program !== undefined);
}

/** Functions that programs call without saying what they are: those that a text mentions, and those that they mention. */
export function helpersIn(text: string, helpers: Readonly<Record<string, string>>): readonly string[] {
  const found: string[] = [];
  const add = (one: string): void => {
    for (const [name, source] of Object.entries(helpers)) {
      if (found.includes(source) || !new RegExp(`\\b${name}\\b`).test(one)) continue;
      found.push(source);
      add(source);
    }
  };
  add(text);
  return found;
}
