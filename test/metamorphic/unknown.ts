/** A value that decides is replaced by a call of something unknown: then nothing is proved, and something has to be said. */
import { booleansIn, mystery, recordsIn, replaced, type Place } from './changes.js';
import { judgedOf, textOf, verdictsOf, type Subject, type Verdicts } from './verdicts.js';

/** `silent`: said to be Secure, or not said at all, where nothing proves it. `other`: another verdict than both values have. */
export interface Broken {
  readonly kind: 'silent' | 'other';
  readonly subject: Subject;
  readonly place: Place;
  readonly was: string;
  readonly states: string;
}

export interface Outcome {
  readonly tried: number;
  readonly deciding: number;
  readonly broken: readonly Broken[];
}

const SECURE = new Set(['on', 'env-escape-hatch']);

const lineOf = (text: string, { start }: Place): number => text.slice(0, start).split('\n').length;

/** Whether something that was said is no longer said. */
const isSilenced = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && !SECURE.has(before) && (after === undefined || SECURE.has(after));

/** `vanishes`: whether a cookie that is gone counts; one that lost its name or its options' place is another cookie. */
function compared(
  keys: Iterable<string>,
  known: readonly Verdicts[],
  unknown: Verdicts,
  vanishes: boolean,
): { silent: string[]; other: string[]; decides: boolean } {
  const silent: string[] = [];
  const other: string[] = [];
  let decides = false;
  for (const key of keys) {
    const lists = known.map((one) => one.get(key) ?? []);
    const after = unknown.get(key) ?? [];
    // A guard that is never reached takes a cookie away: then there is no pair to compare.
    if (lists.some(({ length }) => length !== lists[0]!.length)) continue;
    for (let i = 0; i < lists[0]!.length; i++) {
      const states = lists.map((list) => list[i]!);
      const differ = new Set(states).size > 1;
      decides ||= differ;
      const said = `${key}#${i}: ${states.join('/')} → ${after.length === lists[0]!.length ? after[i] : 'other cookies'}`;
      if (
        (vanishes && after.length < lists[0]!.length) ||
        (after.length === lists[0]!.length && states.some((state) => isSilenced(state, after[i])))
      )
        silent.push(said);
      else if (!differ && after.length === lists[0]!.length && after[i] !== states[0] && after[i] !== 'unresolved') other.push(said);
    }
  }
  return { silent, other, decides };
}

/** Each truth value of a file in turn: written, the other way round, and unknown. */
export async function unknownBooleans(subject: Subject): Promise<Outcome> {
  const text = textOf(subject);
  const literals = booleansIn(subject.file, text);
  if (literals.length === 0) return { tried: 0, deciding: 0, broken: [] };
  const before = await verdictsOf(subject, text);
  const broken: Broken[] = [];
  let deciding = 0;
  for (const literal of literals) {
    const flipped = await verdictsOf(subject, replaced(text, literal, literal.other));
    const unknown = await verdictsOf(subject, replaced(text, literal, mystery(subject.file)));
    const { silent, other, decides } = compared(new Set([...before.keys(), ...flipped.keys()]), [before, flipped], unknown, true);
    if (decides) deciding += 1;
    const said = { subject, place: literal, was: `${lineOf(text, literal)}: ${literal.text}` };
    broken.push(
      ...silent.map((states): Broken => ({ kind: 'silent', states, ...said })),
      ...other.map((states): Broken => ({ kind: 'other', states, ...said })),
    );
  }
  return { tried: literals.length, deciding, broken };
}

/** Each record or list in turn: what it held is unknown. */
export async function unknownRecords(subject: Subject): Promise<Outcome> {
  const text = textOf(subject);
  if (recordsIn(subject.file, text).length === 0) return { tried: 0, deciding: 0, broken: [] };
  const { verdicts: before, places: cookies } = await judgedOf(subject, text);
  // What holds a cookie takes it along.
  const places = recordsIn(subject.file, text).filter(
    (place) => !cookies.some(({ start, end }) => place.start <= start && end <= place.end),
  );
  const broken: Broken[] = [];
  let deciding = 0;
  for (const place of places) {
    const unknown = await verdictsOf(subject, replaced(text, place, mystery(subject.file)));
    const { silent } = compared(before.keys(), [before], unknown, false);
    if ([...before].some(([key, states]) => states.join() !== unknown.get(key)?.join())) deciding += 1;
    broken.push(
      ...silent.map((states): Broken => ({
        kind: 'silent',
        states,
        subject,
        place,
        was: `${lineOf(text, place)}: ${text.slice(place.start, place.start + 40).replaceAll(/\s+/g, ' ')}`,
      })),
    );
  }
  return { tried: places.length, deciding, broken };
}
