/** `explain-header`: what a browser makes of a Set-Cookie header, step by step. */
import { receive } from '../../cookies/browser-cookie.js';
import { isSessionName } from '../../cookies/session-names.js';
import { setCookieJson, setCookieText, type ExplainedHeader } from '../../report/set-cookie.js';
import { valueOf, type Parsed } from '../arguments.js';
import { exit, toolName, type Surroundings } from '../surroundings.js';
import { terminalColumns, wantsColor } from '../terminal.js';
import { UserError } from '../user-error.js';

/** No server sends as much. */
const MOST_HEADERS = 1_000;
const MOST_BYTES = 1_000_000;

export async function explainHeader(parsed: Parsed, world: Surroundings): Promise<number> {
  const [asked] = parsed.positionals;
  if (asked === undefined)
    throw new UserError(`explain which header? ${toolName} explain-header 'Set-Cookie: id=1; Secure', or - for standard input`);
  const url = addressOf(valueOf(parsed, 'url') ?? 'https://example.com/');
  const lines = headersOf(asked === '-' ? await world.readStdin(MOST_BYTES) : asked, asked === '-');
  const headers = lines.map((header): ExplainedHeader => {
    const received = receive(header, { url, now: Date.now() });
    return { header, received, session: received.cookie !== undefined && isSessionName(received.cookie.name) };
  });
  if (valueOf(parsed, 'format') === 'json') world.stdout.write(setCookieJson(headers, url.href));
  else {
    const look = { color: wantsColor(world.stdout, world.env, parsed), columns: terminalColumns(world.stdout) };
    world.stdout.write(headers.map((header) => setCookieText(header, url.href, look)).join('\n'));
  }
  return headers.every(
    ({ received: { verdict, cookie } }) => verdict !== 'refused' && (cookie?.secure === true || cookie?.deletes === true),
  )
    ? exit.clean
    : exit.findings;
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new UserError(`--url: ${text} is no http or https address`);
  url.username = '';
  url.password = '';
  return url;
}

/** One header; on standard input also the lines of a whole response, of which the Set-Cookie headers count. */
function headersOf(text: string, isResponse: boolean): readonly string[] {
  const other = /^(set-cookie2|cookie)[ \t]*:/i.exec(text.trimStart());
  if (other !== null) throw new UserError(`${other[1] ?? ''} is not Set-Cookie: what a browser receives is a Set-Cookie header`);
  const lines = isResponse ? text.split(/\r?\n/).filter((line) => /^[ \t]*set-cookie[ \t]*:/i.test(line)) : [];
  if (lines.length > MOST_HEADERS) throw new UserError(`more than ${MOST_HEADERS} Set-Cookie headers`);
  if (lines.length > 0) return lines;
  const header = isResponse ? text.replace(/\r?\n$/, '') : text;
  if (header.trim() === '') throw new UserError('an empty text is no Set-Cookie header');
  if (isResponse && /\n/.test(header)) throw new UserError('standard input holds no Set-Cookie header');
  return [header];
}
