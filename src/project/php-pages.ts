/** PHP's pages: a script that nothing includes runs alone, so that what it sets holds for itself and for what it includes. */
import type { Matched } from '../matching/matched.js';
import { indexOf } from '../values/program-index.js';
import { folderOf, foldersUp } from './links/paths.js';
import type { WorkspaceFiles } from './workspace.js';

const PHP = /\.(?:php\d?|phtml|inc|module)$/i;
/** https://www.php.net/manual/en/function.include.php: the statement up to its end. */
const INCLUDES = /\b(?:require|include)(?:_once)?\b([^;{}]{0,400});/g;
/** Names that a loader or a host includes: WordPress, PHP's own settings, Composer. */
const INCLUDED_BY_OTHERS = /(?:^|\/)(?:wp-config[^/]*|functions|autoload|prepend|bootstrap)\.php$/i;

export class PhpPages {
  readonly #workspace: WorkspaceFiles;
  #includes: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #includers: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  readonly #reach = new Map<string, ReadonlySet<string>>();

  constructor(workspace: WorkspaceFiles) {
    this.#workspace = workspace;
  }

  /** Whether what a match sets can't hold where the other one stands: both are of pages that have nothing in common. */
  areApart(setting: Matched, other: Matched): boolean {
    if (setting.program === other.program || setting.program.language !== 'php' || other.program.language !== 'php') return false;
    // A page that ends the session starts it for those who have one.
    if (/\bsession_destroy\s*\(/.test(other.program.text)) return false;
    return (
      isOfScript(setting) &&
      isOfScript(other) &&
      !this.#isLoaded(setting.program.path) &&
      !this.#isLoaded(other.program.path) &&
      !this.#reachOf(setting.program.path).has(other.program.path)
    );
  }

  /** Whether others than the repository's own scripts may include a file. */
  #isLoaded(path: string): boolean {
    if (INCLUDED_BY_OTHERS.test(path)) return true;
    const text = this.#workspace.textOf(path) ?? '';
    if (/\bABSPATH\b|\badd_action\s*\(|^[ \t]*(?:\*[ \t]*)?Plugin Name:/m.test(text)) return true;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return [...foldersUp(folderOf(path))].some(
      (folder) => this.#workspace.textOf(folder === '' ? 'composer.json' : `${folder}/composer.json`)?.includes(`${name}"`) === true,
    );
  }

  /** The files that run together with one: the pages that include it, at whatever depth, with all that they include. */
  #reachOf(path: string): ReadonlySet<string> {
    let found = this.#reach.get(path);
    if (found === undefined) {
      found = closure(closure(new Set([path]), this.#graph().includers), this.#graph().includes);
      this.#reach.set(path, found);
    }
    return found;
  }

  #graph(): { readonly includes: ReadonlyMap<string, ReadonlySet<string>>; readonly includers: ReadonlyMap<string, ReadonlySet<string>> } {
    if (this.#includes === undefined || this.#includers === undefined) {
      const scripts = this.#workspace.files.filter((file) => PHP.test(file));
      const byName = new Map<string, string[]>();
      for (const file of scripts) {
        const name = file.slice(file.lastIndexOf('/') + 1);
        byName.set(name, [...(byName.get(name) ?? []), file]);
      }
      const includes = new Map<string, Set<string>>();
      const includers = new Map<string, Set<string>>();
      for (const file of scripts) {
        for (const included of includedBy(file, this.#workspace.textOf(file) ?? '', byName, scripts)) {
          add(includes, file, included);
          add(includers, included, file);
        }
      }
      this.#includes = includes;
      this.#includers = includers;
    }
    return { includes: this.#includes, includers: this.#includers };
  }
}

/** What stands in a class may run wherever the class is loaded; the code of a script runs with the script. */
const isOfScript = ({ program, node }: Matched): boolean => indexOf(program).classAround(node) === undefined;

function add(edges: Map<string, Set<string>>, from: string, to: string): void {
  const known = edges.get(from);
  if (known === undefined) edges.set(from, new Set([to]));
  else known.add(to);
}

function closure(start: ReadonlySet<string>, edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set(start);
  for (const at of reached) for (const next of edges.get(at) ?? []) reached.add(next);
  return reached;
}

/** The files that the statements of a script may include: by the end of a written path, or by its pieces around what varies. */
function includedBy(
  file: string,
  text: string,
  byName: ReadonlyMap<string, readonly string[]>,
  scripts: readonly string[],
): readonly string[] {
  return [...text.matchAll(INCLUDES)].flatMap(([, statement = '']) => {
    const pieces = [...statement.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, single, double]) => single ?? double ?? '');
    const last = pieces.at(-1) ?? '';
    const path = last.replace(/^(?:\.{0,2}\/)+/, '');
    if (!last.includes('$') && PHP.test(last) && path.length > last.slice(last.lastIndexOf('.')).length)
      return (byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? []).filter(
        (one) => one === path || one.endsWith(`/${path}`) || path.includes('..'),
      );
    return varying(file, statement, pieces, scripts);
  });
}

/** `include "pages/$page.php"`, `require __DIR__ . '/' . $name . '.php'`. */
function varying(file: string, statement: string, pieces: readonly string[], scripts: readonly string[]): readonly string[] {
  const words = pieces
    .flatMap((piece) => piece.split(/\$\{?[\w>[\]'-]+\}?|\{\$[^{}]*\}/))
    .flatMap((piece) => piece.split('/'))
    .filter((piece) => /\w{3}/.test(piece) && !/^\.\w+$/.test(piece));
  const isBeside = /__DIR__|__FILE__/.test(statement);
  if (words.length === 0 && !isBeside) return [];
  const folder = folderOf(file);
  return scripts.filter(
    (one) =>
      one !== file &&
      words.every((word) => one.includes(word)) &&
      (!isBeside || words.length > 0 || one.startsWith(folder === '' ? '' : `${folder}/`)),
  );
}
