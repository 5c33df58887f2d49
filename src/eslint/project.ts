/** The project around the files that ESLint lints: read once, judged as the command line judges it, and kept while files change. */
import type { Finding } from '../cookies/finding.js';
import { AppSessions } from '../engine/app-sessions.js';
import { chooseCandidates, lowerCandidates } from '../engine/candidates.js';
import type { Config } from '../engine/config/config.js';
import { applyLevels } from '../engine/config/levels.js';
import { loadConfigSync } from '../engine/config/load.js';
import { contextFor } from '../engine/context.js';
import { rulesOf } from '../engine/custom-surfaces.js';
import { isDependencyList, runsInProduction } from '../engine/file-kinds.js';
import { attempt } from '../engine/internal-errors.js';
import { Prefilter } from '../engine/prefilter.js';
import { isPublishedScript } from '../engine/published-scripts.js';
import { applySuppressions } from '../engine/suppressions.js';
import type { Workspace } from '../engine/workspace.js';
import type { Rule } from '../matching/surface.js';
import type { LanguageId, Program } from '../syntax/ir.js';
import type { FileResult, SessionOptions } from './session.js';

/** A file as ESLint has it. */
export interface LintedFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The host's own tree, lowered; undefined where that fails, which is said in `unfinished`. */
  readonly lower: () => Program | undefined;
}

/** Nothing but their cookies, and what other files ask for in them, decides anything: no project model goes through all of them. */
const LONERS = new Set<LanguageId>(['javascript', 'go', 'rust']);

/** ESLint is given whole folders: no file is meant by itself. */
const NONE: ReadonlySet<string> = new Set();

const nothing: FileResult = { findings: [], unfinished: [] };

export class Project {
  lastUsed = Date.now();
  readonly #workspace: Workspace;
  readonly #config: Config;
  readonly #rules: readonly Rule[];
  readonly #prefilter: Prefilter;
  readonly #fixStyle: Config['fixStyle'] | undefined;
  /** The programs of the candidates, by their files. */
  #candidates: Map<string, readonly Program[]> | undefined;
  #sessions: AppSessions | undefined;

  constructor(cwd: string, workspace: Workspace, options: SessionOptions) {
    this.#workspace = workspace;
    this.#config = loadConfigSync(cwd).config;
    this.#rules = rulesOf(this.#config);
    this.#prefilter = Prefilter.of(this.#rules);
    this.#fixStyle = options.fixStyle;
  }

  findings(file: LintedFile): FileResult {
    const { path, text } = file;
    if (!runsInProduction(path) || isPublishedScript(path, text, (other) => this.#workspace.has(other))) return nothing;
    const { skipped } = this.#workspace;
    const findings = attempt(
      skipped,
      { path, doing: 'judging the file' },
      () => this.#judged(file),
      () => [],
    );
    return {
      findings: applyLevels(findings, this.#config),
      unfinished: skipped.filter(({ path: at, kind }) => at === path && kind !== undefined),
    };
  }

  #judged({ path, text, lower }: LintedFile): readonly Finding[] {
    const isListed = this.#workspace.has(path);
    // A buffer that differs from the disk, or a text that ESLint has just fixed.
    if (isListed && withoutMark(this.#workspace.textOf(path)) !== withoutMark(text)) this.#change(path, text);
    const session = this.#all().ofFile(path);
    // Most files: no cookie in them, and nothing that decides one.
    if (isListed && this.#isRead(path) && !this.#programs().has(path) && !session.placesJudged().has(path)) return [];
    const own = lower();
    if (own === undefined) return [];
    const { findings, cookies } = session.lint((other) => other === path, own);
    // Comments that speak to ESLint are ESLint's: it has to see what they hide, or it calls them unused.
    return applySuppressions(findings, [own], { sites: cookies, dialects: ['cookie-lint'] }).findings;
  }

  /** The sessions of the apps over the candidates of the whole project. */
  #all(): AppSessions {
    if (this.#sessions === undefined) {
      const programs = [...this.#programs().values()].flat();
      const context = contextFor(this.#workspace, this.#rules, {
        config: this.#config,
        ...(this.#fixStyle === undefined ? {} : { fixStyle: this.#fixStyle }),
      });
      this.#workspace.forgetAsked();
      this.#sessions = new AppSessions(programs, context);
    }
    return this.#sessions;
  }

  /** The candidates of the languages whose grammars are loaded in this process. */
  #programs(): Map<string, readonly Program[]> {
    this.#candidates ??= new Map(this.#lowered());
    return this.#candidates;
  }

  #lowered(files?: readonly string[]): [string, readonly Program[]][] {
    const chosen = chooseCandidates(this.#workspace, this.#prefilter, {
      reported: undefined,
      named: [],
      ...(files === undefined ? {} : { files }),
    });
    return chosen.files.map((file) => [file, lowerCandidates({ ...chosen, files: [file] }, this.#workspace, this.#prefilter, NONE)]);
  }

  /** Whether the name of a file tells a language that is looked through for cookies; others are what the host says they are. */
  #isRead(path: string): boolean {
    return this.#workspace.languagesOf(path).some(({ id }) => this.#prefilter.reads(id));
  }

  /** Takes a file's new text. What was worked out stays where nobody has asked for the file and nothing of the app is decided in it. */
  #change(path: string, text: string): void {
    const isAsked = this.#workspace.wasAskedFor(path);
    this.#workspace.provide(path, text);
    if (this.#candidates === undefined) return;
    const [found] = this.#lowered([path]);
    if (found === undefined) this.#candidates.delete(path);
    else this.#candidates.set(...found);
    const isLoner = !isAsked && !isDependencyList(path) && this.#workspace.languagesOf(path).every(({ id }) => LONERS.has(id));
    if (!isLoner || this.#sessions?.ofFile(path).replace(path, found?.[1] ?? []) !== true) this.#sessions = undefined;
  }
}

/** ESLint takes the byte order mark off. */
const withoutMark = (text: string | undefined): string | undefined => (text?.startsWith('\uFEFF') === true ? text.slice(1) : text);
