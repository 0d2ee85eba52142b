/**
 * Month names and abbreviations, without dots and in lower case, January first: English, German, French, Spanish,
 * Portuguese, Italian, Dutch; then Russian, Polish, Swedish, Danish, Norwegian, Czech, Turkish.
 */
const NAMES: readonly string[] = [
  'jan january januar jän jänner janv janvier ene enero janeiro gen gennaio januari янв январь января sty styczeń stycznia led leden ledna oca ocak',
  'feb february februar fév fev févr fevr février febrero fevereiro febbraio februari фев февр февраль февраля lut luty lutego úno únor února şub şubat',
  'mar march mär märz mrz mars marzo março marco mrt maart maa мар март марта marzec marca marts bře březen března mart',
  'apr april avr avril abr abril aprile апр апрель апреля kwi kwiecień kwietnia dub duben dubna nis nisan',
  'may mai mayo maio mag maggio mei май мая maj maja kvě květen května mayıs',
  'jun june juni juin junio junho giu giugno июн июнь июня cze czerwiec czerwca čvn červen června haz haziran',
  'jul july juli juil juillet julio julho lug luglio июл июль июля lip lipiec lipca čvc červenec července tem temmuz',
  'aug august août aout ago agosto augustus авг август августа sie sierpień sierpnia augusti srp srpen srpna ağu ağustos',
  'sep sept september septembre septiembre setiembre set setembro sett settembre сен сент сентябрь сентября wrz wrzesień września zář září eyl eylül',
  'oct october okt oktober octobre octubre out outubro ott ottobre окт октябрь октября paź październik października říj říjen října eki ekim',
  'nov november novembre noviembre novembro ноя нояб ноябрь ноября lis listopad listopada listopadu kas kasım',
  'dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre дек декабрь декабря gru grudzień grudnia des desember pro prosinec prosince ara aralık',
];

const NUMBER_OF = new Map(
  NAMES.flatMap((names, month) => names.split(' ').map((name): [string, number] => [name, month + 1])),
);

/** The number of a month (1 to 12) by name, letter case aside; NaN if it is no month's. */
export function monthNumber(name: string): number {
  return NUMBER_OF.get(name.toLowerCase()) ?? Number.NaN;
}
