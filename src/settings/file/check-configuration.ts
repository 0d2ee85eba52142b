import type { Configuration } from '../../contract/configuration.ts';
import { PitwallError } from '../../model/errors.ts';
import { calendarProblems } from '../calendar-settings.ts';
import type { Problem } from '../problems/problem.ts';
import { passedOver, sayKnownKeys, shapeProblems } from '../problems/shape-problems.ts';
import { sourceProblems } from '../problems/source-problems.ts';
import { workflowProblems } from '../problems/workflow-problems.ts';
import { countryProblem } from '../public-holidays.ts';
import { timeZoneProblem } from '../time-zone.ts';

/** Problems of a configuration whose keys and types are right. */
async function meaningProblems(configuration: Configuration): Promise<Problem[]> {
  const problems = [
    ...workflowProblems(configuration),
    ...sourceProblems(configuration),
    ...calendarProblems(configuration),
  ];
  if (configuration.checks !== undefined) {
    // Loaded here, since most configurations have none.
    const { checkProblems } = await import('../checks/checks-of.ts');
    problems.push(...checkProblems(configuration));
  }
  const zone = configuration.timeZone === undefined ? null : timeZoneProblem(configuration.timeZone);
  if (zone !== null) problems.push({ path: ['timeZone'], key: false, ...zone });
  const country = configuration.calendar?.country;
  const unknown = country === undefined ? null : await countryProblem(country);
  if (unknown !== null) problems.push({ path: ['calendar', 'country'], key: false, ...unknown });
  if (configuration.unit === 'sprint' && configuration.sprint === undefined) {
    problems.push({
      path: ['unit'],
      key: false,
      what: 'unit is `sprint`, but no sprint is configured',
      cure: 'Add `sprint: { days: 14, start: 2026-01-05 }`',
    });
  }
  return problems;
}

/**
 * Checks a whole configuration: keys, types, and how they fit together.
 * @param place finds the place of a problem in the file, such as `{ offset: 120, where: 'pitwall.yaml:12:3' }`
 * @throws PitwallError `bad-configuration`: the first problem in the file
 */
export async function checkConfiguration(
  value: unknown,
  place: (problem: Problem) => { offset: number; where: string },
): Promise<Configuration> {
  // Loaded here, since a run without a configuration does not need it.
  const { configurationSchema } = await import('../../contract/configuration.ts');
  const result = configurationSchema.safeParse(value ?? {}, { error: sayKnownKeys });
  const problems = result.success
    ? [...passedOver(value), ...(await meaningProblems(result.data))]
    : shapeProblems(result.error, value);
  const placed = problems.map((problem) => ({ problem, ...place(problem) }));
  // A stable sort: problems in the same place stay in the order in which they were found.
  const [first] = placed.sort((a, b) => a.offset - b.offset);
  if (first !== undefined) {
    throw new PitwallError('bad-configuration', first.problem.what, first.where, first.problem.cure);
  }
  return result.data as Configuration;
}
