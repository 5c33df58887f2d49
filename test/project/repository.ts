/** A repository in memory, for tests of the project layer. */
import { Workspace } from '../../src/engine/workspace.js';
import { Links } from '../../src/project/links.js';
import type { Program } from '../../src/syntax/ir.js';

export class Repository {
  readonly workspace: Workspace;
  readonly links: Links;

  private constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.links = new Links(workspace);
  }

  static async of(files: Readonly<Record<string, string>>): Promise<Repository> {
    const workspace = new Workspace('/repository', [], new Map(Object.entries(files)));
    await workspace.load(workspace.files.flatMap((file) => workspace.languagesOf(file)));
    return new Repository(workspace);
  }

  program(path: string): Program {
    const program = this.workspace.programOf(path);
    if (program === undefined) throw new Error(`${path} is not in the repository`);
    return program;
  }

  /** The path that a specifier of `from` leads to. */
  follow(from: string, specifier: string): string | undefined {
    return this.links.moduleOf(this.program(from), specifier)?.path;
  }

  /** The path of the file that defines a name that `from` uses. */
  defines(from: string, name: string): string | undefined {
    return this.links.definitionOf(this.program(from), name)?.program.path;
  }
}
