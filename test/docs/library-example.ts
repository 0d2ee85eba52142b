import { open } from '../../src/index.ts';

const analysis = await open('fixtures/example/content-board.csv', { last: '12w', timeZone: 'Europe/Madrid' });

const { cycleTime, flowEfficiency } = analysis.report();
console.log(`Of ${cycleTime.count} items, 85 % took ${cycleTime.percentilesDays['85']?.toFixed(1)} days or less.`);
console.log(`Active: ${((flowEfficiency.efficiency ?? 0) * 100).toFixed(0)} % of the time.`);

for (const { id, stage, ageDays } of analysis.metric('age').age?.byItem.slice(0, 3) ?? []) {
  console.log(`${id} has been in progress for ${ageDays.toFixed(1)} days, now in ${stage}.`);
}
