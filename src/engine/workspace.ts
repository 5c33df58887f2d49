/** The files of a run: what is listed, their text, and their programs, each read and lowered at most once. */
import { isAscii } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import type { Skipped } from '../cookies/finding.js';
import type { WorkspaceFiles } from '../project/workspace.js';
import type { Language, Program } from '../syntax/ir.js';
import { beanDefinitions } from '../syntax/embedded/beans.js';
import { embeddedScripts } from '../syntax/embedded/scripts.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { inStep, parsing } from '../syntax/steps.js';
import { decode, isBinary, isPlainText, isUtf16 } from './decode.js';
import { attempt } from './internal-errors.js';
import { Kept, LastUsed } from './kept.js';
import { isAmbiguous, languageByText, languagesByName } from './languages.js';
import { releaseWeaklyHeld } from './weak-references.js';
import { MOST_BYTES, RootFiles } from '../files/root-files.js';
import { isPlainWord, WordDigest } from '../text/word-digest.js';
import { counts } from '../values/counts.js';

/** Characters of files whose text is kept, and of files whose programs are kept though nobody refers to them. */
export interface KeptCharacters {
  readonly texts: number;
  readonly programs: number;
  /** After how many lowered ones the memory of what nobody refers to is let go. */
  readonly breath: number;
}

/** A lowered file takes about thirty times as much as its text. */
const KEPT: KeptCharacters = { texts: 12_000_000, programs: 600_000, breath: 500_000 };

/** Grammars stay loaded for the whole process. */
const loaded = new Set<Language>();

/** Loads the grammars of the languages, so that lowering them is synchronous from then on. */
export async function loadLanguages(languages: Iterable<Language>): Promise<void> {
  for (const language of languages) {
    if (loaded.has(language)) continue;
    await language.load?.();
    loaded.add(language);
  }
}

/** Files of programs, in which names are looked for that are found in others. */
const SEARCHED_AGAIN = /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|erb|php|java|kts?|scala|groovy|cs|fs|vb|go|rs|ex|exs)$/;

/** Bytes of a lock file. */
const MOST_LOCKED = 20_000_000;

export class Workspace implements WorkspaceFiles {
  readonly root: string;
  readonly files: readonly string[];
  readonly skipped: Skipped[] = [];
  readonly #known: ReadonlySet<string>;
  readonly #texts: LastUsed<{ readonly text: string | undefined }>;
  /** Texts that stay: all files are gone through again and again in the same order, where the last used ones are never the next. */
  readonly #staying = new Map<string, string>();
  #stayingLeft: number;
  /** How much of that is for files that are lowered next. */
  readonly #forNext: number;
  readonly #programs: Kept<readonly Program[]>;
  /** The programs of a file hold one another: one of them never comes back without the others. */
  readonly #together = new WeakMap<Program, readonly Program[]>();
  readonly #breath: number;
  #loweredSince = 0;
  #heldSince = 0;
  readonly #unparsed = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #overlay: Map<string, string>;
  readonly #disk: RootFiles;
  readonly #unread = new Set<string>();
  /** Files in which a word was looked for. */
  readonly #named = new Set<string>();
  readonly #digests = new Map<string, WordDigest>();

  /** `overlay`: texts that replace what is on disk (an editor's buffer, standard input, what is staged). */
  constructor(root: string, files: readonly string[], overlay: ReadonlyMap<string, string> = new Map(), kept = KEPT) {
    this.root = root;
    this.#stayingLeft = Math.floor((kept.texts * 2) / 3);
    this.#forNext = Math.floor(this.#stayingLeft / 2);
    this.#texts = new LastUsed(kept.texts - this.#stayingLeft);
    this.#programs = new Kept(kept.programs);
    this.#breath = kept.breath;
    this.#overlay = new Map(overlay);
    this.#disk = new RootFiles(root);
    this.files = [...new Set([...files, ...overlay.keys()])];
    this.#known = new Set(this.files);
  }

  has(file: string): boolean {
    return this.#known.has(file);
  }

