import { headerKey } from '../../../table/header-key.ts';

/**
 * What Jira calls its fields in a CSV export, in the languages of the people who export: English (of Cloud and of
 * servers, old and new), German, Spanish, Portuguese, French, Russian, Polish, Japanese, Korean, Chinese, each as far as
 * published exports and programs that read them show it; a few words of the Asian languages and of Russian are those of
 * Jira's screens. Names that Jira never translates need no others.
 */
export const HEADER_WORDS = {
  key: [
    'issue key',
    'work item key',
    'vorgangsschlüssel',
    'clave de incidencia',
    'clave de la incidencia',
    'chave da item',
    'chave do item',
    'chave da pendência',
    'clé de ticket',
    'clé du ticket',
    'ключ проблемы',
    'ключ задачи',
    'klucz zgłoszenia',
    '課題キー',
    '이슈 키',
    '问题关键字',
  ],
  number: [
    'issue id',
    'work item id',
    'vorgangs-id',
    'id de la incidencia',
    'id de incidencia',
    'id da item',
    'id do item',
    'id da pendência',
    'id de ticket',
    'id du ticket',
    'идентификатор проблемы',
    'id. zgłoszenia',
    '課題id',
  ],
  title: [
    'summary',
    'zusammenfassung',
    'resumen',
    'resumo',
    'résumé',
    'тема',
    'резюме',
    'podsumowanie',
    '要約',
    '요약',
    '概要',
  ],
  type: [
    'issue type',
    'work type',
    'work item type',
    'vorgangstyp',
    'tipo de incidencia',
    'tipo de item',
    'tipo de pendência',
    'type de ticket',
    'тип задачи',
    'typ zgłoszenia',
    '課題タイプ',
    '이슈 유형',
    '问题类型',
  ],
  status: ['status', 'estado', 'état', 'statut', 'статус', 'ステータス', '상태', '状态'],
  category: [
    'status category',
    'statuskategorie',
    'categoría de estado',
    'categoría del estado',
    'categoria de status',
    'categoria do status',
    "catégorie d'état",
    'catégorie de statut',
    'ステータス カテゴリ',
    '상태 범주',
  ],
  categoryChanged: [
    'status category changed',
    'statuskategorie geändert',
    'categoría de estado modificada',
    'categoría de estado cambiada',
    'categoria de status alterada',
    "catégorie d'état modifiée",
    'catégorie de statut modifiée',
  ],
  priority: [
    'priority',
    'priorität',
    'prioridad',
    'prioridade',
    'priorité',
    'приоритет',
    '優先度',
    '우선순위',
    '优先级',
  ],
  resolution: ['resolution', 'lösung', 'resolución', 'resolução', 'résolution'],
  assignee: [
    'assignee',
    'zugewiesene person',
    'bearbeiter',
    'persona asignada',
    'responsable',
    'responsável',
    'personne assignée',
    'attribution',
    'исполнитель',
    '担当者',
    '담당자',
    '经办人',
  ],
  created: [
    'created',
    'erstellt',
    'creada',
    'creado',
    'criado',
    'criada',
    'criado(a)',
    'création',
    'créé',
    'créée',
    'создано',
    'utworzono',
    '作成日',
    '생성일',
    '创建日期',
  ],
  updated: [
    'updated',
    'aktualisiert',
    'actualizada',
    'actualizado',
    'atualizado',
    'atualizada',
    'atualizado(a)',
    'mise à jour',
    'mis à jour',
    'обновлено',
    'zaktualizowano',
    '更新日',
    '변경일',
  ],
  finished: [
    'resolved',
    'erledigt',
    'gelöst',
    'resuelta',
    'resuelto',
    'resolvido',
    'resolvida',
    'résolue',
    'résolu',
    'résolus',
    'дата решения',
    '해결일',
    '解決日',
  ],
  labels: ['labels', 'stichwörter', 'etiquetas', 'categorias', 'étiquettes', 'метки', '레이블'],
  components: [
    'component/s',
    'components',
    'component',
    'komponenten',
    'komponente/n',
    'componentes',
    'composants',
    'компоненты',
    '模块',
  ],
  fixVersions: [
    'fix version/s',
    'fix versions',
    'lösungsversion/en',
    'lösungsversionen',
    'versiones corregidas',
    'versión(es) de corrección',
    'versões corrigidas',
    'versions corrigées',
    'исправить в версиях',
  ],
  sprint: ['sprint', 'спринт'],
  project: [
    'project key',
    'projektschlüssel',
    'clave del proyecto',
    'chave do projeto',
    'clé de projet',
    'clé du projet',
    '프로젝트 키',
  ],
  parentKey: ['parent key', 'übergeordneter schlüssel', 'clave principal', 'chave pai', 'clé du parent', 'clé parent'],
  parent: ['parent', 'parent id', 'übergeordnet', 'principal', 'pai', 'element nadrzędny'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What comes before the name of a custom field: `Custom field (Story Points)`. */
const CUSTOM_PREFIXES: readonly string[] = [
  'custom field',
  'benutzerdefinierte felder',
  'benutzerdefiniertes feld',
  'campo personalizado',
  'campos personalizados',
  'champ personnalisé',
  'champs personnalisés',
  'пользовательское поле',
  'pole niestandardowe',
  'pole własne',
  '사용자정의 필드',
  '自定义字段',
];

/** For columns that the user asks for by the name of their custom field. */
export const CUSTOM_NAMES: readonly string[] = CUSTOM_PREFIXES.map((prefix) => `${prefix} `);

/** `<anything> (<name>)`: the form of a custom field's column in any language; Chinese has no space before it. */
const CUSTOM = /^(.+?) ?\((.+)\)$/;

/** The name of the custom field that a column is of; empty if it is of none. */
function customName(column: string): string {
  return CUSTOM.exec(column.trim())?.[2]?.trim() ?? '';
}

/** The columns of a custom field, whatever the language of its prefix. */
export function customColumns(header: readonly string[], ...names: readonly string[]): number[] {
  const wanted = new Set(names.map(headerKey));
  return header.flatMap((column, index) => (wanted.has(headerKey(customName(column))) ? [index] : []));
}

/** True if columns share a prefix of Jira's kind: one that is known, or one that at least two have. */
export function hasCustomFields(header: readonly string[]): boolean {
  const prefixes = new Map<string, number>();
  for (const column of header) {
    const prefix = CUSTOM.exec(column.trim())?.[1]?.toLowerCase();
    if (prefix !== undefined) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  return [...prefixes].some(([prefix, count]) => count > 1 || CUSTOM_PREFIXES.includes(prefix));
}
