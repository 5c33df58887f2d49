/** web.config of System.Web applications: what production gets of the cookie settings, after the transform of its build configuration. */
import { truthOf } from '../values/truth.js';
import type { Matched } from '../matching/matched.js';
import type { CookieSurface } from '../matching/surface.js';
import type { Expression, Program, Property, RecordExpression } from '../syntax/ir.js';
import { absent, known, originOf, type Value } from '../values/value.js';
import { fileMode } from './file-modes.js';
import type { AbsentSetting, ModelContext, ProjectModel, WrittenSetting } from './model.js';
import type { FoundPolicy } from './policies.js';

/** A cookie that an element of web.config configures. */
export interface WebConfigCookie {
  readonly surface: string;
  readonly element: string;
  /** The element around it, where its name alone says too little. */
  readonly inside?: string;
  readonly attribute: string;
  readonly nameAttribute?: string;
  readonly name: string | null;
  readonly session: boolean;
  /** Attributes that must have this value for the cookie to be sent. */
  readonly sentWhere?: Readonly<Record<string, string>>;
  /** The attribute is only judged where it is written. */
  readonly onlyWritten?: true;
}

export interface WebConfigFacts {
  readonly cookies: readonly WebConfigCookie[];
  /** The switch that new cookies copy, and the session's cookie that nothing else configures. */
  readonly policy: { readonly surface: string; readonly element: string; readonly attribute: string };
  readonly sessionState: {
    readonly surface: string;
    readonly element: string;
    readonly name: string;
    /** Code that puts something into the session, which makes its cookie. */
    readonly used: { readonly files: RegExp; readonly word: string; readonly code: RegExp };
  };
  /** Surface of attributes that a transform writes. */
  readonly transform: string;
}

/** An element, and whether a transform applies to it. */
interface Element {
  readonly program: Program;
  readonly property: Property;
  readonly record: RecordExpression;
  /** The record of the element around it. */
  readonly around: RecordExpression;
  readonly transform?: string;
}

const isConfig = (path: string): boolean => /(?:^|\/)web\.config$/i.test(path);
/** `Web.Release.config`: applied when the project is published with that build configuration. */
const isProductionTransform = (path: string): boolean =>
  /(?:^|\/)web\.(?:[\w-]+\.)*(?:release|production|prod|live)\.config$/i.test(path) ||
  (/(?:^|\/)web\.\w+\.config$/i.test(path) && fileMode(path) === 'production');

export const aspnetModel = (facts: WebConfigFacts): ProjectModel => ({
  rule: 'aspnet',
  surfaces: [...facts.cookies.map((cookie) => cookie.surface), facts.policy.surface, facts.sessionState.surface, facts.transform],
  judge: (context) => configsOf(context).flatMap((config) => judged(config, facts, context)),
  policies: (context) => configsOf(context).flatMap((config) => policyOf(config, facts)),
});

interface WebConfig {
  readonly program: Program;
  readonly transform: Program | undefined;
}