  /**
   * What `use` makes of what the disk has of a file; it keeps none of the bytes and reads no other file. What can't be read is among
   * the skipped, once. A tracked file that was deleted since is no trouble.
   */
  #look<T>(file: string, use: (bytes: Buffer) => T, most?: number): T | undefined {
    counts.files++;
    const found = inStep('read', () => this.#disk.look(file, (bytes) => ({ made: use(bytes) }), most));
    if ('made' in found) return found.made;
    if ('why' in found && !this.#unread.has(file)) {
      this.#unread.add(file);
      this.skipped.push({ path: file, why: found.why });
    }
    return undefined;
  }

  /** The text of a listed file; undefined when it cannot be read as text. */
  textOf(file: string): string | undefined {
    const over = this.#overlay.get(file);
    if (over !== undefined) return over;
    const staying = this.#staying.get(file);
    if (staying !== undefined) return staying;
    const before = this.#texts.get(file);
    if (before !== undefined) return before.text;
    const text = this.#read(file);
    this.#texts.set(file, { text }, text?.length ?? 0);
    return text;
  }

  /** Whether the text of a file holds a word: cheaper than the text. */
  mentions(file: string, word: string): boolean {
    const text = this.#overlay.get(file) ?? this.#staying.get(file) ?? this.#texts.get(file)?.text;
    if (text !== undefined) return text.includes(word);
    // Of what is no UTF-8 the bytes are not those of the word.
    if (!isAscii(Buffer.from(word))) return this.textOf(file)?.includes(word) === true;
    return (
      this.#look(file, (bytes) => (isUtf16(bytes) ? decode(bytes)?.includes(word) === true : bytes.includes(word) && !isBinary(bytes))) ===
      true
    );
  }

  mayName(file: string, word: string): boolean {
    if (this.#overlay.has(file) || !isPlainWord(word)) return this.mentions(file, word);
    const digest = this.#digests.get(file);
    if (digest !== undefined) return digest.mayHold(word);
    // Most files are asked for one word or for very many.
    if (!this.#named.has(file)) {
      this.#named.add(file);
      return this.mentions(file, word);
    }
    const made = this.#digestOf(file);
    if (made === undefined) return this.mentions(file, word);
    this.#digests.set(file, made);
    return made.mayHold(word);
  }

  #digestOf(file: string): WordDigest | undefined {
    const text = this.#staying.get(file) ?? this.#texts.get(file)?.text;
    if (text !== undefined) return new WordDigest(Buffer.from(text));
    return this.#look(file, (bytes) => (isUtf16(bytes) || isBinary(bytes) ? undefined : new WordDigest(bytes)));
  }

