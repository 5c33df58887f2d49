/** The cheap test that decides whether a file is parsed: one search per language over its raw bytes. */
import type { Rule } from '../matching/surface.js';
import type { LanguageId } from '../syntax/ir.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { ByteSearch } from '../text/byte-search.js';
import { suppressionTrigger } from './suppressions.js';

export class Prefilter {
  readonly #triggers: ReadonlyMap<LanguageId, ReadonlySet<string>>;
  readonly #searches = new Map<LanguageId, ByteSearch>();
  readonly #patterns = new Map<LanguageId, RegExp>();
  /** Texts that a file has to hold together. */
  readonly #together: ReadonlyMap<LanguageId, readonly (readonly string[])[]>;

  static readonly #made = new WeakMap<readonly Rule[], Prefilter>();

  /** The one of a list of rules, made once. */
  static of(rules: readonly Rule[]): Prefilter {
    const made = this.#made.get(rules) ?? new Prefilter(rules);
    this.#made.set(rules, made);
    return made;
  }

  private constructor(rules: readonly Rule[]) {
    const triggers = new Map<LanguageId, Set<string>>();
    const together = new Map<LanguageId, (readonly string[])[]>();
    for (const rule of rules) {
      for (const language of rule.languages) {
        const set = triggers.get(language) ?? new Set([suppressionTrigger]);
        const lists = together.get(language) ?? [];
        for (const trigger of rule.triggers) {
          if (typeof trigger === 'string') set.add(trigger);
          else lists.push(trigger);
        }
        triggers.set(language, set);
        if (lists.length > 0) together.set(language, lists);
      }
    }
    // Strings of programs hold pages and their scripts.
    for (const [language, set] of triggers) if (!isSettingsLanguage(language)) set.add('document.cookie');
    // Markup carries JavaScript.
    const javascript = triggers.get('javascript');
    if (javascript !== undefined) triggers.set('html', javascript);
    const lists = together.get('javascript');
    if (lists !== undefined) together.set('html', lists);
    this.#triggers = triggers;
    this.#together = together;
  }

  /** Whether any rule has surfaces in the language at all. */
  reads(language: LanguageId): boolean {
    return this.#triggers.has(language);
  }

  /** Whether the text mentions a trigger of the language. */
  mayMatch(language: LanguageId, text: string): boolean {
    return (
      this.#patternOf(language)?.test(text) === true ||
      this.#together.get(language)?.some((all) => all.every((trigger) => text.includes(trigger))) === true
    );
  }

  /** The same of the bytes of a file in UTF-8: triggers are ASCII. */
  mayMatchBytes(language: LanguageId, bytes: Buffer): boolean {
    return (
      this.#searchOf(language)?.isIn(bytes) === true ||
      this.#together.get(language)?.some((all) => all.every((trigger) => bytes.includes(trigger))) === true
    );
  }

  #patternOf(language: LanguageId): RegExp | undefined {
    return made(this.#patterns, language, this.#triggers, (words) => new RegExp([...words].map(escape).join('|')));
  }

  #searchOf(language: LanguageId): ByteSearch | undefined {
    return made(this.#searches, language, this.#triggers, (words) => new ByteSearch(words));
  }
}

/** What a language's triggers are looked for with, made for the first file in it. */
function made<T>(
  before: Map<LanguageId, T>,
  language: LanguageId,
  triggers: ReadonlyMap<LanguageId, ReadonlySet<string>>,
  make: (words: ReadonlySet<string>) => T,
): T | undefined {
  const known = before.get(language);
  const words = triggers.get(language);
  if (known !== undefined || words === undefined) return known;
  const search = make(words);
  before.set(language, search);
  return search;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
