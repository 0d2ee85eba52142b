/** Month names and abbreviations, without dots and in lower case, January first: en, de, fr, es, pt, it, nl. */
const NAMES: readonly (readonly string[])[] = [
  [
    'jan',
    'january',
    'januar',
    'jän',
    'jänner',
    'janv',
    'janvier',
    'ene',
    'enero',
    'janeiro',
    'gen',
    'gennaio',
    'januari',
  ],
  [
    'feb',
    'february',
    'februar',
    'fév',
    'fev',
    'févr',
    'fevr',
    'février',
    'febrero',
    'fevereiro',
    'febbraio',
    'februari',
  ],
  ['mar', 'march', 'mär', 'märz', 'mrz', 'mars', 'marzo', 'março', 'marco', 'mrt', 'maart', 'maa'],
  ['apr', 'april', 'avr', 'avril', 'abr', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maio', 'mag', 'maggio', 'mei'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'junho', 'giu', 'giugno'],
  ['jul', 'july', 'juli', 'juil', 'juillet', 'julio', 'julho', 'lug', 'luglio'],
  ['aug', 'august', 'août', 'aout', 'ago', 'agosto', 'augustus'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'setiembre', 'set', 'setembro', 'sett', 'settembre'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'out', 'outubro', 'ott', 'ottobre'],
  ['nov', 'november', 'novembre', 'noviembre', 'novembro'],
  ['dec', 'december', 'dez', 'dezember', 'déc', 'décembre', 'decembre', 'dic', 'diciembre', 'dezembro', 'dicembre'],
];

const NUMBER_OF = new Map(NAMES.flatMap((names, month) => names.map((name): [string, number] => [name, month + 1])));

/** The number of a month (1 to 12) by name, letter case aside; NaN if it is no month's. */
export function monthNumber(name: string): number {
  return NUMBER_OF.get(name.toLowerCase()) ?? Number.NaN;
}
