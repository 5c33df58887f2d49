/** Functions of the repository that are called like methods of a library's object: Kotlin's extension functions, C#'s extension methods. */
import type { Call, FunctionDeclaration, LanguageId, Program } from '../../syntax/ir.js';
import { Context } from '../context.js';
import { bindParameters, givenArguments } from '../parameters.js';
import { isKind, indexOf } from '../program-index.js';
import { type Frame, type FunctionValue, type ObjectValue, type Value } from '../value.js';
import { under, type When } from './conditions.js';
import { atItsEnd, MAX_DEPTH } from './handovers.js';
import { afterReceiverBlock } from './object-blocks.js';

/** What files that declare an extension of a type may say, so that those without one need not be parsed: any of the lists of words. */
const DECLARATIONS: Partial<Record<LanguageId, (type: string) => readonly (readonly string[])[]>> = {
  // Of the type itself, where it may be null, or of what is at least that type: `fun <T : Cookie> T.harden()`.
  kotlin: (type) => [[`fun ${type}.`], [`fun ${type}?.`], ['fun <', ` : ${type}`]],
  csharp: (type) => [
    [`(this ${type} `],
    [`(this ${type}? `],
    [`this ref ${type} `],
    [`this in ${type} `],
    [`ref this ${type} `],
    [`in this ${type} `],
    ['>(this ', ` : ${type}`],
  ],
};

/** The object after a call of an extension, which happens under a condition; undefined where the method is the object's own. */
export function afterExtension(object: ObjectValue, method: string, call: Call, when: When, context: Context): Value | undefined {
  const found = extensionOf(object, method, context);
  if (found === undefined || (context.frame?.depth ?? 0) >= MAX_DEPTH) return undefined;
  const { program, declaration } = found;
  const origin = context.origin(call);
  const fn: FunctionValue = { kind: 'function', node: declaration.function, program, frame: undefined, origin };
  // C# declares the object as the first parameter; in Kotlin it is `this`.
  const receiver = context.language === 'csharp' ? fn.node.params[0] : undefined;
  const args = givenArguments(call, ({ value }) => context.evaluate(value));
  const bindings = bindParameters(fn, receiver === undefined ? args : [{ value: object }, ...args], origin);
  const frame: Frame = { bindings, parent: undefined, self: object, depth: (context.frame?.depth ?? 0) + 1 };
  const inside = new Context(context.evaluator, program, frame);
  const changed =
    receiver === undefined
      ? afterReceiverBlock(object, fn.node, program, frame, context.evaluator)
      : atItsEnd(receiver, object, fn, inside);
  return under(when, changed, object, origin);
}

/** The extension of an object's type that has the name of a method. */
function extensionOf(
  { path }: ObjectValue,
  method: string,
  { program, language, evaluator }: Context,
): { program: Program; declaration: FunctionDeclaration } | undefined {
  const type = lastName(path);
  const declares = DECLARATIONS[language];
  if (declares === undefined || !/^[A-Z]/.test(type)) return undefined;
  for (const file of [program, ...declares(type).flatMap((words) => evaluator.links.filesSaying?.(program, words) ?? [])]) {
    const index = indexOf(file);
    for (const fn of index.functions) {
      const declaration = index.parent(fn);
      if (
        isKind(declaration, 'function-declaration') &&
        declaration.name === method &&
        declaration.extends !== undefined &&
        lastName(declaration.extends) === type
      )
        return { program: file, declaration };
    }
  }
  return undefined;
}

const lastName = (path: string): string => path.slice(path.lastIndexOf('.') + 1);
