/**
 * What the names of columns and JSON keys say about their values. Names are compared as words: `fromAssigneeId`,
 * `from_assignee_id` and `From assignee ID` are all "from assignee id".
 */

/** Words that say which of several values it is, but not what the value is about. */
export const MODIFIERS: ReadonlySet<string> = new Set(
  'sys new old oldvalue newvalue previous prev current from to before after last next initial first original originals add adds added remove removes removed deleted changed my system microsoft vsts common string value values display enum multi option in of the is has raw human readable'.split(
    ' ',
  ),
);

/** Words that depend on what they belong to: the name of a status is kept, the name of a card is replaced. */
export const GENERIC: ReadonlySet<string> = new Set(
  'name names title text presentation localized translated default value values full short'.split(' '),
);

/** Keys that only contain other keys. */
export const TRANSPARENT: ReadonlySet<string> = new Set(
  'nodes node edges edge data fields values value full short items changes change attrs attributes details results records entries set profile nonpublic'.split(
    ' ',
  ),
);

/** The last words of names whose values are statuses, types, priorities and the like. */
export const VOCABULARY: RegExp =
  /(?:^| )(?:issuetype|statuscategory|statecategory|(?:from|to|old|new)(?:status|state|stage)|status(?:es)?|states?|stages?|columns?|lists?|lanes?|swimlanes?|types?|subtype|typ|priority|priorities|prio|severity|resolution|category|workflow|sections?|phases?|bucket|class|classe|flagged|blocked|tracker|estado|état|situação|situacao|statut|stato|zustand|tipo|vorgangstyp|priorität|prioridad|prioridade|priorité|priorità|lösung|resolución|resolução|lista|liste|spalte|columna|coluna|colonne|phase|etapa|状态|狀態|类型|優先度|优先级|ステータス|状態|статус|тип|приоритет)(?: (?:name|label|category|done|position|pos|index))*$/u;

/** The same with the main word first: `Type de ticket`, `Tipo de Incidencia`, `Catégorie d’état`. */
export const VOCABULARY_OF: RegExp =
  /^(?:type|tipo|état|estado|statut|stato|situação|catégorie|categoría|categoria|priorité|prioridad|prioridade|résolution|resolución|resolução) (?:de|d|del|da|do|des|du)(?: |$)/u;

/** The last words of names whose values may be a tool's own words or anything that people write. Only known words stay. */
export const WORDS: RegExp =
  /(?:^| )(?:fieldtype|accounttype|kinds?|categories|events?|actions?|field|fields|property|labels?|tags?|keywords?|steps?|activity|activities|transition|reason|outcome|units?|format|visibility|level|scope|rel|verb|typename|colou?r|closed|archived|done|flag|impediment|association|grade|entity|operation|etiquetas|stichwörter|étiquettes)(?: (?:name|type|category))*$/u;

/** Names of people, accounts and addresses, anywhere in the name of a column. */
export const PEOPLE: RegExp =
  /(?:^| )(?:assignedto|callers?|employees?|staff|badge|leads?|assigners?|responsible|approvers?|agents?|managers?|handlers?|technicians?|supervisors?|sponsors?|stakeholders?|senders?|submitters?|recipients?|suppliers?|vendors?|patients?|students?|birth\p{L}*|dob|ip|createdby|changedby|emailaddress|displayname|accountid|assignees?|assigned (?:to|user|person)|reporters?|creators?|authors?|actors?|members?|(?:co )?owners?|owned|users?|user ?names?|unique name|logins?|requesters?|requestor|resource|participants?|followers?|watchers?|subscribers?|reviewers?|collaborators?|committers?|e ?mails?|mail|address|display name|full ?name|first ?name|last ?name|nick ?name|initials|avatars?|gravatar|account|account ids?|persons?|people|contacts?|customers?|clients?|who|developers?|testers?|viewer|phone|mobile|signature|tel|telephone|telefon|mobil|handy|fax|bearbeiter|zugewiesen(?:e|er|an)?|autor|ersteller|berichterstatter|verantwortlich\p{L}*|asignad[oa]|responsable|responsável|informador|creador|criador|relator|auteur|rapporteur|créateur|responsabile|assegnatario|assignments?|mentions?|performer|asignada|assignée?|经办人|报告人|创建人|担当者|報告者|作成者|исполнитель|автор)(?= |$)/u;

/** `created by` is a person; `blocked by` is an item. */
export const DONE_BY: RegExp =
  /(?<!(?:^| )(?:block|blocked|blocking|split|duplicated|caused|cloned|grouped|sorted)) by$/u;

/** Numbers and dates about people: `assignee count`, `user hours`, `owner changed at`. */
export const MEASURE: RegExp =
  /(?:^| )(?:count|number of|total|time|hours|days|minutes|seconds|points|date|at|on|story|stories|limit|url template)$/u;

/** Names of ids, at the end of a name or alone. */
export const IDS: RegExp =
  /(?:^|^.* )(?:ids?|id \p{L}+|keys?|number|nr|no|iid|gid|uuid|guid|identifier|ref|reference|documentkey|rev|revision|hash|sha|links?|short link|parents?|children|subtasks|dependencies|predecessors|successors|epic link|parent issue|nummer|numero|número|índice|indice|#|readable|cursor|etag|vorgangsschlüssel|schlüssel|clave|chave|clé|chiave|concept name)$/u;

/** Of these, names of numbers that may be a card's or a phone's. */
export const NUMBERED: RegExp = /(?:^| )(?:number|no|nr|nummer|numero|número)$/u;

/** Keys of events: each has a status, an item, people, and its own names. */
export const RECORDS: RegExp =
  /^(?:actions?|events?|activit(?:y|ies)|objects?|entit(?:y|ies)|transitions?|operations?|steps?)$/;

/** Names of prose. */
export const PROSE: RegExp =
  /(?:^| )(?:summary|subject|description|desc|comments?|body|notes?|message|content|html|markdown|titel|zusammenfassung|beschreibung|resumen|título|resumo|descripción|descrição|titre|titolo)$/u;

/** Words for "none" as programs write them. Other spellings may be people, who are called Nan, Nil and Na. */
export const NOTHING: RegExp =
  /^(?:null|NULL|none|None|n\/a|N\/A|nan|NaN|NaT|undefined|[Uu]nassigned|[Nn]obody|\(none\)|-+|—|–|\.+)$/;

export const YES_OR_NO: RegExp = /^(?:true|false|yes|no|y|n|ja|nein|sí|si|não|oui|non)$/i;

/** Names of instants. */
export const DATES: RegExp =
  /(?:^| )(?:date|at|on|time|times|timestamp|when|since|until|created|changed|updated|modified|resolved|closed|opened|started|finished|completed|canceled|cancelled|due|done|dates?|resolutiondate|createdat|datum)(?: (?:date|time|utc|at|on|sk|ms|unix|by minute))*$/u;

/** Names of quantities that figures need. */
export const QUANTITIES: RegExp =
  /(?:^| )(?:points?|estimate|estimates|effort|size|weight|count|total|position|pos|order|orderindex|index|limit|offset|rank|days|hours|minutes|seconds|milliseconds|duration|spent|remaining|ratio|sequence|revision|rev|sk|tiempo|zeitaufwand)$/u;
