/** Prints meaning as code: what languages of braces have in common, for each to change where it differs. */
import type { Expr, Func, Step, Variant } from './meaning.js';

/** A form that a language does not have: the cell stays empty. */
export class Unprintable extends Error {}

export interface Printed {
  readonly path: string;
  readonly text: string;
}

export abstract class Printer {
  abstract readonly language: string;
  protected abstract readonly path: string;

  print(variant: Variant): Printed {
    const functions = (variant.functions ?? []).map((one) => this.func(one));
    const before = (variant.before ?? []).map((step) => this.step(step));
    return { path: this.path, text: this.program(functions, before, this.expr(variant.secure)) };
  }

  /** A form of the language's own, with the value in it. */
  form(form: string, value: Expr): Printed {
    const filled = form.replaceAll(/\bS\b/g, this.expr(value));
    const [top = '', inside = ''] = filled.split(/^---\n/m);
    const lines = inside.split('\n');
    return { path: this.path, text: this.program(top === '' ? [] : [top.trimEnd()], lines.slice(0, -1), lines.at(-1)!) };
  }

  /** The whole file: functions, and a function that sends a cookie. */
  protected abstract program(functions: readonly string[], before: readonly string[], secure: string): string;

  expr(expr: Expr): string {
    const { e } = this;
    switch (expr.k) {
      case 'bool':
        return this.bool(expr.value);
      case 'text':
        return JSON.stringify(expr.value);
      case 'name':
        return this.name(expr.name);
      case 'env':
        return this.env(expr.variable);
      case 'env-or':
        return this.envOr(expr.variable, JSON.stringify(expr.fallback));
      case 'env-required':
        return this.envRequired(expr.variable);
      case 'is-set':
        return this.isSet(expr.variable);
      case 'eq':
        return this.equal(e(expr.left), e(expr.right));
      case 'ne':
        return this.differs(e(expr.left), e(expr.right));
      case 'and':
        return `(${e(expr.left)} ${this.words.and} ${e(expr.right)})`;
      case 'or':
        return `(${e(expr.left)} ${this.words.or} ${e(expr.right)})`;
      case 'not':
        return `${this.words.not}(${e(expr.of)})`;
      case 'lower':
        return this.lower(e(expr.of));
      case 'trim':
        return this.trim(e(expr.of));
      case 'parse-bool':
        return this.parseBool(e(expr.of));
      case 'is-empty':
        return this.isEmpty(e(expr.of));
      case 'if':
        return this.conditional(e(expr.test), e(expr.yes), e(expr.no));
      case 'among':
        return this.among(
          e(expr.of),
          expr.words.map((word) => JSON.stringify(word)),
        );
      case 'begins':
        return this.begins(e(expr.of), JSON.stringify(expr.with));
      case 'fits':
        return this.fits(e(expr.of), expr.with);
      case 'first':
        return this.first(e(expr.of), expr.count);
      case 'look-up':
        return this.lookUp(
          e(expr.key),
          Object.entries(expr.entries).map(([key, value]) => [JSON.stringify(key), this.bool(value)] as const),
          this.bool(expr.otherwise),
        );
      case 'join':
        return this.join(e(expr.left), e(expr.right));
      case 'call':
        return `${this.callee(expr.name)}(${expr.args.map(e).join(', ')})`;
    }
  }

  readonly e = (expr: Expr): string => this.expr(expr);

  protected readonly words: { readonly and: string; readonly or: string; readonly not: string } = { and: '&&', or: '||', not: '!' };

  protected bool(value: boolean): string {
    return String(value);
  }
  protected name(name: string): string {
    return name;
  }
  protected callee(name: string): string {
    return name;
  }
  protected abstract env(variable: string): string;
  protected abstract envOr(variable: string, fallback: string): string;
  protected envRequired(variable: string): string {
    throw new Unprintable(variable);
  }
  protected abstract isSet(variable: string): string;
  protected equal(left: string, right: string): string {
    return `${left} == ${right}`;
  }
  protected differs(left: string, right: string): string {
    return `${left} != ${right}`;
  }
  protected abstract lower(of: string): string;
  protected abstract trim(of: string): string;
  protected abstract parseBool(of: string): string;
  protected abstract isEmpty(of: string): string;
  protected conditional(test: string, yes: string, no: string): string {
    return `(${test} ? ${yes} : ${no})`;
  }
  protected abstract among(of: string, words: readonly string[]): string;
  protected abstract begins(of: string, text: string): string;
  protected fits(of: string, pattern: string): string {
    throw new Unprintable(of + pattern);
  }
  protected abstract first(of: string, count: number): string;
  protected lookUp(key: string, entries: readonly (readonly [string, string])[], otherwise: string): string {
    throw new Unprintable(key + String(entries.length) + otherwise);
  }
  protected join(left: string, right: string): string {
    return `${left} + ${right}`;
  }

  step(step: Step): string {
    switch (step.k) {
      case 'let':
        return this.declare(step.name, step.type, this.expr(step.value));
      case 'set':
        return `${this.name(step.name)} = ${this.expr(step.value)}${this.end}`;
      case 'return':
        return `return ${this.expr(step.value)}${this.end}`;
      case 'throw':
        return this.raise();
      case 'when':
        return this.when(
          this.expr(step.test),
          this.steps(step.then),
          step.otherwise === undefined ? undefined : this.steps(step.otherwise),
        );
      case 'switch':
        return this.choose(
          this.expr(step.of),
          step.cases.map(([word, then]) => [JSON.stringify(word), this.steps(then)] as const),
          this.steps(step.otherwise),
        );
    }
  }

  protected readonly steps = (steps: readonly Step[]): string => steps.map((one) => this.step(one)).join('\n');
  protected readonly end: string = ';';
  protected abstract declare(name: string, type: 'flag' | 'text', value: string): string;
  protected abstract raise(): string;
  protected when(test: string, then: string, otherwise: string | undefined): string {
    return `if (${test}) {\n${then}\n}${otherwise === undefined ? '' : ` else {\n${otherwise}\n}`}`;
  }
  protected choose(of: string, cases: readonly (readonly [string, string])[], otherwise: string): string {
    return `switch (${of}) {\n${cases.map(([word, then]) => `case ${word}:\n${then}\n`).join('')}default:\n${otherwise}\n}`;
  }
  abstract func(one: Func): string;
}

export const indented = (text: string, by = '    '): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
