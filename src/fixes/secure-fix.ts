/** The fixes of a cookie site: the smallest edits that make it Secure, best first. */
import type { Fix, SecureState } from '../cookies/finding.js';
import type { Site } from '../matching/site.js';
import { recordAround } from '../matching/places.js';
import type { Place } from '../matching/surface.js';
import type { Expression } from '../syntax/ir.js';
import type { Evaluator } from '../values/evaluator.js';
import { isAbsent } from '../values/fields.js';
import { isKind } from '../values/program-index.js';
import { argumentFix } from './argument-fix.js';
import { insertion, merged, type Draft, type FixContext } from './draft.js';
import type { FixStyle } from './fix-options.js';
import { lambdaFix, propertyFix, setterFix } from './object-fix.js';
import { onText, replacement } from './on-value.js';
import { drafted, editsIn, editsInRecord, setIn, shortened, titleOf } from './record-fix.js';
import { insertSetting } from './setting-fix.js';
import { textFix } from './text-fix.js';

/**
 * The fixes of `site`, whose Secure is in `state`. Edits are in the site's own file. A fix is safe when production only gets
 * stricter by it and the value was understood in full; what else there is are suggestions, whose title says what to check.
 */
export function fixesFor(site: Site, state: SecureState, evaluator: Evaluator, style: FixStyle): Fix[] {
  if (state === 'on' || site.deletes || site.passThrough) return [];
  // The way out for development is what this style asks for.
  if (state === 'env-escape-hatch' && style === 'fail-closed') return [];
  const { surface, program } = site.matched;
  const context: FixContext = { site, state, surface, hint: surface.fix ?? {}, program, text: program.text, index: evaluator.indexOf(program), evaluator, style };
  const fixes: Fix[] = [];
  for (const draft of draftsOf(context)) {
    const fix = fixOf(draft, context);
    if (!fixes.some((other) => sameEdits(other, fix))) fixes.push(fix);
  }
  return fixes.sort((a, b) => Number(b.safe) - Number(a.safe));
}

const sameEdits = (a: Fix, b: Fix): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);

function fixOf(draft: Draft, { hint, site, state, text }: FixContext): Fix {
  const checks = [
    draft.check,
    hint.unsafe,
    state === 'unresolved' ? `check what ${site.secure.written === undefined ? 'the value' : shortened(text.slice(site.secure.written.start, site.secure.written.end))} is in production` : undefined,
    site.confidence === 'low' ? 'check that this sets a cookie' : undefined,
  ].filter((check) => check !== undefined);
  return { title: checks.length === 0 ? draft.title : `${draft.title} (${checks.join('; ')})`, safe: checks.length === 0, edits: draft.edits };
}

function draftsOf(context: FixContext): Draft[] {
  const { site, surface } = context;
  const { written, place } = site.secure;
  if (site.isText) {
    const draft = textFix(context);
    return draft === undefined ? [] : [draft];
  }
  const own = draftAt(place, context);
  const isKnown = !isAbsent(site.secure.value) && (written !== undefined || context.state !== 'unresolved');
  if (isKnown || (own !== undefined && own.check === undefined && own.isPadded !== true)) return own === undefined ? [] : [own];
  // Nothing is written (as far as is known): any of the places where it may be will do.
  const places: readonly Place[] = Array.isArray(surface.attributes.secure) ? (surface.attributes.secure as readonly Place[]) : [surface.attributes.secure as Place];
  const others = places.filter((other) => other !== place).map((other) => draftAt(other, context));
  return [own, ...others].filter((draft) => draft !== undefined).sort((a, b) => rankOf(a) - rankOf(b)).slice(0, 2);
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
      return place.path === undefined || place.path.length === 0 ? replaced(value, context) : valueFix(value, place.path, context);
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
    case 'text':
    case 'fixed':
      return undefined;
  }
}

function replaced(written: Expression, context: FixContext): Draft | undefined {
  const edit = replacement(written, context);
  return edit === undefined ? undefined : { edits: [edit], title: edit.text.includes(':') ? titleOf(context, ['secure']) : `Set \`secure\` to \`${edit.text.trim()}\`` };
}

/** Code that is more likely a hash of options than a cookie's value. */
const OPTIONS = /(?:options|opts|attributes|config|settings|hash|params)\b[^.]*$|\.merge\b/i;

/** Ruby's `cookies[:a] = 'b'` becomes a hash; anything else is an options value. */
function valueFix(value: Expression, path: readonly string[], context: FixContext): Draft | undefined {
  const { program, surface, text } = context;
  if (program.language !== 'ruby' || path.length !== 1 || value.kind === 'record') return setIn(value, path, context);
  const isPlain = value.kind === 'literal' || value.kind === 'template';
  const edits = isPlain ? undefined : editsIn(value, path, context, 0);
  if (edits !== undefined) return drafted(edits, path, context);
  if (!isPlain && OPTIONS.test(text.slice(value.start, value.end))) return setIn(value, path, context);
  if (value.kind === 'literal' && value.value === null) return undefined;
  const valueKey = surface.value?.at === 'value' ? (surface.value.path?.[0] ?? 'value') : 'value';
  const wrapped = merged([insertion(value.start, `{ ${valueKey}: `), insertion(value.end, `, ${path[0] ?? 'secure'}: ${onText(context)} }`)]);
  if (wrapped === undefined) return undefined;
  const title = titleOf(context, path);
  return isPlain ? { edits: wrapped, title } : { edits: wrapped, title, check: `check that ${shortened(text.slice(value.start, value.end))} is the value and no hash of options` };
}

function siblingFix(place: Place & { at: 'sibling' }, context: FixContext): Draft | undefined {
  const { site, index } = context;
  const { matched } = site;
  const record = matched.record ?? recordAround(matched.node, index);
  if (record === undefined) return undefined;
  const neighbour = matched.record === undefined && isKind(matched.node, 'property') ? matched.node : undefined;
  const isThere = record.entries.some((entry) => entry.kind === 'property' && entry.key.kind === 'literal' && String(entry.key.value) === place.key);
  const edits = record.style === 'settings' && !isThere ? insertSetting(record, neighbour, [place.key], context) : editsInRecord(record, [place.key], context);
  return edits === undefined ? undefined : drafted(edits, [place.key], context);
}

function wordFix(place: Place & { at: 'word' }, context: FixContext): Draft | undefined {
  const { site, hint } = context;
  const word = hint.on ?? (typeof place.word === 'string' ? place.word : undefined);
  const last = site.matched.call?.args.at(-1);
  if (word === undefined || last === undefined || !isAbsent(site.secure.value)) return undefined;
  return { edits: [insertion(last.end, ` ${word}`)], title: `Add \`${word}\`` };
}
