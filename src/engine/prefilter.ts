/** The cheap test that decides whether a file is parsed: one expression per language over its raw bytes. */
import type { Rule } from '../matching/surface.js';
import type { LanguageId } from '../syntax/ir.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { suppressionTrigger } from './suppressions.js';

export class Prefilter {
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
    for (const [language, set] of triggers) this.#patterns.set(language, new RegExp([...set].map(escape).join('|')));
    this.#together = together;
    // Markup carries JavaScript.
    const javascript = this.#patterns.get('javascript');
    if (javascript !== undefined) this.#patterns.set('html', javascript);
    const lists = together.get('javascript');
    if (lists !== undefined) together.set('html', lists);
  }

  /** Whether any rule has surfaces in the language at all. */
  reads(language: LanguageId): boolean {
    return this.#patterns.has(language);
  }

  /** Whether the text (one character per byte is enough: triggers are ASCII) mentions a trigger of the language. */
  mayMatch(language: LanguageId, text: string): boolean {
    return (
      this.#patterns.get(language)?.test(text) === true ||
      this.#together.get(language)?.some((all) => all.every((trigger) => text.includes(trigger))) === true
    );
  }
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
