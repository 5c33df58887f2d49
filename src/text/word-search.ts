/** Which files mention a word. Asked for one word after another, it comes to keep an index of all words. */

/** Files whose texts are searched. */
export interface TextFiles {
  readonly files: readonly string[];
  textOf(file: string): string | undefined;
  /** Whether the text of a file may hold a word as a whole. */
  mayName(file: string, word: string): boolean;
}

/** What was looked for in the files of one family of languages. */
interface Search {
  /** The files of the family. */
  readonly files: readonly string[];
  readonly found: Map<string, readonly string[]>;
  /** The files of every word, made when so many names were asked for that reading the files for each costs more. */
  words: ReadonlyMap<string, readonly string[]> | undefined;
}

/** Looked up once for a word, however often it is asked for; everybody who searches the same list of files shares it. */
const searches = new WeakMap<readonly string[], Map<string, Search>>();

/** A search for one word is a fast look through the bytes; an index of all words costs about as much as this many of them. */
const SEARCHES_BEFORE_INDEX = 40;

/** The files of the family of `near` that mention a word as a whole. */
export function filesNaming(word: string, near: string, files: TextFiles): readonly string[] {
  const family = extensionFamily(near);
  const families = searches.get(files.files) ?? new Map<string, Search>();
  searches.set(files.files, families);
  const search: Search = families.get(family.source) ?? {
    files: files.files.filter((file) => family.test(file)),
    found: new Map(),
    words: undefined,
  };
  families.set(family.source, search);
  let found = search.found.get(word);
  if (found === undefined) {
    // Only names of plain word characters are whole words of the index.
    if (search.found.size >= SEARCHES_BEFORE_INDEX && /^\w+$/.test(word)) {
      search.words ??= indexWords(search.files, files);
      found = search.words.get(word) ?? [];
    } else {
      const whole = new RegExp(`(?<!\\w)${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`);
      found = search.files.filter((file) => files.mayName(file, word) && whole.test(files.textOf(file) ?? ''));
    }
    search.found.set(word, found);
  }
  return found;
}

/** The same in memory of its own; words are ASCII. */
const copyOf = (word: string): string => Buffer.from(word, 'latin1').toString('latin1');

function indexWords(family: readonly string[], files: TextFiles): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const file of family) {
    for (const word of new Set(files.textOf(file)?.match(/\w+/g))) {
      const holders = index.get(word);
      // A part of a string keeps the whole text that it was cut from.
      if (holders === undefined) index.set(copyOf(word), [file]);
      else holders.push(file);
    }
  }
  return index;
}

/** The endings of files that can name each other's functions and variables. */
function extensionFamily(path: string): RegExp {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (/^(?:[mc]?[jt]sx?|vue|svelte|astro)$/.test(extension)) return /\.(?:[mc]?[jt]sx?|vue|svelte|astro)$/;
  if (/^(?:java|kts?|scala)$/.test(extension)) return /\.(?:java|kts?|scala)$/;
  return new RegExp(`\\.${extension.replace(/\W/g, '')}$`);
}
