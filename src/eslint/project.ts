/** The project around the files that ESLint lints: read once, judged as the command line judges it, and kept while files change. */
import type { Finding } from '../cookies/finding.js';
import { AppSessions } from '../engine/app-sessions.js';
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
import { CandidatesByApp } from './candidates-by-app.js';
import type { FileResult, SessionOptions } from './session.js';

/** A file as ESLint has it. */
export interface LintedFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The host's own tree, lowered; undefined where that fails, which is said in `unfinished`. */
  readonly lower: () => Program | undefined;
  /** Whether the host knows types, which our own copy of the file has not. */
  readonly isTyped: boolean;
}

/** Nothing but their cookies, and what other files ask for in them, decides anything: no project model goes through all of them. */
const LONERS = new Set<LanguageId>(['javascript', 'go', 'rust']);

const nothing: FileResult = { findings: [], unfinished: [] };

export class Project {
  lastUsed = Date.now();
  readonly #workspace: Workspace;
  readonly #config: Config;
  readonly #rules: readonly Rule[];
  readonly #prefilter: Prefilter;
  readonly #fixStyle: Config['fixStyle'] | undefined;
  #candidates: CandidatesByApp | undefined;
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

  #judged(file: LintedFile): readonly Finding[] {
    const { path, text } = file;
    const isListed = this.#workspace.has(path);
    // A buffer that differs from the disk, or a text that ESLint has just fixed.
    if (isListed && withoutMark(this.#workspace.textOf(path)) !== withoutMark(text)) this.#change(path, text);
    const { sessions, candidates } = this.#all();
    const session = sessions.ofFile(path);
    if (isListed && this.#isRead(path) && !session.placesJudged().has(path) && !isUnlikeTheCopy(file, candidates)) return [];
    const own = file.lower();
    if (own === undefined) return [];
    const { findings, cookies } = session.lint((other) => other === path, own);
    // Comments that speak to ESLint are ESLint's: it has to see what they hide, or it calls them unused.
    return applySuppressions(findings, [own], { sites: cookies, dialects: ['cookie-lint'] }).findings;
  }

  /** The sessions of the apps, each over the candidates of its app. */
  #all(): { readonly sessions: AppSessions; readonly candidates: CandidatesByApp } {
    if (this.#sessions === undefined || this.#candidates === undefined) {
      const context = contextFor(this.#workspace, this.#rules, {
        config: this.#config,
        ...(this.#fixStyle === undefined ? {} : { fixStyle: this.#fixStyle }),
      });
      this.#workspace.forgetAsked();
      this.#candidates ??= new CandidatesByApp(this.#workspace, this.#prefilter, context.apps);
      this.#sessions = new AppSessions(this.#candidates, context);
    }
    return { sessions: this.#sessions, candidates: this.#candidates };
  }

  /** Whether the name of a file tells a language that is looked through for cookies; others are what the host says they are. */
  #isRead(path: string): boolean {
    return this.#workspace.languagesOf(path).some(({ id }) => this.#prefilter.reads(id));
  }

  /** Takes a file's new text. What was worked out stays where nobody has asked for the file and nothing of the app is decided in it. */
  #change(path: string, text: string): void {
    const isAsked = this.#workspace.wasAskedFor(path);
    this.#workspace.provide(path, text);
    const programs = this.#candidates?.replace(path) ?? [];
    const isLoner = !isAsked && !isDependencyList(path) && this.#workspace.languagesOf(path).every(({ id }) => LONERS.has(id));
    if (!isLoner || this.#sessions?.ofFile(path).replace(path, programs) !== true) this.#sessions = undefined;
  }
}

/** Whether the host's tree may hold a cookie where our own copy of the file holds none. */
const isUnlikeTheCopy = ({ path, isTyped }: LintedFile, candidates: CandidatesByApp): boolean =>
  candidates.has(path) && (isTyped || !candidates.isWhole(path));

/** ESLint takes the byte order mark off. */
const withoutMark = (text: string | undefined): string | undefined => (text?.startsWith('\uFEFF') === true ? text.slice(1) : text);
