/** A fleet at the terminal: one line for each repository, the worst first. */
import { columnsOf, padColumns } from '../../text/columns.js';
import { printable, printablePath } from '../../text/printable.js';
import { counted, scoreText, undecidedText } from '../entries.js';
import { verdictMark, verdictStyle } from '../pretty.js';
import { painter } from '../terminal-style.js';
import { trendText, verdictsText } from './fleet.js';
import type { FleetFormat } from './formats.js';

export const pretty: FleetFormat = (fleet, { color }) => {
  const paint = painter(color);
  const { repositories, kinds, missing } = fleet;
  const rows = repositories.map((repository) => {
    const { name, verdict, errors, warnings, undecided } = repository;
    const said = [
      errors > 0 ? counted(errors, 'error') : [],
      warnings > 0 ? counted(warnings, 'warning') : [],
      undecidedText(undecided) ?? [],
      trendText(repository),
    ].flat();
    return { verdict, score: scoreText(repository), name: printablePath(name), said: said.filter((one) => one !== '').join(', ') };
  });
  const width = (of: (row: (typeof rows)[number]) => string): number => Math.max(0, ...rows.map((row) => columnsOf(of(row))));
  const [verdicts, scores, names] = [width(({ verdict }) => verdict), width(({ score }) => score), width(({ name }) => name)];
  const lines = rows.map(({ verdict, score, name, said }) =>
    [
      paint(verdictStyle[verdict], `${verdictMark[verdict]} ${verdict.padEnd(verdicts)}`),
      score.padStart(scores),
      paint('bold', padColumns(name, names)),
      paint('dim', said),
    ]
      .join('  ')
      .trimEnd(),
  );
  const most = kinds.slice(0, 3).map(({ problem, findings }) => `${findings} ${problem}`);
  return [
    ...lines,
    ...missing.map((name) => `${paint('red', '✖ no report')}  ${printable(name)}`),
    '',
    paint(
      'bold',
      [counted(repositories.length, 'repository', 'repositories'), verdictsText(fleet), ...most].filter((one) => one !== '').join(' · '),
    ),
    '',
  ].join('\n');
};
