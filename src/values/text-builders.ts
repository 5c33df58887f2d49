/** Texts that an object collects piece by piece: Java's and C#'s `StringBuilder`, Go's `strings.Builder`. */
import type { Call } from '../syntax/ir.js';
import { formatted } from './formatting.js';
import type { LanguageIdioms, TextBuilder } from './idioms.js';
import { absent, choice, known, operation, unknown, type HistoryEntry, type ObjectValue, type Origin, type Value } from './value.js';

/** What reading a builder gives: its pieces in order, each under its condition; undefined for other objects and methods. */
export function builtText(
  object: ObjectValue,
  method: string,
  { textBuilders }: LanguageIdioms,
  origin: Origin,
  given: readonly Value[],
): Value | undefined {
  const builder = textBuilders?.find((one) => one.read.includes(method) && one.made.test(object.path));
  return builder === undefined ? undefined : collected(object, builder, origin, given);
}

/** `given`: the arguments of the constructor, the beginning of the text or the separator between its pieces. */
function collected({ history }: ObjectValue, { append, separated }: TextBuilder, origin: Origin, given: readonly Value[]): Value {
  const pieces = history.entries
    .filter((entry) => append.includes(entry.method))
    .flatMap(({ args, guard, origin: at }): Value[] =>
      args
        .slice(0, 1)
        .map((piece) => (guard === undefined ? piece : choice(guard, piece, separated === true ? absent(at) : known('', at), at))),
    );
  if (separated === true)
    return operation('join', [{ kind: 'list', items: pieces, open: false, origin }, given[0] ?? known('', origin)], origin);
  // A number is how much room it has.
  const start = given.filter((value) => !(value.kind === 'known' && typeof value.value === 'number')).slice(0, 1);
  return operation('text', [...start, ...pieces], origin);
}

/** A builder after a function of a library was given it: `fmt.Fprintf(&builder, "a=%s", b)`. The same where that adds nothing. */
export function afterFiller(
  object: ObjectValue,
  call: Call,
  path: string,
  { textBuilders }: LanguageIdioms,
  origin: Origin,
  given: () => readonly Value[],
): ObjectValue {
  const builder = textBuilders?.find((one) => one.made.test(object.path));
  const filled = builder?.filledBy?.[path];
  const method = builder?.append[0];
  if (filled === undefined || method === undefined) return object;
  const [pattern, ...values] = filled === 'format' ? given() : [];
  const piece = (pattern === undefined ? undefined : formatted(pattern, values, origin)) ?? unknown('a library writes it', origin);
  const entry: HistoryEntry = { method, args: [piece], origin, call };
  return { ...object, history: object.history.with(entry) };
}
