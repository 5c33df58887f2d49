/** Objects whose value is written where the object's own script does not say so: by the markup around it, or by who calls the function that gives it. */
import type { Node } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isKind, type ProgramIndex } from '../values/program-index.js';
import { holderOf, outermost } from './objects.js';

/** Whether what a call makes, a ref of Vue, is given a value by the template (`v-model`, `@click="lang = 'de'"`) or through the function around it. */
export function isWrittenOutside(node: Node, index: ProgramIndex, evaluator: Evaluator): boolean {
  const whole = outermost(node, index);
  const held = holderOf(whole, index);
  const name = held?.path.length === 0 ? held.binding.name : undefined;
  if (name !== undefined && writtenByMarkup(name).test(index.program.text)) return true;
  const around = index.functionAround(node)?.name ?? functionName(index, node);
  if (around === undefined || !isGivenOut(whole, name, index)) return false;
  const files = evaluator.links.filesSaying?.(index.program, [`${around}(`]) ?? [];
  return files.some(
    ({ text }) =>
      text !== index.program.text &&
      namesOf(around, name, text).some((one) => writtenByCode(one).test(text) || writtenByMarkup(one).test(text)),
  );
}

/** `export const useToken = () => useCookie('token')`: the name of the variable that holds the function. */
function functionName(index: ProgramIndex, node: Node): string | undefined {
  const around = index.functionAround(node);
  const holder = around === undefined ? undefined : index.parent(around);
  return isKind(holder, 'declaration') && holder.target.kind === 'name' ? holder.target.name : undefined;
}

/** Whether the function gives the object to its callers: itself, or the variable that holds it in what it returns. */
function isGivenOut(whole: Node, name: string | undefined, index: ProgramIndex): boolean {
  const around = index.functionAround(whole);
  if (around === undefined) return false;
  return index
    .returnsOf(around)
    .some(
      ({ value }) =>
        value !== undefined &&
        (value === whole ||
          (name !== undefined && new RegExp(`\\b${escaped(name)}\\b`).test(index.program.text.slice(value.start, value.end)))),
    );
}

/** What the object is called where it is received: `const token = useToken()`, and `const { theme } = useTheme()`. */
function namesOf(around: string, name: string | undefined, text: string): readonly string[] {
  const received = [...text.matchAll(new RegExp(`\\b(?:const|let)\\s+([\\w$]+)\\s*=\\s*${escaped(around)}\\(`, 'g'))].map(
    (match) => match[1]!,
  );
  return name === undefined ? received : [...received, name];
}

const writtenByCode = (name: string): RegExp =>
  new RegExp(`\\b${escaped(name)}\\.value\\s*(?:[+|?&]{0,2})=(?![=>])(?!\\s*(?:null|undefined)\\b)`);

/** https://vuejs.org/guide/components/v-model.html, https://vuejs.org/guide/essentials/event-handling.html */
const writtenByMarkup = (name: string): RegExp =>
  new RegExp(
    `\\bv-model[\\w.:-]*\\s*=\\s*(["'])\\s*${escaped(name)}\\s*\\1|(?:@|v-on:)[\\w.:-]+\\s*=\\s*"[^"\\n]{0,400}?\\b${escaped(name)}\\s*=(?![=>])`,
  );

const escaped = (name: string): string => name.replace(/\$/g, '\\$');
