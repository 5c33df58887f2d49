/** Data files that a program loads by their name: `json.load(open('config.json'))`, `YAML.load_file(…)`, `JSON.parse(readFileSync(…))`. */
import type { CallContext } from './calls.js';
import type { Evaluator } from './evaluator.js';
import { fieldAt, isAbsent } from './fields.js';
import { operation, originOf, type Origin, type Value } from './value.js';

const DATA_FILE = /(?:^|[\w-])\.(?:json5?|ya?ml|toml|ini|cfg|conf|properties|env)$/i;
const MAX_DEPTH = 8;

/**
 * What a file holds, where an operand names it: the path itself, or (`isText`) something that was opened or read by its path.
 * A file that is not in the repository is the operator's configuration; undefined where no file is named.
 */
export function loadedFile(operand: Value | undefined, isText: boolean, origin: Origin, evaluator: Evaluator): Value | undefined {
  if (operand === undefined || (isText && operand.kind === 'known')) return undefined;
  const name = namedIn(operand, evaluator, 0);
  if (name === undefined) return undefined;
  const file = evaluator.links.dataFile?.(origin.program, name.replace(/^(?:\.?\/)+/, ''));
  if (file !== undefined) return evaluator.wholeOf(file);
  return evaluator.links.dataFile === undefined
    ? undefined
    : { kind: 'environment', variable: name.slice(name.lastIndexOf('/') + 1), source: 'configuration', origin };
}

/** What a parser of files has read: the last file that is in the repository. */
export function parsedFile(parser: Value, evaluator: Evaluator): Value | undefined {
  if (parser.kind !== 'object') return undefined;
  const idiom = evaluator.idiomsOf(parser.program).fileParsers?.find(({ made }) => made.test(parser.path));
  const read = idiom === undefined ? undefined : parser.history.entries.findLast(({ method }) => idiom.read.includes(method));
  const whole = read?.args[0] === undefined ? undefined : loadedFile(read.args[0], false, read.origin, evaluator);
  return whole?.kind === 'record' ? whole : undefined;
}

/** An option that a parser gives: `parser.getboolean('web', 'secure')`, `parser['web'].getboolean('secure')`. */
export function parsedOption(receiver: Value, method: string, { call, program, frame, evaluator }: CallContext): Value | undefined {
  const idiom = evaluator.idiomsOf(program).fileParsers?.find(({ get }) => Object.hasOwn(get, method));
  if (idiom === undefined) return undefined;
  const [section, option] = call.args.slice(0, 2).map(({ value }) => evaluator.evaluate(value, program, frame));
  if (section?.kind !== 'known') return undefined;
  const origin = originOf(program, call);
  const whole = parsedFile(receiver, evaluator);
  const path = whole === undefined ? [section] : [section, option];
  const record = whole ?? (receiver.kind === 'record' && receiver.origin.program.language === 'ini' ? receiver : undefined);
  if (record === undefined || path.some((one) => one?.kind !== 'known')) return undefined;
  const value = fieldAt(
    record,
    path.map((one) => (one?.kind === 'known' ? String(one.value) : '')),
    (a, b) => a.toLowerCase() === b.toLowerCase(),
  );
  if (isAbsent(value)) return undefined;
  const conversion = idiom.get[method];
  return conversion === undefined ? value : operation(conversion, [value], origin);
}

/** The last name of a data file in what a path or an opened file was made of: `open(os.path.join(here, 'config.json'))`. */
function namedIn(value: Value, evaluator: Evaluator, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' && value.value.length < 300 && DATA_FILE.test(value.value) ? value.value : undefined;
    case 'operation':
      return lastNamed(value.operands, evaluator, depth);
    case 'object': {
      const { call, program, frame, history } = value;
      return lastNamed(
        [
          ...call.args.map((argument) => evaluator.evaluate(argument.value, program, frame)),
          ...history.entries.flatMap(({ args }) => args),
        ],
        evaluator,
        depth,
      );
    }
    case 'environment':
      return value.fallback === undefined ? undefined : namedIn(value.fallback, evaluator, depth + 1);
    default:
      return undefined;
  }
}

function lastNamed(values: readonly Value[], evaluator: Evaluator, depth: number): string | undefined {
  for (const value of [...values].reverse()) {
    const name = namedIn(value, evaluator, depth + 1);
    if (name !== undefined) return name;
  }
  return undefined;
}
