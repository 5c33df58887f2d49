/** The last step of every fix: what to check before it is made, whether it is safe, and a title that says what is written. */
import type { Fix } from '../cookies/finding.js';
import { withCommentColumns } from './columns.js';
import type { Draft, FixContext } from './draft.js';
import { keepsDevelopment } from './mode-fix.js';
import { lacksWayOut } from './on-value.js';
import { shortened } from './record-fix.js';
import { takesAway } from './taken-away.js';
import { withUsing } from './using-fix.js';

/** The fix that `draft` becomes: safe where nothing is left to check, else with the checks in its title. */
export function finished(draft: Draft, context: FixContext): Fix {
  const { hint, site, state, text, program } = context;
  const checks = [
    draft.check,
    takesAway(draft.edits, context),
    lacksWayOut(draft.edits, context) ? `in development too: there is no way out to write for ${program.language} here` : undefined,
    // https://guides.rubyonrails.org/configuring.html#rails-environment-settings: it is development where nothing is said.
    draft.edits.some((edit) => /Rails\.env\.development\?/.test(edit.text))
      ? 'check that production sets RAILS_ENV: without it Rails is in development'
      : undefined,
    program.language === 'dotenv' && !/prod/i.test(program.path) ? 'check that what this file is for is reached over HTTPS' : undefined,
    hint.unsafe,
    site.matched.surface.meaning?.trueIs === 'request' ? 'it follows the request then: check that TLS ends in the program' : undefined,
    state === 'unresolved'
      ? `check what ${site.secure.written === undefined ? 'the value' : shortened(text.slice(site.secure.written.start, site.secure.written.end))} is in production`
      : undefined,
    site.confidence === 'low' ? 'check that this sets a cookie' : undefined,
  ].filter((check) => check !== undefined);
  const title = titleFor(draft);
  return {
    title: checks.length === 0 ? title : `${title} (${checks.join('; ')})`,
    safe: checks.length === 0,
    edits: withCommentColumns(withUsing(draft.edits, context), program),
  };
}

/** The title names what is written, where that is the question for the mode turned around. */
function titleFor({ title, edits }: Draft): string {
  const [edit, another] = edits;
  if (edit === undefined || another !== undefined) return title;
  const asked = edit.text.replace(/^\w+: /, '');
  const said = /^(Set `[^`]+` to )`([^`]*)`(.*)$/.exec(title);
  if (said !== null)
    return edit.start === edit.end || edit.text.includes(said[2]!) || asked === '' ? title : `${said[1]!}${shortened(asked)}${said[3]!}`;
  return keepsDevelopment(edit) ? `Add \`; Secure\` unless it is development: \`${asked}\`` : title;
}
