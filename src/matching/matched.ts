/** A place in a file that fits a surface, before its values are evaluated. */
import type { Confidence } from '../cookies/finding.js';
import type { Assignment, Call, ClassDeclaration, Expression, FunctionExpression, Node, Program, RecordExpression } from '../syntax/ir.js';
import type { Frame } from '../values/value.js';
import type { SentAgain } from './sent-again.js';
import type { Rule, Surface } from './surface.js';

export interface Matched<S extends Surface = Surface> {
  readonly rule: Rule;
  readonly surface: S;
  readonly program: Program;
  /** The call, record, assignment, setting entry or class that fits. */
  readonly node: Node;
  readonly call?: Call;
  readonly assignment?: Assignment;
  readonly record?: RecordExpression;
  readonly class?: ClassDeclaration;
  /** The method of a class that configures options. */
  readonly configurer?: FunctionExpression;
  /** The value of a setting, an entry or an assignment. */
  readonly value?: Expression;
  /** The variable or flag that a deployment file gives. */
  readonly variable?: string;
  /** The prefix of the labels whose options are the value. */
  readonly labels?: string;
  /** The syntax of placeholders in the setting's value. */
  readonly placeholders?: 'spring' | 'shell' | 'symfony' | 'nette';
  /** The use of the made object that is asked about, where it is handed over in more than one state. */
  readonly handedOver?: Node;
  /** The cookie of the request that the call sends again. */
  readonly sent?: SentAgain;
  readonly confidence: Confidence;
  /** The bindings under which it is judged, when it stands in a helper that is judged at its calls. */
  readonly frame?: Frame;
  /** The call of the helper at which it is judged. */
  readonly caller?: Hop & { /** The way from the site to that call: its own helper's call first. */ readonly hops: readonly Hop[] };
}

/** A call of a helper, and the helper. */
export interface Hop {
  readonly program: Program;
  readonly call: Call;
  readonly function: FunctionExpression;
  /** The file the helper is in. */
  readonly functionProgram: Program;
}
