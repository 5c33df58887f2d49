/** The files of each app that may hold a cookie, looked for and lowered when the app is asked about for the first time. */
import type { AppPrograms } from '../engine/app-sessions.js';
import { chooseCandidates, lowerCandidates } from '../engine/candidates.js';
import type { Prefilter } from '../engine/prefilter.js';
import type { Workspace } from '../engine/workspace.js';
import type { App, Apps } from '../project/apps.js';
import type { Program } from '../syntax/ir.js';

/** ESLint is given whole folders: no file is meant by itself. */
const NONE: ReadonlySet<string> = new Set();

export class CandidatesByApp implements AppPrograms {
  readonly #workspace: Workspace;
  readonly #prefilter: Prefilter;
  readonly #apps: Apps;
  /** By the folders of the apps. */
  readonly #candidates = new Map<string, Set<string>>();
  #files: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(workspace: Workspace, prefilter: Prefilter, apps: Apps) {
    this.#workspace = workspace;
    this.#prefilter = prefilter;
    this.#apps = apps;
  }

  has(path: string): boolean {
    return this.#of(this.#apps.of(path)).has(path);
  }

  /** Whether the whole file was read and is judged with its app. */
  isWhole(path: string): boolean {
    const programs = this.#lowered([path]);
    return programs.length > 0 && programs.every(({ problems }) => problems.length === 0);
  }

  /** The programs of the candidates whose grammars are loaded in this process. */
  readonly of = (app: App): readonly Program[] => this.#lowered([...this.#of(app)]);

  readonly apps = (): Iterable<App> => this.#apps.all().filter((app) => this.#of(app).size > 0);

  /** Takes a file's new text, and gives its programs where it is a candidate now. */
  replace(path: string): readonly Program[] {
    const candidates = this.#of(this.#apps.of(path));
    const [found] = this.#chosen([path]);
    if (found === undefined) candidates.delete(path);
    else candidates.add(found);
    return this.#lowered(found === undefined ? [] : [found]);
  }

  #of(app: App): Set<string> {
    const { root } = app;
    let candidates = this.#candidates.get(root);
    if (candidates === undefined) this.#candidates.set(root, (candidates = new Set(this.#chosen(this.#filesIn(root)))));
    return candidates;
  }

  #filesIn(root: string): readonly string[] {
    this.#files ??= grouped(this.#workspace.files, this.#apps);
    return this.#files.get(root) ?? [];
  }

  #chosen(files: readonly string[]): readonly string[] {
    return chooseCandidates(this.#workspace, this.#prefilter, { reported: undefined, named: [], files }).files;
  }

  #lowered(files: readonly string[]): readonly Program[] {
    return lowerCandidates({ files, languages: new Set() }, this.#workspace, this.#prefilter, NONE);
  }
}

function grouped(files: readonly string[], apps: Apps): ReadonlyMap<string, readonly string[]> {
  const byApp = new Map<string, string[]>();
  for (const file of files) {
    const { root } = apps.of(file);
    const list = byApp.get(root);
    if (list === undefined) byApp.set(root, [file]);
    else list.push(file);
  }
  return byApp;
}
