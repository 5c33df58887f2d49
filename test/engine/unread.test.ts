import { expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { Prefilter } from '../../src/engine/prefilter.js';
import { unreadPlaces } from '../../src/engine/unread.js';
import { javascript } from '../../src/syntax/javascript/language.js';

const prefilter = Prefilter.of(rules);
const unread = (text: string): unknown => unreadPlaces([javascript.lower(text, 'a.js')], prefilter);

it('names the lines that could not be parsed and may set a cookie', () => {
  expect(unread("start();\nres.cookie('a', = 'b');\nend();\n")).toEqual([{ path: 'a.js', why: 'line 2: Unexpected token' }]);
  const arms = Array.from({ length: 1_200 }, (_, index) => `if (k === ${index}) {\n  res.cookie('a', 'b');\n}`);
  expect(unread(`start();\n${arms.join(' else ')}\nend();\n`)).toEqual([
    { path: 'a.js', why: 'lines 2 to 2403: Nested too deeply to be read.' },
  ]);
});

it('is silent about places that can hide no cookie', () => {
  expect(unread("start();\nlog(= 'b');\nres.cookie('a', 'b');\n")).toEqual([]);
  expect(unread("res.cookie('a', 'b');\n")).toEqual([]);
});
