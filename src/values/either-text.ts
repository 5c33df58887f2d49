/** Texts of which a piece depends on a test that cannot be decided: both pieces are kept, since often neither matters. */
import type { LanguageId } from '../syntax/ir.js';
import type { Value } from './value.js';
import type { Hole, Outcome, Segment, WorldReader } from './outcome.js';

/** The pieces of a text; undefined for what is no text. */
export function segmentsOf(outcome: Outcome): readonly Segment[] | undefined {
  if (outcome.kind === 'text') return outcome.segments;
  return outcome.kind === 'literal' && typeof outcome.value === 'string' ? [outcome.value] : undefined;
}

/** Two texts that begin alike, as one: the beginning, and a piece that is the rest of one or of the other. */
export function eitherText(left: Outcome, right: Outcome, value: Value, byRequest: boolean): Outcome | undefined {
  const [a, b] = [segmentsOf(left), segmentsOf(right)];
  if (a === undefined || b === undefined) return undefined;
  const start: Segment[] = [];
  let at = 0;
  while (at < a.length && isSame(a[at]!, b[at])) start.push(a[at++]!);
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const common = typeof restA[0] === 'string' && typeof restB[0] === 'string' ? commonStart(restA[0], restB[0]) : '';
  if (common !== '') start.push(common);
  if (start.length === 0 && ![a, b].some(isEmpty)) return undefined;
  const without = (segments: readonly Segment[]): readonly Segment[] =>
    common === '' ? segments : [(segments[0] as string).slice(common.length), ...segments.slice(1)];
  return { kind: 'text', segments: [...start, eitherPiece(without(restA), without(restB), value, byRequest)] };
}

/** A header without text is not sent. */
const isEmpty = (segments: readonly Segment[]): boolean => segments.every((segment) => segment === '');

/** A piece of a text: as the reader sees it, or, for a choice that cannot be decided between two texts, both. */
export function pieceOf(value: Value, outcome: Outcome, reader: WorldReader): readonly Segment[] {
  const segments = segmentsOf(outcome);
  if (segments !== undefined) return segments;
  if (outcome.kind === 'literal') return [wordOf(outcome.value, value.origin.program.language)];
  const both = value.kind === 'choice' ? [value.consequent, value.alternate].map((side) => reader.read(side)) : [];
  const [left, right] = both.map((side, i) =>
    side.kind === 'unknown' || side.kind === 'request' ? pieceOf(sideOf(value, i), side, reader) : (segmentsOf(side) ?? nothingOf(side)),
  );
  if (left !== undefined && right !== undefined) return [eitherPiece(left, right, value, outcome.kind === 'request')];
  return [{ value: outcome.kind === 'unknown' ? outcome.value : value }];
}

/** What nothing is where it is joined to a text: JavaScript, Java, Kotlin, Scala and Python have a word for it, the others none. */
const NOTHING: Partial<Record<LanguageId, string>> = { java: 'null', kotlin: 'null', scala: 'null', python: 'None' };

/** What truth values are there, where they are not the words `true` and `false`. */
const TRUTHS: Partial<Record<LanguageId, readonly [string, string]>> = {
  python: ['True', 'False'],
  csharp: ['True', 'False'],
  php: ['1', ''],
};

function wordOf(value: Extract<Outcome, { kind: 'literal' }>['value'], language: LanguageId): string {
  if (typeof value === 'boolean') return TRUTHS[language]?.[value ? 0 : 1] ?? String(value);
  if (value !== undefined && value !== null) return String(value);
  return language === 'javascript' ? String(value) : (NOTHING[language] ?? '');
}

/** An item that is there or not leaves nothing of itself where it is not. */
const nothingOf = (outcome: Outcome): readonly Segment[] | undefined =>
  outcome.kind === 'literal' && (outcome.value === undefined || outcome.value === null) ? [''] : undefined;

const sideOf = (value: Value, i: number): Value => (value.kind !== 'choice' ? value : i === 0 ? value.consequent : value.alternate);

const eitherPiece = (left: readonly Segment[], right: readonly Segment[], value: Value, byRequest: boolean): Hole => ({
  value,
  either: [left, right],
  ...(byRequest ? { byRequest } : {}),
});

const isSame = (a: Segment, b: Segment | undefined): boolean =>
  a === b || (typeof a !== 'string' && b !== undefined && typeof b !== 'string' && a.value === b.value && areSame(a.either, b.either));

/** Pieces of one value may hold different texts: what was joined under other conditions. */
function areSame(a: Hole['either'], b: Hole['either']): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.every((side, i) => side.length === b[i]!.length && side.every((segment, j) => isSame(segment, b[i]![j])));
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
