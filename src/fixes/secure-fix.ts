/** The fixes of a cookie site: the smallest edits that make it Secure, best first. */
import type { Fix, SecureState } from '../cookies/finding.js';
import type { Site } from '../matching/site.js';
import { isSettingsLanguage } from '../syntax/settings/ids.js';
import { isBefore } from '../matching/versions.js';
import { recordAround } from '../matching/written-records.js';
import type { Place } from '../matching/surface.js';
import type { Expression } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import type { Value } from '../values/value.js';
import { isAbsent } from '../values/fields.js';
import { isKind } from '../values/program-index.js';
import { argumentFix } from './argument-fix.js';
import { callerFix } from './caller-fix.js';
import { directiveFix } from './directive-fix.js';
import { insertion, type Draft, type FixContext } from './draft.js';
import { elsewhereFix, type DraftElsewhere } from './elsewhere-fix.js';
import { fieldDraft, leftOutBy } from './field-fix.js';
import { finished } from './finished.js';
import type { FixOptions } from './fix-options.js';
import { labelFix } from './label-fix.js';
import { lambdaFix } from './lambda-fix.js';
import { aheadFix, besideFix, calledFix, elementFix, makerFix, memberFix, ownerFix, repeatedFix } from './later-fix.js';
import { habitsOf } from './layout.js';
import { propertyFix, setterFix } from './object-fix.js';
import { replacement } from './on-value.js';
import { plainFix } from './plain-fix.js';
import { drafted, editsInRecord, setIn, shortened, titleOf } from './record-fix.js';
import { insertSetting } from './setting-fix.js';
import { textFix } from './text-fix.js';
import { withTrust } from './trust-fix.js';

/**
 * The fixes of `site`, whose Secure is in `state`. Edits are in the site's own file. A fix is safe when production only gets
 * stricter by it and the value was understood in full; what else there is are suggestions, whose title says what to check.
 */
export function fixesFor(site: Site, state: SecureState, evaluator: Evaluator, options: FixOptions): Fix[] {
  // Of deletions only those are reported that the browser refuses, and they need Secure as much.
  if (state === 'on' || site.passThrough) return [];
  // The way out for development is what this style asks for.
  if (state === 'env-escape-hatch' && options.style === 'fail-closed') return [];
  const { surface, caller } = site.matched;
  // Edits are in the file in which the finding is: that of the call, where a helper is judged at one.
  const program = caller?.program ?? site.matched.program;
  const context: FixContext = {
    site,
    state,
    surface,
    hint: surface.fix ?? {},
    program,
    text: program.text,
    index: evaluator.indexOf(program),
    evaluator,
    ...options,
  };
  const decided = whereDecided(context);
  if (decided !== undefined) return [decided];
  const fixes: Fix[] = [];
  for (const draft of draftsOf(context)) {
    if (isPassedOver(draft, context)) continue;
    const fix = finished(withTrust(draft, context), context);
    if (!fixes.some((other) => sameEdits(other, fix))) fixes.push(fix);
  }
  const elsewhere = fixes.length > 0 ? undefined : elsewhereFix(context, (there) => draftsAt(there)[0]);
  if (elsewhere !== undefined) return [inAnotherFile(elsewhere)];
  return fixes.sort((a, b) => Number(b.safe) - Number(a.safe));
}

const inAnotherFile = ({ draft, context, path }: DraftElsewhere): Fix => ({
  ...finished(withTrust(draft, context), context),
  safe: false,
  path,
});

/** A setting or a field that is read here stays what decides: it is changed where it is made, and not each cookie that reads it. */
function whereDecided(context: FixContext): Fix | undefined {
  const { written } = context.site.secure;
  if (written !== undefined && !['name', 'member', 'subscript'].includes(written.kind)) return undefined;
  const field = leftOutBy(context);
  const own = field?.program.path === context.program.path ? fieldDraft(field, context) : undefined;
  if (own !== undefined) return finished(withTrust(own, context), context);
  const isMade = written !== undefined && (field !== undefined || !isAbsent(context.site.secure.value));
  const elsewhere = isMade ? elsewhereFix(context, () => undefined) : undefined;
  return elsewhere === undefined ? undefined : inAnotherFile(elsewhere);
}

/** Whether what is added stands before something that always writes another value over it: a helper that switches Secure off. */
function isPassedOver({ edits }: Draft, { site, program }: FixContext): boolean {
  if (site.isText) return false;
  return endsOf(site.secure.value).every(
    (value) =>
      (value.kind === 'known' || value.kind === 'request' || value.kind === 'operation') &&
      !isAbsent(value) &&
      value.origin.program.path === program.path &&
      edits.every(({ start, end }) => start === end && end < value.origin.range.start),
  );
}

