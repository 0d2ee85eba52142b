/** Names of stages in which somebody checks what another made, in the languages that boards are kept in. */
const CHECK =
  /(?<!\p{L})(review|approv|peer|proofread|check|q\.?[ac]\.?(?!\p{L})|quality|test(?!amento)|uat(?!\p{L})|verif|valid|sign[- ]?off|inspect|audit|compliance|legal|acceptance|revis[aiã]|aprob|aprov|prueba|prüf|freigabe|abnahme|relecture|recette|contr[oô]l)/iu;

/** Whether a stage is a check by its name. */
export function isCheckByName(name: string): boolean {
  return CHECK.test(name);
}
