/** Source code of a file that is not JavaScript, as ESLint's `languages` want it: one root node, and comments for directives. */
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep, type SourceLocation } from '@eslint/plugin-kit';
import type { Comment, Program } from '../syntax/ir.js';

/** The only node: rules of this plugin judge the file as a whole. */
export interface RootNode {
  readonly type: 'File';
  readonly range: [number, number];
  readonly loc: SourceLocation;
  readonly program: Program;
}

interface CommentNode {
  readonly type: 'Comment';
  readonly value: string;
  readonly range: [number, number];
  readonly loc: SourceLocation;
}

const DIRECTIVES = /^(?:eslint(?:-enable|-disable(?:(?:-next)?-line)?)?)(?:\s|$)/u;

const parser = new ConfigCommentParser();

export class ProgramSource extends TextSourceCodeBase {
  readonly program: Program;
  readonly comments: readonly CommentNode[];

  constructor(text: string, ast: RootNode) {
    super({ text, ast });
    this.program = ast.program;
    this.comments = ast.program.comments.map((comment) => this.#commentNode(comment));
  }

  #commentNode(comment: Comment): CommentNode {
    const { start, end } = comment;
    return {
      type: 'Comment',
      value: comment.text,
      range: [start, end],
      loc: { start: this.getLocFromIndex(start), end: this.getLocFromIndex(end) },
    };
  }

  override getParent(): undefined {
    return undefined;
  }

  /** The comments that configure ESLint; only the disable family means something here. */
  getInlineConfigNodes(): CommentNode[] {
    return this.comments.filter((comment) => DIRECTIVES.test(comment.value.trim()));
  }

  getDisableDirectives(): { problems: { ruleId: null; message: string; loc: SourceLocation }[]; directives: Directive[] } {
    const directives: Directive[] = [];
    for (const comment of this.getInlineConfigNodes()) {
      const parsed = parser.parseDirective(comment.value.trim());
      const type = parsed?.label.replace(/^eslint-/u, '');
      if (parsed === undefined || (type !== 'disable' && type !== 'enable' && type !== 'disable-line' && type !== 'disable-next-line'))
        continue;
      directives.push(new Directive({ type, node: comment, value: parsed.value, justification: parsed.justification }));
    }
    return { problems: [], directives };
  }

  override *traverse(): Generator<VisitNodeStep> {
    yield new VisitNodeStep({ target: this.ast, phase: 1, args: [this.ast] });
    yield new VisitNodeStep({ target: this.ast, phase: 2, args: [this.ast] });
  }
}
