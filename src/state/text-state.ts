/** Secure in the text of a cookie, also where pieces of the text are not known. */
import { cookieTextOf } from '../cookies/set-cookie-text.js';
import { segmentsOf } from '../values/either-text.js';
import type { Hole, Outcome, Segment, WorldReader } from '../values/outcome.js';

export type TextState = 'on' | 'off' | 'request' | 'unknown';

export function textState(outcome: Outcome, reader: WorldReader): TextState {
  const state = stateOf(outcome, reader);
  return state === 'empty' ? 'unknown' : state;
}

/** A piece that is one of two by an undecided test matters only where the two differ about Secure. */
function stateOf(outcome: Outcome, reader: WorldReader): TextState | 'empty' {
  const segments = segmentsOf(outcome) ?? [];
  if (!segments.some(isEither)) return wholeState(outcome, reader);
  const own = wholeState(withPieces(segments), reader);
  if (own === 'on') return own;
  const pieces = segments.flatMap((segment, at) =>
    isEither(segment) ? [pieceState(segment, (piece) => stateOf(withPieces(segments, at, piece), reader))] : [],
  );
  if (pieces.includes('on')) return 'on';
  return pieces.find((state) => state !== 'off') ?? (own === 'empty' ? pieces[0]! : own);
}

/** The text with a piece in the place of the undecided one at an index, and without the other undecided ones. */
const withPieces = (segments: readonly Segment[], index?: number, piece: readonly Segment[] = []): Outcome => ({
  kind: 'text',
  segments: segments.flatMap((segment, at) => (at === index ? piece : isEither(segment) ? [] : [segment])),
});

function pieceState({ either, byRequest }: EitherHole, stateWith: (piece: readonly Segment[]) => TextState | 'empty'): TextState | 'empty' {
  const [left, right] = [stateWith(either[0]), stateWith(either[1])];
  if (left === right || right === 'empty') return left;
  // An empty header is not sent.
  if (left === 'empty') return right;
  return byRequest === true && left !== 'unknown' && right !== 'unknown' ? 'request' : 'unknown';
}

type EitherHole = Hole & Required<Pick<Hole, 'either'>>;

const isEither = (segment: Segment): segment is EitherHole => typeof segment !== 'string' && segment.either !== undefined;

function wholeState(outcome: Outcome, reader: WorldReader): TextState | 'empty' {
  if (segmentsOf(outcome)?.every((segment) => typeof segment === 'string' && segment.trim() === '') === true) return 'empty';
  const text = cookieTextOf(outcome);
  if (text === undefined) return 'unknown';
  if (text.attributes.has('secure')) return 'on';
  // A script puts the pair first and its attributes behind it: `${body}; path=/; expires=…`.
  if (reader.world.runs === 'page' && text.isPairOpen && text.open.length === 0) return 'off';
  // Pieces that are there or not by what else the request says.
  if (text.open.length > 0 && !text.passThrough && text.open.every((hole) => reader.read(hole.value).kind === 'request')) return 'request';
  return text.open.length > 0 || text.passThrough ? 'unknown' : 'off';
}
