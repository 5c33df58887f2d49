/** JSON Lines: one finding per line, as in the JSON report, for `grep`, `jq` and logs. */
import { entriesOf } from './entries.js';
import type { Format } from './format.js';
import { jsonFinding } from './json.js';

export const jsonl: Format = (report, options) =>
  entriesOf(report, options)
    .map((entry) => `${JSON.stringify(jsonFinding(entry))}\n`)
    .join('');
