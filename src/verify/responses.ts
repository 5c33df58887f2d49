/** Answers that curl saved: `curl -i`, `curl -sI`, `curl -D -`, with one answer or several. */
import { hostOf } from '../cookies/cookie-scope.js';
import { shownUrl, TargetError, webAddress, type Exchange, type Observation } from './observation.js';
import { isRedirect } from './redirects.js';
import { textOf } from './fetch.js';

/** The first line of an answer. */
const STATUS = /^HTTP\/\d(?:\.\d)? (\d{3})(?: [^\r\n]*)?(\r?\n|$)/;

/** One that follows a body: with the headers after it, so that a page that writes about HTTP is none. */
const NEXT = /HTTP\/\d(?:\.\d)? \d{3}(?:(?!HTTP\/\d)[^\r\n])*(\r?\n)(?:[!#$%&'*+.^_`|~\w-]+:(?:(?!HTTP\/\d(?:\.\d)? \d{3})[^\r\n])*\1)+\1/g;

/** No chain of answers is longer. */
const MOST_RESPONSES = 10_000;

interface Response {
  readonly status: number;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Where its body begins. */
  readonly end: number;
  readonly lineEnd: string;
}

export const isResponses = (text: string): boolean => STATUS.test(text);

/** `url`: the address that the first one answers, where the user says it. */
export function readResponses(bytes: Buffer, target: string, url?: URL): Observation {
  // A byte is a character, so that lengths count bytes.
  const text = bytes.toString('latin1');
  const responses: Response[] = [];
  for (let at = 0; at !== -1; at = nextStart(text, responses.at(-1)!)) {
    if (responses.length >= MOST_RESPONSES) throw new TargetError(`${target}: more than ${MOST_RESPONSES} answers`);
    responses.push(responseAt(text, at, target, responses.length + 1));
  }
  const exchanges: Exchange[] = [];
  let address = url;
  for (const [index, { status, fields }] of responses.entries()) {
    const redirects = isRedirect(status) && index + 1 < responses.length;
    const setCookies = fields.filter(([name]) => name === 'set-cookie').map(([, value]) => textOf(Buffer.from(value, 'latin1')));
    exchanges.push({
      url: address === undefined ? null : shownUrl(address),
      where: `response ${index + 1}`,
      status,
      setCookies,
      redirects,
    });
    // A proxy's own answer, and what comes before the real one, are for the same address.
    const isBefore = status < 200 || (fields.length === 0 && status === 200);
    if (!isBefore) address = isRedirect(status) ? redirectedTo(fields, address) : undefined;
  }
  return { target, kind: 'responses', exchanges, held: [], asked: url === undefined ? [] : [hostOf(url)], notes: [] };
}

function redirectedTo(fields: Response['fields'], from: URL | undefined): URL | undefined {
  const location = fields.find(([name]) => name === 'location')?.[1];
  return location === undefined || !URL.canParse(location, from?.href) ? undefined : webAddress(new URL(location, from).href);
}

function responseAt(text: string, start: number, target: string, number: number): Response {
  const first = STATUS.exec(text.slice(start, start + 10_000));
  if (first === null) throw new TargetError(`${target}: response ${number} does not begin with a status line`);
  const lineEnd = first[2] === '' ? '\n' : (first[2] ?? '\n');
  const fields: (readonly [string, string])[] = [];
  let at = start + first[0].length;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).replace(/\r$/, '');
    at = end < 0 ? text.length : end + 1;
    if (line === '') break;
    const header = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/s.exec(line);
    // A line that is no header is a body that began without an empty line, or no answer at all.
    if (header === null)
      throw new TargetError(`${target}: the headers of response ${number} are broken: ${JSON.stringify(line.slice(0, 60))} is no header`);
    fields.push([(header[1] ?? '').toLowerCase(), header[2] ?? '']);
  }
  return { status: Number(first[1]), fields, end: at, lineEnd };
}

/** Where the next answer begins: at once, after as many bytes as were announced, or where the text goes on like one; -1 for none. */
function nextStart(text: string, { fields, end, lineEnd }: Response): number {
  const rest = (at: number): number => at + (/^\s*/.exec(text.slice(at, at + 4))?.[0].length ?? 0);
  if (STATUS.test(text.slice(rest(end), rest(end) + 1_000))) return rest(end);
  const length = Number(fields.find(([name]) => name === 'content-length')?.[1] ?? Number.NaN);
  if (length > 0 && end + length <= text.length) {
    const after = rest(end + length);
    if (after >= text.length) return -1;
    if (STATUS.test(text.slice(after, after + 1_000))) return after;
  }
  NEXT.lastIndex = end;
  for (let match = NEXT.exec(text); match !== null; match = NEXT.exec(text)) if (match[1] === lineEnd) return match.index;
  return -1;
}
