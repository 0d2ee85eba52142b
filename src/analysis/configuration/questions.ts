import { formatNumber } from '../../model/document/number-format.ts';
import type { KindEffect } from '../../model/workflow/kind-effect.ts';
import { STAGE_KINDS } from '../../model/workflow/workflow.ts';
import type { Dataset } from '../dataset.ts';
import { inferredSettingsOf } from '../findings/inferred-settings.ts';
import { itemsByStage } from '../findings/stage-kinds.ts';
import { kindEffects } from './kind-effects.ts';

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
  /** What one other answer would change; null: it is not known, or little. */
  effect: KindEffect | null;
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

/** The questions, those first whose answers change most: flow efficiency, as far as that is known, else most items. */
export function questionsOf(dataset: Dataset): Question[] {
  const effects = kindEffects(dataset);
  const questions = stageQuestions(dataset, effects);
  for (const { key, items } of inferredSettingsOf(dataset)) {
    if (key === 'timeZone') {
      const text = 'Which time zone are timestamps in that state none? (an IANA name, such as Europe/Madrid)';
      questions.push({ id: 'timeZone', text, choices: null, guess: dataset.settings.timeZone, items, effect: null });
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
        effect: null,
      });
    }
  }
  const place = ({ effect }: Question) => (effect === null ? effects.length : effects.indexOf(effect));
  return questions.sort((a, b) => place(a) - place(b) || b.items - a.items);
}

/** Stages of an inferred workflow whose kinds neither the tool nor the name says, or that may as well be of the other kind. */
function stageQuestions({ timelines, workflow }: Dataset, effects: readonly KindEffect[]): Question[] {
  if (!workflow.inferred) return [];
  const counts = itemsByStage(timelines, workflow);
  return workflow.stages.flatMap(({ name, kind, evidence }, index) => {
    const effect = effects.find(({ stage }) => stage === name) ?? null;
    if (effect === null && (evidence === 'tool' || evidence === 'name')) return [];
    const choices = STAGE_KINDS.map((value) => ({ value, label: KINDS[value] }));
    const text = `What does "${name}" mean?${effect === null ? '' : ` ${effectWords(effect)}`}`;
    return [{ id: `kind:${name}`, text, choices, guess: kind, items: counts[index] as number, effect }];
  });
}

function effectWords({ efficiency, kind, otherEfficiency }: KindEffect): string {
  return `As ${kind}, it would take work from ${formatNumber(efficiency, 'share')} to ${formatNumber(otherEfficiency, 'share')}.`;
}

function usualExample({ log }: Dataset): string {
  for (const code of ['assumed-dropped', 'resolution-not-used']) {
    const value = log.findings.list().find((finding) => finding.code === code)?.examples[0]?.value;
    if (value !== undefined) return `"${value}"`;
  }
  return 'Duplicate';
}
