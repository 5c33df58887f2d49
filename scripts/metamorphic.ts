/** `npm run metamorphic [-- PART]`: changes every fixture whose name has PART in ways that must not silence the linter, and says where they do. */
import { keptBooleans } from '../test/metamorphic/kept.js';
import { fixtureSubjects } from '../test/metamorphic/subjects.js';
import { unknownBooleans, unknownRecords, type Outcome } from '../test/metamorphic/unknown.js';
import type { Subject } from '../test/metamorphic/verdicts.js';

const [part = '', only = ''] = process.argv.slice(2);
const CHANGES: Readonly<Record<string, (subject: Subject) => Promise<Outcome>>> = {
  booleans: unknownBooleans,
  records: unknownRecords,
  kept: keptBooleans,
};
const subjects = fixtureSubjects().filter(({ name }) => name.includes(part));

for (const [name, change] of Object.entries(CHANGES).filter(([one]) => one.includes(only))) {
  let tried = 0;
  let deciding = 0;
  let silent = 0;
  let other = 0;
  for (const subject of subjects) {
    const outcome = await change(subject);
    tried += outcome.tried;
    deciding += outcome.deciding;
    for (const broken of outcome.broken) {
      if (broken.kind === 'silent') silent += 1;
      else other += 1;
      console.log(`${broken.kind} ${broken.subject.name}:${broken.was} | ${broken.states}`);
    }
  }
  console.log(`${name}: ${tried} tried, ${deciding} decide, ${silent} silent, ${other} other`);
}
