/** Sets Secure in an argument of a call: a keyword, a position, or a key of an options argument. */
import type { Edit } from '../cookies/finding.js';
import { argumentOf } from '../matching/arguments.js';
import type { Match, Place } from '../matching/surface.js';
import type { Call } from '../syntax/ir.js';
import { fieldAt, isAbsent } from '../values/fields.js';
import { isKind } from '../values/program-index.js';
import { evaluated, type Draft, type FixContext } from './draft.js';
import { insertLast, namesHeredoc, newRecord, recordStyleOf } from './entry.js';
import { restOfLine } from './layout.js';
import { onText, replacement } from './on-value.js';
import { plainFix } from './plain-fix.js';
import { editsIn, setIn, shortened, titleOf } from './record-fix.js';

export function argumentFix(place: Place & { at: 'argument' }, context: FixContext): Draft | undefined {
  const { call } = context.site.matched;
  if (call === undefined) return undefined;
  const path = place.path ?? [];
  if (context.hint.instead !== undefined && call.args.length === 1)
    return { edits: [{ start: call.start, end: call.end, text: context.hint.instead }], title: `Write \`${context.hint.instead}\`` };
  const plain = place.name === undefined || call.args.some(({ name }) => name !== undefined) ? undefined : plainArgument(call, context);
  if (plain !== undefined) return plain;
  const given = argumentOf(call, place.index, place.name);
  if (given === 'spread') return spreadFix(place, call, context);
  if (given !== undefined) {
    if (path.length > 0) return place.plain === true ? plainFix(given, path, context) : setIn(given, path, context);
    const edit = replacement(given, context);
    return edit === undefined ? undefined : { edits: [edit], title: titleOf(context, [place.name ?? 'secure']) };
  }
  if (!takesMore(call, context) || takesOptions(call, context)) return undefined;
  const added = newArgument(place, call, context);
  const padding = added === undefined ? paddingOf(place, call, context) : [];
  const written = added ?? (padding === undefined ? undefined : [...padding, onText(context)].join(', '));
  const edits = written === undefined ? undefined : appendArgument(call, written, context);
  return edits === undefined
    ? undefined
    : { edits, title: titleOf(context, path.length > 0 ? path : [place.name ?? 'secure']), isPadded: added === undefined };
}

/** Ruby's `set_cookie('a', 'x')`: an option beside the text would be one argument too many, so the text goes into options. */
function plainArgument(call: Call, context: FixContext): Draft | undefined {
  const { secure } = context.surface.attributes;
  const places: readonly Place[] = Array.isArray(secure) ? (secure as readonly Place[]) : [secure as Place];
  const place =
    context.program.language === 'ruby'
      ? places.find((one) => one.at === 'argument' && one.plain === true && one.index !== undefined && call.args[one.index] !== undefined)
      : undefined;
  if (place?.at !== 'argument' || place.index === undefined) return undefined;
  const given = call.args[place.index]!;
  return given.spread === undefined ? plainFix(given.value, place.path ?? [], context) : undefined;
}

/** Whether the call may have another argument: not where the surface is a form of the call with just as many, and nothing is known of more positions. */
function takesMore(call: Call, { surface, hint }: FixContext): boolean {
  const matches: readonly Match[] = Array.isArray(surface.match) ? (surface.match as readonly Match[]) : [surface.match as Match];
  const most = matches.map((match) => ('args' in match && match.args !== undefined ? match.args[1] : Number.POSITIVE_INFINITY));
  return hint.on !== undefined || hint.insert !== undefined || hint.fill !== undefined || call.args.length < Math.max(...most);
}

/** A later position is none: rules say so of forms that have no Secure. */
const MOST_PARAMETERS = 12;

/** What stands in for the positional arguments that the call leaves out before this one. */
function paddingOf(place: Place & { at: 'argument' }, call: Call, { hint, program }: FixContext): readonly string[] | undefined {
  const { index, path = [] } = place;
  if (index === undefined || path.length > 0 || call.args.length >= index || index > MOST_PARAMETERS || !isPositional(call))
    return undefined;
  const missing = index - call.args.length;
  // JavaScript reads undefined as an argument that is left out.
  if (hint.fill === undefined) return program.language === 'javascript' ? Array.from({ length: missing }, () => 'undefined') : undefined;
  const padding = hint.fill.slice(call.args.length, index);
  return padding.length === missing && padding.every((text) => text !== '') ? padding : undefined;
}

/** Whether the third argument of PHP's setcookie may hold options: then PHP throws where anything stands beside it. */
function takesOptions(call: Call, context: FixContext): boolean {
  const { hint, program } = context;
  const third = call.args[2]?.value;
  if (program.language !== 'php' || hint.fill === undefined || call.args.length !== 3 || third === undefined) return false;
  if (
    third.kind === 'literal' ||
    third.kind === 'binary' ||
    (third.kind === 'call' && third.callee.kind === 'name' && /time/i.test(third.callee.name))
  )
    return false;
  if (/expir|time|ttl|age|until/i.test(context.text.slice(third.start, third.end))) return false;
  const value = evaluated(third, context);
  return !(value.kind === 'known' || value.kind === 'operation');
}

