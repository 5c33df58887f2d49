/** Which front-ends read a file. */
import { csharp } from '../syntax/csharp/language.js';
import { go } from '../syntax/go/language.js';
import type { Language } from '../syntax/ir.js';
import { java } from '../syntax/java/language.js';
import { javascript } from '../syntax/javascript/language.js';
import { kotlin } from '../syntax/kotlin/language.js';
import { markup } from '../syntax/markup/language.js';
import { php } from '../syntax/php/language.js';
import { python } from '../syntax/python/language.js';
import { ruby } from '../syntax/ruby/language.js';
import { rust } from '../syntax/rust/language.js';
import { scala } from '../syntax/scala/language.js';
import { mayHoldSettings, settingsLanguageByName, settingsLanguageFor } from '../syntax/settings/detect.js';

/** The programming languages, in the order of how often they occur. */
export const programmingLanguages: readonly Language[] = [javascript, python, java, php, ruby, csharp, go, kotlin, rust, scala, markup];

/** The front-ends of a file by its name. A file whose format only its text tells is read by `textLanguageOf`. */
export function languagesByName(path: string): readonly Language[] {
  const found = programmingLanguages.filter((language) => language.matches(path));
  if (found.length > 0) return found;
  const settings = settingsLanguageByName(path);
  return settings === undefined ? [] : [settings];
}

/** Whether the file is worth reading although its name does not say what it is. */
export const isAmbiguous = (path: string): boolean => mayHoldSettings(path);

export const languageByText = (path: string, text: string): Language | undefined => settingsLanguageFor(path, text);

/** Languages whose code calls each other's. */
const FAMILIES: readonly (readonly Language[])[] = [[java, kotlin, scala]];

/** These languages, and those of the tree whose files theirs may refer to. */
export function withLinkedLanguages(languages: ReadonlySet<Language>, files: readonly string[]): ReadonlySet<Language> {
  const linked = new Set(languages);
  for (const family of FAMILIES) {
    if (!family.some((language) => languages.has(language))) continue;
    for (const language of family) if (!linked.has(language) && files.some((file) => language.matches(file))) linked.add(language);
  }
  return linked;
}
