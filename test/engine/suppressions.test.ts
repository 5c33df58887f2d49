import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/cookies/finding.js';
import type { CommentedFile } from '../../src/engine/suppression-directives.js';
import { applySuppressions } from '../../src/engine/suppressions.js';
import { finding } from '../report/sample.js';

/** A file whose comments are `# …` to the end of the line, with findings at every `BAD`. */
function file(text: string): { file: CommentedFile; findings: Finding[] } {
  const comments = [...text.matchAll(/#(.*)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[1] ?? '',
  }));
  const findings = [...text.matchAll(/BAD/g)].map((match) =>
    finding({ path: 'a.py', range: { start: match.index, end: match.index + 3 } }),
  );
  return { file: { path: 'a.py', text, comments }, findings };
}

function run(text: string): { left: number[]; hidden: [number, string][]; said: [number, string][] } {
  const { file: one, findings } = file(text);
  const line = (found: Finding): number => text.slice(0, found.range.start).split('\n').length;
  const result = applySuppressions(findings, [one]);
  return {
    left: result.findings.map(line),
    hidden: result.suppressed.map((found) => [line(found), found.suppressed?.reason ?? '']),
    said: result.diagnostics.map((found) => [line(found), found.message]),
  };
}

describe('suppressions', () => {
  it('hides the next line, with the reason kept', () => {
    expect(run('# cookie-lint-disable-next-line express -- unix socket\nBAD\nBAD\n')).toEqual({
      left: [3],
      hidden: [[2, 'unix socket']],
      said: [],
    });
  });

  it('hides its own line, also the last one without a line break', () => {
    expect(run('BAD # cookie-lint-disable-line * -- why -- not')).toEqual({ left: [], hidden: [[1, 'why -- not']], said: [] });
  });

  it('names rules, surfaces and problems, several at once', () => {
    expect(run('BAD # cookie-lint-disable-line django, express/res-cookie -- x').left).toEqual([]);
    expect(run('BAD # cookie-lint-disable-line missing -- x').left).toEqual([]);
    expect(run('BAD # cookie-lint-disable-line django -- x')).toMatchObject({
      left: [1],
      said: [[1, expect.stringContaining('no finding of django')]],
    });
  });

  it('looks past other comments and blank lines', () => {
    expect(run('# cookie-lint-disable-next-line express -- x\n\n# explains the call\nBAD\n').left).toEqual([]);
  });

  it('covers a block, closed by name or altogether', () => {
    const text = 'BAD\n# cookie-lint-disable express, missing -- legacy\nBAD\n# cookie-lint-enable\nBAD\n';
    expect(run(text)).toEqual({ left: [1, 5], hidden: [[3, 'legacy']], said: [] });
    expect(run('x\n# cookie-lint-disable express -- a\nBAD\n# cookie-lint-enable django\nBAD\n').left).toEqual([]);
  });

  it('covers absent settings, reported at the start of the file, from a block at the top', () => {
    const text = '# a licence\n# cookie-lint-disable django -- intranet\nDEBUG = False\n';
    const absent = finding({ path: 'a.py', rule: 'django', range: { start: 0, end: 0 } });
    expect(applySuppressions([absent], [file(text).file]).findings).toEqual([]);
    expect(applySuppressions([absent], [file(`import os\n${text}`).file]).findings).toEqual([absent]);
  });

  it('hides nothing without a reason, and says so', () => {
    const result = run('BAD # cookie-lint-disable-line express\n');
    expect(result.left).toEqual([1]);
    expect(result.said).toEqual([
      [
        1,
        'This suppression gives no reason, so it hides nothing. Say why the cookie may go without Secure: `cookie-lint-disable-line express -- <reason>`.',
      ],
    ]);
    expect(run('BAD # cookie-lint-disable-line express --   \n').said).toHaveLength(1);
  });

  it('reports a suppression that hides nothing', () => {
    expect(run('good() # cookie-lint-disable-line express -- x\n').said).toEqual([
      [1, 'This suppression hides nothing: no finding of express is left here. Remove the comment.'],
    ]);
  });

  it('takes a finding inside a call of several lines from a comment above the call', () => {
    const text = '# cookie-lint-disable-next-line express -- x\ncall(\n  a,\n  BAD,\n)\n';
    const { file: one, findings } = file(text);
    const site = { path: 'a.py', range: { start: text.indexOf('call'), end: text.indexOf(')') + 1 } };
    expect(applySuppressions(findings, [one], { sites: [site] }).findings).toEqual([]);
    expect(applySuppressions(findings, [one]).findings).toEqual(findings);
  });

  it('accepts the cookies of shared options with them', () => {
    const options = finding({ path: 'a.py', range: { start: 0, end: 3 }, decides: 2 });
    const cookies = [
      finding({ path: 'b.py', range: { start: 5, end: 8 }, options: { path: 'a.py', range: { start: 0, end: 3 } } }),
      finding({ path: 'b.py', range: { start: 5, end: 8 }, options: { path: 'a.py', range: { start: 9, end: 12 } } }),
    ];
    const result = applySuppressions([options, ...cookies], [file('BAD # cookie-lint-disable-line -- served over a unix socket').file]);
    expect(result.suppressed.map(({ path, suppressed }) => [path, suppressed?.reason])).toEqual([
      ['a.py', 'served over a unix socket'],
      ['b.py', 'served over a unix socket'],
    ]);
    expect(result.findings).toEqual([cookies[1]]);
  });

  it('is not fooled by look-alikes', () => {
    expect(run('BAD # see cookie-lint-disable-line express -- in the manual\n').left).toEqual([1]);
    expect(run('BAD # cookie-lint-disable-lines express -- x\n').left).toEqual([1]);
  });

  it('reads comments of several lines with stars', () => {
    const text = '/*\n * cookie-lint-disable-next-line express -- x\n */\nBAD';
    const result = applySuppressions(
      [finding({ path: 'a.js', range: { start: text.indexOf('BAD'), end: text.length } })],
      [{ path: 'a.js', text, comments: [{ start: 0, end: text.indexOf('*/') + 2, text: text.slice(2, text.indexOf('*/')) }] }],
    );
    expect(result.suppressed.map((found) => found.suppressed?.reason)).toEqual(['x']);
  });

  it('joins the programs of one file', () => {
    const { file: one, findings } = file('BAD # cookie-lint-disable-line express -- x\ngood() # cookie-lint-disable-line express -- y\n');
    const [first, second] = one.comments;
    if (first === undefined || second === undefined) throw new Error('two comments are needed');
    const result = applySuppressions(findings, [
      { ...one, comments: [second] },
      { ...one, comments: [first, second] },
    ]);
    expect(result.findings).toEqual([]);
    expect(result.diagnostics).toHaveLength(1);
  });

  it('says what a misspelt name may mean, and hides nothing by it', () => {
    const { file: one, findings } = file(
      'BAD # cookie-lint-disable-line expres, missing -- x\nBAD # cookie-lint-disable-line zzzzzz -- y\n',
    );
    const result = applySuppressions(findings, [one], { known: new Set(['express', 'express/res-cookie', 'missing']) });
    expect(result.findings).toHaveLength(1);
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'There is no rule, surface or problem `expres`, so this hides nothing by that name. Did you mean `express`?',
      'There is no rule, surface or problem `zzzzzz`, so this hides nothing by that name. Name one that `cookie-lint rules` lists.',
    ]);
  });
});

