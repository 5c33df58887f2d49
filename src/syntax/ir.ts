/**
 * The intermediate representation: the few shapes of code and settings that decide about cookies,
 * the same for every language. Front-ends (`src/syntax/<language>.ts`) produce it, everything else reads it.
 *
 * Conventions that every front-end keeps:
 * - Ranges are half-open, in UTF-16 code units of the original file text. Nothing is ever re-printed.
 * - A node object occurs exactly once in the tree (the index keeps a parent for each).
 * - What has no shape here becomes `opaque`, with every sub-expression that can hold a call kept in `children`,
 *   so that a cookie inside JSX, a comprehension or a pattern match is still seen.
 * - Operators are normalised (see `BinaryOperator`, `UnaryOperator`, `LogicalOperator`).
 */
import type { TypeReader } from './type-reader.js';

/** Half-open range in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The languages a front-end exists for. `config` languages lower to settings records. */
export type LanguageId =
  | 'javascript'
  | 'python'
  | 'ruby'
  | 'php'
  | 'java'
  | 'kotlin'
  | 'scala'
  | 'csharp'
  | 'go'
  | 'rust'
  | 'html'
  | 'properties'
  | 'yaml'
  | 'xml'
  | 'ini'
  | 'json'
  | 'toml'
  | 'hocon'
  | 'dotenv'
  | 'nginx'
  | 'apache'
  | 'haproxy'
  | 'caddyfile'
  | 'headers'
  | 'vcl'
  | 'dockerfile';

// ------------------------------------------------------------------ expressions

export type Expression =
  | Literal
  | Template
  | Name
  | Member
  | Subscript
  | Call
  | RecordExpression
  | ListExpression
  | Unary
  | Binary
  | Logical
  | Conditional
  | FunctionExpression
  | ClassExpression
  | Assignment
  | Opaque;

/** A string, number, boolean, null or undefined. Ruby symbols and unquoted settings values are strings. */
export interface Literal extends Range {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null | undefined;
  /**
   * For string literals: the range of the text between the quotes (equal to the whole range where there are no quotes:
   * settings values, Ruby symbols without their colon). Needed to edit inside a string.
   */
  readonly content?: Range;
}

/** A string with holes: JS template, Python f-string, Ruby/Kotlin/C#/PHP interpolation. Literal parts are string literals. */
export interface Template extends Range {
  readonly kind: 'template';
  readonly parts: readonly Expression[];
}

/** An identifier: `x`, `$x` (PHP, without the dollar), `@x` (Ruby, lowered to a member of `this`), `this`/`self` as name `this`. */
export interface Name extends Range {
  readonly kind: 'name';
  readonly name: string;
}

/**
 * `object.property`, `object->property`, `object::property`, `object?.property`, `pkg.Name`.
 * Ruby: a method call without arguments and parentheses is a `call` with no arguments, except constants (`A::B`), which are members.
 */
export interface Member extends Range {
  readonly kind: 'member';
  readonly object: Expression;
  readonly property: string;
  readonly propertyRange: Range;
}

/** `object[index]`, with whatever expression the index is. */
export interface Subscript extends Range {
  readonly kind: 'subscript';
  readonly object: Expression;
  readonly index: Expression;
}

/** One argument of a call. */
export interface Argument extends Range {
  readonly value: Expression;
  /** Keyword / named argument: Python `secure=True`, Kotlin `secure = true`, C# `secure: true`, PHP `secure: true`, Ruby `secure: true` in a call. */
  readonly name?: string;
  readonly nameRange?: Range;
  /** `...x`, `*x` are `positional`; `**x` is `named`. */
  readonly spread?: 'positional' | 'named';
  /** C#'s `out x` and `ref x`: the call sets the variable, or may do so; `out var x` declares it too. */
  readonly out?: 'existing' | 'declared';
}

/** A call or construction. */
export interface Call extends Range {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  /** Constructed with `new` (JS, Java, PHP, C#). Python, Ruby `X.new`, Kotlin and Go constructions are plain calls. */
  readonly isNew: boolean;
  /** Range between the parentheses; an empty range where a call is written without them (the place right after the callee). */
  readonly argsRange: Range;
  /** False when the call is written without parentheses (Ruby commands, `new Foo`, nginx directives). */
  readonly parenthesised: boolean;
  /** Ruby/Kotlin/Groovy block or trailing lambda; also the `{ … }` body of an nginx/Apache directive. */
  readonly block?: FunctionExpression;
  /** C# object initialiser `new X { A = 1 }`, Java double-brace: the record of it. */
  readonly initializer?: RecordExpression;
  /** Type arguments as written, e.g. `CookiePolicyOptions` in `Configure<CookiePolicyOptions>(…)`. */
  readonly typeArguments?: readonly string[];
}

