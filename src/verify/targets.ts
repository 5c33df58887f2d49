/** What a target is, by what it holds, and what it shows of the site's cookies. */
import { isHar, readHar } from './har.js';
import { isJar, isStorageState, readJar, readStorageState } from './cookie-stores.js';
import { textOf } from './fetch.js';
import { TargetError, type Observation } from './observation.js';
import { isResponses, readResponses } from './responses.js';

const KINDS = 'a HAR file, what `curl -i` or `curl -sI` prints, a Netscape cookie jar or a Playwright storage state';

/** Reads a file's bytes. Throws a `TargetError` for what is none of the kinds. `url`: the address that a saved answer is of. */
export function readTarget(bytes: Buffer, target: string, url?: URL): Observation {
  if (bytes.length === 0) throw new TargetError(`${target}: it is empty`);
  const start = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes;
  // Answers may have any bytes as their bodies.
  if (isResponses(start.subarray(0, 10_000).toString('latin1'))) return readResponses(start, target, url);
  if (start.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) throw new TargetError(`${target}: it is compressed; unpack it first`);
  if (start.includes(0)) throw new TargetError(`${target}: binary data, not ${KINDS}`);
  const text = textOf(start);
  if (/^\s*[[{]/.test(text)) return readJson(text, target);
  if (isJar(text)) return readJar(text, target);
  if (/^[<>*] /m.test(text.slice(0, 10_000)) && /^< HTTP\//m.test(text))
    throw new TargetError(`${target}: this is what \`curl -v\` prints; save the output of \`curl -i\` or \`curl -sI\``);
  throw new TargetError(`${target}: not ${KINDS}`);
}

function readJson(text: string, target: string): Observation {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TargetError(`${target}: it begins like JSON, but is not: ${reasonOf(error)}`);
  }
  if (isHar(value)) return readHar(value, target);
  if (isStorageState(value)) return readStorageState(value, target);
  throw new TargetError(`${target}: JSON, but neither a HAR file (\`log.entries\`) nor a Playwright storage state (\`cookies\`)`);
}

/** What the parser says, without the piece of the file that it shows: that may be a secret. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/,? (?:\.\.\.)?"[\s\S]*" is not valid JSON$/, '').replace(/\s+/g, ' ') : String(error);
