/** Sets Secure on a bean that XML defines: `<property name="secure" value="true"/>`. */
import type { Call, Node } from '../syntax/ir.js';
import { isKind } from '../values/program-index.js';
import type { Draft, FixContext } from './draft.js';
import { eolOf, indentAt, startsLine } from './layout.js';

/** `method`: the setter that the property stands for; `calls`: those of it that are written. XML can't ask for the environment, so there is no edit that fails closed. */
export function beanFix(method: string, calls: readonly Call[], made: Node, { style, text }: FixContext): Draft | undefined {
  const name = method.replace(/^set(.)/, (_set, first: string) => first.toLowerCase());
  const title = `Set \`${name}\` to \`true\``;
  if (style !== 'always' || !isKind(made, 'call')) return undefined;
  if (calls.length > 0) {
    const written = calls.map(({ args: [given] }) => given?.value).filter((value) => value?.kind === 'literal');
    return written.length < calls.length ? undefined : { edits: written.map(({ start, end }) => ({ start, end, text: 'true' })), title };
  }
  const element = `<property name="${name}" value="true"/>`;
  const at = made.argsRange.start;
  const isEmpty = text.slice(at - 2, at) === '/>' && !text.slice(made.end, at - 2).includes('<');
  if (isEmpty) {
    const opening = text.lastIndexOf('<', made.start);
    const tag = /^[\w:]+/.exec(text.slice(opening + 1))?.[0] ?? 'bean';
    const indent = indentAt(text, opening);
    const step = indent.includes('\t') ? '\t' : '  ';
    const start = text.slice(0, at - 2).trimEnd().length;
    return { edits: [{ start, end: at, text: `>${eolOf(text)}${indent}${step}${element}${eolOf(text)}${indent}</${tag}>` }], title };
  }
  const last = text.lastIndexOf('<', at);
  if (text.slice(at - 1, at) !== '>' || last < made.end) return undefined;
  return { edits: [{ start: at, end: at, text: `${startsLine(text, last) ? eolOf(text) + indentAt(text, last) : ''}${element}` }], title };
}
