/** The files that a Flask application fills its configuration from: Python files, and data files with a loader. */
import type { Expression, Program } from '../syntax/ir.js';
import { python } from '../syntax/python/language.js';
import { childrenOf } from '../syntax/walk.js';
import type { Evaluator } from '../values/evaluator.js';
import type { Value } from '../values/value.js';
import { isDevelopmentFile } from './file-modes.js';
import { foldersUp, folderOf, joinPath } from './links/paths.js';
import type { ModelContext } from './model.js';
import type { WorkspaceFiles } from './workspace.js';

/** Folders beside the code in which such files stand: https://flask.palletsprojects.com/en/stable/config/#instance-folders. */
const BESIDE = ['', 'instance', 'config', 'conf'];

const asPython = new WeakMap<WorkspaceFiles, Map<string, Program>>();

/** A listed file, read as Python whatever its name: `from_pyfile('flask.cfg')`. */
export function pythonFile(file: string, workspace: WorkspaceFiles): Program | undefined {
  if (python.matches(file)) return workspace.programOf(file);
  let programs = asPython.get(workspace);
  if (programs === undefined) asPython.set(workspace, (programs = new Map<string, Program>()));
  const before = programs.get(file);
  if (before !== undefined) return before;
  const text = workspace.isLoaded(python) ? workspace.textOf(file) : undefined;
  if (text === undefined) return undefined;
  const program = python.lower(text, file);
  programs.set(file, program);
  return program;
}

/**
 * The listed file that the argument of a loader names, as seen from the code; undefined where the operator brings it.
 * A file for development or tests is none of production's.
 */
export function configFile(argument: Expression, program: Program, { workspace, evaluator, app }: ModelContext): string | undefined {
  const name = fileName(argument, program, evaluator);
  if (name === undefined) return undefined;
  const root = app.root === '.' ? '' : app.root;
  for (const folder of foldersUp(folderOf(program.path))) {
    for (const beside of BESIDE) {
      const path = joinPath(folder, `${beside}/${name}`);
      if (path !== undefined && workspace.has(path) && !isDevelopmentFile(path)) return path;
    }
    if (folder === root) break;
  }
  return undefined;
}

/** The end of a path that is known: all of it, or what stands after the folder that code works out. */
function fileName(argument: Expression, program: Program, evaluator: Evaluator): string | undefined {
  evaluator.begin();
  const whole = textOf(evaluator.evaluate(argument, program));
  const text = whole ?? lastText(argument);
  return text === undefined || text === '' ? undefined : text.replace(/^(?:\.?\/)+/, '');
}

function textOf(value: Value): string | undefined {
  if (value.kind === 'known') return typeof value.value === 'string' ? value.value : undefined;
  return value.kind === 'environment' && value.fallback !== undefined ? textOf(value.fallback) : undefined;
}

/** The last literal of an expression that looks like a file: `os.path.join(here, 'conf', 'app.cfg')`. */
function lastText(expression: Expression): string | undefined {
  let found: string | undefined;
  const visit = (node: Parameters<typeof childrenOf>[0]): void => {
    if ('kind' in node && node.kind === 'literal' && typeof node.value === 'string' && /\.[a-z]+$/i.test(node.value)) found = node.value;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(expression);
  return found;
}
