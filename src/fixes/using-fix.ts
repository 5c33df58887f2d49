/** The namespace of what an edit writes in C#: a file that does not have it yet gets the line, or the name in full. */
import type { Edit } from '../cookies/finding.js';
import { insertion, type FixContext } from './draft.js';
import { eolOf } from './layout.js';

/** https://learn.microsoft.com/dotnet/api/microsoft.aspnetcore.http.cookieoptions, …/microsoft.aspnetcore.http.cookiesecurepolicy */
const NAMESPACE = 'Microsoft.AspNetCore.Http';
const TYPES = /(?<![.\w])(?:CookieOptions|CookieSecurePolicy)\b/;

/** `using X;`, not an alias and not the statement of that word. */
const USING = /^using +(?!static\b)([\w.]+) *;.*$/gm;

/** The edits of a draft together with the `using` that they need. */
export function withUsing(edits: readonly Edit[], { program, text, site, isNamed }: FixContext): readonly Edit[] {
  if (program.language !== 'csharp' || site.matched.rule.id !== 'aspnetcore' || !edits.some((edit) => TYPES.test(edit.text))) return edits;
  // https://learn.microsoft.com/dotnet/core/project-sdk/overview#implicit-using-directives
  if (isNamed?.('ImplicitUsings') === true || /\bnamespace +Microsoft\.AspNetCore\.Http\b/.test(text) || TYPES.test(text)) return edits;
  const usings = [...text.matchAll(USING)];
  // `WebApplication` without the line for its own namespace compiles only where such lines are implied.
  if (usings.length === 0 && /(?<![.\w])WebApplication\.Create/.test(text)) return edits;
  if (usings.some(([, name]) => name === NAMESPACE)) return edits;
  const after = usings.findLast(([, name = '']) => name < NAMESPACE || name.startsWith('System')) ?? usings.at(-1);
  if (after === undefined || /\.(?:cshtml|razor|aspx|ascx)$/i.test(program.path))
    return edits.map((edit) => ({ ...edit, text: edit.text.replace(TYPES, `${NAMESPACE}.$&`) }));
  const end = after.index + after[0].replace(/\r$/, '').length;
  return [insertion(end, `${eolOf(text)}using ${NAMESPACE};`), ...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
