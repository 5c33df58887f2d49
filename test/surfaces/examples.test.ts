/** Every surface has an example, and each example is reported as it says: what `explain` and the rule pages show is true. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../rules/example.js';
import { examplesOf, surfaceExamples } from '../../rules/examples.js';
import { rules } from '../../rules/index.js';
import type { Report } from '../../src/cookies/finding.js';
import type { CookieSurface, Rule, Surface } from '../../src/matching/surface.js';
import { reportsOf } from './example-apps.js';

const RULES = path.resolve(import.meta.dirname, '../../rules');

/** All entries of each surface id: a surface may have several forms. */
const surfaces = new Map<string, { readonly rule: Rule; readonly forms: Surface[] }>();
for (const rule of rules) {
  for (const surface of rule.surfaces) {
    const known = surfaces.get(surface.id);
    if (known === undefined) surfaces.set(surface.id, { rule, forms: [surface] });
    else known.forms.push(surface);
  }
}

/** The rule modules whose text has the surface's id, as `folder/module`. */
function modulesOf(id: string): string[] {
  return readdirSync(RULES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) =>
      readdirSync(path.join(RULES, folder))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    )
    .filter((module) => readFileSync(path.join(RULES, module), 'utf8').includes(`'${id}'`));
}

/** What has to be seen of an example, by what the surface is. */
type Role = 'cookie' | 'listed' | 'policy' | 'proxy' | 'condition';

function roleOf([first]: readonly Surface[]): Role {
  if (first === undefined) throw new Error('a surface without a form');
  if (first.kind === 'policy') return first.cookie === undefined ? 'policy' : 'cookie';
  if (first.kind === 'proxy' || first.kind === 'condition') return first.kind;
  return first.inventoryOnly === true ? 'listed' : 'cookie';
}

const reported = (report: Report): string[] => report.findings.map(({ surface, problem }) => `${surface}: ${problem}`);

const isSentWith = ({ sentWith }: CookieSurface, id: string): boolean =>
  sentWith !== undefined && (sentWith.any.includes(id) || sentWith.seen?.includes(id) === true);

/** The findings of surfaces that name the other one where they say what decides about them. */
function dependents(report: Report, id: string): string[] {
  const requiring = new Set(
    [...surfaces]
      .filter(([, { forms }]) => forms.some((form) => (form.kind === 'policy' || form.kind === 'proxy') && form.requires === id))
      .map(([one]) => one),
  );
  const depends = (surface: Surface): boolean =>
    'default' in surface &&
    surface.kind !== 'policy' &&
    (surface.proxy?.includes(id) === true ||
      surface.decidedBy?.includes(id) === true ||
      isSentWith(surface, id) ||
      [...(surface.coveredBy ?? []), ...(surface.proxy ?? [])].some((one) => requiring.has(one)));
  return report.findings
    .filter(({ surface }) => surfaces.get(surface)?.forms.some(depends))
    .map(({ surface, problem }) => `${surface}: ${problem}`);
}

describe.each(Object.entries(examplesOf))('rules/%s', (folder, examples) => {
  it.each(Object.entries(examples))('%s', async (id, example) => {
    const surface = surfaces.get(id);
    if (surface === undefined) throw new Error(`rules/${folder}/examples has an example of ${id}, which is no surface`);
    const { bad, good } = await reportsOf(example, folder, fileOf(example, surface.rule));
    switch (roleOf(surface.forms)) {
      case 'cookie':
        expect(bad.findings.map((finding) => finding.surface)).toContain(id);
        expect(reported(good)).toEqual(example.remains === undefined ? [] : [`${id}: ${example.remains.problem}`]);
        return;
      case 'listed':
        expect(bad.cookies.map((cookie) => cookie.surface)).toContain(id);
        expect(reported(bad)).toEqual([]);
        return;
      case 'policy':
        expect(reported(bad)).not.toEqual([]);
        expect(reported(good)).toEqual([]);
        expect(good.cookies.map((cookie) => cookie.coveredBy?.surface)).toContain(id);
        return;
      case 'proxy':
      case 'condition':
        expect(dependents(bad, id)).not.toEqual([]);
        expect(dependents(good, id)).toEqual([]);
    }
  });
});

it('every surface has an example', () => {
  const missing = [...surfaces.keys()].filter((id) => surfaceExamples[id] === undefined);
  const places = missing.map(
    (id) =>
      `${id}: write one in ${modulesOf(id)
        .map((module) => `rules/${path.dirname(module)}/examples/${path.basename(module)}`)
        .join(' or ')}`,
  );
  expect(places).toEqual([]);
  expect(Object.keys(surfaceExamples).length).toBe(surfaces.size);
});

it('an example stands in the file that is named after the module of its surface', () => {
  const strays = Object.keys(examplesOf).flatMap((folder) => {
    const beside = path.join(RULES, folder, 'examples');
    return readdirSync(beside)
      .filter((name) => name !== 'index.ts')
      .flatMap((name) =>
        [...readFileSync(path.join(beside, name), 'utf8').matchAll(/^ {2}'([^']+)': \{$/gm)].map(([, id = '']) => ({
          id,
          module: `${folder}/${name}`,
        })),
      )
      .filter(({ id, module }) => !modulesOf(id).includes(module))
      .map(({ id, module }) => `${id} is no surface of rules/${module}`);
  });
  expect(strays).toEqual([]);
});
