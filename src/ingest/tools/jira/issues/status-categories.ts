import type { StatusCategory } from '../../../../model/workflow/status-category.ts';
import { headerKey } from '../../../table/header-key.ts';

/**
 * Jira's three categories of statuses. Every status belongs to one of them, which a team chooses: "done" holds whatever is
 * over, so that the name still decides between done and given up.
 */
const BY_KEY: ReadonlyMap<string, StatusCategory> = new Map([
  ['new', 'todo'],
  ['indeterminate', 'in-progress'],
  ['done', 'closed'],
]);

/** What people read in place of the keys, in the languages of Jira. */
const NAMES: readonly (readonly [StatusCategory, readonly string[]])[] = [
  [
    'todo',
    [
      ...['To Do', 'Zu erledigen', 'Por hacer', 'Tareas por hacer', 'Pendiente', 'A fazer', 'Itens Pendentes'],
      ...['Tarefas pendentes', 'À faire', 'A faire', 'Da fare', 'Da completare', 'Te doen', 'Do zrobienia'],
      ...['К выполнению', 'Сделать', 'До виконання', 'Yapılacak', 'Yapılacaklar', 'Udělat', 'Att göra', 'Å gjøre'],
      ...['At gøre', 'Tehtävä', '作業前', 'To Do', '未着手', '해야 할 일', '할 일', '待办', '待辦', '待办事项'],
    ],
  ],
  [
    'in-progress',
    [
      ...['In Progress', 'In Arbeit', 'In Bearbeitung', 'En curso', 'En progreso', 'Em andamento', 'Em progresso'],
      ...[
        'En cours',
        'In corso',
        'In uitvoering',
        'Bezig',
        'W toku',
        'В работе',
        'В процессе',
        'У процесі',
        'В роботі',
      ],
      ...['Devam ediyor', 'Devam Eden', 'Probíhá', 'Pågående', 'Pågår', 'I gang', 'Igangværende', 'Käynnissä'],
      ...['Meneillään', '進行中', '진행 중', '正在进行', '进行中', '处理中', '進行中'],
    ],
  ],
  [
    'closed',
    [
      ...['Done', 'Fertig', 'Erledigt', 'Listo', 'Hecho', 'Finalizada', 'Finalizado', 'Itens concluídos', 'Concluído'],
      ...[
        'Feito',
        'Terminé',
        'Terminée',
        'Terminés',
        'Completato',
        'Completata',
        'Fatto',
        'Gereed',
        'Klaar',
        'Voltooid',
      ],
      ...[
        'Gotowe',
        'Zrobione',
        'Ukończone',
        'Готово',
        'Выполнено',
        'Виконано',
        'Tamamlandı',
        'Bitti',
        'Hotovo',
        'Klart',
      ],
      ...['Klar', 'Färdig', 'Ferdig', 'Fullført', 'Udført', 'Færdig', 'Valmis', '完了', '완료', '完成', '已完成'],
    ],
  ],
];

const BY_NAME: ReadonlyMap<string, StatusCategory> = new Map(
  NAMES.flatMap(([category, names]) => names.map((name) => [headerKey(name), category] as const)),
);

/** What a category means, by the key that programs read; null for none, and for "No Category". */
export function categoryOfKey(key: string): StatusCategory | null {
  return BY_KEY.get(key.toLowerCase()) ?? null;
}

/** What a category means, by its name in any language that is known; null for others. */
export function categoryOfName(name: string): StatusCategory | null {
  return BY_NAME.get(headerKey(name)) ?? null;
}
