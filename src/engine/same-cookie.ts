/** Which of the places that decide the same cookie of a framework judges it: registrations, options of one scheme or of all, what sends it. */
import type { Matched } from '../matching/matched.js';
import { locate } from '../matching/places.js';
import type { CookieSurface, Place } from '../matching/surface.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';

/** The matches of the production files of an app and its libraries, and of the programs that it is a part of. */
export interface Around {
  readonly own: readonly Matched[];
  readonly hosts: readonly Matched[];
}

/** What options for all cookies of a kind are for. */
const ALL = '*';

export class SameCookie {
  readonly #evaluator: Evaluator;
  readonly #identities = new WeakMap<Matched, string>();
  readonly #writesSecure = new WeakMap<Matched, boolean>();

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  /** Whether there is nothing to say at a match: the cookie is not sent, or another place of the app says it. */
  isSaidElsewhere(matched: Matched<CookieSurface>, around: Around): boolean {
    return (
      isUnsent(matched.surface, around) ||
      (matched.surface.registration === undefined ? this.#isWrittenElsewhere(matched, around) : this.#isConfigured(matched, around))
    );
  }

  /** Whether a registration is configured elsewhere, or was made before. */
  #isConfigured(matched: Matched<CookieSurface>, around: Around): boolean {
    const { surface, node, program } = matched;
    const { own, hosts } = around;
    if ([...own, ...hosts].some((other) => isCookie(other) && other.surface.registration === undefined && this.#covers(other, matched)))
      return true;
    const before = own
      .slice(0, own.indexOf(matched))
      .filter((other): other is Matched<CookieSurface> => isCookie(other) && other.surface.registration !== undefined);
    if (surface.registration === 'once' && before.some((other) => this.#covers(other, matched))) return true;
    // One call may register several cookies: what is said of the first holds for all.
    return before.some((other) => other.node === node && other.program === program && !this.isSaidElsewhere(other, around));
  }

  /** Where several places configure one cookie, it is judged where Secure is written, else where its name is, else at the first. */
  #isWrittenElsewhere(matched: Matched<CookieSurface>, { own, hosts }: Around): boolean {
    if (matched.surface.shared !== true || this.#isWritten(matched)) return false;
    const others = [...own, ...hosts].filter(
      (other): other is Matched<CookieSurface> =>
        isCookie(other) && other.surface.registration === undefined && (other === matched || this.#covers(other, matched)),
    );
    if (others.some((other) => this.#isWritten(other))) return true;
    return (
      others.find((other) => this.#isNamed(other)) !== matched &&
      (this.#isNamed(matched) || others.some((other) => this.#isNamed(other)) || others[0] !== matched)
    );
  }

  #covers(other: Matched<CookieSurface>, matched: Matched<CookieSurface>): boolean {
    if (other === matched) return false;
    // What has a name of its own goes by it, whatever configures it.
    if (
      isCookie(other) && other.surface.identity !== undefined && matched.surface.identity !== undefined
        ? false
        : other.surface.id !== matched.surface.id
    )
      return false;
    const identity = this.#identityOf(other);
    return identity === ALL || identity === this.#identityOf(matched);
  }

  #identityOf(matched: Matched<CookieSurface>): string {
    let found = this.#identities.get(matched);
    if (found === undefined) this.#identities.set(matched, (found = this.#identity(matched)));
    return found;
  }

  #identity(matched: Matched<CookieSurface>): string {
    const { identity } = matched.surface;
    if (identity === undefined) return '';
    if ('always' in identity) return identity.always;
    for (const place of identity.places) {
      this.#evaluator.begin();
      const { value, written } = locate(place, matched, this.#evaluator);
      if (isAbsent(value) || value.kind === 'function') continue;
      if (value.kind === 'known') return String(value.value);
      if (value.kind === 'symbol') return value.path;
      return written === undefined ? `?${matched.node.start}` : `?${matched.program.text.slice(written.start, written.end)}`;
    }
    return identity.otherwise;
  }

  #isWritten(matched: Matched<CookieSurface>): boolean {
    let found = this.#writesSecure.get(matched);
    if (found === undefined)
      this.#writesSecure.set(
        matched,
        (found =
          this.#has(matched.surface.attributes.secure, matched) ||
          (matched.surface.replacedBy !== undefined && this.#isMade(matched.surface.replacedBy.place, matched))),
      );
    return found;
  }

  #isNamed(matched: Matched<CookieSurface>): boolean {
    return matched.surface.name !== undefined && this.#has(matched.surface.name, matched);
  }

  /** Whether another object is put at the place: properties that are set there make none. */
  #isMade(place: Place | readonly Place[], matched: Matched): boolean {
    this.#evaluator.begin();
    const { value } = locate(place, matched, this.#evaluator);
    return !isAbsent(value) && value.kind !== 'record';
  }

  #has(place: Place | readonly Place[], matched: Matched): boolean {
    this.#evaluator.begin();
    return !isAbsent(locate(place, matched, this.#evaluator).value);
  }
}

/** Whether a surface is one of those whose matches speak for one another. */
export const mayBeSaidElsewhere = ({ registration, shared, sentWith }: CookieSurface): boolean =>
  registration !== undefined || shared === true || sentWith !== undefined;

/** Whether what sends the cookie is missing in a program that is seen to say what it consists of. */
function isUnsent({ sentWith }: CookieSurface, { own, hosts }: Around): boolean {
  if (sentWith === undefined) return false;
  const isIn = (matches: readonly Matched[], ids: readonly string[]): boolean => matches.some(({ surface }) => ids.includes(surface.id));
  // A sign that the cookie is sent stands in the app; that nothing sends it is proved by all that it is run with.
  if (sentWith.seen === undefined) return !isIn(own, sentWith.any);
  const all = [...own, ...hosts];
  return !isIn(all, sentWith.any) && isIn(all, sentWith.seen);
}

export const isCookie = (matched: Matched): matched is Matched<CookieSurface> =>
  matched.surface.kind !== 'policy' && matched.surface.kind !== 'proxy' && matched.surface.kind !== 'condition';
