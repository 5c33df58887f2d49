/** Collects directives with nested blocks (nginx, Caddy, Apache, HAProxy) into call statements. */

import type { Argument, Name, Statement } from '../ir.js';
import { directiveBlock, directiveCall, expressionStatement, rangeOf } from './nodes.js';

/** Blocks nested deeper are read as if they stood at this depth. */
const MAX_DEPTH = 128;

interface OpenDirective {
  readonly callee: Name;
  readonly args: readonly Argument[];
  readonly blockStart: number;
  readonly body: Statement[];
}

/** Builds statements from the events of a scanner. */
export class DirectiveTree {
  readonly statements: Statement[] = [];
  readonly #open: OpenDirective[] = [];

  /** The name of the directive whose block is open, if any. */
  get openName(): string | undefined {
    return this.#open.at(-1)?.callee.name;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** True when a directive of that name (as `same` compares) has an open block. */
  hasOpen(same: (name: string) => boolean): boolean {
    return this.#open.some((open) => same(open.callee.name));
  }

  /** A directive without a block; `end` is the end of the call, `statementEnd` includes its terminator. */
  add(callee: Name, args: readonly Argument[], end: number, statementEnd: number = end): void {
    this.#push(expressionStatement(directiveCall(callee, args, rangeOf(callee.start, end)), rangeOf(callee.start, statementEnd)));
  }

  /** Opens the block of a directive; `blockStart` is where its delimiter begins. False when it is nested too deeply to open. */
  open(callee: Name, args: readonly Argument[], blockStart: number): boolean {
    if (this.#open.length >= MAX_DEPTH) return false;
    this.#open.push({ callee, args, blockStart, body: [] });
    return true;
  }

  /** Closes the innermost block at `end`, which includes its delimiter. False when none is open. */
  close(end: number): boolean {
    const open = this.#open.pop();
    if (open === undefined) return false;
    const block = directiveBlock(open.body, rangeOf(open.blockStart, end));
    this.#push(expressionStatement(directiveCall(open.callee, open.args, rangeOf(open.callee.start, end), block)));
    return true;
  }

  /** Closes what is still open. Returns how many blocks that were. */
  finish(end: number): number {
    const count = this.#open.length;
    while (this.close(end));
    return count;
  }

  #push(statement: Statement): void {
    (this.#open.at(-1)?.body ?? this.statements).push(statement);
  }
}
