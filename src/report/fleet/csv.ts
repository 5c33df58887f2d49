/** A fleet for a spreadsheet: one line for each repository. */
import { csvLine } from '../csv.js';
import type { FleetRepository } from './fleet.js';
import type { FleetFormat } from './formats.js';

const columns: readonly (readonly [title: string, of: (repository: FleetRepository) => string | number | null | undefined])[] = [
  ['Repository', ({ name }) => name],
  ['Verdict', ({ verdict }) => verdict],
  ['Score', ({ score }) => score],
  ['Best score', ({ bestScore }) => bestScore],
  ['Errors', ({ errors }) => errors],
  ['Warnings', ({ warnings }) => warnings],
  ['Undecided', ({ undecided }) => undecided],
  ['Cookies', ({ cookies }) => cookies],
  ['Apps', ({ apps }) => apps.length],
  ['Failing apps', ({ apps }) => apps.filter(({ verdict }) => verdict === 'fail').length],
  ['Not read', ({ unread }) => unread],
  ['Commit', ({ commit }) => commit],
  ['Date', ({ date }) => date],
  ['Compared with', ({ before }) => before?.date],
  ['Verdict then', ({ before }) => before?.verdict],
  ['New', ({ before }) => before?.added],
  ['Mended', ({ before }) => before?.mended],
];

export const csv: FleetFormat = ({ repositories, missing }) =>
  [
    columns.map(([title]) => title),
    ...repositories.map((repository) => columns.map(([, of]) => String(of(repository) ?? ''))),
    ...missing.map((name) => columns.map(([title]) => (title === 'Repository' ? name : title === 'Verdict' ? 'no report' : ''))),
  ]
    .map(csvLine)
    .join('');