/** The web.config files of an app that production reads, each with its transform. */
function configsOf({ programs }: ModelContext): WebConfig[] {
  const xml = programs.filter((program) => program.language === 'xml');
  const configs = xml.filter((program) => isConfig(program.path));
  const transforms = xml.filter((program) => isProductionTransform(program.path));
  const found = configs.map((program) => ({ program, transform: transforms.find((one) => folderOf(one.path) === folderOf(program.path)) }));
  // A transform whose file to change is not here is judged for what it says itself.
  return [
    ...found,
    ...transforms.filter((one) => !found.some(({ transform }) => transform === one)).map((program) => ({ program, transform: program })),
  ];
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

function judged(config: WebConfig, facts: WebConfigFacts, context: ModelContext): (WrittenSetting | AbsentSetting)[] {
  const settings = facts.cookies.flatMap((cookie) => cookieOf(cookie, config, facts, context));
  return [...settings, ...sharedCookies(config, facts, context)];
}

function cookieOf(cookie: WebConfigCookie, config: WebConfig, facts: WebConfigFacts, context: ModelContext): WrittenSetting[] {
  const element = elementOf(config, cookie.element, cookie.inside);
  if (element === undefined || !isSent(cookie, element)) return [];
  const decided = decidedBy(config, cookie.element, cookie.attribute, cookie.inside) ?? element;
  const value = attributeOf(decided, cookie.attribute);
  if (cookie.onlyWritten === true && value === undefined) return [];
  const written = cookie.nameAttribute === undefined ? undefined : textOf(attributeOf(element, cookie.nameAttribute));
  return [
    setting(
      decided.program === config.program ? cookie.surface : facts.transform,
      decided,
      cookie.attribute,
      { name: written ?? cookie.name, session: cookie.session },
      context,
    ),
  ];
}

/** `httpCookies` decides about the cookies that the application makes, and about the session's. */
function sharedCookies(
  config: WebConfig,
  { policy, sessionState, transform }: WebConfigFacts,
  context: ModelContext,
): (WrittenSetting | AbsentSetting)[] {
  const element = elementOf(config, policy.element);
  const session = elementOf(config, sessionState.element);
  const isOff = /^off$/i.test(textOf(session === undefined ? undefined : attributeOf(session, 'mode')) ?? '');
  const name = { name: textOf(session === undefined ? undefined : attributeOf(session, 'cookieName')) ?? sessionState.name, session: true };
  if (element !== undefined) {
    const decided = decidedBy(config, policy.element, policy.attribute) ?? element;
    return [
      setting(
        decided.program === config.program && !isProductionTransform(decided.program.path) ? policy.surface : transform,
        decided,
        policy.attribute,
        isOff ? { name: null, session: null } : name,
        context,
      ),
    ];
  }
  const added = decidedBy(config, policy.element, policy.attribute);
  if (added !== undefined) return [setting(transform, added, policy.attribute, name, context)];
  // Nothing about cookies at all: the session's cookie is on by default.
  if (isOff) return [];
  const { rule, surface } = context.surface(sessionState.surface);
  if (session === undefined)
    return isMain(config, context) && isUsed(sessionState.used, context)
      ? [{ kind: 'absent', rule, surface, program: config.program, name, fixes: [], related: [] }]
      : [];
  const matched: Matched<CookieSurface> = {
    rule,
    surface,
    program: session.program,
    node: session.property,
    record: session.around,
    value: session.around,
    confidence: 'high',
  };
  return [
    {
      kind: 'written',
      matched,
      value: absent(originOf(session.program, session.property)),
      name,
      path: [policy.element, `@${policy.attribute}`],
    },
  ];
}

/** Folders of views have a file of their own, which says nothing for the whole. */
const isMain = ({ program, transform }: WebConfig, context: ModelContext): boolean =>
  program !== transform && configsOf(context).every((other) => folderOf(program.path).length <= folderOf(other.program.path).length);

function isUsed({ files, word, code }: WebConfigFacts['sessionState']['used'], { app, apps, workspace }: ModelContext): boolean {
  return workspace.files.some(
    (file) => files.test(file) && apps.of(file) === app && workspace.mentions(file, word) && code.test(workspace.textOf(file) ?? ''),
  );
}

function policyOf(config: WebConfig, { policy }: WebConfigFacts): FoundPolicy[] {
  const decided = decidedBy(config, policy.element, policy.attribute) ?? elementOf(config, policy.element);
  const value = decided === undefined ? undefined : attributeOf(decided, policy.attribute);
  if (decided === undefined || value === undefined) return [];
  return [
    {
      surface: policy.surface,
      at: { path: decided.program.path, range: { start: decided.property.start, end: decided.property.end } },
      question: { truth: truthOf('xml'), default: 'off', value: valueOf(value, decided.program), isText: false },
    },
  ];
}

function setting(id: string, element: Element, attribute: string, name: WrittenSetting['name'], context: ModelContext): WrittenSetting {
  const { program, property, record } = element;
  const { rule, surface } = context.surface(id);
  const written = attributeOf(element, attribute);
  const matched: Matched<CookieSurface> = { rule, surface, program, node: property, record, value: record, confidence: 'high' };
  return {
    kind: 'written',
    matched,
    value: written === undefined ? absent(originOf(program, property)) : valueOf(written, program),
    name,
    path: [`@${attribute}`],
  };
}

/** A literal, read as Boolean.Parse does (https://learn.microsoft.com/dotnet/api/system.boolean.parse), or a token that a deployment tool replaces. */
function valueOf(written: Expression, program: Program): Value {
  const origin = originOf(program, written);
  const text = (textOf(written) ?? '').trim();
  return /^(?:true|false)$/i.test(text)
    ? known(text.toLowerCase() === 'true', origin)
    : { kind: 'environment', variable: text, source: 'configuration', origin };
}

const isSent = (cookie: WebConfigCookie, element: Element): boolean =>
  Object.entries(cookie.sentWhere ?? {}).every(([attribute, wanted]) => textOf(attributeOf(element, attribute))?.toLowerCase() === wanted);

const attributeOf = ({ record }: Element, name: string): Expression | undefined =>
  record.entries.find((entry): entry is Property => entry.kind === 'property' && keyOf(entry) === `@${name}`)?.value;

const textOf = (expression: Expression | undefined): string | undefined =>
  expression?.kind === 'literal' ? String(expression.value) : undefined;

const keyOf = (entry: Property): string => (entry.key.kind === 'literal' ? String(entry.key.value) : '');

function elementOf({ program }: WebConfig, name: string, inside?: string): Element | undefined {
  return elementsIn(program, name, inside)[0];
}

/** The element of the transform that says what the attribute is; undefined where none does. */
function decidedBy({ transform }: WebConfig, name: string, attribute: string, inside?: string): Element | undefined {
  if (transform === undefined) return undefined;
  return elementsIn(transform, name, inside).find((element) => {
    const action = element.transform;
    if (action === undefined) return false;
    // https://learn.microsoft.com/previous-versions/aspnet/dd465326(v=vs.110)
    const [, verb = '', list] = /^(\w+)(?:\(([^)]*)\))?/.exec(action) ?? [];
    if (verb === 'SetAttributes')
      return list === undefined ? attributeOf(element, attribute) !== undefined : list.split(',').some((one) => one.trim() === attribute);
    if (verb === 'RemoveAttributes') return list?.split(',').some((one) => one.trim() === attribute) === true;
    return /^(?:Insert|InsertIfMissing|InsertBefore|InsertAfter|Replace)$/.test(verb);
  });
}

/** The elements of a name, in `inside` (or at the top of a fragment), with the transform of the nearest element that has one. */
function elementsIn(program: Program, name: string, inside?: string): Element[] {
  const found: Element[] = [];
  const visit = (record: RecordExpression, around: string | undefined, transform: string | undefined): void => {
    for (const entry of record.entries) {
      if (entry.kind !== 'property' || entry.value.kind !== 'record') continue;
      const key = keyOf(entry);
      const element = { program, property: entry, record: entry.value, around: record };
      const own = textOf(attributeOf(element, 'xdt:Transform')) ?? transform;
      if (key === name && (inside === undefined || around === undefined || around === inside))
        found.push(own === undefined ? element : { ...element, transform: own });
      visit(entry.value, key, own);
    }
  };
  for (const statement of program.body)
    if (statement.kind === 'expression' && statement.expression.kind === 'record') visit(statement.expression, undefined, undefined);
  return found;
}
