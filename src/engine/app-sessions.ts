/** The apps of a run with their files, each as the session that judges it: made once, with the modules around it. */
import type { App } from '../project/apps.js';
import type { Program } from '../syntax/ir.js';
import { byCodeUnit } from './discover.js';
import { AppSession, type LintContext } from './lint.js';

export class AppSessions {
  readonly #context: LintContext;
  readonly #programs = new Map<App, Program[]>();
  readonly #sessions = new Map<App, AppSession>();

  constructor(programs: readonly Program[], context: LintContext) {
    this.#context = context;
    for (const program of programs) {
      const app = context.apps.of(program.path);
      const list = this.#programs.get(app);
      if (list === undefined) this.#programs.set(app, [program]);
      else list.push(program);
    }
  }

  /** The session of an app, which may have no files of its own. */
  of(app: App): AppSession {
    let session = this.#sessions.get(app);
    if (session === undefined) {
      const { apps } = this.#context;
      session = new AppSession(app, this.#programs.get(app) ?? [], this.#context, {
        libraries: apps.references(app).flatMap((other) => this.#programs.get(other) ?? []),
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
    const withFiles = [...this.#programs.keys()];
    const hosts = withFiles.flatMap((app) => this.#context.apps.hosts(app));
    return [...new Set([...withFiles, ...hosts])].sort((a, b) => byCodeUnit(a.root, b.root)).map((app) => this.of(app));
  }
}
