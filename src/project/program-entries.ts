/** Files that run before a program serves anything, by the conventions of the ecosystems. */
import { fileMode } from './file-modes.js';
import { folderOf } from './links/paths.js';
import type { WorkspaceFiles } from './workspace.js';

/** What stands at the root of an app or in one of these folders of it. */
const FOLDERS = '(?:(?:src/)?server/|(?:src|app|config)/)?';
const NAMES = '(?:index|main|server|app|start|env|config|instrumentation|manage|wsgi|asgi|settings)';
const ENTRY = new RegExp(
  `(?:^|/)(?:${[
    `${FOLDERS}${NAMES}\\.(?:[cm]?js|m?ts|py|go|rb|rs)`,
    // https://guides.rubyonrails.org/configuring.html#using-initializer-files
    'config/(?:initializers/.+|application|environment|boot)\\.rb',
    // https://learn.microsoft.com/aspnet/core/fundamentals/#programcs
    '(?:src/)?Program\\.cs',
    // The front controller of https://symfony.com/doc/current/configuration/front_controllers_and_kernel.html and of Laravel, and what it includes.
    '(?:(?:public|web|www|htdocs)/)?index\\.php|(?:(?:app|config|src)/)?bootstrap\\.php|bootstrap/app\\.php',
  ].join('|')})$`,
);
/** https://go.dev/doc/modules/layout#multiple-packages: one folder for each program of a module. */
const COMMAND = /(?:^|\/)cmd\/[^/]+\/main\.go$/;

export class ProgramEntries {
  readonly #workspace: WorkspaceFiles;
  #entries: readonly { readonly path: string; readonly root: string }[] | undefined;

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
  }

  /** The entries of the apps that a file is in, of every environment. */
  of(path: string): readonly string[] {
    this.#entries ??= this.#find();
    const folder = `${folderOf(path)}/`;
    return this.#entries.filter(({ root }) => root === '' || folder.startsWith(`${root}/`)).map((entry) => entry.path);
  }

  #find(): { path: string; root: string }[] {
    const files = this.#workspace.files.filter((path) => fileMode(path) === undefined);
    const commands = files.filter((path) => COMMAND.test(path));
    return files.flatMap((path) => {
      const match = COMMAND.exec(path);
      const module = match === null ? undefined : path.slice(0, match.index);
      // Of several programs each refuses for itself only.
      const isOnly =
        module !== undefined && commands.every((other) => other === path || !other.startsWith(module === '' ? 'cmd/' : `${module}/cmd/`));
      const start = isOnly ? match?.index : ENTRY.exec(path)?.index;
      return start === undefined ? [] : [{ path, root: path.slice(0, start) }];
    });
  }
}