/** What a value may be in the end, choices apart; they are bounded (`MAX_WAYS`). */
const endsOf = (value: Value): readonly Value[] =>
  value.kind === 'choice' ? [...endsOf(value.consequent), ...endsOf(value.alternate)] : [value];

const sameEdits = (a: Fix, b: Fix): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);

function draftsOf(context: FixContext): Draft[] {
  const { site } = context;
  if (site.matched.caller !== undefined) {
    const own = callerFix(context);
    if (own !== undefined || !isAbsent(site.secure.value) || site.matched.program !== context.program)
      return own === undefined ? [] : [own];
    // What nobody says is said in the helper, where that is in the same file.
    return draftsAt(context).map((draft) => ({ ...draft, check: draft.check ?? 'check that no other caller of the helper is to decide' }));
  }
  return draftsAt(context);
}

function draftsAt(context: FixContext): Draft[] {
  const { site } = context;
  const { written, place } = site.secure;
  if (site.isText) {
    const draft = textDraft(context);
    return draft === undefined ? [] : [draft];
  }
  if (context.hint.ahead !== undefined && isAbsent(site.secure.value))
    return [aheadFix(context.hint.ahead, context)].filter((draft) => draft !== undefined);
  if (context.hint.beside !== undefined) return [besideFix(context.hint.beside, context)].filter((draft) => draft !== undefined);
  // Of several places that are free, the one that is named after the attribute is the plainest.
  const places = placesOf(context);
  // A section that copies another's setting may say its own.
  const copied = place.at === 'setting' && isSettingsLanguage(context.program.language);
  const first = copied || isAbsent(site.secure.value) ? (places.find(isNamedSecure) ?? place) : place;
  const own = draftAt(first, context) ?? rewrittenFix(context);
  // A URL decides only because nothing that could be written is.
  const isKnown =
    place.at !== 'https' && !copied && !isAbsent(site.secure.value) && (written !== undefined || context.state !== 'unresolved');
  if (isKnown || (own !== undefined && own.check === undefined && own.isPadded !== true)) return own === undefined ? [] : [own];
  // Nothing is written (as far as is known): any of the places where it may be will do.
  const others = places
    .filter((other) => other !== first)
    .map((other) => draftAt(other, context))
    .filter((draft) => draft !== undefined);
  // The first place is the one of today: an older one that is no better is not offered.
  const better = own === undefined ? others : others.filter((draft) => rankOf(draft) < rankOf(own));
  return [...better, ...(own === undefined ? [] : [own])].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, 2);
}

