/** Finds the value at a place of a match, and where it is written. */
import type { Expression } from '../syntax/ir.js';
import { calleeName, directivesOf } from '../syntax/settings/blocks.js';
import type { Evaluator } from '../values/evaluator.js';
import { fieldAt, fieldOf, isAbsent } from '../values/fields.js';
import { serverVariables } from '../values/placeholders.js';
import { isKind } from '../values/program-index.js';
import { absent, atEntry, choice, known, operation, originOf, unknown, type Value } from '../values/value.js';
import { inArgument, makerArgument, mayBeOptions, wordAmong } from './arguments.js';
import { configuredBy } from './configuring-functions.js';
import type { Matched } from './matched.js';
import { isOfConstant, objectAfter, ofTouched, ownerProperty } from './objects.js';
import { calledIn, inDirective, memberOfClass, storedUnder, toldIn } from './same-file.js';
import { fieldOfMade, givenToBase } from './subclasses.js';
import { setRepeatedly, setterValue } from './setters.js';
import { settingValue } from './setting-values.js';
import type { Place } from './surface.js';
import { recordAround, writtenAt } from './written-records.js';

export interface Located {
  readonly value: Value;
  /** The expression that stands at the place in the file of the match, if one does. */
  readonly written?: Expression;
  /** The place of a list of places that was found (or the first, when none was written). */
  readonly place: Place;
}

/** The value at the first place that is written; absent when none is. */
export function locate(places: Place | readonly Place[], matched: Matched, evaluator: Evaluator): Located {
  const list: readonly Place[] = Array.isArray(places) ? (places as readonly Place[]) : [places as Place];
  let first: Located | undefined;
  for (const place of list) {
    const located = locateOne(place, matched, evaluator);
    // Where it is only written under a condition, the next place counts otherwise.
    if (first !== undefined && !isAbsent(first.value))
      first = {
        ...first,
        value: atEntry(
          choice(operation('defined', [first.value], first.value.origin), first.value, located.value, first.value.origin),
          first.value.entry,
        ),
      };
    else if (isAbsent(located.value)) first ??= located;
    else first = located;
    if (!isAbsent(first.value) && !mayBeAbsent(first.value)) return first;
  }
  // Flags that are not written leave the cookie with none.
  if (first?.place.at === 'text' && first.place.attributesOnly === true) return { ...first, value: known('=;', first.value.origin) };
  return first ?? { value: absent(originOf(matched.program, matched.node)), place: { at: 'value' } };
}

const mayBeAbsent = (value: Value): boolean =>
  isAbsent(value) || (value.kind === 'choice' && (mayBeAbsent(value.consequent) || mayBeAbsent(value.alternate)));

