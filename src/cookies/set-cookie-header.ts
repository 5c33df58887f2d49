/** Takes a Set-Cookie header apart by the grammar of RFC 6265bis section 5.6: the linter, `verify` and `explain-header` share it. */

/** A name and a value as they stand around the first `=`, without the blanks around them. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  /** Whether there is an `=`. Without one everything is in `name`. */
  readonly assigned: boolean;
}

export interface HeaderPieces {
  /** What stands before the first `;`: the cookie itself. */
  readonly pair: string;
  /** What stands between the others, as written. */
  readonly attributes: readonly string[];
}

/** The value of a header of which the whole line is written, as CGI and PHP write it. */
export function withoutFieldName(line: string): string {
  return line.replace(/^\s*set-cookie:/i, '');
}

/** Splits at `;`, the way a user agent does: quotes mean nothing. */
export function piecesOf(header: string): HeaderPieces {
  const [pair = '', ...attributes] = header.split(';');
  return { pair, attributes };
}

/** Splits one piece at its first `=`. */
export function pairOf(piece: string): Pair {
  const equals = piece.indexOf('=');
  if (equals < 0) return { name: piece.trim(), value: '', assigned: false };
  return { name: piece.slice(0, equals).trim(), value: piece.slice(equals + 1).trim(), assigned: true };
}