const isPositional = (call: Call): boolean => call.args.every((argument) => argument.name === undefined && argument.spread === undefined);

/** The text of the argument that is missing; undefined where it cannot be added. */
function newArgument(place: Place & { at: 'argument' }, call: Call, context: FixContext): string | undefined {
  const { program, hint } = context;
  const path = place.path ?? [];
  const style = recordStyleOf(program.language);
  const isNext = place.index === call.args.length && isPositional(call);
  // A PHP older than named arguments reads the position.
  if (place.name !== undefined && !(isNext && program.language === 'php')) {
    if (program.language === 'php' && hint.fill !== undefined && isPositional(call)) return undefined;
    // A constructor with an initializer takes no key: the rule says what is made.
    if (path.length > 0 && style === undefined) return isNext ? (hint.insert ?? hint.on) : undefined;
    const value = path.length === 0 ? onText(context) : style === undefined ? undefined : newRecord(program, style, path, onText(context));
    return value === undefined ? undefined : namedArgument(place.name, value, call, context);
  }
  if (!isNext) return undefined;
  return path.length === 0
    ? onText(context)
    : (hint.insert ?? (style === undefined ? hint.on : newRecord(program, style, path, onText(context))));
}

function namedArgument(name: string, value: string, call: Call, { program, text }: FixContext): string | undefined {
  switch (program.language) {
    case 'python':
      return `${name}=${value}`;
    case 'kotlin':
    case 'scala':
      return `${name} = ${value}`;
    case 'csharp':
    case 'php':
      return `${name}: ${value}`;
    case 'ruby': {
      const pair = call.args.findLast((argument) => argument.nameRange !== undefined);
      const isRocket = pair?.nameRange !== undefined && /=>/.test(text.slice(pair.nameRange.end, pair.value.start));
      return isRocket ? `:${name} => ${value}` : `${name}: ${value}`;
    }
    default:
      return undefined;
  }
}

/** The edits that add an argument as the last one. */
export function appendArgument(call: Call, added: string, { program, text, index }: FixContext): Edit[] | undefined {
  // `f.apply(x, ['a', 'b'])`: what the call is made with stands in a list.
  const item = call.args[0] === undefined ? undefined : index.parent(call.args[0].value);
  const list = item === undefined || isKind(item, 'list') ? item : index.parent(item);
  if (isKind(list, 'list') && list.start > call.start)
    return /[\])]/.test(text[list.end - 1] ?? '')
      ? insertLast(
          program,
          {
            open: list.start + (/^array\s*\(|^\[/i.exec(text.slice(list.start, list.end))?.[0].length ?? 1),
            close: list.end - 1,
            items: call.args,
            padding: '',
          },
          added,
        )
      : undefined;
  if (call.parenthesised)
    return insertLast(program, { open: call.argsRange.start, close: call.argsRange.end, items: call.args, padding: '' }, added);
  const last = call.args.at(-1);
  if (last === undefined || namesHeredoc(text.slice(last.start, last.end))) return undefined;
  // Ruby's commands: the arguments end where their last line does.
  return program.language === 'ruby'
    ? insertLast(
        program,
        { open: call.argsRange.start, close: restOfLine(program, last.end, text.length), items: call.args, padding: '' },
        added,
      )
    : undefined;
}

/** `set_cookie('a', 'b', **options)`: in the options where they are at hand, else beside them. */
function spreadFix(place: Place & { at: 'argument' }, call: Call, context: FixContext): Draft | undefined {
  const { program, text } = context;
  const spread = call.args.findLast((argument) => argument.spread === 'named');
  if (spread === undefined || place.name === undefined) return undefined;
  const path = [place.name, ...(place.path ?? [])];
  const inside = editsIn(spread.value, path, context, 0);
  if (inside !== undefined && inside.length > 0) return { edits: inside, title: titleOf(context, path) };
  const added = newArgument(place, call, context);
  const edits = added === undefined ? undefined : appendArgument(call, added, context);
  if (edits === undefined) return undefined;
  const title = titleOf(context, path);
  const options = shortened(text.slice(spread.value.start, spread.value.end));
  if (isAbsent(fieldAt(evaluated(spread.value, context), path))) return { edits, title };
  // Python refuses a keyword that is given twice; in Ruby the later one wins.
  return {
    edits,
    title,
    check: program.language === 'python' ? `check that ${options} does not hold \`${place.name}\` too` : `check what ${options} holds`,
  };
}
