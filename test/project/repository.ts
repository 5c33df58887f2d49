/** A repository in memory, for tests of the project layer. */
import { idioms } from '../../rules/index.js';
import { Workspace } from '../../src/engine/workspace.js';
import { Links } from '../../src/project/links.js';
import type { Program } from '../../src/syntax/ir.js';
import { Evaluator } from '../../src/values/evaluator.js';
import type { Idioms } from '../../src/values/idioms.js';
import { WorldReader } from '../../src/values/outcome.js';
import { indexOf } from '../../src/values/program-index.js';
import type { Value } from '../../src/values/value.js';

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

/** What a variable, constant or field holds in production with no variable set, as the evaluator reads it across files. */
export function productionValue(repository: Repository, path: string, name: string, tables: Idioms = idioms): unknown {
  const program = repository.program(path);
  const evaluator = new Evaluator(repository.links, tables);
  const value = variableNamed(name, program, evaluator);
  const reader = new WorldReader({ mode: 'production', variables: new Map(), https: true, truth: 'javascript' });
  const outcome = reader.read(value);
  return outcome.kind === 'literal' ? outcome.value : outcome.kind;
}

function variableNamed(name: string, program: Program, evaluator: Evaluator): Value {
  const index = indexOf(program);
  for (const one of [...index.declarations, ...index.assignments]) {
    if (one.target.kind === 'name' && one.target.name === name && one.value !== undefined) return evaluator.evaluate(one.value, program);
  }
  throw new Error(`${program.path} has no variable ${name}`);
}