/**
 * Object literal, dict, hash, keyed array, struct literal (`http.Cookie{…}`), settings tree.
 * `{ …a, b: 1 }` keeps order: later entries win.
 */
export interface RecordExpression extends Range {
  readonly kind: 'record';
  readonly entries: readonly RecordEntry[];
  /** Struct type of a Go composite literal or Rust struct: the type expression, e.g. member `http.Cookie`. A `&` before it is dropped. */
  readonly type?: Expression;
  /** How it is written, so that an added entry follows the file. */
  readonly style: RecordStyle;
}

export type RecordStyle =
  | 'object' // { a: 1 }                 JS
  | 'dict' // { 'a': 1 }                 Python
  | 'hash' // { a: 1 } or { :a => 1 }    Ruby (also braceless keyword arguments are NOT this but named args)
  | 'array' // ['a' => 1]                PHP
  | 'struct' // T{A: 1}                  Go, Rust
  | 'initializer' // { A = 1 }           C#
  | 'settings'; // any settings file or a section of one

export type RecordEntry = Property | SpreadEntry;

export interface Property extends Range {
  readonly kind: 'property';
  /** The key: a string literal for fixed keys (identifier keys too), any expression for computed ones. */
  readonly key: Expression;
  readonly value: Expression;
  /** JS `{ secure }`. The value is then a `name` with the key's range. */
  readonly shorthand?: boolean;
  /** JS getter. The value is then a function. */
  readonly getter?: boolean;
}

export interface SpreadEntry extends Range {
  readonly kind: 'spread';
  readonly value: Expression;
}

export interface ListExpression extends Range {
  readonly kind: 'list';
  readonly items: readonly Argument[];
}

export type UnaryOperator = 'not' | 'minus' | 'plus' | 'await' | 'typeof' | 'void' | 'deref' | 'yield' | 'other';

