import { describe, expect, it } from 'vitest';
import { kindFromName } from '../../src/model/status-words/kind-words.ts';
import type { StageKind } from '../../src/model/workflow/workflow.ts';

/** Statuses as boards in these languages call them, written as people write them, with the kind that a reader gives them. */
const BOARDS: Record<string, Record<StageKind, string>> = {
  Italian: {
    todo: 'Da fare, Nuovo, Aperto, Riaperto, Non iniziato, Pianificata, Da pianificare',
    active: 'In corso, In lavorazione, In sviluppo, In revisione, Collaudo, In esecuzione, In approvazione, Scrittura',
    waiting: 'In attesa, In attesa di approvazione, Bloccato, Sospesa, Da approvare, In pausa, Pronto per il test',
    done: 'Fatto, Completato, Chiuso, Terminato, Risolta, Pubblicato, Consegnato, Archiviata',
    dropped: 'Annullato, Rifiutata, Scartato, Abbandonato',
  },
  Dutch: {
    todo: 'Te doen, Nog te doen, Nieuw, Gepland, Niet gestart, Heropend, Aangevraagd',
    active: 'Bezig, In uitvoering, In behandeling, In ontwikkeling, Testen, Beoordeling, Mee bezig',
    waiting: 'Wacht op klant, Wachten op goedkeuring, Geblokkeerd, In de wacht, Opgeschort, Klaar voor test',
    done: 'Gereed, Klaar, Afgerond, Voltooid, Gesloten, Opgelost, Gepubliceerd, Opgeleverd',
    dropped: 'Geannuleerd, Afgewezen, Vervallen, Ingetrokken',
  },
  Polish: {
    todo: 'Do zrobienia, Nowe, Otwarte, Nierozpoczęte, Zaplanowane, Pomysły, Zgłoszone',
    active: 'W toku, W trakcie, W realizacji, Testowanie, Weryfikacja, Przegląd, Rozpoczęte',
    waiting: 'Oczekuje, Czeka na klienta, Wstrzymane, Zablokowane, Zawieszone, Do akceptacji, Gotowe do testów',
    done: 'Zrobione, Gotowe, Zakończone, Zamknięte, Rozwiązane, Opublikowane, Wdrożone',
    dropped: 'Anulowane, Odrzucone, Porzucone, Zaniechane',
  },
  Russian: {
    todo: 'К выполнению, Новая, Открыта, Не начато, Запланировано, Идеи, Бэклог, Переоткрыта',
    active: 'В работе, В процессе, Выполняется, Разработка, На проверке, Тестирование, Код ревью',
    waiting: 'Ожидание, Ожидает ответа, На паузе, Отложено, Заблокировано, На согласовании, Готово к тестированию',
    done: 'Готово, Закрыт, Закрыта, Сделано, Выполнено, Завершено, Решена, Опубликовано',
    dropped: 'Отменен, Отменено, Отклонено, Дубликат',
  },
  Ukrainian: {
    todo: 'До виконання, Нове, Відкрито, Не розпочато, Заплановано, Ідеї, Беклог',
    active: 'В роботі, У процесі, Виконується, Розробка, На перевірці, Тестування, Ревю',
    waiting: 'Очікує, Очікування відповіді, На паузі, Відкладено, Заблоковано, На погодженні',
    done: 'Готово, Закрито, Зроблено, Виконано, Завершено, Вирішено, Опубліковано',
    dropped: 'Скасовано, Відхилено, Дублікат, Видалено',
  },
  Turkish: {
    todo: 'Yapılacak, Yapılacaklar, Yeni, Açık, Başlanmadı, Planlandı, Fikirler',
    active: 'Devam Ediyor, Yapılıyor, İşlemde, Geliştirme, Test Ediliyor, İnceleniyor, Başladı',
    waiting: 'Bekliyor, Beklemede, Onay bekliyor, Engellendi, Duraklatıldı, Ertelendi, Askıda',
    done: 'Tamamlandı, Bitti, Kapalı, Kapatıldı, Çözüldü, Yayınlandı, Teslim Edildi',
    dropped: 'İptal, İptal Edildi, Reddedildi, Vazgeçildi',
  },
  Czech: {
    todo: 'K provedení, Nové, Otevřeno, Nezahájeno, Naplánováno, Nápady, Znovu otevřeno',
    active: 'Probíhá, V řešení, Rozpracováno, Vývoj, Testování, Kontrola, Zahájeno',
    waiting: 'Čeká, Čeká na klienta, Pozastaveno, Blokováno, Odloženo, Ke schválení, K testování',
    done: 'Hotovo, Dokončeno, Uzavřeno, Vyřešeno, Splněno, Publikováno, Nasazeno',
    dropped: 'Zrušeno, Zamítnuto, Odmítnuto, Duplicitní',
  },
  Swedish: {
    todo: 'Att göra, Ny, Öppen, Ej påbörjad, Planerad, Föreslagen, Idéer',
    active: 'Pågående, Pågår, Under arbete, Utveckling, Granskning, Testas, Påbörjad',
    waiting: 'Väntar, Väntar på kund, Pausad, Blockerad, Vilande, Avvaktar, Klar för test',
    done: 'Klar, Klart, Färdig, Avslutad, Stängd, Slutförd, Levererad, Publicerad',
    dropped: 'Avbruten, Avvisad, Avfärdad, Makulerad',
  },
  Norwegian: {
    todo: 'Å gjøre, Gjøremål, Ny, Åpen, Ikke startet, Planlagt, Gjenåpnet',
    active: 'Pågår, Under arbeid, Under utvikling, Testing, Til gjennomgang, Startet, Under behandling',
    waiting: 'Venter, Venter på kunde, På vent, Blokkert, Utsatt, Parkert, Klar til test',
    done: 'Ferdig, Fullført, Lukket, Avsluttet, Utført, Publisert, Levert',
    dropped: 'Avbrutt, Avvist, Kansellert, Forkastet',
  },
  Danish: {
    todo: 'At gøre, Ny, Åben, Ikke startet, Planlagt, Foreslået, Genåbnet',
    active: 'I gang, Igangværende, Under udvikling, Under arbejde, Gennemgang, Testes, Påbegyndt',
    waiting: 'Venter, Afventer kunde, På hold, Blokeret, Udskudt, Parkeret, Klar til test',
    done: 'Færdig, Afsluttet, Lukket, Fuldført, Udført, Gennemført, Leveret',
    dropped: 'Annulleret, Afvist, Afbrudt, Droppet',
  },
  Finnish: {
    todo: 'Tehtävä, Tehtävät, Uusi, Avoin, Aloittamatta, Suunniteltu, Ideat',
    active: 'Kesken, Käynnissä, Työn alla, Kehityksessä, Testauksessa, Katselmointi, Aloitettu',
    waiting: 'Odottaa, Odottaa asiakasta, Tauolla, Estetty, Jumissa, Lykätty, Valmis testattavaksi',
    done: 'Valmis, Tehty, Suljettu, Ratkaistu, Julkaistu, Toimitettu, Suoritettu',
    dropped: 'Peruttu, Hylätty, Kumottu, Ei toteuteta',
  },
  Japanese: {
    todo: '未着手, やること, 新規, 未対応, 未開始, バックログ, オープン, 予定',
    active: '進行中, 作業中, 対応中, 処理中, 開発中, レビュー中, 確認中, テスト中',
    waiting: '待ち, 承認待ち, レビュー待ち, 保留, 保留中, 待機中, 一時停止, ブロック中',
    done: '完了, 対応完了, 終了, クローズ, 解決, 解決済み, 公開済み, 納品済み',
    dropped: 'キャンセル, 中止, 却下, 対応しない, 重複',
  },
  Korean: {
    todo: '할 일, 해야 할 일, 시작 전, 신규, 열림, 백로그, 예정',
    active: '진행 중, 진행중, 작업 중, 개발 중, 검토 중, 테스트 중, 처리 중',
    waiting: '대기, 대기 중, 승인 대기, 보류, 보류 중, 차단됨, 일시정지',
    done: '완료, 완료됨, 종료, 닫힘, 해결됨, 배포됨, 게시됨',
    dropped: '취소, 취소됨, 반려, 거부됨, 중복',
  },
};

/** What looks like a word of another language, or says the contrary of what a part of it says. */
const MISLEADING: Record<string, StageKind | null> = {
  'Download/Install': null,
  Installation: null,
  Lost: null,
  'Team NY': null,
  Aperture: null,
  'Не готово': 'todo',
  'Nie gotowe': 'todo',
  Tamamlanmadı: 'todo',
  'Ej klar': 'todo',
  'Ikke færdig': 'todo',
  未完了: 'todo',
  미완료: 'todo',
};

it('takes no name for what it is not', () => {
  expect(Object.fromEntries(Object.keys(MISLEADING).map((name) => [name, kindFromName(name)]))).toEqual(MISLEADING);
});

describe.each(Object.entries(BOARDS))('statuses of boards in %s', (_, kinds) => {
  const named = Object.entries(kinds).flatMap(([kind, names]) =>
    names.split(', ').map((name) => [name, kind] as const),
  );

  it('are what a reader takes them for', () => {
    expect(Object.fromEntries(named.map(([name]) => [name, kindFromName(name)]))).toEqual(Object.fromEntries(named));
  });

  it('are enough to know a language by', () => {
    expect(new Set(named.map(([name]) => name)).size).toBeGreaterThanOrEqual(25);
  });
});
