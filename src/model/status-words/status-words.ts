import type { StageKind } from '../workflow/workflow.ts';

/**
 * What statuses are called in languages whose names need no patterns of their own, by kind. Phrases are separated by
 * commas; one that ends in `*` is the beginning of a word. Letter case and accents do not matter.
 */
export const STATUS_WORDS: Readonly<Record<string, Readonly<Record<StageKind, string>>>> = {
  it: {
    dropped:
      'annullat*, cancellat*, rifiutat*, respint*, scartat*, abbandonat*, duplicat*, non (verrà) fatto, obsolet*',
    waiting:
      'in attesa, attesa, bloccat*, sospes*, in pausa, in sospeso, da approvare, da revisionare, da verificare, da testare, da pubblicare, da rilasciare, da validare, pronto per la revisione, pronto per il test, pronto per il rilascio',
    done: 'fatto, fatta, completat*, chius*, terminato, terminata, terminati, conclus*, finito, finita, risolt*, rilasciat*, pubblicat*, consegnat*, archiviat*, evaso, evasa',
    todo: 'da fare, da iniziare, da pianificare, nuov*, aperto, aperta, aperti, non completat*, non risolt*, non fatto, riapert*, non iniziat*, in coda di lavoro, pianificat*, propost*, idee, idea, richiest*, in programma',
    active:
      'in corso, in lavorazione, in esecuzione, in sviluppo, sviluppo, in revisione, revisione, in verifica, verifica, in test, collaudo, analisi, in analisi, progettazione, stesura, scrittura, traduzione, iniziat*, in approvazione',
  },
  nl: {
    dropped:
      'geannuleerd, afgewezen, vervallen, verworpen, geweigerd, wordt niet gedaan, niet doen, dubbel, duplicaat, ingetrokken',
    waiting:
      'wacht*, in de wacht, geblokkeerd, gepauzeerd, opgeschort, aangehouden, in wachtrij, klaar voor review, klaar voor test, klaar om te testen, klaar voor release, ter goedkeuring, te beoordelen, te testen',
    done: 'gereed, klaar, afgerond, voltooid, gesloten, opgelost, afgehandeld, gepubliceerd, opgeleverd, geleverd, uitgebracht, gearchiveerd, beeindigd',
    todo: 'te doen, nog te doen, nieuw, gepland, ingepland, niet gestart, niet klaar, niet gereed, niet afgerond, nog niet gestart, niet begonnen, heropend, voorgesteld, aangevraagd, ideeen, idee, klaar om te beginnen, werkvoorraad, open',
    active:
      'bezig, in uitvoering, in behandeling, mee bezig, wordt aan gewerkt, in ontwikkeling, ontwikkeling, in test, testen, in review, beoordeling, in beoordeling, controle, analyse, ontwerp, schrijven, vertalen, gestart',
  },
  pl: {
    dropped: 'anulowan*, odrzucon*, porzucon*, zaniechan*, duplikat, nie do zrobienia, wycofan*, skreslon*',
    waiting:
      'oczekuj*, czeka*, wstrzyman*, zablokowan*, zawieszon*, w oczekiwaniu, do akceptacji, do zatwierdzenia, do sprawdzenia, do przegladu, do testow, gotowe do testow, do wdrozenia, do publikacji, w kolejce, odlozon*',
    done: 'zrobion*, gotow*, zakonczon*, ukonczon*, zamkniet*, rozwiazan*, wykonan*, opublikowan*, wdrozon*, dostarczon*, wydan*, zarchiwizowan*, zrealizowan*',
    todo: 'do zrobienia, do wykonania, nowe, nowy, nowa, otwart*, nierozpoczet*, niezakonczon*, nie zakonczon*, nie gotow*, nie rozpoczet*, zaplanowan*, pomysl*, zgloszon*, ponownie otwart*, do realizacji, gotowe do pracy, rejestr',
    active:
      'w toku, w trakcie, w realizacji, w pracy, w trakcie realizacji, rozpoczet*, w rozwoju, programowanie, testowanie, w testach, przeglad, w przegladzie, weryfikacja, w weryfikacji, analiza, projektowanie, pisanie, tlumaczenie',
  },
  ru: {
    dropped:
      'отменен*, отклонен*, отказ*, отвергнут*, дубликат*, не будет сделано, не будет исправлено, аннулирован*, удален*, снят*',
    waiting:
      'ожида*, ждет*, ждем, на паузе, приостановлен*, отложен*, заблокирован*, блокирован*, на согласовани*, на утверждени*, готово к тестированию, готов к тестированию, готово к проверке, готов к релизу, готово к релизу, к проверке, в очереди',
    done: 'готов*, закрыт*, сделан*, выполнен*, завершен*, решен*, решена, исправлен*, опубликован*, выпущен*, доставлен*, архив*, закончен*',
    todo: 'к выполнению, надо сделать, нужно сделать, сделать, новая, новый, новое, новые, открыт*, не начат*, не готов*, не решен*, не решена, не выполнен*, не завершен*, запланирован*, переоткрыт*, идеи, идея, бэклог, беклог, очередь задач, предложен*, к работе',
    active:
      'в работе, в процессе, выполняется, в разработке, разработка, тестирование, на тестировании, на проверке, проверка, на ревью, ревью, код ревью, анализ, аналитика, дизайн, в исполнении, начат*, редактура, перевод',
  },
  uk: {
    dropped: 'скасован*, відхилен*, відмовлен*, дублікат*, не буде зроблено, анульован*, видален*, знят*',
    waiting:
      'очіку*, чекає*, на паузі, призупинен*, відкладен*, заблокован*, на погодженні, на затвердженні, готово до тестування, готовий до тестування, готово до перевірки, готово до релізу, в черзі, у черзі',
    done: 'готово, закрит*, зроблено, виконан*, завершен*, вирішен*, виправлен*, опублікован*, випущен*, доставлен*, закінчен*, заархівован*',
    todo: 'до виконання, потрібно зробити, треба зробити, зробити, новий, нова, нове, нові, відкрит*, не розпочат*, не готово, не виконан*, не завершен*, запланован*, перевідкрит*, ідеї, ідея, беклог, запропонован*',
    active:
      'в роботі, у роботі, в процесі, у процесі, виконується, в розробці, у розробці, розробка, тестування, на тестуванні, на перевірці, перевірка, ревю, аналіз, дизайн, розпочат*, переклад',
  },
  tr: {
    dropped: 'iptal*, reddedil*, vazgecil*, yinelenen, mukerrer, yapilmayacak, gecersiz, kaldirildi',
    waiting:
      'bekl*, beklemede, onay bekliyor, engellendi, bloke, duraklatildi, askida, ertelendi, askiya alindi, teste hazir, yayina hazir, incelemeye hazir, sirada bekliyor, onayda',
    done: 'tamamlandi, tamamlanmis, bitti, bitmis, bitirildi, kapali, kapatildi, kapandi, cozuldu, yapildi, yayinlandi, teslim edildi, arsivlendi, sonuclandi',
    todo: 'yapilacak*, yeni, acik, tamamlanmadi, baslanmadi, baslamadi, planlandi, planlanan, fikir*, onerildi, yeniden acildi, talep*, is listesi, bekleyen isler',
    active:
      'devam ediyor, devam eden, yapiliyor, islemde, surecte, calisiliyor, gelistirme*, gelistiriliyor, test ediliyor, testte, inceleniyor, inceleme*, analiz, tasarim, yaziliyor, basladi, baslandi, ceviri',
  },
  cs: {
    dropped: 'zrusen*, zamitnut*, odmitnut*, duplicit*, nebude se delat, zahozen*, stornovan*',
    waiting:
      'ceka*, pozastaven*, blokovan*, zablokovan*, odlozen*, k schvaleni, ke schvaleni, ke kontrole, k testovani, k nasazeni, pripraveno k testovani, pripraveno k nasazeni, ve fronte',
    done: 'hotov*, dokoncen*, uzavren*, vyreseno, vyresen*, splnen*, publikovan*, nasazen*, dodan*, vydan*, archivovan*, zavren*',
    todo: 'k provedeni, k vyrizeni, udelat, k reseni, nove, novy, nova, otevren*, nezahajen*, naplanovan*, navrh*, napad*, znovu otevren*, pripraveno k praci, pozadavky',
    active:
      'probiha, v reseni, resi se, rozpracovan*, v prubehu, zahajen*, vyvoj, ve vyvoji, testovani, v testu, kontrola, revize, analyza, psani, preklad, zpracovava se',
  },
  sv: {
    dropped:
      'avbrut*, avvisa*, inställd, inställt, inställda, makulera*, dubblett, kommer ej att goras, gors ej, avfarda*, nedlagd*',
    waiting:
      'vantar*, i vantan, pausa*, blockera*, vilande, parkera*, avvaktar*, klar for test, klart for test, redo for test, redo for granskning, for godkannande, i ko, uppskjut*',
    done: 'klar, klart, klara, fardig*, avslutad*, stangd*, slutfor*, publicera*, leverera*, slappt, driftsatt, arkivera*, avklarad*',
    todo: 'att gora, ny, nya, nytt, oppen, oppet, oppna, ej paborja*, inte paborja*, ej klar, ej klart, inte klar, inte klart, ej fardig*, planera*, foreslag*, ideer, ateroppnad*, redo att borja, inkorg',
    active:
      'pagaende, pagar, paborjad*, under arbete, arbetas med, utveckling, under utveckling, testas, testning, granskning, under granskning, granskas, analys, skrivs, oversattning, startad*',
  },
  no: {
    dropped: 'avbrut*, avvist*, kansellert*, forkastet*, duplikat*, blir ikke gjort, gjores ikke, annullert*, henlagt*',
    waiting:
      'venter*, pa vent, blokkert*, utsatt*, satt pa vent, parkert*, pauset*, klar til test, klar for test, klar til gjennomgang, klar for gjennomgang, til godkjenning, i ko',
    done: 'ferdig*, fullfort*, lukket*, utfort*, avsluttet*, publisert*, levert*, lansert*, arkivert*, gjort, i drift',
    todo: 'a gjore, gjoremal, ny, nye, nytt, apen, apne, ikke startet, ikke ferdig*, ikke pabegynt, planlagt*, foreslatt*, ideer, gjenapnet*, klar til start, innboks, oppgaver',
    active:
      'pagar, pagaende, under arbeid, i arbeid, jobbes med, startet*, pabegynt*, utvikling, under utvikling, testes, testing, gjennomgang, til gjennomgang, vurdering, analyse, skrives, oversettelse, under behandling',
  },
  da: {
    dropped: 'annulleret*, afvist*, afbrudt*, droppet*, dublet*, bliver ikke lavet, forkastet*, opgivet*',
    waiting:
      'venter*, afventer*, pa hold, blokeret*, udskudt*, sat pa pause, parkeret*, klar til test, klar til review, klar til godkendelse, klar til release, til godkendelse, i ko',
    done: 'faerdig*, afsluttet*, lukket*, udfort*, gennemfort*, fuldfort*, publiceret*, leveret*, lanceret*, arkiveret*, udgivet*',
    todo: 'at gore, skal laves, ny, nye, nyt, aben, abne, ikke startet, ikke faerdig*, ikke pabegyndt, planlagt*, foreslaet*, ideer, genabnet*, klar til start, indbakke, opgaver',
    active:
      'i gang, igangvaerende, igang, under arbejde, arbejdes pa, startet*, pabegyndt*, udvikling, under udvikling, testes, test i gang, gennemgang, til gennemgang, vurdering, analyse, skrives, oversaettelse, under behandling',
  },
  fi: {
    dropped:
      'peruttu*, peruutettu*, hylatty*, kumottu*, ei toteuteta, ei tehda, kaksoiskappale, duplikaatti, hylattiin',
    waiting:
      'odot*, tauolla, estetty*, jumissa, jaissa, pysaytetty*, lykatty*, valmis testattavaksi, valmis testaukseen, valmis katselmointiin, valmis julkaistavaksi, hyvaksyttavana, jonossa',
    done: 'valmis, valmiit, valmistunut, tehty, suljettu*, ratkaistu*, julkaistu*, toimitettu*, paattynyt*, paatetty*, suoritettu*, arkistoitu*, kasitelty*',
    todo: 'tehtava, tehtavat, tehtavana, tekematta, uusi, uudet, avoin, avoimet, aloittamatta, ei aloitettu, ei valmis, suunniteltu*, ehdotettu*, ideat, idea, avattu uudelleen, tyojono, valmis aloitettavaksi',
    active:
      'kesken, keskener*, kaynnissa, tyon alla, tyossa, tekeilla, aloitettu*, kehityksessa, kehitys, testauksessa, testaus, katselmoinnissa, katselmointi, tarkistuksessa, analyysi, suunnittelussa, kirjoitetaan, kasittelyssa',
  },
  ja: {
    dropped: 'キャンセル, 中止, 却下, 取消, 取り消し, 取りやめ, 対応しない, 対応不要, 重複, 破棄, 廃止, 見送り, 辞退',
    waiting:
      '待ち, 待機, 保留, 中断, 一時停止, ブロック, レビュー依頼, 確認依頼, 承認申請, 停止中, ペンディング, 返答なし, 公開予定, リリース予定',
    done: '完了, 終了, クローズ, 解決, 済み, 済, 完成, リリースした, 公開した, 納品, アーカイブ, 閉じた',
    todo: '未着手, やること, やりたいこと, 新規, 未対応, 未開始, 未処理, 未完了, 未解決, バックログ, 予定, 計画, 起票, オープン, アイデア, 再開, 受付, 着手前, 依頼',
    active:
      '進行中, 作業中, 対応中, 処理中, 着手, 開発, 実装, レビュー, 確認中, テスト, 検証, 設計, 調査, 執筆, 翻訳, 制作, 実行中',
  },
  ko: {
    dropped: '취소, 반려, 거부, 거절, 기각, 폐기, 중복, 하지 않음, 철회, 중단됨',
    waiting: '대기, 보류, 차단, 중지, 일시정지, 승인 요청, 검토 요청, 리뷰 요청, 막힘, 배포 준비, 테스트 준비, 연기',
    done: '완료, 종료, 닫힘, 해결, 마감, 게시됨, 배포됨, 출시됨, 끝남, 끝, 보관됨, 전달됨',
    todo: '할 일, 해야 할, 시작 전, 시작 안, 진행 전, 미완료, 미해결, 미착수, 신규, 새로운, 열림, 백로그, 예정, 계획, 아이디어, 제안, 요청됨, 재오픈, 다시 열림, 접수',
    active:
      '진행, 작업 중, 작업중, 처리 중, 처리중, 개발, 구현, 검토, 리뷰, 테스트, 검증, 설계, 분석, 작성, 번역, 하는 중, 시작됨',
  },
  // What the patterns of English, Spanish, Portuguese, French and German leave out.
  more: {
    dropped:
      'aufgegeben, hinfallig, sin efecto, descartar, sem efeito, nao sera feito, ne sera pas fait, sans suite, won t be done, unsuccessful',
    waiting: 'awaiting, blocked by, en standby, standby, en cola, en liste d attente, na fila, delivered to qa',
    done: 'acabad*, hecho, successful, aceptad*, abgenommen, umgesetzt, realise*, realizad*, entregue*, fulfilled',
    todo: 'a empezar, por empezar, a iniciar, por iniciar, unscheduled, not scheduled, someday, a planifier, a traiter, noch nicht begonnen, sin asignar, en backlog',
    active:
      'dev, en ejecucion, em producao, em elaboracao, in umsetzung, in prufung, en redaction, en test, in execution, underway, under way',
  },
};
