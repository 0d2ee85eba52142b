import { headerKey } from '../../../table/header-key.ts';

/**
 * What Jira calls its fields in a CSV export, in the languages of the people who export: English (of Cloud and of
 * servers, old and new), German, Spanish, Portuguese, French. Names that Jira never translates need no others.
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
  ],
  title: ['summary', 'zusammenfassung', 'resumen', 'resumo', 'résumé'],
  type: [
    'issue type',
    'work type',
    'work item type',
    'vorgangstyp',
    'tipo de incidencia',
    'tipo de item',
    'tipo de pendência',
    'type de ticket',
  ],
  status: ['status', 'estado', 'état', 'statut'],
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
  priority: ['priority', 'priorität', 'prioridad', 'prioridade', 'priorité'],
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
  ],
  created: ['created', 'erstellt', 'creada', 'creado', 'criado', 'criada', 'création', 'créé', 'créée'],
  updated: [
    'updated',
    'aktualisiert',
    'actualizada',
    'actualizado',
    'atualizado',
    'atualizada',
    'mise à jour',
    'mis à jour',
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
  ],
  labels: ['labels', 'stichwörter', 'etiquetas', 'categorias', 'étiquettes'],
  components: ['component/s', 'components', 'component', 'komponenten', 'komponente/n', 'componentes', 'composants'],
  fixVersions: [
    'fix version/s',
    'fix versions',
    'lösungsversion/en',
    'lösungsversionen',
    'versiones corregidas',
    'versión(es) de corrección',
    'versões corrigidas',
    'versions corrigées',
  ],
  sprint: ['sprint'],
  project: [
    'project key',
    'projektschlüssel',
    'clave del proyecto',
    'chave do projeto',
    'clé de projet',
    'clé du projet',
  ],
  parentKey: ['parent key', 'übergeordneter schlüssel', 'clave principal', 'chave pai', 'clé du parent', 'clé parent'],
  parent: ['parent', 'parent id', 'übergeordnet', 'principal', 'pai'],
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
];

/** For columns that the user asks for by the name of their custom field. */
export const CUSTOM_NAMES: readonly string[] = CUSTOM_PREFIXES.map((prefix) => `${prefix} `);

/** `<anything> (<name>)`: the form of a custom field's column in any language. */
const CUSTOM = /^(.+?) \((.+)\)$/;

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
