/** Which lines of a file the judged cookies of a run explain: where they stand, where they are decided, what makes them Secure. */
import type { CookieRecord, Finding } from '../../cookies/finding.js';
import { childrenOf } from '../../syntax/walk.js';
import type { Node, Range } from '../../syntax/ir.js';
import { linesOf } from '../../text/lines.js';
import { originsOf } from '../../values/origins.js';
import type { MatchOutcome } from '../lint.js';

/** What the tool makes of a place, the gravest first: a line that several explain is named for the first of them. */
export const JUDGED = ['reported', 'undecided', 'secure', 'deletion', 'policy', 'passed-on', 'development'] as const;
export type JudgedKind = (typeof JUDGED)[number];

export interface Explanation {
  readonly kind: JudgedKind;
  readonly why: string;
}

/** A value that is written over more lines is a function or a class: only its first line is about the cookie. */
const MAX_LINES = 25;

export class ExplainedLines {
  readonly #textOf: (path: string) => string | undefined;
  readonly #files = new Map<string, Map<number, Explanation>>();

  constructor(textOf: (path: string) => string | undefined) {
    this.#textOf = textOf;
  }

  /** What explains a line (from 1) of a file. */
  at(path: string, line: number): Explanation | undefined {
    return this.#files.get(path)?.get(line);
  }

  add({ matched, judged, unjudged }: MatchOutcome): void {
    if (matched !== undefined && unjudged !== undefined) {
      const kind = unjudged === 'policy' ? 'policy' : unjudged === 'development' ? 'development' : 'passed-on';
      this.#node(matched.program.path, matched.node, { kind, why: WHY[kind](matched.surface.id) });
    }
    for (const one of judged) {
      const explanation = explanationOf(one.cookie, one.findings);
      this.#range(one.cookie.path, one.cookie.range, explanation);
      for (const { path, range } of one.findings.flatMap(({ cause, related }) => [cause, ...related]))
        this.#range(path, range, explanation);
      if (one.cookie.coveredBy !== undefined)
        this.#range(one.cookie.coveredBy.path, one.cookie.coveredBy.range, {
          kind: 'policy',
          why: WHY.policy(one.cookie.coveredBy.surface),
        });
      if (!('site' in one)) continue;
      const { site } = one;
      this.#node(site.matched.program.path, site.matched.node, explanation);
      for (const value of [site.secure.value, site.name, ...site.attributes.values()]) {
        for (const { program, range } of originsOf(value)) this.#range(program.path, range, explanation);
      }
    }
  }

  /** A match's own text; the body of a function that stands in it is another matter. */
  #node(path: string, node: Node, explanation: Explanation): void {
    this.#range(path, { start: node.start, end: Math.min(node.end, firstBody(node) ?? node.end) }, explanation);
  }

  #range(path: string, { start, end }: Range, explanation: Explanation): void {
    const text = this.#textOf(path);
    if (text === undefined || end <= start || end > text.length) return;
    const lines = linesOf(text);
    const first = lines.positionAt(start).line;
    const last = lines.positionAt(end - 1).line;
    const known = this.#files.get(path) ?? new Map<number, Explanation>();
    this.#files.set(path, known);
    for (let line = first; line <= (last - first > MAX_LINES ? first : last); line++) {
      const before = known.get(line);
      if (before === undefined || JUDGED.indexOf(explanation.kind) < JUDGED.indexOf(before.kind)) known.set(line, explanation);
    }
  }
}

/** Where the first function below a node has its body. */
function firstBody(node: Node): number | undefined {
  const open: Node[] = [...childrenOf(node)];
  let first: number | undefined;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if ('kind' in at && at.kind === 'function') first = Math.min(first ?? Infinity, at.body.start);
    else open.push(...childrenOf(at));
  }
  return first;
}

function explanationOf(cookie: CookieRecord, findings: readonly Finding[]): Explanation {
  const hard = findings.find(({ severity }) => severity !== 'note');
  if (hard !== undefined) return { kind: 'reported', why: `${hard.surface}: ${hard.problem}` };
  if (cookie.deletes) return { kind: 'deletion', why: WHY.deletion(cookie.surface) };
  if (cookie.state === 'unresolved')
    return {
      kind: 'undecided',
      why: `${cookie.surface}: ${findings.find(({ problem }) => problem === 'unresolved')?.message ?? 'could not be decided'}`,
    };
  return {
    kind: 'secure',
    why: `${cookie.surface}: ${cookie.coveredBy === undefined ? cookie.state : `covered by ${cookie.coveredBy.surface}`}`,
  };
}

const WHY: Readonly<Record<'policy' | 'passed-on' | 'development' | 'deletion', (surface: string) => string>> = {
  policy: (surface) => `${surface}: decides about other cookies`,
  'passed-on': (surface) => `${surface}: decided at another place`,
  development: (surface) => `${surface}: production never reads it`,
  deletion: (surface) => `${surface}: deletes the cookie`,
};
