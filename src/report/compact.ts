/** One finding per line, as compilers print them, so that editors and `grep` find their way. */
import { printable, printablePath } from '../text/printable.js';
import { entriesOf, visibleFindings } from './entries.js';
import type { Format } from './format.js';

export const compact: Format = (report, options) =>
  entriesOf(report, options, visibleFindings(report, options))
    .map(
      ({ finding, start }) =>
        `${printablePath(finding.path)}:${start.line}:${start.column}: ${finding.severity}: ${printable(finding.message)} [${finding.surface}, ${finding.problem}]\n`,
    )
    .join('');
