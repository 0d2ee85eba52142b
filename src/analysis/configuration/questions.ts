import { STAGE_KINDS } from '../../model/workflow/workflow.ts';
import type { Dataset } from '../dataset.ts';
import { inferredSettingsOf } from '../findings/inferred-settings.ts';
import { itemsByStage } from '../findings/stage-kinds.ts';

/** Something that a person can settle better than the data. */
export interface Question {
  /** Under which its answer is given. */
  id: string;
  text: string;
  /** What may be answered; null for any text. */
  choices: readonly { value: string; label: string }[] | null;
  /** The answer that is taken where nobody is asked. */
  guess: string;
  /** Items that it decides about. */
  items: number;
}

/** Answers by the question's id. */
export type Answers = Readonly<Record<string, string>>;

const KINDS: Readonly<Record<(typeof STAGE_KINDS)[number], string>> = {
  todo: 'todo: not committed to yet',
  active: 'active: somebody works on it',
  waiting: 'waiting: committed to, but nobody works on it',
  done: 'done: delivered',
  dropped: 'dropped: given up',
};

/** The questions whose answers move most items, those first. */
export function questionsOf(dataset: Dataset): Question[] {
  const questions = [...stageQuestions(dataset)];
  for (const { key, items } of inferredSettingsOf(dataset)) {
    if (key === 'timeZone') {
      const text = 'Which time zone are timestamps in that state none? (an IANA name, such as Europe/Madrid)';
      questions.push({ id: 'timeZone', text, choices: null, guess: dataset.settings.timeZone, items });
    } else if (key === 'dropped') {
      questions.push({
        id: 'dropped',
        text: `Do finished items with a resolution such as ${usualExample(dataset)} count as dropped?`,
        choices: [
          { value: 'yes', label: 'yes: they were given up' },
          { value: 'no', label: 'no: they were delivered' },
        ],
        guess: dataset.log.findings.count('assumed-dropped') > 0 ? 'yes' : 'no',
        items,
      });
    }
  }
  return questions.sort((a, b) => b.items - a.items);
}

/** Stages whose kinds neither the tool nor the name says, in an inferred workflow. */
function stageQuestions({ timelines, workflow }: Dataset): Question[] {
  if (!workflow.inferred) return [];
  const items = itemsByStage(timelines, workflow);
  return workflow.stages.flatMap(({ name, kind, evidence }, index) => {
    if (evidence === 'tool' || evidence === 'name') return [];
    const choices = STAGE_KINDS.map((value) => ({ value, label: KINDS[value] }));
    const count = items[index] as number;
    return [{ id: `kind:${name}`, text: `What does "${name}" mean?`, choices, guess: kind, items: count }];
  });
}

function usualExample({ log }: Dataset): string {
  for (const code of ['assumed-dropped', 'resolution-not-used']) {
    const value = log.findings.list().find((finding) => finding.code === code)?.examples[0]?.value;
    if (value !== undefined) return `"${value}"`;
  }
  return 'Duplicate';
}
