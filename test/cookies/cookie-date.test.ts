/** Dates as browsers read them: the algorithm of RFC 6265bis section 5.1.1. */
import { expect, it } from 'vitest';
import { cookieDate } from '../../src/cookies/cookie-date.js';

it.each([
  ['Thu, 01 Jan 1970 00:00:00 GMT', '1970-01-01T00:00:00Z'],
  ['Thu, 01-Jan-1970 00:00:01 GMT', '1970-01-01T00:00:01Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['06 Nov 69 08:49:37', '2069-11-06T08:49:37Z'],
  ['06 Nov 70 08:49:37', '1970-11-06T08:49:37Z'],
  ['08:49:37 november 6 2030 +0500', '2030-11-06T08:49:37Z'],
  ['1 Jan 2030 1:2:3', '2030-01-01T01:02:03Z'],
  ['29 Feb 2024 00:00:00', '2024-02-29T00:00:00Z'],
])('%s', (text, moment) => {
  expect(cookieDate(text)).toBe(Date.parse(moment));
});

it.each([
  '',
  '0',
  '-1',
  'never',
  '1970-01-01',
  '2030-01-01T00:00:00Z',
  '31 Feb 2030 00:00:00',
  '1 Jan 1600 00:00:00',
  '1 Jan 2030 24:00:00',
  '1 Jan 2030',
  '1 Jan 2030 00:00',
  '32 Jan 2030 00:00:00',
])('%s is no date', (text) => {
  expect(cookieDate(text)).toBeUndefined();
});
