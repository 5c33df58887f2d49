/** Reads a date as a browser reads that of Expires: by the algorithm of RFC 6265bis section 5.1.1, which is not that of any standard date. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The delimiters of the algorithm, by their code points: `%x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E`. */
const DELIMITERS = /[\t\u0020-\u002F\u003B-\u0040\u005B-\u0060\u007B-\u007E]+/;

interface Found {
  time?: readonly [hour: number, minute: number, second: number];
  day?: number;
  month?: number;
  year?: number;
}

/** The moment that `text` names, in milliseconds since 1970; undefined where a browser finds none, and ignores the attribute. */
export function cookieDate(text: string): number | undefined {
  const found: Found = {};
  for (const token of text.split(DELIMITERS)) if (token !== '') take(token, found);
  const { time, day, month, year } = found;
  if (time === undefined || day === undefined || month === undefined || year === undefined) return undefined;
  const [hour, minute, second] = time;
  if (day < 1 || day > 31 || year < 1601 || hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute, second);
  // 31 February is no date.
  return date.getUTCDate() === day ? date.getTime() : undefined;
}

/** The first token of each kind counts, and a token is of the first kind that it fits and that is still wanted. */
function take(token: string, found: Found): void {
  const time = found.time === undefined ? /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/.exec(token) : null;
  if (time !== null) found.time = [Number(time[1]), Number(time[2]), Number(time[3])];
  else if (found.day === undefined && /^\d{1,2}(?!\d)/.test(token)) found.day = Number.parseInt(token, 10);
  else if (found.month === undefined && MONTHS.includes(token.slice(0, 3).toLowerCase()))
    found.month = MONTHS.indexOf(token.slice(0, 3).toLowerCase());
  else if (found.year === undefined && /^\d{2,4}(?!\d)/.test(token)) found.year = fullYear(Number.parseInt(token, 10));
}

/** Two digits are of the 20th century from 70 on. */
function fullYear(written: number): number {
  if (written >= 70 && written <= 99) return written + 1900;
  return written <= 69 ? written + 2000 : written;
}
