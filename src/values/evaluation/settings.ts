/** Settings of a framework, as code reads them: the project model's answer, or the files that hold them by convention. */
import type { ClassDeclaration, Program } from '../../syntax/ir.js';
import { flattenSettings, settingsRecords } from '../../syntax/settings/flatten.js';
import { boundProperty } from '../configuration-classes.js';
import { Context } from '../context.js';
import type { Evaluator } from '../evaluator.js';
import { isAbsent } from '../fields.js';
import { modePredicate } from '../idiom-match.js';
import type { SettingFile, SettingsReader } from '../links.js';
import { fieldBehind, fieldDefault, fieldKey, fieldType, type SettingsOfClass } from '../settings-classes.js';
import { absent, choice, through, type ClassValue, type Origin, type RecordPart, type Value } from '../value.js';
import { describedField } from './pydantic.js';
import { presentField, withVariables } from './setting-variables.js';
import { firstConstant, nestedSection, sectionOfType, zeroValue } from './types.js';

export interface SettingQuestion {
  /** The rule whose project model knows the setting. */
  readonly of: string;
  readonly key: string;
  /** The file that reads it. */
  readonly program: Program;
  readonly origin: Origin;
  readonly fallback?: Value | undefined;
}

/** What the reader of each app has answered. */
export class SettingAnswers {
  /** Settings of the app that is being judged. */
  reader: SettingsReader | undefined;
  readonly #evaluator: Evaluator;
  readonly #answers = new WeakMap<SettingsReader, Map<string, Value | undefined>>();

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  valueOf(question: SettingQuestion): Value {
    const { key, origin, fallback } = question;
    const value = this.#answer(question) ?? settingOfFiles(question, this.#evaluator);
    if (value !== undefined && !(isUnset(value) && fallback !== undefined)) return through(value, origin);
    return this.#evaluator.informed({
      kind: 'environment',
      variable: key,
      source: 'configuration',
      of: question.of,
      origin,
      ...(fallback === undefined ? {} : { fallback }),
    });
  }

  /** Each setting is asked for once: settings are written under conditions that read other settings. */
  #answer({ of, key, program }: SettingQuestion): Value | undefined {
    const { reader } = this;
    if (reader === undefined) return undefined;
    let answers = this.#answers.get(reader);
    if (answers === undefined) this.#answers.set(reader, (answers = new Map<string, Value | undefined>()));
    const asked = `${of}\0${key}\0${program.path}`;
    if (answers.has(asked)) return answers.get(asked);
    // A setting that asks for itself has no value of its own.
    answers.set(asked, undefined);
    const answer = reader(of, key, program);
    answers.set(asked, answer);
    return answer;
  }
}

const isUnset = (value: Value): boolean => isAbsent(value) || (value.kind === 'unknown' && value.isUnset === true);

/** Laravel's `config('session.secure')`: later files win, those of one environment only there. */
function settingOfFiles({ of, key, program, origin }: SettingQuestion, evaluator: Evaluator): Value | undefined {
  let value: Value | undefined;
  const files = evaluator.links.settingFiles?.(program, of, key) ?? [];
  for (const file of files) {
    const written = settingIn(file, origin, evaluator);
    if (written === undefined || isAbsent(written)) continue;
    if (file.holds === 'variables') value = withVariables(value, written, origin);
    else
      value =
        file.mode === undefined
          ? overlaid(value, written)
          : choice(
              modePredicate(file.mode, origin),
              through(written, written.origin),
              value === undefined ? absent(origin) : through(value, value.origin),
              origin,
            );
  }
  const variable = files.find((file) => file.variable !== undefined)?.variable;
  return variable === undefined || value === undefined ? value : overridden(value, variable, origin);
}

/** A setting that a variable may give another value; of a section each key has its own. */
function overridden(value: Value, variable: string, origin: Origin): Value | undefined {
  if (value.kind === 'record') return undefined;
  const isBoolean = value.kind === 'choice' || (value.kind === 'known' && typeof value.value === 'boolean');
  return {
    kind: 'environment',
    variable,
    source: 'environment',
    fallback: value.kind === 'choice' ? value : through(value, value.origin),
    origin,
    ...(isBoolean ? { cast: 'boolean' as const } : {}),
  };
}

/** What stands at the path of keys in a file: files of data may write it in one key with dots, or in a table of that name. */
function settingIn({ program, path }: SettingFile, origin: Origin, evaluator: Evaluator): Value | undefined {
  const records = settingsRecords(program);
  if (records.length > 0) {
    const setting = records.flatMap(flattenSettings).findLast(({ joined }) => joined === path.join('.'));
    return setting === undefined ? undefined : evaluator.evaluate(setting.value, program);
  }
  const whole = evaluator.wholeOf(program) ?? evaluator.exportOf(program, 'default');
  return path.reduce<Value | undefined>((at, step) => (at === undefined ? undefined : evaluator.memberOf(at, step, origin)), whole);
}

/** Settings over settings: their sections are merged, key by key. */
function overlaid(value: Value | undefined, over: Value): Value {
  if (value?.kind !== 'record' || over.kind !== 'record') return over;
  const parts = over.parts.map((part): RecordPart =>
    part.kind === 'field' ? { ...part, value: overlaid(presentField(value, part.key), part.value) } : part,
  );
  return { ...over, parts: [{ kind: 'spread', value }, ...parts] };
}

/** A field of a class of settings: what production has for its key, else its initial value; a section is a class again. */
export function fieldOfSettings(
  object: ClassValue,
  settings: SettingsOfClass,
  property: string,
  origin: Origin,
  evaluator: Evaluator,
): Value | undefined {
  const context = new Context(evaluator, object.program);
  const field = fieldBehind(property, object.node, context.index);
  if (field === undefined) return undefined;
  const isBound = object.program.language === 'csharp';
  const key = [settings.prefix, isBound ? field.name : fieldKey(field.name, field.binding)]
    .filter((one) => one !== '')
    .join(isBound ? ':' : '.');
  const type = fieldType(field.binding);
  const section = type === undefined ? undefined : sectionOf(type, object.node, context);
  if (section !== undefined) return { ...section, settings: { of: settings.of, prefix: key } };
  const initial = fieldDefault(field.binding);
  const place = context.origin(field.binding.parameter ?? field.binding.writes[0]?.node ?? field.binding.function ?? object.node);
  const written = initial === undefined ? undefined : describedField(context.evaluate(initial), context);
  const fallback = written === undefined ? (firstConstant(type, place, context) ?? zeroValue(type, place)) : through(written, place);
  if (isBound) return through(evaluator.informed(boundProperty(key, fallback ?? absent(place), field.binding, place)), origin);
  return through(evaluator.setting(settings.of, key, object.program, place, fallback), origin);
}

const sectionOf = (type: string, around: ClassDeclaration, context: Context): ClassValue | undefined =>
  sectionOfType(type, context) ?? nestedSection(around, type, context);
