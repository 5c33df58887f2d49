/** A fault inside of WebAssembly leaves its memory in disorder; every later parse of any language would fail, or worse. */
import { expect, it, vi } from 'vitest';
import { Parser } from 'web-tree-sitter';
import { defaultConfig } from '../../src/engine/config/config.js';
import { languagesByName } from '../../src/engine/languages.js';
import { scan } from '../../src/engine/scan.js';

const PYTHON = "def v(request):\n    r = HttpResponse()\n    r.set_cookie('session', 'x')\n    return r\n";

it('a parse that fails costs the file alone: all languages of the process have new parsers for the next', async () => {
  const [python, php] = [languagesByName('a.py')[0]!, languagesByName('a.php')[0]!];
  await python.load?.();
  await php.load?.();
  // 700 levels of Python, 5,000 times PHP's `$(`: which of them fail depends on what lay in the memory. From now on it is all broken.
  vi.spyOn(Parser.prototype, 'parse').mockImplementation(() => {
    throw Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' });
  });
  const report = await scan({
    root: '/repository',
    alone: true,
    texts: new Map([
      ['a.py', PYTHON],
      ['b.py', PYTHON],
      ['c.php', "<?php\nsetcookie('session', 'x');\n"],
    ]),
    config: defaultConfig,
  });
  expect(report.findings.map(({ path }) => path)).toEqual(['b.py', 'c.php']);
  expect(report.skipped).toEqual([
    {
      path: 'a.py',
      kind: 'internal',
      why: expect.stringContaining('while reading it as python: RuntimeError: memory access out of bounds') as string,
    },
  ]);
});
