// Runs a table of snippet → compact form for a front-end; every snippet also has to keep the invariants of the IR.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language, Node, Program } from '../../src/syntax/ir.js';
import { walk } from '../../src/syntax/walk.js';
import { compact } from './compact.js';
import { violations } from './invariants.js';

export interface SnippetTable {
  readonly language: Language;
  /** File name of the snippets. */
  readonly path: string;
  readonly snippets: readonly (readonly [snippet: string, compact: string])[];
  /** Code around each snippet of the table, with `%` for the snippet: a body that statements need. Its compact form is cut off. */
  readonly around?: string;
}

/** One test per snippet. With `around`, the expectation is the body of the innermost function of the wrapping. */
export function testSnippets(title: string, { language, path, snippets, around = '%' }: SnippetTable): void {
  describe(title, () => {
    beforeAll(() => language.load?.());
    it.each(snippets)('%s', (snippet, expected) => {
      const program = language.lower(
        around.replace('%', () => snippet),
        path,
      );
      expect(around === '%' ? compact(program) : compact(bodyOf(program))).toBe(expected);
      expect(violations(program)).toEqual([]);
      expect(program.problems).toEqual([]);
    });
  });
}

/** The statements of the first function, as a program of their own. */
function bodyOf(program: Program): Program {
  const found: Program['body'][] = [];
  for (const statement of program.body) {
    walk(statement, (node) => {
      if (found.length === 0 && 'kind' in node && node.kind === 'function') found.push(node.body.body);
      return found.length === 0;
    });
  }
  return { ...program, body: found[0] ?? [] };
}

/** All nodes of a kind, in order. */
export function nodesOf<K extends Extract<Node, { kind: string }>['kind']>(program: Program, kind: K): Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = [];
  for (const statement of program.body) {
    walk(statement, (node) => {
      if ('kind' in node && node.kind === kind) found.push(node as Extract<Node, { kind: K }>);
    });
  }
  return found;
}

/** The source text of all nodes of a kind, in order. */
export function slices(program: Program, kind: Extract<Node, { kind: string }>['kind']): string[] {
  return nodesOf(program, kind).map((node) => program.text.slice(node.start, node.end));
}
