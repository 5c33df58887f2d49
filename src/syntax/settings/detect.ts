/** Decides which settings format a file is in: by its name, and where that says too little (`.conf`, `.cfg`) by its text. */

import type { Language, LanguageId } from '../ir.js';
import { fileNameOf, isSiteFolder } from './file-names.js';
import { isHaproxySection } from './haproxy.js';
import { settingsLanguages } from './languages.js';
import { isLighttpd } from './lighttpd.js';
import { linesOf } from './lines.js';

/** This many lines that say something are enough to tell the formats apart. */
const MAX_LINES = 400;
const AMBIGUOUS_EXTENSIONS: ReadonlySet<string> = new Set(['conf', 'cfg']);

/** The settings format that the name alone decides. */
export function settingsLanguageByName(path: string): Language | undefined {
  return settingsLanguages.find((language) => language.matches(path));
}

/** True for files that are worth reading to find out whether they hold settings: cheap, by name. */
export function mayHoldSettings(path: string): boolean {
  if (settingsLanguageByName(path) !== undefined) return true;
  const { folder, extension } = fileNameOf(path);
  return AMBIGUOUS_EXTENSIONS.has(extension) || isSiteFolder(folder);
}

/** The settings format of a file, or undefined where neither its name nor its text is one's. */
export function settingsLanguageOf(path: string, text: string): LanguageId | undefined {
  return settingsLanguageByName(path)?.id ?? (mayHoldSettings(path) ? languageOfText(path, text) : undefined);
}

/** The front-end for a file, as `settingsLanguageOf` decides. */
export function settingsLanguageFor(path: string, text: string): Language | undefined {
  const id = settingsLanguageOf(path, text);
  return settingsLanguages.find((language) => language.id === id);
}

type Guess = 'nginx' | 'apache' | 'haproxy' | 'hocon' | 'ini' | 'xml';

const APACHE_SECTION =
  /^<\/?(?:VirtualHost|Directory(?:Match)?|Location(?:Match)?|Files(?:Match)?|IfModule|IfDefine|IfVersion|If|ElseIf|Else|Proxy(?:Match)?|Limit(?:Except)?|RequireAll|RequireAny|Macro)\b/i;
const APACHE_DIRECTIVE =
  /^(?:Header|RequestHeader|LoadModule|Server(?:Name|Alias|Root|Admin|Tokens|Signature)|DocumentRoot|DirectoryIndex|Rewrite(?:Engine|Cond|Rule|Base)|Proxy(?:Pass|PassReverse|PreserveHost|Requests)|SetEnv(?:If)?|Listen|Include(?:Optional)?|Options|AllowOverride|ErrorDocument|ErrorLog|CustomLog|Alias|SSLEngine|Session(?:CookieName2?)?|Cookie(?:Tracking|Name|Secure))\s+[^=;{]/;
const NGINX_BLOCK = /^(?:http|server|location|upstream|events|map|types|if|geo|limit_except|stream)\b[^;]*\{/;
const NGINX_DIRECTIVE = /^[a-z][a-z0-9_]*\s[^=;]*;\s*(?:#|$)/;
const HOCON_LINE =
  /^(?:include\s+(?:"|file|classpath|url)|[\w."-]+\s*(?:[=:]\s*)?\{\s*(?:#|\/\/|$)|[\w."-]+\s*[=:]\s*\$\{)|^(?:play|akka|ktor|pekko)\./;
const INI_SECTION = /^\[[^\]]+\]\s*(?:[;#].*)?$/;
const KEY_VALUE = /^[\w.\-[\]]+\s*[=:]/;

/** Each line votes for the format only which reads so. */
function languageOfText(path: string, text: string): LanguageId | undefined {
  if (isLighttpd(path, text)) return 'ini';
  const votes: Record<Guess, number> = { nginx: 0, apache: 0, haproxy: 0, hocon: 0, ini: 0, xml: 0 };
  let keyValues = 0;
  let serverBlocks = 0;
  let count = 0;
  for (const { start, end } of linesOf(text)) {
    // What matters stands at the beginning of a line; a cut keeps the expressions fast on minified texts.
    const written = text.slice(start, Math.min(end, start + 300));
    const line = written.trim();
    if (line === '' || line.startsWith('#') || line.startsWith(';') || line.startsWith('//')) continue;
    if (++count > MAX_LINES) break;
    if (/^<(?:\?xml|configuration\b|!--)/.test(line) && count === 1) votes.xml += 10;
    else if (APACHE_SECTION.test(line)) votes.apache += 3;
    else if (NGINX_BLOCK.test(line)) serverBlocks++;
    else if (INI_SECTION.test(line)) votes.ini += 2;
    else if (isHaproxySection(line.split(/\s/, 1)[0] ?? '', written[0] === ' ' || written[0] === '\t')) votes.haproxy += 3;
    else if (HOCON_LINE.test(line)) votes.hocon += 2;
    else if (NGINX_DIRECTIVE.test(line)) votes.nginx += 1;
    else if (APACHE_DIRECTIVE.test(line)) votes.apache += 1;
    else if (KEY_VALUE.test(line)) keyValues++;
  }
  // `http {` and `server {` are HOCON's as well: the semicolons tell.
  if (votes.nginx >= keyValues) {
    votes.nginx += 3 * serverBlocks;
  } else if (serverBlocks > 0 || votes.hocon > 0) {
    votes.hocon += serverBlocks + keyValues;
  }
  let best: Guess | undefined;
  for (const guess of Object.keys(votes) as Guess[]) {
    if (votes[guess] > 0 && (best === undefined || votes[guess] > votes[best])) best = guess;
  }
  // Bare `key = value` lines are Beego's, Keycloak's or pyfile's: INI without sections.
  return best ?? (keyValues > 0 ? 'ini' : undefined);
}
