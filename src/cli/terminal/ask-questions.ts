import { type Analysis, type Answers, PitwallError, timeZoneProblem } from '../../index.ts';
import type { Ask, Asked } from '../session.ts';
import { safeLine } from './safe-line.ts';

/** More questions than this would annoy. The rest is guessed, and marked as a guess. */
export const MOST_QUESTIONS = 3;

/** Asks the questions that affect most items. */
export async function askQuestions(analysis: Analysis, ask: Ask, most: number): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const { id, text, choices, guess, items } of analysis.questions().slice(0, most)) {
    const question = { text: `${safeLine(text)} (${items} ${items === 1 ? 'item' : 'items'})`, choices, guess };
    answers[id] = await answer(ask, id === 'timeZone' ? { ...question, problem: zoneProblem } : question);
  }
  return answers;
}

/** Asks for the order of day and month in a file whose dates could be read either way. */
export async function askDateOrder(ask: Ask, { what, where }: PitwallError): Promise<'dmy' | 'mdy'> {
  const order = await answer(ask, {
    text: `${safeLine(`${where}: ${what}`)}. Which comes first?`,
    choices: [
      { value: 'dmy', label: 'the day' },
      { value: 'mdy', label: 'the month' },
    ],
    guess: 'dmy',
  });
  return order === 'mdy' ? 'mdy' : 'dmy';
}

async function answer(ask: Ask, question: Asked): Promise<string> {
  const answered = await ask(question);
  if (answered === null) {
    throw new PitwallError('given-up', 'no answer, so nothing was written', null, 'Add --yes to accept the guesses');
  }
  return answered.trim();
}

function zoneProblem(name: string): string | null {
  const problem = timeZoneProblem(name);
  return problem === null ? null : `${problem.what}. ${problem.cure}`;
}
