/** The promises of every fix, on a sample of the fixtures and of the rules' examples; `npm run fixes` asks them of all, and of repositories. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { examine, type Subject } from './guarantees/guarantees.js';
import { brokenBy, parsers, type Source } from './guarantees/parsers.js';
import { isSampled } from '../sampled.js';
import { exampleSubjects, fixtureSubjects, type FixStyle } from './guarantees/subjects.js';

const folder = mkdtempSync(path.join(tmpdir(), 'cookie-lint-guarantees-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Every so manieth: all languages are among them. */
const SAMPLE = 36;
/** Those of which a fix once broke a promise: each is of another kind. */
const BROKEN_ONCE = new Set([
  'beego/session/config.go',
  'express/handlers/indirect.js',
  'express/objects/gone-through.js',
  'express/objects/held-elsewhere.js',
  'go-net-http/writes/package',
  'iris/sessions/states.go',
  'jaxrs/new-cookie/Resource.java',
  'links/changed-by-functions/pointers.go',
  'links/changed-elsewhere/blocks.rb',
  'links/classes-above/super.rb',
  'php/indirect-calls/functions.php',
  'rails/forms/controller.rb',
  'next/gathered/app',
  'rust-cookie/sent-again/main.rs',
  'servlet/sent-again/renewal.kt',
  'shiro/managers/Two.java',
  'spring/idioms/src',
  'vertx/idioms/V.java',
]);
const sampled = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter(({ name }) => isSampled(name, SAMPLE) || BROKEN_ONCE.has(name));

describe.each<FixStyle>(['always', 'fail-closed'])('%s', (style) => {
  it.each([
    ['fixtures', () => sampled(fixtureSubjects(style))],
    ['examples', () => sampled(exampleSubjects(folder, style))],
  ] as const)(
    '%s: the finding is gone, no other came, a second run changes nothing, and the language takes the file',
    async (_, subjects) => {
      const broken: string[] = [];
      const pairs: { before: Source; after: Source; subject: string }[] = [];
      for (const subject of subjects()) {
        const one = await examine(subject);
        broken.push(...one.broken);
        pairs.push(
          ...one.changes.map(({ path: file, before, after }) => ({
            subject: subject.name,
            before: { path: file, text: before },
            after: { path: file, text: after },
          })),
        );
      }
      const parsed = brokenBy(pairs);
      for (const name of parsed.missing) console.warn(`not checked: ${name} is not installed`);
      for (const { subject, after } of pairs)
        if (parsed.broken.has(after)) broken.push(`${subject}: ${after.path}: ${parsed.broken.get(after)!}`);
      expect(broken).toEqual([]);
      expect(pairs.length).toBeGreaterThan(5);
    },
    600_000,
  );
});

const TORN: Readonly<Record<string, string>> = {
  'a.js': 'f(',
  'a.ts': 'f(',
  'a.py': 'f(',
  'a.rb': 'f(',
  'a.php': '<?php f(',
  'a.go': 'package a\nfunc f(',
  'A.java': 'class A {',
  'a.yml': 'a: [',
  'a.xml': '<a>',
  'a.toml': 'a = [',
  'a.json': '{',
};

/** What a file of the kind has at least. */
const WHOLE: Readonly<Record<string, string>> = { '.php': '<?php\n', '.go': 'package a\n', '.xml': '<a/>', '.json': '{}' };

it.each(Object.entries(TORN))('%s: its parser refuses a torn text', (file, text) => {
  const whole = WHOLE[path.extname(file)] ?? '';
  const after = { path: file, text };
  const { broken, missing } = brokenBy([{ before: { path: file, text: whole }, after }]);
  if (missing.length === parsers.filter(({ reads }) => reads(file)).length) return;
  expect(broken.get(after)).toBeDefined();
});
