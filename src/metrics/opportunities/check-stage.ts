/** Words for stages that check what others made. English, Spanish, Portuguese, German, French. */
const CHECKS =
  /\b(re-?view\w*|proof-?read\w*|approv\w+|test\w*|qa|uat|qc|verif\w+|valid\w+|check\w*|audit\w*|inspect\w*|sign[- ]?off|acceptance|legal|compliance|revis[aio]\w+|aprob\w+|aprov\w+|prueba\w*|teste\w*|prüf\w*|pruf\w*|abnahme|freigabe|relecture|recette)\b/iu;

/** Whether a stage's name says that it checks: no figure can tell a check from work that seldom comes back. */
export function isCheckStage(name: string): boolean {
  return CHECKS.test(name);
}