/** The call in another form, where nothing can be added to it. */
function rewrittenFix({ hint: { rewritten }, site, text, program, versionOf }: FixContext): Draft | undefined {
  const { call } = site.matched;
  if (
    rewritten === undefined ||
    call?.args.length !== rewritten.args ||
    !isAbsent(site.secure.value) ||
    rewritten.languages?.includes(program.language) === false
  )
    return undefined;
  const { since } = rewritten;
  const version = since === undefined ? undefined : versionOf?.(since.package);
  const check =
    since === undefined || version !== undefined ? rewritten.check : `check that its ${since.package} is ${since.version} or newer`;
  const template = since !== undefined && isBefore(version, since.version) ? since.before : rewritten.text;
  const { callee, args, argsRange } = call;
  const [first, last] = [args[0], args.at(-1)];
  const parts: Readonly<Record<string, string>> = {
    owner: callee.kind === 'member' ? text.slice(callee.object.start, callee.object.end) : '',
    callee: text.slice(call.start, argsRange.start).replace(/\(\s*$/, ''),
    args: first === undefined || last === undefined ? '' : text.slice(first.start, last.end),
  };
  if (parts['owner'] === '' && template.includes('{owner}')) return undefined;
  const written = template.replaceAll(/\{(owner|callee|args)\}/g, (_, what: string) => parts[what] ?? '');
  return {
    edits: [{ start: call.start, end: call.end, text: written }],
    title: `Write ${shortened(written)}`,
    ...(check === undefined ? {} : { check }),
  };
}

/** In the text, or where a text of attributes may stand. */
function textDraft(context: FixContext): Draft | undefined {
  const { value, written } = context.site.secure;
  // No text of attributes was given: what stands in one of its places is something else (`ga('create', id, 'auto')`).
  if (written === undefined && value.kind === 'known' && value.value === '=;')
    return placesOf(context)
      .map((place) => absentTextFix(place, context))
      .find((draft) => draft !== undefined);
  return textFix(context);
}

const placesOf = ({
  surface: {
    attributes: { secure },
  },
}: FixContext): readonly Place[] => (Array.isArray(secure) ? (secure as readonly Place[]) : [secure as Place]);

const isNamedSecure = (place: Place): boolean => /secure|ssl/i.test(pathOf(place).at(-1) ?? '');

/** The keys of a place, where it has some. */
function pathOf(place: Place): readonly string[] {
  if ('path' in place && place.path !== undefined) return place.path;
  if ('name' in place && place.name !== undefined) return [place.name];
  return place.at === 'setter' ? place.methods : [];
}

/** A text of attributes that is not there yet: `{ value: 'b' }` gets `attributes: 'Secure'`. */
function absentTextFix(place: Place, context: FixContext): Draft | undefined {
  const { value } = context.site.secure;
  if (place.at !== 'text' || place.attributesOnly !== true || value.kind !== 'known' || value.value !== '=;') return undefined;
  const { call } = context.site.matched;
  // Words of a directive follow each other.
  if (call?.parenthesised === false && isSettingsLanguage(context.program.language)) {
    return place.text.at === 'argument' && place.text.index === call.args.length
      ? { edits: [insertion(call.end, ' Secure')], title: 'Add `Secure`' }
      : undefined;
  }
  const { quote } = habitsOf(context.program);
  return draftAt(place.text, { ...context, hint: { ...context.hint, on: `${quote}Secure${quote}` }, style: 'always' });
}

/** Fixes before suggestions, and those that add nothing besides before those that do. */
const rankOf = (draft: Draft): number => (draft.check === undefined ? 0 : 2) + (draft.isPadded === true ? 1 : 0);

function draftAt(place: Place, context: FixContext): Draft | undefined {
  const { site } = context;
  switch (place.at) {
    case 'argument':
      return argumentFix(place, context);
    case 'value': {
      const { value } = site.matched;
      if (value === undefined) return undefined;
      const { labels } = site.matched;
      if (labels !== undefined && isAbsent(site.secure.value))
        return place.path === undefined ? undefined : labelFix(labels, place.path.join('.'), context);
      if (place.path === undefined || place.path.length === 0) return replaced(value, context);
      return place.plain === true ? plainFix(value, place.path, context) : setIn(value, place.path, context);
    }
    case 'property':
      return propertyFix(place, context);
    case 'setter':
      return setterFix(place, context);
    case 'lambda':
      return lambdaFix(place, context);
    case 'sibling':
      return siblingFix(place, context);
    case 'word':
      return wordFix(place, context);
    case 'listed':
      return listedFix(place, context);
    case 'directive':
      return directiveFix(place, context);
    case 'element':
      return elementFix(place, context);
    case 'owner':
      return ownerFix(place, context);
    case 'member':
      return memberFix(place, context);
    case 'called':
      return calledFix(place, context);
    case 'maker':
      return makerFix(place, context);
    case 'repeated':
      return repeatedFix(place, context);
    default:
      // What is computed from something else cannot be written.
      return undefined;
  }
}

function replaced(written: Expression, context: FixContext): Draft | undefined {
  const edit = replacement(written, context);
  return edit === undefined
    ? undefined
    : { edits: [edit], title: edit.text.includes(':') ? titleOf(context, ['secure']) : `Set \`secure\` to \`${edit.text.trim()}\`` };
}

function siblingFix(place: Place & { at: 'sibling' }, context: FixContext): Draft | undefined {
  const { site, index } = context;
  const { matched } = site;
  const record = matched.record ?? recordAround(matched.node, index);
  if (record === undefined) return undefined;
  const neighbour = matched.record === undefined && isKind(matched.node, 'property') ? matched.node : undefined;
  const path = [place.key, ...(place.path ?? [])];
  const isThere = record.entries.some(
    (entry) => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value) === place.key,
  );
  const edits =
    record.style === 'settings' && !isThere ? insertSetting(record, neighbour, path, context) : editsInRecord(record, path, context);
  return edits === undefined ? undefined : drafted(edits, path, context);
}

/** A list that is not written yet: `attributes: [{ name: Secure }]`. */
function listedFix({ list, key, is }: Place & { at: 'listed' }, context: FixContext): Draft | undefined {
  const { value } = context.site.matched;
  if (list.at !== 'value' || list.path === undefined || value === undefined || !isAbsent(context.site.secure.value)) return undefined;
  const draft = setIn(value, list.path, { ...context, hint: { ...context.hint, on: `[{ ${key}: ${is} }]` }, style: 'always' });
  return draft === undefined ? undefined : { ...draft, check: 'check that your version knows it' };
}

function wordFix(place: Place & { at: 'word' }, context: FixContext): Draft | undefined {
  const { site, hint } = context;
  const word = hint.on ?? (typeof place.word === 'string' ? place.word : undefined);
  const last = site.matched.call?.args.at(-1);
  if (word === undefined || last === undefined || !isAbsent(site.secure.value)) return undefined;
  return { edits: [insertion(last.end, ` ${word}`)], title: `Add \`${word}\`` };
}
