/** The apps of a run with their files, each as the session that judges it: made once, with the modules around it. */
import type { App } from '../project/apps.js';
import type { Program } from '../syntax/ir.js';
import { byCodeUnit } from './discover.js';
import { AppSession, type LintContext } from './lint.js';

/** The candidates of each app. */
export interface AppPrograms {
  readonly of: (app: App) => readonly Program[];
  /** The apps that have any. */
  readonly apps: () => Iterable<App>;
}

export class AppSessions {
  readonly #context: LintContext;
  readonly #programs: AppPrograms;
  readonly #sessions = new Map<App, AppSession>();

  /** `programs`: all candidates, or how those of an app are found when somebody asks about it. */
  constructor(programs: readonly Program[] | AppPrograms, context: LintContext) {
    this.#context = context;
    this.#programs = 'of' in programs ? programs : grouped(programs, context);
  }

  /** The session of an app, which may have no files of its own. */
  of(app: App): AppSession {
    let session = this.#sessions.get(app);
    if (session === undefined) {
      const { apps } = this.#context;
      session = new AppSession(app, this.#programs.of(app), this.#context, {
        libraries: apps.references(app).flatMap((other) => this.#programs.of(other)),
        hosts: () => apps.hosts(app).map((host) => this.of(host)),
      });
      this.#sessions.set(app, session);
    }
    return session;
  }

  /** The session of the app that a file belongs to. */
  ofFile(file: string): AppSession {
    return this.of(this.#context.apps.of(file));
  }

  /** Those of all apps with files, their own or of their libraries, by the app's folder. */
  all(): readonly AppSession[] {
    const withFiles = [...this.#programs.apps()];
    const hosts = withFiles.flatMap((app) => this.#context.apps.hosts(app));
    return [...new Set([...withFiles, ...hosts])].sort((a, b) => byCodeUnit(a.root, b.root)).map((app) => this.of(app));
  }
}

function grouped(programs: readonly Program[], { apps }: LintContext): AppPrograms {
  const byApp = new Map<App, Program[]>();
  for (const program of programs) {
    const app = apps.of(program.path);
    const list = byApp.get(app);
    if (list === undefined) byApp.set(app, [program]);
    else list.push(program);
  }
  return { of: (app) => byApp.get(app) ?? [], apps: () => byApp.keys() };
}
