/**
 * What a column of dates may mean by its name: three dates of an item's life, and what is none of them. `plan` is a wish or
 * a promise, `paperwork` belongs to something beside the work, `change` says when somebody last touched the row; `actual`
 * tells a fact from a plan, and `date` is a word for a date as such.
 */
export type DateWord = 'created' | 'started' | 'finished' | 'plan' | 'paperwork' | 'change' | 'actual' | 'date';

/** By language, in the notation of {@link PhraseBook}. */
export const DATE_WORDS: Readonly<Record<string, Readonly<Record<DateWord, string>>>> = {
  en: {
    created:
      'created, create date, creation, opened, open date, date open, added, entered, entry date, entry, date of entry, logged, requested, request date, date of request, submitted, submission, reported, raised, received, intake, registered, registration',
    started:
      'started, start, starting, begin, began, begun, beginning, picked up, in progress, activated, committed, commitment, kick off, kickoff, in work',
    finished:
      'done, finished, finish, completed, complete, completion, closed, close, closing, closure, resolved, resolution, solved, end, ended, delivered, delivery, shipped, live, go live, released, release, published, publish, publication, launched, launch, date sent, sent date, sent on, send date, posted, deployed',
    plan: 'plan, plans, planned, planning date, due, target*, estimat*, expected, expectation, scheduled, schedule, baseline, forecast*, deadline, wish*, desired, promised, projected, anticipated, tentative, needed, need by, required, requested by, requested completion, requested delivery, requested end, requested finish, requested go live, requested launch, requested live, requested publication, requested publish, requested release, requested start, preferred, goal, eta, sla, until, reminder, follow up, constraint, in hands',
    paperwork:
      'invoice*, billing, billed, paid, payment, contract*, purchase order, po, birth*, birthday, hire*, hiring, expir*, valid, validity, renew*, warranty, signed, signature, budget*, fiscal, tax, event, meeting, webinar, holiday, vacation, effective date, quote, quotation',
    change:
      'updat*, modif*, edited, changed, change date, date of change, state change, status change, status category, viewed, last, latest, touched, exported, export date, imported, import date, synced, snapshot, first seen, report date, reporting date, comment*, custom field',
    actual: 'actual*, real',
    date: 'date, dates, time, datetime, timestamp, on., at., since',
  },
  es: {
    created:
      'cread*, creación, alta, abierto el, apertura, registrad*, registro, solicitad*, fecha de solicitud, fecha solicitud, recibid*, ingresad*, ingreso, fecha de entrada',
    started: 'inici*, comienzo, comenzad*, empezad*, arranque, en curso desde',
    finished:
      'finaliz*, terminad*, término, completad*, cerrad*, cierre, resuelt*, resolución, entregad*, publicad*, publicación, lanzamiento, lanzad*, fin, conclu*, realizad*',
    plan: 'previst*, previsión, planific*, planead*, estimad*, programad*, esperad*, vencimiento, vence, límite, plazo*, objetivo, desead*, prometid*, comprometid*, fecha de entrega, fecha entrega, tentativ*, requerid*, meta',
    paperwork:
      'factur*, pago, pagad*, contrato, cobro, nacimiento, validez, caduc*, vigencia, firma, firmad*, evento, reunión, presupuesto',
    change: 'actualiz*, modific*, cambiad*, cambio, editad*, último, última, visto',
    actual: 'real*, efectiv*',
    date: 'fecha, fechas, hora, día, el.',
  },
  pt: {
    created:
      'criad*, criação, aberto em, abertura, registrad*, registad*, registro, registo, solicitad*, data da solicitação, data do pedido, recebid*, data de entrada, cadastr*',
    started: 'inici*, início, começ*, arranque, em andamento desde',
    finished:
      'finaliz*, terminad*, término, completad*, fechad*, fechamento, fecho, encerrad*, encerramento, resolvid*, resolução, concluíd*, conclusão, entregue*, publicad*, publicação, lançamento, lançad*, fim',
    plan: 'previst*, previsão, planejad*, planead*, planejamento, estimad*, programad*, agendad*, esperad*, vencimento, limite, prazo*, meta, desejad*, prometid*, data de entrega, data entrega, alvo',
    paperwork:
      'fatur*, nota fiscal, pagamento, pago, contrato, nascimento, validade, vigência, assinatura, assinad*, evento, reunião, orçamento',
    change: 'atualiz*, modific*, alterad*, alteração, mudança, editad*, último, última',
    actual: 'real, efetiv*',
    date: 'data, datas, hora, dia, em.',
  },
  fr: {
    created:
      'créé*, création, ouvert*, ouverture, saisi*, demandé*, date de demande, date de la demande, reçu*, réception, soumis*, enregistr*, ajouté*',
    started: 'début*, commenc*, démarr*, en cours depuis',
    finished:
      'terminé*, achevé*, achèvement, fini*, fin, clos*, clôtur*, fermé*, fermeture, résolu*, résolution, livré*, publié*, publication, mis en ligne, mise en ligne, lancement, réalisé*, complété*',
    plan: 'prévu*, prévision*, planifi*, estimé*, programmé*, attendu*, échéance*, limite, souhaité*, cible, objectif, promis*, délai, butoir, date de livraison, visé*',
    paperwork:
      'factur*, paiement, payé*, contrat*, naissance, validité, expiration, signature, signé*, événement, évènement, réunion, devis, règlement',
    change: 'mis à jour, mise à jour, màj, modifi*, changé*, changement*, édité*, dernier*, dernière*',
    actual: 'réel*, effectif*, effectiv*',
    date: 'date, dates, heure, jour, le.',
  },
  de: {
    created:
      'erstell*, angelegt, anlagedatum, eröffnet, eröffnung*, eingang*, *eingang, eingegangen, erfasst*, erfassung*, gemeldet, meldedatum, angefragt, anfragedatum, beantragt, aufgenommen, angefordert, erhalten',
    started: 'start*, *start, beginn*, *beginn, begonnen, gestartet, angefangen, anfang*, in arbeit seit',
    finished:
      'fertig*, erledig*, abgeschlossen, abschluss*, *abschluss, beendet, beendigung*, ende, end, enddatum, *ende, geschlossen, schließung*, gelöst, lösungsdatum, geliefert, ausgeliefert, veröffentlich*, livegang, live, umgesetzt, abgenommen, vollendet',
    plan: 'geplant*, plan, planstart*, planende, planbeginn, plantermin*, plandatum, soll*, fällig*, *fälligkeit, frist*, *frist, ziel*, wunsch*, gewünscht*, erwartet*, voraussichtlich*, geschätzt*, termin, *termin, terminiert*, stichtag, prognos*, spätestens, vorgesehen*, bis',
    paperwork:
      'rechnung*, *rechnung, zahlung*, bezahlt*, vertrag*, geburt*, gültig*, ablauf*, unterschrift*, unterzeichn*, veranstaltung*, besprechung*, angebot*, buchung*, garantie*',
    change: 'aktualis*, geänder*, änderung*, bearbeitet, zuletzt, letzte*, editiert*, angesehen',
    actual: 'ist, tatsächlich*',
    date: 'datum, *datum, zeit, *zeit, zeitpunkt, uhrzeit, tag, am.',
  },
  it: {
    created:
      'creato, creata, creati, creazione, apert*, apertura, inserit*, inserimento, data richiesta, data di richiesta, richiesto il, ricevut*, ricezione, registrat*, registrazione, segnalat*',
    started: 'inizi*, avvi*, cominciat*, in corso da',
    finished:
      'completat*, completamento, terminat*, conclus*, chius*, chiusura, risolt*, risoluzione, finit*, fine, ultimat*, consegnat*, pubblicat*, pubblicazione, rilasci*, lancio, evas*',
    plan: 'previst*, pianificat*, pianificazione, stimat*, programmat*, scadenza, scade, limite, entro, obiettivo, desiderat*, promess*, data di consegna, data consegna, consegna richiesta, preventivat*',
    paperwork:
      'fattur*, pagament*, pagat*, contratto, nascita, validità, firma, firmat*, evento, riunione, preventivo, offerta',
    change: 'aggiorn*, modific*, cambiat*, ultim*',
    actual: 'effettiv*, reale, reali',
    date: 'data, date, ora, giorno, il.',
  },
  nl: {
    created:
      'aangemaakt*, aanmaak*, aangevraagd*, aanvraagdatum, geopend*, ontvangen, ontvangst*, ingediend*, ingevoerd, gemeld*, toegevoegd*, geregistreerd*, creatiedatum',
    started: 'start*, gestart*, begin*, begonnen, aanvang*, in behandeling sinds',
    finished:
      'afgerond*, afronding*, voltooi*, gereed*, gesloten, sluitings*, klaar, opgelost*, oplosdatum, eind*, geleverd, opgeleverd, oplever*, gepubliceerd*, publicatie*, afgesloten, afgehandeld*',
    plan: 'gepland*, verwacht*, vervaldatum, vervalt, streef*, gewenst*, uiterlijk*, geschat*, doel*, beloofd*',
    paperwork:
      'factuur*, betaal*, betaling*, contract*, geboorte*, geldig*, handtekening*, ondertekend*, evenement*, vergadering*, offerte*',
    change: 'bijgewerkt*, gewijzigd*, wijzigings*, laatst*, laatste, bewerkt*, aangepast*',
    actual: 'werkelijk*, feitelijk*',
    date: 'datum, *datum, tijd, *tijd, dag, op.',
  },
  pl: {
    created:
      'utworzon*, utworzenia, dodan*, dodania, zgłoszon*, zgłoszenia, otwarto, otwarcia, przyjęt*, przyjęcia, wpłynięcia, wpływu, założon*, założenia, rejestracji, zarejestrowan*',
    started: 'rozpoczęt*, rozpoczęci*, start*, początek, początku, podjęt*, w toku od',
    finished:
      'zakończ*, ukończ*, zamknięt*, zamknięci*, rozwiązan*, wykonan*, wykonania, zrealizowan*, realizacji, koniec, końca, opublikowan*, publikacji, dostarczon*, wydan*, wdrożon*, wdrożenia',
    plan: 'planowan*, zaplanowan*, termin, terminu, przewidywan*, oczekiwana, oczekiwany, oczekiwane, szacowan*, docelow*, życzen*, żądan*, pożądan*, obiecan*, ostateczn*, do kiedy',
    paperwork: 'faktur*, płatnoś*, zapłat*, zapłacon*, umow*, urodzen*, ważnoś*, podpis*, wydarzen*, spotkan*, oferty',
    change: 'zaktualiz*, aktualiz*, zmian*, zmienion*, zmodyf*, modyfik*, ostatni*, edyt*, edycji',
    actual: 'rzeczywist*, faktyczn*',
    date: 'data, czas, dzień, dnia',
  },
  ru: {
    created:
      'создан*, создания, открыто, открыта, открытия, добавлен*, добавления, получен*, получения, поступил*, поступления, зарегистрирован*, регистрации, заведен*, подан*, подачи',
    started:
      'начало, начала, начат*, старт*, взято в работу, взята в работу, взят в работу, принято в работу, в работе с',
    finished:
      'завершен*, закончен*, окончан*, закрыт*, выполнен*, решен*, сдан*, опубликован*, публикации, выпуск*, выпущен*, конец, релиз*, готово',
    plan: 'план, планов*, планируем*, запланирован*, срок*, дедлайн*, крайн*, ожидаем*, предполаг*, оценочн*, целев*, желаем*, прогноз*, обещан*, требуем*',
    paperwork:
      'счет*, счёт*, оплат*, оплачен*, договор*, контракт*, рожден*, подпис*, мероприят*, встреч*, действителен*',
    change: 'обновл*, измен*, последн*, отредактир*, редактирования',
    actual: 'фактич*, факт',
    date: 'дата, даты, время, день',
  },
  uk: {
    created:
      'створен*, створення, відкрито, відкриття, додан*, додавання, отриман*, отримання, надійшл*, надходження, зареєстрован*, реєстрації, подан*, подання',
    started: 'початок, початку, почат*, розпочат*, старт*, взято в роботу, в роботі з',
    finished:
      'завершен*, закінчен*, закрит*, закриття, виконан*, вирішен*, вирішення, опублікован*, публікації, кінець, здан*, випуск*, готово',
    plan: 'план, планов*, запланован*, термін*, строк*, дедлайн*, крайн*, очікувана, очікуваний, очікуване, передбач*, цільов*, бажан*, прогноз*, оціночн*, обіцян*',
    paperwork: 'рахун*, оплат*, договор*, договір*, контракт*, народжен*, підпис*, захід, заходу, зустріч*',
    change: 'оновл*, змін*, останн*, відредаг*, редагування',
    actual: 'фактичн*, факт',
    date: 'дата, дати, час, день',
  },
  tr: {
    created:
      'oluşturma*, oluşturul*, açılış*, açıldı*, açılma*, eklenme*, eklendi*, kayıt tarihi, talep tarihi, giriş tarihi, alındı*, başvuru tarihi, geliş tarihi',
    started: 'başla*, start*',
    finished:
      'bitiş*, bitir*, bitti*, tamamlan*, kapan*, kapat*, çözül*, çözüm*, teslim edil*, yayınlan*, yayımlan*, yayın*, sonuçlan*, sonlan*',
    plan: 'planlanan, planlandı, plan, hedef*, tahmin*, son tarih, son teslim, termin, termini, beklenen, öngör*, istenen, talep edilen, vade*, teslim tarihi, gereken',
    paperwork: 'fatura*, ödeme*, ödendi*, sözleşme*, doğum*, geçerli*, imza*, etkinlik*, toplantı*, teklif*',
    change: 'güncel*, değiş*, son güncelleme, düzenlenme*',
    actual: 'gerçek*, fiili',
    date: 'tarih, tarihi, zaman, zamanı, gün',
  },
  cs: {
    created:
      'vytvořen*, založen*, otevřeno, otevření, přidán*, přidání, zadán*, zadání, přijat*, přijetí, nahlášen*, evidován*, podání',
    started: 'zahájen*, začát*, začal*, start*, započat*',
    finished:
      'dokončen*, ukončen*, hotovo, uzavřen*, vyřešen*, vyřešení, konec, splněn*, splnění, dodán*, zveřejněn*, publikován*, vydán*, vydání',
    plan: 'plán, plánovan*, naplánován*, termín, termínu, předpokl*, očekávan*, odhadovan*, cíl*, požadovan*, přán*, nejpozd*, slíben*, lhůt*',
    paperwork:
      'faktur*, platb*, zaplacen*, splatn*, smlouv*, smluv*, narozen*, platnost*, podpis*, událost*, schůzk*, nabídk*',
    change: 'aktualiz*, změn*, upraven*, posledn*, editov*',
    actual: 'skutečn*',
    date: 'datum, čas, den, dne',
  },
  sv: {
    created:
      'skapad*, skapat, skapande*, öppnad*, öppnat, inkom*, mottag*, registrerad*, registrerat, registrerings*, tillagd*, tillagt, anmäld*, inlagd*',
    started: 'start*, *start, påbörja*, börja*, inleddes',
    finished:
      'slut*, avsluta*, avslut, klar, klart, klardatum, färdig*, stängd*, stängt, slutför*, levererad*, levererat, publicera*, publicering*, lanser*',
    plan: 'planerad*, planerat, plan, förfall*, mål, måldatum, förvänta*, önska*, önskat, beräkna*, uppskatta*, utlovad*, sista dag*, frist*, senast klart',
    paperwork: 'faktur*, betal*, avtal*, födel*, giltig*, signer*, underskrift*, evenemang*, möte*, offert*',
    change: 'uppdater*, ändra*, ändring*, modifier*, redigerad*',
    actual: 'faktisk*, verklig*',
    date: 'datum, *datum, tid, dag, den.',
  },
  no: {
    created:
      'opprettet*, opprettelse*, åpnet*, registrert*, registrerings*, mottatt*, lagt til, meldt, innkommet, innmeldt',
    started: 'start*, *start, påbegynt*, begynt*, oppstart*',
    finished: 'ferdig*, fullfør*, avslutt*, slutt*, lukket*, løsningsdato, levert*, publiser*, lanser*, utført*',
    plan: 'planlagt*, plan, frist*, forfall*, forvente*, ønske*, mål, måldato, estimert*, beregnet*, lovet, senest*',
    paperwork: 'faktura*, betal*, kontrakt*, avtale*, fødsel*, gyldig*, signer*, arrangement*, møte*, tilbud*',
    change: 'oppdater*, endre*, endring*, sist, redigert*',
    actual: 'faktisk*, virkelig*',
    date: 'dato, *dato, tid, tidspunkt, dag',
  },
  da: {
    created:
      'oprettet*, oprettelse*, åbnet*, registreret*, registrerings*, modtaget*, modtagelse*, tilføjet*, indmeldt, indgået',
    started: 'start*, *start, påbegyndt*, begyndt*, opstart*',
    finished:
      'færdig*, afslut*, slut*, lukket*, lukning*, leveret*, fuldfør*, gennemført*, udgivet*, publicer*, lancer*, udført*',
    plan: 'planlagt*, plan, frist*, forfald*, forvente*, ønske*, mål, måldato, estimer*, beregnet*, lovet, senest*',
    paperwork: 'faktura*, betal*, kontrakt*, aftale*, fødsel*, gyldig*, underskr*, begivenhed*, møde*, tilbud*',
    change: 'opdater*, ændre*, ændring*, sidst, redigeret*',
    actual: 'faktisk*, reel*',
    date: 'dato, *dato, tid, tidspunkt, dag',
  },
  fi: {
    created:
      'luotu*, luonti*, luomis*, avattu*, avaus*, lisätty*, kirjattu*, vastaanotettu*, saapunut, saapumis*, ilmoitettu*',
    started: 'aloit*, alku*, alkoi, alkamis*, käynnisty*, käynnistetty*',
    finished:
      'valmis, valmistu*, valmispäiv*, päättym*, päätty*, loppu*, lopetus*, suljettu*, sulkemis*, ratkaistu*, ratkaisu*, tehty, julkaistu*, julkaisu*, toimitettu*, suoritettu*',
    plan: 'suunniteltu*, eräpäiv*, määräa*, määräpäiv*, tavoit*, arvio*, odotettu*, toivo*, ennuste*, ennustettu*, takaraja, viimeistään',
    paperwork: 'lasku*, maksu*, maksettu*, sopimu*, syntymä*, voimassa*, allekirjoit*, tapahtuma*, kokous*, tarjous*',
    change:
      'päivite*, päivitys*, päivitetty*, muokattu*, muokkauspäiv*, muuttu*, muutos*, muutettu*, viimeksi, viimeisin',
    actual: 'toteutunut*, todellinen*',
    date: 'pvm, päivä, *päivä, päivämäärä, *päivämäärä, aika, *aika',
  },
  ja: {
    created: '作成, 登録, 起票, 受付, 受領, 依頼日, 申請, 追加日, 発生日, 開設, 発行日',
    started: '開始, 着手, スタート',
    finished: '完了, 終了, クローズ, 解決, 納品, 公開, リリース, 完成, 終わり',
    plan: '予定, 期限, 期日, 締切, 締め切り, 〆切, 希望, 目標, 見込, 計画, 納期, 予測, 想定, デッドライン',
    paperwork: '請求, 支払, 入金, 契約, 生年月日, 誕生, 有効, 署名, イベント, 会議, 見積, 発注',
    change: '更新, 変更, 最終, 編集日, 修正日, 閲覧',
    actual: '実績, 実際',
    date: '日付, 日時, 時刻, *日',
  },
  zh: {
    created: '创建, 創建, 建立, 新建, 提交, 登记, 登記, 录入, 受理, 添加, 提出, 接收, 申请, 申請',
    started: '开始, 開始, 开工, 启动, 啟動, 起始, 着手',
    finished: '完成, 结束, 結束, 关闭, 關閉, 解决, 解決, 完结, 交付, 发布, 發布, 上线, 上線, 竣工',
    plan: '计划, 計劃, 预计, 預計, 预期, 预估, 截止, 到期, 期限, 目标, 目標, 期望, 希望, 要求完成, 排期, 估计, 承诺',
    paperwork: '发票, 發票, 付款, 支付, 合同, 合約, 生日, 出生, 有效, 签署, 签订, 会议, 會議, 活动日期, 活動日期, 报价',
    change: '更新, 修改时间, 修改日期, 变更, 變更, 最后, 最後, 最近, 编辑时间, 编辑日期, 查看',
    actual: '实际, 實際',
    date: '日期, 时间, 時間, *日, *时',
  },
  ko: {
    created: '생성, 작성, 등록, 접수, 요청일, 요청 일, 개설, 추가일, 신청',
    started: '시작, 착수, 개시',
    finished: '완료, 종료, 해결, 닫힌, 닫힘, 배포, 게시, 출시, 끝난',
    plan: '예정, 계획, 기한, 마감, 목표, 희망, 예상, 납기, 만기, 데드라인',
    paperwork: '청구, 송장, 세금, 결제, 지급, 입금, 계약, 생일, 생년월일, 유효, 서명, 회의, 행사, 견적',
    change: '수정일, 수정 일, 수정된, 변경, 업데이트, 최종, 마지막, 갱신, 조회',
    actual: '실제',
    date: '날짜, 일자, 일시, 시각, 시간, *일',
  },
};