describe('comments to ESLint', () => {
  it('hide what they name of our rules, as far as ESLint would', () => {
    expect(run('# eslint-disable-next-line no-var, cookie-lint/express -- unix socket\nBAD\nBAD\n')).toEqual({
      left: [3],
      hidden: [[2, 'unix socket']],
      said: [],
    });
    expect(run('BAD # eslint-disable-line cookie-lint/express -- x').left).toEqual([]);
    expect(run('# eslint-disable-next-line cookie-lint/express -- x\n\nBAD\n').left).toEqual([3]);
    expect(run('BAD\n# eslint-disable cookie-lint/express -- x\nBAD\n# eslint-enable\nBAD\n').left).toEqual([1, 5]);
    // Of two kinds of comments each ends its own.
    expect(run('# eslint-disable cookie-lint/express -- x\nBAD\n# cookie-lint-enable\nBAD\n').left).toEqual([]);
  });

  it('say nothing of cookies where they name no rule of ours', () => {
    for (const rules of ['', ' no-var', ' cookie-lint-express', ' cookie-lint/django'])
      expect(run(`BAD # eslint-disable-line${rules} -- x`)).toEqual({ left: [1], hidden: [], said: [] });
  });

  it('need a reason here, and are not called useless, which ESLint does', () => {
    expect(run('BAD # eslint-disable-line cookie-lint/express')).toEqual({
      left: [1],
      hidden: [],
      said: [
        [
          1,
          'This suppression gives no reason, so it hides nothing on the command line. Say why the cookie may go without Secure: `eslint-disable-line cookie-lint/express -- <reason>`.',
        ],
      ],
    });
    expect(run('good() # eslint-disable-line cookie-lint/express -- x').said).toEqual([]);
  });

  it('are left to ESLint where ESLint runs', () => {
    const { file: one, findings } = file('BAD # eslint-disable-line cookie-lint/express -- x');
    expect(applySuppressions(findings, [one], { dialects: ['cookie-lint'] })).toEqual({ findings, suppressed: [], diagnostics: [] });
  });

  it('to the end of a line are about that line or the next alone', () => {
    const text = '// eslint-disable cookie-lint/express -- x\nBAD';
    const one = { path: 'a.js', text, comments: [{ start: 0, end: text.indexOf('\n'), text: text.slice(2, text.indexOf('\n')) }] };
    expect(
      applySuppressions([finding({ path: 'a.js', range: { start: text.indexOf('BAD'), end: text.length } })], [one]).findings,
    ).toHaveLength(1);
  });
});
