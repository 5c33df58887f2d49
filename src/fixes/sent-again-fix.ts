/** Sets Secure on a cookie of the request before it is sent again. */
import { changesOf } from '../matching/sent-again.js';
import { propertiesOf } from '../matching/setters.js';
import type { Edit } from '../cookies/finding.js';
import type { Expression, Name } from '../syntax/ir.js';
import { isKind } from '../values/program-index.js';
import { insertion, merged, type Draft, type FixContext } from './draft.js';
import { onText, replacement } from './on-value.js';
import { insertBefore, statementBefore } from './statement.js';

/** What already sets it is changed; else it is set in a statement before the call, by a setter or a property of that name. */
export function sentAgainFix(sent: Expression, name: string, context: FixContext): Draft | undefined {
  const { site, program, index, text } = context;
  const { call } = site.matched;
  if (call === undefined) return undefined;
  const names = [name, ...propertiesOf(name)];
  const written = changesOf(sent, call, index).flatMap((change) => {
    const target = change.kind === 'call' ? change.callee : change.target;
    const value = change.kind === 'call' ? change.args[0]?.value : change.value;
    return target.kind === 'member' && names.includes(target.property) && value !== undefined ? [replacement(value, context)] : [];
  });
  const isSetter = /^set(?:[A-Z]|_)/.test(name);
  const title = isSetter ? `Call \`${name}(${onText(context)})\`` : `Set \`${name}\` to \`${onText(context)}\``;
  const edits = written.length === 0 ? undefined : merged(written.filter((edit) => edit !== undefined));
  if (edits !== undefined && edits.length > 0) return { edits, title };
  const home = statementBefore(call, index);
  // What is asked for again at the call is another object in some libraries: only a variable is surely the one that is sent.
  if (home === undefined || sent.kind !== 'name' || written.length > 0) return undefined;
  const object = text.slice(sent.start, sent.end);
  const statement = isSetter ? `${object}.${name}(${onText(context)})` : `${object}.${name} = ${onText(context)}`;
  const mutable = program.language === 'rust' ? mutableEdits(sent, context) : [];
  return mutable === undefined ? undefined : { edits: [...mutable, insertBefore(program, home, statement)], title };
}

/** Rust changes only variables that are `mut`; undefined where the variable is made in another way than by a plain `let`. */
function mutableEdits(sent: Name, { index, text }: FixContext): Edit[] | undefined {
  const [write, another] = index.bindingOf(sent)?.writes ?? [];
  if (write === undefined || another !== undefined || !isKind(write.node, 'declaration')) return undefined;
  const { start, end, target } = write.node;
  if (target.kind !== 'name' || !/^let\s/.test(text.slice(start, end))) return undefined;
  return /\bmut\s+$/.test(text.slice(start, target.start)) ? [] : [insertion(target.start, 'mut ')];
}