function locateOne(place: Place, matched: Matched, evaluator: Evaluator): Located {
  const { program, frame } = matched;
  const none = absent(originOf(program, matched.node));
  switch (place.at) {
    case 'fixed':
      return { value: known(place.value, originOf(program, matched.node)), place };
    case 'setting':
      return { value: evaluator.setting(place.of, place.key, program, none.origin), place };
    case 'owner':
      return { value: ownerProperty(matched, [place.property, ...(place.path ?? [])], evaluator) ?? none, place };
    case 'https': {
      const url =
        'variable' in place.url
          ? ({ kind: 'environment', variable: place.url.variable, source: 'environment', origin: none.origin } satisfies Value)
          : locateOne(place.url, matched, evaluator).value;
      const isHttps = operation('startsWith', [url, known('https:', url.origin)], url.origin);
      // Options may hold no URL after all: then none is written.
      return {
        value: isAbsent(url)
          ? none
          : 'variable' in place.url
            ? isHttps
            : choice(operation('undefined', [url], url.origin), none, isHttps, url.origin),
        place,
      };
    }
    case 'owner-key': {
      const target = matched.assignment?.target;
      return {
        value:
          (target?.kind === 'member' || target?.kind === 'subscript') && target.object.kind === 'subscript'
            ? evaluator.evaluate(target.object.index, program, frame)
            : none,
        place,
      };
    }
    case 'sent-name':
      return { value: matched.sent?.name ?? none, place };
    case 'key':
      return { value: keyOf(matched, evaluator) ?? none, place };
    case 'member':
      return located(place, memberOfClass(place.name, matched, evaluator) ?? { value: none });
    case 'called':
      return { value: calledIn(place.paths, matched, evaluator) ?? none, place };
    case 'told':
      return located(place, toldIn(place, matched, evaluator) ?? { value: none });
    case 'element':
      return located(place, storedUnder(place.key, matched, evaluator) ?? { value: none });
    case 'argument':
      return located(place, inArgument(place, matched, evaluator));
    case 'value': {
      if (matched.value === undefined) return { value: none, place };
      if (place.plain === true && !mayBeOptions(matched.value, program, frame, evaluator)) return { value: none, place };
      const written = writtenAt(matched.value, place.path ?? [], evaluator.indexOf(program));
      // Inside a section, too, the placeholders are the format's own.
      if (matched.placeholders !== undefined && written?.kind === 'literal')
        return { value: settingValue(written, matched, evaluator), place, written };
      const value = settingValue(matched.value, matched, evaluator);
      return { value: fieldOfMade(value, place.path ?? [], evaluator), place, ...(written === undefined ? {} : { written }) };
    }
    case 'text': {
      const found = locateOne(place.text, matched, evaluator);
      if (isAbsent(found.value)) return { ...found, place };
      const inner = { ...found, value: serverVariables(found.value, program.language) };
      return place.attributesOnly === true
        ? { ...inner, value: operation('text', [known('=;', inner.value.origin), inner.value], inner.value.origin), place }
        : { ...inner, place };
    }
    case 'property': {
      const object = objectAfter(matched, evaluator);
      const record = matched.record ?? matched.call?.initializer;
      const written = record === undefined ? undefined : writtenAt(record, place.path, evaluator.indexOf(program));
      const value = fieldOfMade(object, place.path, evaluator);
      // The object is made right here: what nobody sets has the library's default.
      return {
        value: object.kind === 'object' ? ofTouched(value, object, none) : value,
        place,
        ...(written === undefined ? {} : { written }),
      };
    }
    case 'maker':
      return { value: makerArgument(place, matched, evaluator) ?? none, place };
    case 'given-to-base': {
      const object = objectAfter(matched, evaluator);
      return { value: (object.kind === 'object' ? givenToBase(object, place.index, evaluator) : undefined) ?? none, place };
    }
    case 'repeated':
      return located(place, setRepeatedly(place, matched, evaluator) ?? { value: none });
    case 'setter':
      return { value: setterValue(objectAfter(matched, evaluator), place, none, evaluator), place };
    case 'lambda': {
      const configured = configuredBy(matched, evaluator);
      if (configured === undefined) return { value: none, place };
      if (place.setter === true)
        return {
          value: setterValue(
            fieldAt(configured, place.path.slice(0, -1)),
            { methods: [place.path.at(-1)!], implied: true },
            none,
            evaluator,
          ),
          place,
        };
      const value = fieldAt(configured, place.path);
      return { value: isOfConstant(value) ? none : ofTouched(value, configured, none), place };
    }
    case 'directive':
      return located(place, inDirective(place, matched, evaluator) ?? { value: none });
    case 'before': {
      const { call } = matched;
      const other =
        call === undefined
          ? undefined
          : directivesOf(call, evaluator.indexOf(program)).find((one) => one.start < call.start && calleeName(one) === place.name);
      return { value: other === undefined ? none : known(true, originOf(program, other)), place };
    }
    case 'part': {
      const { value } = locateOne(place.of, matched, evaluator);
      const groups = value.kind === 'known' && typeof value.value === 'string' ? place.pattern.exec(value.value)?.slice(1) : undefined;
      const part = groups?.find((group) => group !== undefined);
      return { value: part === undefined ? none : known(part, value.origin), place };
    }
    case 'listed':
      return { value: isListed(place, matched, evaluator) ?? none, place };
    case 'elsewhere':
      return { value: unknown(place.by, none.origin), place };
    case 'word':
      return located(place, wordAmong(place, matched, evaluator));
    case 'sibling': {
      const index = evaluator.indexOf(program);
      const around = matched.record ?? recordAround(matched.node, index);
      if (around === undefined) return { value: none, place };
      const path = [place.key, ...(place.path ?? [])];
      const written = writtenAt(around, path, index);
      return { value: fieldAt(evaluator.evaluate(around, program, frame), path), place, ...(written === undefined ? {} : { written }) };
    }
  }
}

/** The fixed key of an entry or of an assignment's target. */
function keyOf({ node, assignment, program, frame }: Matched, evaluator: Evaluator): Value | undefined {
  const target = assignment?.target;
  if (target?.kind === 'member') return known(target.property, originOf(program, target.propertyRange));
  const key = target?.kind === 'subscript' ? target.index : isKind(node, 'property') ? node.key : undefined;
  return key === undefined ? undefined : evaluator.evaluate(key, program, frame);
}

const located = (place: Place, found: { value: Value; written?: Expression | undefined }): Located => ({
  place,
  value: found.value,
  ...(found.written === undefined ? {} : { written: found.written }),
});

/** Whether a list that is written holds a text, or a record with the text under a key. */
function isListed({ list, key, is }: Place & { at: 'listed' }, matched: Matched, evaluator: Evaluator): Value | undefined {
  const { value } = locateOne(list, matched, evaluator);
  if (value.kind !== 'list') return undefined;
  const fits = (item: Value): boolean =>
    item.kind === 'known' && typeof item.value === 'string' && item.value.toLowerCase() === is.toLowerCase();
  return value.items.some((item) => fits(item) || (item.kind === 'record' && fits(fieldOf(item, key))))
    ? known(true, value.origin)
    : undefined;
}
