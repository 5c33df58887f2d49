/** Where something is evaluated: the file it stands in, and the call it runs in. */
import type { Expression, Program, Range } from '../syntax/ir.js';
import type { Evaluator } from './evaluator.js';
import type { LanguageIdioms } from './idioms.js';
import { indexOf, type ProgramIndex } from './program-index.js';
import { originOf, type Frame, type Origin, type Value } from './value.js';

export class Context {
  readonly evaluator: Evaluator;
  readonly program: Program;
  readonly frame: Frame | undefined;

  constructor(evaluator: Evaluator, program: Program, frame?: Frame) {
    this.evaluator = evaluator;
    this.program = program;
    this.frame = frame;
  }

  get language(): Program['language'] {
    return this.program.language;
  }

  get index(): ProgramIndex {
    return indexOf(this.program);
  }

  get idioms(): LanguageIdioms {
    return this.evaluator.idiomsOf(this.program);
  }

  origin(node: Range): Origin {
    return originOf(this.program, node);
  }

  evaluate(expression: Expression): Value {
    return this.evaluator.evaluate(expression, this.program, this.frame);
  }

  /** The same file outside of any call. */
  get outsideCalls(): Context {
    return this.frame === undefined ? this : new Context(this.evaluator, this.program);
  }
}
