import { describe, expect, it } from 'vitest';
import { asideOf, isDateName, isFact, wordRole } from '../../../src/ingest/table/column-words/date-meaning.ts';
import { DATE_WORDS } from '../../../src/ingest/table/column-words/words/date-words.ts';

/** Language: created | started | finished | plans | paperwork | changes; several names of one are separated by `;`. */
const NAMES: Readonly<Record<string, string>> = {
  en: 'Date added;Submission date | Work started;Kick-off | Completed on;Go-live date;Work end | Due date;Planned end;Wished date;Requested completion date;targetFinish | Invoice date;Contract start date | Last modified;dateUpdated',
  es: 'Fecha de creación;Creado el | Fecha de inicio real;Iniciado | Fecha de cierre;Finalizado el;Terminado | Fecha prevista de fin;Fecha límite;Fecha de vencimiento | Fecha de factura;Fin de contrato | Última modificación;Actualizado',
  pt: 'Data de criação;Criado em | Data de início;Iniciado em | Data de conclusão;Concluído em | Prazo final;Data prevista de término;Data desejada | Data da fatura;Assinatura do contrato | Última atualização;Alterado em',
  fr: "Date de création;Créé le | Date de début;Démarré le | Date de fin;Terminé le;Clôturé le | Date d'échéance;Fin prévue;Date souhaitée | Date de facture;Début du contrat | Dernière modification;Mis à jour le",
  de: 'Erstellt am;Eingangsdatum;Ticketeingang | Startdatum;Arbeitsbeginn;Projektstart | Erledigt am;Fertigstellung;Projektende | Geplantes Ende;Soll-Ende;Wunschtermin;Fällig am;Abgabefrist | Rechnungsdatum;Vertragsende | Zuletzt geändert;Aktualisiert am',
  it: 'Data di creazione;Creato il | Data di inizio;Avviato il | Data di chiusura;Completato il | Data di scadenza;Fine prevista;Data desiderata | Data fattura;Inizio contratto | Ultima modifica;Aggiornato il',
  nl: 'Aangemaakt op;Aanmaakdatum | Startdatum;Begonnen op | Afgerond op;Einddatum;Voltooid | Geplande einddatum;Vervaldatum;Gewenste datum | Factuurdatum;Contract start | Laatst gewijzigd;Bijgewerkt op',
  pl: 'Data utworzenia;Utworzono | Data rozpoczęcia;Rozpoczęto | Data zakończenia;Ukończono;Zamknięto | Termin wykonania;Planowane zakończenie;Oczekiwana data | Data faktury;Początek umowy | Ostatnia zmiana;Zaktualizowano',
  ru: 'Дата создания;Создано | Дата начала;Начато | Дата завершения;Закрыто;Выполнено | Срок выполнения;Плановая дата завершения;Желаемая дата | Дата счета;Начало договора | Дата изменения;Обновлено',
  uk: 'Дата створення;Створено | Дата початку;Розпочато | Дата завершення;Закрито | Термін виконання;Запланована дата завершення;Бажана дата | Дата рахунку;Початок договору | Дата зміни;Оновлено',
  tr: 'Oluşturma tarihi;Oluşturuldu | Başlangıç tarihi;Başladı | Bitiş tarihi;Tamamlanma tarihi;Kapanış | Son tarih;Planlanan bitiş;Hedef tarih | Fatura tarihi;Sözleşme başlangıcı | Güncelleme tarihi;Son değişiklik',
  cs: 'Datum vytvoření;Vytvořeno | Datum zahájení;Zahájeno;Začátek | Datum dokončení;Ukončeno | Termín dokončení;Plánovaný konec;Požadované datum | Datum faktury;Začátek smlouvy | Poslední změna;Aktualizováno',
  sv: 'Skapad;Skapad den | Startdatum;Påbörjad | Slutdatum;Avslutad;Färdigdatum | Förfallodatum;Planerat slut;Önskat datum | Fakturadatum;Avtalets start | Senast ändrad;Uppdaterad',
  no: 'Opprettet;Opprettet dato | Startdato;Påbegynt | Ferdigdato;Avsluttet;Fullført | Forfallsdato;Planlagt slutt;Ønsket dato;Frist | Fakturadato;Kontrakt start | Sist endret;Oppdatert',
  da: 'Oprettet;Oprettelsesdato | Startdato;Påbegyndt | Afsluttet;Færdiggjort;Slutdato | Forfaldsdato;Planlagt slut;Ønsket dato | Fakturadato;Kontrakt start | Sidst ændret;Opdateret',
  fi: 'Luotu;Luontipäivä | Aloituspäivä;Aloitettu | Valmistumispäivä;Päättymispäivä;Suljettu | Eräpäivä;Suunniteltu valmistuminen;Tavoitepäivä | Laskun päivä;Sopimuksen alku | Muokattu viimeksi;Päivitetty',
  ja: '作成日;登録日時 | 開始日;着手日 | 完了日;終了日時 | 完了予定日;納期;アサイン希望日 | 請求日;契約開始日 | 更新日;最終更新',
  zh: '创建时间;提交日期 | 开始时间;启动日期 | 完成日期;结束时间 | 计划完成日期;截止日期;期望上线日期 | 发票日期;合同开始日期 | 更新时间;最后修改',
  ko: '생성일;등록 일시 | 시작일;착수일 | 완료일;종료 일자 | 마감일;완료 예정일;희망일 | 청구일;계약 시작일 | 수정일;최종 업데이트',
};
const ROLES = ['created', 'started', 'finished'] as const;
const ASIDES = ['plan', 'paperwork', 'change'] as const;

const cases = Object.entries(NAMES).flatMap(([language, line]) =>
  line
    .split('|')
    .flatMap((names, meaning) =>
      names
        .split(';')
        .map((name) => ({ language, name: name.trim(), meaning: [...ROLES, ...ASIDES][meaning] as string })),
    ),
);

describe('the date that a column holds by its name', () => {
  it('is known in nineteen languages', () => {
    expect(Object.keys(DATE_WORDS).sort()).toEqual(Object.keys(NAMES).sort());
    expect(Object.keys(NAMES)).toHaveLength(19);
  });

  it.each(cases)('$language: $name is $meaning', ({ name, meaning }) => {
    expect(asideOf(name) ?? wordRole(name)).toBe(meaning);
    if (ASIDES.some((aside) => aside === meaning)) expect(wordRole(name)).toBeNull();
  });

  it('is nothing for a stage, and for a date that may be anything', () => {
    for (const name of ['Review', 'Legal', 'Kategorie', 'Workshop', 'Fecha', '日付', 'On hold', 'Planning', 'Editing'])
      expect([name, asideOf(name), wordRole(name)]).toEqual([name, null, null]);
  });

  it('is named as a date, or as a stage is', () => {
    for (const name of [
      'Approval date',
      'Started on',
      'Fecha de revisión',
      'Prüfdatum',
      '確認日',
      '검토일',
      'Publish_Time',
    ])
      expect([name, isDateName(name)]).toEqual([name, true]);
    for (const name of ['Approval', 'On hold', 'At risk', 'Prüfung', 'レビュー', '할 일', 'Updates'])
      expect([name, isDateName(name)]).toEqual([name, false]);
  });

  it('is a fact beside plans if the name says so', () => {
    for (const name of ['Actual start', 'Completed on', 'Fin réelle', '実績開始日', 'Фактическое начало'])
      expect([name, isFact(name)]).toEqual([name, true]);
    for (const name of ['Start', 'End date', 'Finish', 'Ende']) expect([name, isFact(name)]).toEqual([name, false]);
  });
});
