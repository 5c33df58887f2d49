/** What to do by hand where a finding comes without an edit, and why there is none. */
import type { Problem, SecureState } from '../cookies/finding.js';
import { prefixOf } from '../cookies/session-names.js';
import type { Site } from '../matching/site.js';
import type { CookieSurface, FixHint } from '../matching/surface.js';
import { isAbsent } from '../values/fields.js';

/** Undefined where nothing is to be done. */
export function byHand(site: Site, problem: Problem, state: SecureState): string | undefined {
  const { hint, remedy } = { hint: site.matched.surface.fix ?? {}, remedy: remedyOf(site, problem, state) };
  if (remedy !== undefined) return remedy;
  if (problem === 'env-escape-hatch') return undefined;
  if (hint.byHand !== undefined) return hint.byHand;
  if (problem === 'unresolved')
    return 'See what decides it in production, or write Secure at this place. There is no edit for what could not be followed.';
  return elsewhereOf(site) ?? onceNamed(site) ?? (site.isText ? ofText(state) : ofObject(state));
}

/** What follows from the problem alone. */
function remedyOf({ name, matched }: Site, problem: Problem, state: SecureState): string | undefined {
  if (problem === 'proxy-trust')
    return `${trustOf(matched.surface.fix?.trust)} There is no edit: how many proxies stand in front is not written in the code.`;
  if (problem !== 'rejected-prefix' || state !== 'on') return undefined;
  const prefix = name.kind === 'known' && typeof name.value === 'string' ? prefixOf(name.value) : undefined;
  return `Give the cookie Path=/ and no Domain, or a name without ${prefix ?? 'the prefix'}. There is no edit: which of them is meant is not written in the code.`;
}

function trustOf(trust: FixHint['trust']): string {
  if (trust === undefined) return 'Tell the program to trust the proxy in front of it.';
  return 'elsewhere' in trust
    ? `See to it that ${trust.elsewhere}.`
    : `Trust the proxy with \`${trust.statement.replace('{object}', 'app')}\`, where the app is made.`;
}

/** What a statement would do on an object that has no name yet. */
function onceNamed({ secure: { value, place }, matched: { surface } }: Site): string | undefined {
  if (!isAbsent(value)) return undefined;
  const { insert } = surface.fix ?? {};
  const statement =
    insert?.startsWith('{object}') === true
      ? insert.replace('{object}', 'it')
      : place.at === 'setter' && place.methods[0] !== undefined
        ? `it.${place.methods[0]}(…)`
        : undefined;
  return statement === undefined
    ? undefined
    : `Give the object a name and call \`${statement.replace(/;$/, '')}\`. There is no edit: it is handed on at once, or changed in a way that is not seen in full.`;
}

/** What is to be done about a setting that is written nowhere. */
export const byHandOfSetting = (surface: CookieSurface): string =>
  surface.fix?.byHand ??
  'Write it where production reads its settings. There is no edit: the framework has no setting for this cookie alone, or the file that should have it is not here.';

/** Where what decides stands in another place than the finding. */
function elsewhereOf({ secure: { value }, matched: { program, caller } }: Site): string | undefined {
  const here = caller?.program ?? program;
  if (isAbsent(value))
    return caller === undefined || program === here
      ? undefined
      : `Set Secure in the helper that makes the cookie, in \`${program.path}\`. There is no edit: it would be in another file than this call.`;
  const { path } = value.origin.program;
  if (path !== here.path)
    return `Change it where it is decided, in \`${path}\`. There is no edit: others may rely on what is written there.`;
  return undefined;
}

const ofText = (state: SecureState): string =>
  state === 'missing'
    ? 'Add `; Secure` behind the last attribute of the text. There is no edit: the text is put together in a way that shows no place for it.'
    : 'Write `; Secure` without the condition. There is no edit: an insertion would stand there twice, or in the branch that is meant for plain http.';

function ofObject(state: SecureState): string {
  switch (state) {
    case 'request-conditional':
      return 'Write Secure without asking for the scheme, or trust the proxy. There is no edit: this call has no place for it.';
    case 'disabled':
    case 'inverted':
    case 'env-conditional':
      return 'Change what decides it to on. There is no edit: the code that decides does more than that, or would be left with something unused.';
    default:
      return 'Set Secure on the cookie before it is sent. There is no edit: this call has no place for it, and the object has no name by which it could be set.';
  }
}