  /** Which of the languages of a file of up to `most` bytes `says` anything of; a text that is to be read again stays. */
  searched<T>(
    file: string,
    most: number,
    says: { bytes: (bytes: Buffer) => readonly T[]; text: (text: string) => readonly T[] },
  ): readonly T[] {
    if (this.#overlay.has(file)) return says.text(this.#overlay.get(file) ?? '');
    const search = (bytes: Buffer): readonly T[] => {
      const found = inStep('prefilter', () => (isUtf16(bytes) ? says.text(decode(bytes) ?? '') : says.bytes(bytes)));
      const isNext = found.length > 0;
      // A larger file than is read as text stays unread, and is said to.
      if (
        bytes.length <= Math.min(MOST_BYTES, isNext ? this.#stayingLeft : this.#stayingLeft - this.#forNext) &&
        (isNext || (SEARCHED_AGAIN.test(file) && isPlainText(bytes)))
      ) {
        const text = decode(bytes);
        if (text !== undefined) {
          this.#stayingLeft -= bytes.length;
          this.#staying.set(file, text);
        }
      }
      return found;
    };
    return this.#look(file, search, most) ?? [];
  }

  /** Is told of what is read beside the listed files. */
  noteUnlisted: ((file: string) => void) | undefined;

  unlistedTextOf(file: string): string | undefined {
    this.noteUnlisted?.(file);
    const over = this.#overlay.get(file);
    if (over !== undefined) return over;
    counts.files++;
    const found = inStep('read', () => this.#disk.look(file, (bytes) => ({ text: decode(bytes) }), MOST_LOCKED));
    return 'text' in found ? found.text : undefined;
  }

  #read(file: string): string | undefined {
    return this.#look(file, decode);
  }

  /** Lets other work of the process go on. */
  async breathe(): Promise<void> {
    if (this.#loweredSince < this.#breath) return;
    this.#loweredSince = 0;
    await setImmediate();
  }

  /** Loads the grammars that these languages need; lowering is synchronous afterwards. */
  load(languages: Iterable<Language>): Promise<void> {
    return loadLanguages(languages);
  }

  /** Whether a parse has failed so that its parser is of no more use. */
  hasLostParser(): boolean {
    return [...loaded].some((language) => language.isLost?.() === true);
  }

  /** Makes new parsers in place of those that were lost. */
  async renew(): Promise<void> {
    for (const language of loaded) if (language.isLost?.() === true) await language.load?.();
  }

  /** The languages of a file. */
  languagesOf(file: string): readonly Language[] {
    const named = languagesByName(file);
    if (named.length > 0 || !isAmbiguous(file)) return named;
    const text = this.textOf(file);
    const found = text === undefined ? undefined : languageByText(file, text);
    return found === undefined ? [] : [found];
  }

  /** The lowered file; one program for each language in it. Languages whose grammar is not loaded are left out. */
  programsOf(file: string): readonly Program[] {
    this.#asked.add(file);
    return this.loweredOf(file);
  }

  /** The same for what is judged itself: nobody has asked for it to judge another file. */
  loweredOf(file: string): readonly Program[] {
    const before = this.#programs.get(file);
    if (before !== undefined) return before;
    return this.#keep(
      file,
      inStep('lower', () => this.#lower(file)),
    );
  }

  programOf(file: string): Program | undefined {
    return this.programsOf(file)[0];
  }

  /** Replaces the text of a listed file by what the host has of it: an editor's buffer, or what was just fixed. */
  provide(file: string, text: string): void {
    // What was said of the old text is void.
    this.skipped.splice(0, this.skipped.length, ...this.skipped.filter(({ path: at }) => at !== file));
    this.#unparsed.delete(file);
    this.#overlay.set(file, text);
    // Most texts are those of files that nobody asks for again.
    this.#programs.delete(file);
  }

  /** Whether anybody has asked for the programs of a file since `forgetAsked`. */
  wasAskedFor(file: string): boolean {
    return this.#asked.has(file);
  }

  forgetAsked(): void {
    this.#asked.clear();
  }

  #keep(file: string, programs: readonly Program[]): readonly Program[] {
    for (const program of programs) this.#together.set(program, programs);
    const size = programs[0]?.text.length ?? 0;
    this.#loweredSince += size;
    this.#heldSince += size;
    this.#programs.set(file, programs, size);
    if (this.#heldSince >= this.#breath) {
      this.#heldSince = 0;
      releaseWeaklyHeld();
    }
    return programs;
  }

  #lower(file: string): readonly Program[] {
    const text = this.textOf(file);
    if (text === undefined) return [];
    const programs: Program[] = [];
    for (const language of this.languagesOf(file)) {
      if (language.load !== undefined && !loaded.has(language)) continue;
      const program = attempt(
        this.skipped,
        { path: file, doing: `reading it as ${language.id}` },
        () => language.lower(text, file),
        () => undefined,
      );
      if (program === undefined) continue;
      parsing.lowered++;
      programs.push(program);
    }
    for (const program of [...programs]) {
      const scripts = isSettingsLanguage(program.language)
        ? undefined
        : attempt(
            this.skipped,
            { path: file, doing: 'reading the scripts in its strings' },
            () => embeddedScripts(program),
            () => undefined,
          );
      const beans = attempt(
        this.skipped,
        { path: file, doing: 'reading its bean definitions' },
        () => beanDefinitions(program),
        () => undefined,
      );
      programs.push(...[scripts, beans].filter((one) => one !== undefined));
    }
    const problem = programs.every(({ body }) => body.length === 0) ? programs.flatMap(({ problems }) => problems)[0] : undefined;
    if (problem !== undefined && !this.#unparsed.has(file)) {
      this.#unparsed.add(file);
      this.skipped.push({ path: file, why: `could not be parsed: ${problem.message}` });
    }
    return programs;
  }

  /** Whether a part of the file could not be parsed. Such a file is not edited: where its parts end is a guess. */
  isBroken(file: string): boolean {
    return this.programsOf(file).some(({ problems }) => problems.length > 0);
  }

  isOverlaid(file: string): boolean {
    return this.#overlay.has(file);
  }

  isLoaded(language: Language): boolean {
    return language.load === undefined || loaded.has(language);
  }
}
