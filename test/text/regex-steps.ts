/** What a regular expression costs, in steps: a backtracking matcher that counts, as engines' own work goes through no counter. */
import type { AST } from '@eslint-community/regexpp';

/** More are as many as it takes to tell that it is too much. */
export const MOST_STEPS = 4_000_000;

const LINE_END = /^[\n\r\u2028\u2029]$/;

class TooMany extends Error {}

type Next = (at: number) => boolean;

/** Whether a set has a character; asked of the engine itself, once for each. */
class Sets {
  readonly #known = new Map<string, Map<string, boolean>>();
  readonly #flags: string;

  constructor(flags: string) {
    this.#flags = flags;
  }

  has(raw: string, character: string): boolean {
    const known = this.#known.get(raw) ?? new Map<string, boolean>();
    this.#known.set(raw, known);
    let found = known.get(character);
    if (found === undefined) known.set(character, (found = new RegExp(`^(?:${raw})$`, this.#flags).test(character)));
    return found;
  }
}

class Matcher {
  steps = 0;
  readonly #sets: Sets;
  readonly #captured = new Map<AST.CapturingGroup, string>();

  readonly #literal: AST.RegExpLiteral;
  readonly #text: string;

  constructor(literal: AST.RegExpLiteral, text: string) {
    this.#literal = literal;
    this.#text = text;
    this.#sets = new Sets(literal.flags.raw.replace(/[gmy]/g, ''));
  }

  /** All matches, as `replace` would look for them; only the first without the flag `g`. */
  search(): void {
    const { global, sticky } = this.#literal.flags;
    for (let at = 0; at <= this.#text.length;) {
      let end = -1;
      const found = this.#any(this.#literal.pattern.alternatives, at, false, (to) => {
        end = to;
        return true;
      });
      if (found && !global) return;
      if (sticky && !global) return;
      at = found ? Math.max(end, at + 1) : at + 1;
    }
  }

  #step(): void {
    if (++this.steps > MOST_STEPS) throw new TooMany();
  }

  #any(alternatives: readonly AST.Alternative[], at: number, back: boolean, next: Next): boolean {
    return alternatives.some(({ elements }) => this.#all(back ? [...elements].reverse() : elements, 0, at, back, next));
  }

  #all(elements: readonly AST.Element[], index: number, at: number, back: boolean, next: Next): boolean {
    const element = elements[index];
    if (element === undefined) return next(at);
    return this.#one(element, at, back, (to) => this.#all(elements, index + 1, to, back, next));
  }

  #one(element: AST.Element, at: number, back: boolean, next: Next): boolean {
    this.#step();
    switch (element.type) {
      case 'Assertion':
        return this.#holds(element, at) && next(at);
      case 'Group':
        return this.#any(element.alternatives, at, back, next);
      case 'CapturingGroup':
        return this.#any(element.alternatives, at, back, (to) => {
          this.#captured.set(element, back ? this.#text.slice(to, at) : this.#text.slice(at, to));
          return next(to);
        });
      case 'Backreference': {
        const text =
          [element.resolved]
            .flat()
            .map((group) => this.#captured.get(group))
            .find((one) => one !== undefined) ?? '';
        const from = back ? at - text.length : at;
        return from >= 0 && this.#text.startsWith(text, from) && next(back ? from : at + text.length);
      }
      case 'Quantifier':
        return this.#repeated(element, 0, at, -1, back, next);
      default: {
        const character = this.#text[back ? at - 1 : at];
        return character !== undefined && this.#sets.has(element.raw, character) && next(back ? at - 1 : at + 1);
      }
    }
  }

  #repeated(quantifier: AST.Quantifier, count: number, at: number, before: number, back: boolean, next: Next): boolean {
    this.#step();
    // A turn that takes nothing is not tried again.
    const more = (): boolean =>
      count < quantifier.max &&
      (at !== before || count < quantifier.min) &&
      this.#one(quantifier.element, at, back, (to) => this.#repeated(quantifier, count + 1, to, at, back, next));
    if (count < quantifier.min) return more();
    return quantifier.greedy ? more() || next(at) : next(at) || more();
  }

  #holds(assertion: AST.Assertion, at: number): boolean {
    const isWord = (index: number): boolean => /^\w$/.test(this.#text[index] ?? '');
    switch (assertion.kind) {
      case 'start':
        return at === 0 || (this.#literal.flags.multiline && LINE_END.test(this.#text[at - 1] ?? ''));
      case 'end':
        return at === this.#text.length || (this.#literal.flags.multiline && LINE_END.test(this.#text[at] ?? ''));
      case 'word':
        return (isWord(at - 1) !== isWord(at)) !== assertion.negate;
      default:
        return this.#any(assertion.alternatives, at, assertion.kind === 'lookbehind', () => true) !== assertion.negate;
    }
  }
}

/** The steps of a search for every match; the most that are counted where it would be more. */
export function stepsOf(literal: AST.RegExpLiteral, text: string): number {
  const matcher = new Matcher(literal, text);
  try {
    matcher.search();
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
  }
  return matcher.steps;
}