export interface Unary extends Range {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

/**
 * `==` stands for every equality (JS `===`, PHP `===`, Ruby `eql?` is a call), `!=` likewise; `+` also for string concatenation
 * (PHP `.`); `in`/`not in` for membership (Python).
 */
export type BinaryOperator =
  '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%' | 'in' | 'not in' | 'instanceof' | 'matches' | 'other';

export interface Binary extends Range {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `and`, `or`, and `nullish` (`??` of JS/PHP/C#, Kotlin `?:`; PHP `?:` is `or`). */
export interface Logical extends Range {
  readonly kind: 'logical';
  readonly operator: 'and' | 'or' | 'nullish';
  readonly left: Expression;
  readonly right: Expression;
}

export interface Conditional extends Range {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly consequent: Expression;
  readonly alternate: Expression;
}

/** A function of any form, anonymous or as the value of a declaration. */
export interface FunctionExpression extends Range {
  readonly kind: 'function';
  readonly name?: string;
  readonly params: readonly Parameter[];
  readonly body: Block;
  /** The whole body is one expression (arrow function, lambda, Kotlin/C#/Scala `=`), kept as the block's only `return`. */
  readonly isExpressionBody: boolean;
  readonly isAsync?: boolean;
  readonly returnType?: string;
  readonly decorators?: readonly Expression[];
}

export interface Parameter extends Range {
  /** The name; the pattern when the parameter is destructured. */
  readonly target: Name | Pattern;
  readonly default?: Expression;
  /** Type annotation as written, without generics' arguments stripped: `express.Response`, `HttpServletResponse`. */
  readonly typeName?: string;
  readonly rest?: boolean;
  /** Annotations / decorators: Spring `@Value("…")`, Nest `@Res()`. */
  readonly decorators?: readonly Expression[];
}

/** Class bodies that stand in an expression position (JS). */
export interface ClassExpression extends Range {
  readonly kind: 'class-expression';
  readonly declaration: ClassDeclaration;
}

/** Assignment used as an expression; as a statement it stands inside an `expression` statement. */
export interface Assignment extends Range {
  readonly kind: 'assignment';
  readonly target: Expression | Pattern;
  readonly value: Expression;
  /** `=` also for declarations; `or` = `||=`, `nullish` = `??=`, `and` = `&&=`, `append` = `+=`, `<<` and PHP `.=`. */
  readonly operator: '=' | 'or' | 'nullish' | 'and' | 'append' | 'other';
  /** Annotation of the target as written: Python's `secure: bool = False`. */
  readonly typeName?: string;
}

/** Not understood. `children` are the sub-expressions and nested functions inside it, in source order. */
export interface Opaque extends Range {
  readonly kind: 'opaque';
  readonly children: readonly Expression[];
}

/** Destructuring target. */
export interface Pattern extends Range {
  readonly kind: 'pattern';
  readonly elements: readonly PatternElement[];
}

export interface PatternElement extends Range {
  /** Property name, or index for list patterns, or `'...'` for the rest. */
  readonly key: string | number;
  readonly target: Name | Pattern;
  readonly default?: Expression;
}

// ------------------------------------------------------------------ statements

export type Statement =
  | Declaration
  | ExpressionStatement
  | If
  | Switch
  | Try
  | Loop
  | Block
  | Return
  | Throw
  | Jump
  | Outer
  | FunctionDeclaration
  | ClassDeclaration
  | Import
  | Export;

export interface Block extends Range {
  readonly kind: 'block';
  readonly body: readonly Statement[];
}

/**
 * Declares a variable or field: `const x = …`, `var x T`, `private boolean secure = false;`, Kotlin `val`, Go `:=` and `var`/`const`.
 * Languages without declarations (Python, Ruby, PHP) use `assignment` in an expression statement instead.
 */
export interface Declaration extends Range {
  readonly kind: 'declaration';
  readonly target: Name | Pattern;
  readonly value?: Expression;
  readonly typeName?: string;
  /** `function` = hoisted JS `var`. */
  readonly scope: 'block' | 'function';
  readonly constant: boolean;
  readonly isStatic?: boolean;
  readonly decorators?: readonly Expression[];
}

export interface ExpressionStatement extends Range {
  readonly kind: 'expression';
  readonly expression: Expression;
}

/** `if`/`elif`/`else`, Ruby `unless` (test negated) and modifiers, Kotlin `if`. `elif` is an `if` as the only statement of `alternate`. */
export interface If extends Range {
  readonly kind: 'if';
  readonly test: Expression;
  readonly consequent: Block;
  readonly alternate?: Block;
}

/** `switch`, `case`, `match`, `when`. A case without tests is the default. */
export interface Switch extends Range {
  readonly kind: 'switch';
  readonly subject?: Expression;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Range {
  readonly tests: readonly Expression[];
  readonly body: Block;
  /** The case before it does not leave the switch: what it does goes on here. */
  readonly isContinued?: boolean;
}

export interface Try extends Range {
  readonly kind: 'try';
  readonly body: Block;
  readonly handlers: readonly Block[];
  readonly final?: Block;
}

/** Any loop, also `with`/`using`/`synchronized` blocks' cousins do not count: those lower to plain blocks. */
export interface Loop extends Range {
  readonly kind: 'loop';
  /** `for (const x of xs)`: what is iterated and the loop variable. */
  readonly target?: Name | Pattern;
  readonly iterable?: Expression;
  readonly test?: Expression;
  readonly body: Block;
}

export interface Return extends Range {
  readonly kind: 'return';
  readonly value?: Expression;
}

export interface Throw extends Range {
  readonly kind: 'throw';
  readonly value?: Expression;
}

/**
 * Names that a function does not have for itself: `global x` of Python and PHP (from the file), Python's `nonlocal x` (from the
 * function around it).
 */
export interface Outer extends Range {
  readonly kind: 'outer';
  readonly names: readonly string[];
  readonly from: 'file' | 'function';
}

/** `break`, `continue`. */
export interface Jump extends Range {
  readonly kind: 'jump';
}

export interface FunctionDeclaration extends Range {
  readonly kind: 'function-declaration';
  readonly name: string;
  readonly function: FunctionExpression;
  /** Class method that belongs to the class itself. */
  readonly isStatic?: boolean;
  /** A getter / property method: reading the member runs it. */
  readonly isGetter?: boolean;
  /** The type that an extension is a method of: Kotlin's `fun Cookie.harden()`, C#'s `Harden(this CookieOptions options)`. */
  readonly extends?: string;
}

/** A class, module (Ruby), object (Kotlin/Scala), struct, interface. Members are declarations, assignments, functions, nested classes. */
export interface ClassDeclaration extends Range {
  readonly kind: 'class-declaration';
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly body: Block;
  /** Kotlin/Scala/C# primary constructor, Java record components. */
  readonly params?: readonly Parameter[];
  readonly decorators?: readonly Expression[];
  /** `object` (Kotlin/Scala), Ruby `module`. */
  readonly isSingleton?: boolean;
}

/**
 * Everything that brings names of another file in. One per statement.
 * JS `import a, { b as c } from 'm'`, `import * as n`, `const { a } = require('m')` stays a declaration with a `require` call.
 * Python `import a.b as c`, `from .m import x as y`, `from .base import *`; Java/Kotlin/C#/PHP/Scala `import`/`using`/`use`;
 * Go `import "net/http"`; Ruby `require` stays a call.
 */
export interface Import extends Range {
  readonly kind: 'import';
  /** Module specifier as written: `'./config'`, `.base`, `java.util.List` without the last name, `net/http`. */
  readonly module: string;
  readonly names: readonly ImportedName[];
  /** `import type`. */
  readonly typeOnly?: boolean;
}

export interface ImportedName {
  /** Name in the other module; `default`; `*` for the module itself (a namespace) or for a star import. */
  readonly imported: string;
  /** Name here; undefined for a star import, which brings in everything. */
  readonly local?: string;
  readonly range: Range;
}

/**
 * JS exports (`module.exports = …` and `exports.x = …` stay assignments), and in PHP config files `return […]` stays a return.
 * Exactly one of the three forms.
 */
export type Export = ExportDeclaration | ExportNames | ExportFrom;

/** `export const x = …`, `export function f`, `export default <expression>` (name `default`). */
export interface ExportDeclaration extends Range {
  readonly kind: 'export';
  readonly form: 'declaration';
  readonly declaration: Statement;
  /** `default` when it is the default export; else the declared names speak for themselves. */
  readonly isDefault: boolean;
}

/** `export { a as b }`. */
export interface ExportNames extends Range {
  readonly kind: 'export';
  readonly form: 'names';
  readonly names: readonly { readonly local: string; readonly exported: string }[];
}

/** `export { a as b } from 'm'`, `export * from 'm'` (imported `*`, no exported), `export * as n from 'm'`. */
export interface ExportFrom extends Range {
  readonly kind: 'export';
  readonly form: 'from';
  readonly module: string;
  readonly names: readonly { readonly imported: string; readonly exported?: string }[];
}

// ------------------------------------------------------------------ program

export interface Comment extends Range {
  /** The text without its delimiters (`//`, `#`, `<!-- -->`, …). */
  readonly text: string;
}

/** A part of the file that a front-end could not read. */
export interface SyntaxProblem extends Range {
  readonly message: string;
}

/** One lowered file. Settings files have a body of one `expression` statement per document, holding a settings record. */
export interface Program {
  readonly path: string;
  readonly language: LanguageId;
  readonly text: string;
  readonly body: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
  /** PHP/Java/Kotlin/C#/Scala namespace or package, Go package name. */
  readonly namespace?: string;
  /** What the host knows about types; hosts that read text alone know nothing. */
  readonly types?: TypeReader;
}

export type Node = Expression | Statement | Argument | RecordEntry | Parameter | Pattern | PatternElement | SwitchCase;

/** Turns text into a program. Never throws on bad input: what cannot be read is in `problems`. Synchronous; see `Language.load`. */
export type Lower = (text: string, path: string) => Program;

/** A front-end. */
export interface Language {
  readonly id: LanguageId;
  /** True for files this front-end reads, by base name and path (forward slashes). */
  readonly matches: (path: string) => boolean;
  /** Loads grammars (WebAssembly). Must have resolved before `lower` is called. Idempotent. */
  readonly load?: () => Promise<void>;
  /** Whether a parse has failed so badly that `load` has to be called again. */
  readonly isLost?: () => boolean;
  readonly lower: Lower;
}
