/** Switches Secure on in another directive of the same block of a server's configuration, or adds that directive. */
import type { Place } from '../matching/surface.js';
import { calleeName, directivesOf } from '../syntax/settings/blocks.js';
import { isAbsent } from '../values/fields.js';
import { insertion, type Draft, type FixContext } from './draft.js';
import { eolOf, indentAt, restOfLine } from './layout.js';

/** nginx compares names as they are written; Apache's documentation writes them in capitals. */
const SPELLINGS: Readonly<Record<string, string>> = { cookiesecure: 'CookieSecure' };

export function directiveFix(place: Place & { at: 'directive' }, { site, program, text, index }: FixContext): Draft | undefined {
  const { call } = site.matched;
  const { written, value } = site.secure;
  if (call === undefined) return undefined;
  const name = SPELLINGS[place.name] ?? place.name;
  const on = place.word ?? 'on';
  if (!isAbsent(value))
    return written === undefined
      ? undefined
      : { edits: [{ start: written.start, end: written.end, text: on }], title: `Set \`${name} ${on}\`` };
  const last = directivesOf(call, index)
    .findLast((one) => calleeName(one) === place.name)
    ?.args.at(-1);
  if (last !== undefined) return { edits: [insertion(last.end, ` ${on}`)], title: `Add \`${on}\` to \`${name}\`` };
  const statement = index.parent(call) ?? call;
  const at = restOfLine(program, statement.end, text.length);
  const end = program.language === 'nginx' ? ';' : '';
  return { edits: [insertion(at, `${eolOf(text)}${indentAt(text, call.start)}${name} ${on}${end}`)], title: `Add \`${name} ${on}\`` };
}
