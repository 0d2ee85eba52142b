import { wordsOf } from './name-words.ts';

/**
 * Words that trackers and teams everywhere use in names of fields, statuses, types and priorities. They name nobody: a
 * name of only such words does not reveal who wrote it.
 */
const TRACKER_WORDS: ReadonlySet<string> = new Set(
  `
a aberto abgeschlossen abierto abort above accepted account accountid accounttype action actions activated active
actividad activities activity activité actor actors actual actualizada add added address adds admin afazer after age
agent agents aggregate aggregatetimespent aktivität aktualisiert alias all als alta alto am amount analyse analysing
analysis analyze and angelegt api app appended approval approve approved approver approvers archivado archive
archived are area array as asignada assign assigned assignee assigneeid assignees assigner assignments assigns
assignée association associations at attach attachment attachments attr attribute attributes attrs aufgabe aufgaben
author authors auto autor autoskip avatar avatarurls average awaiting backend background backlog badge baixa baja
bajo basse batch bearbeiter bearbeitung before begin begonnen begun benutzerdefinierte bereit berichterstatter bin
birthday block blocked blocker blockers blockiert blocking blocks bloqueado board boards body bogue bool boolean
branch bug bugs build business by calendar caller callers campo cancel canceled canceling cancelled card cards case
cases caso categoria categories category categoría catégorie cc cell cerrado cf champs change changed changelog
changelogs changes channel chave checked checking checklist checklists child children chore chores class
classification clave cleared client clients clone cloned cloners close closed clé cmmi co code coding collaborator
collaborators collecting collection color colour column columns comment comments commit committed committer common
complete completed completion component components concept concluido concluído confidential confirmed confused
connected contact contacts content context continuation convert converted cost could count counts cours cover creada
create created creates creation creator creatorid criado critical crossed création currency current curso cursor
custom customer customfield cut cycle da data datatype date dates day days de deadline debt default defaults defect
defects deferred defined del delete deleted deliveries delivery delta demilestoned dependencies dependency depends
deploy deployed deploying deployment depth der des desc descoped description design designing dest destination
detail details dev develop developer development diff discarded disconnected discovery discussion dismissed display
displayname distribution do doc document documentation documentkey doing done draft draftissue drafts dropped du due
duedate duplicate duplicated duplicates duration each edge edges edit edited editor effort elaboration elapsed elements
email emailaddress emails embedded emoji empezado employee employees empty en enabled end ended engineering enhancement
entities entity entries entry entwicklung enum environment epic epics erledigt erreur erro error errors ersteller
erstellt escalated estado estimate estimated estimates estimation etag etapa etiquetas event events expand expected
expedite expired exploration export external eyes fail failed faire fall fallid fallnummer fazer feat feature fecha
feedback fehler felder fermé fertig fibonacci field fieldid fieldname fields fieldtype file files filled filter fim fin
final finalizado finalize finish finished first firstname fix fixed fixes fixing flag flagged flags flagtypes flow
folder follow followers following for force format free from fromstatus full fullname funktion funnel future für gap
geplant geschlossen gid gists github global goal graph gravatar group groups guid hacer handler has hash haute have
head hecho height hidden hierarchy high highest histoire historia histories history história hits hml hoch hohe hold
home hoog hook hooray host hotfix hour hours href html icebox icon icons id idboard idea ideas identifier idlabels idle
idlist idlists idmembers ids idshort iid impact impediment implement implementation implemented implementing improve
improvement in inactive inbox incidencia incident incoming incomplete indeterminate index indice info information
infra infrastructure inicio initial initials initiative initiatives inprogress input instance int intake intangible
integration into invalid investigate investigating investigation is issue issueid issuekey issues issuetype it item
items iterate iteration iterations its jour journal journals json key keys keyword keywords kind la label labeled
labels lag lane lanes language last lastname later latest laugh launch launched le lead left length level levels
lifecycle limit line lines link linked links list lista liste listo lists live locale location locations lock locked
log logged login logins logs lookup low lowest lösung mail main maintain maintenance major manager manualskip map
mapping marked max maximum mean measure media median medium member members memberships mention mentioned mentions
merge merged message meta method microsoft milestone milestoned milestones min minimum minor minus minute minutes
mise mittel mobile mode modified monitoring month months move moved moves moyenne multi must my média name named
names need needs neu new newvalue next nice nickname niedrig no node nodes nome nonce none nonpublic normal not note
notes nouveau novo now nr nuevo null number numero nummer número object objects obsolete odata of off offen offset
offsets okr old oldvalue on ongoing only op open opened operation option optional options order ordered orderindex org
organisation organization organizations origin original other others outcome output ouvert over owned owner owners p0 p1 p2 p3
p4 p5 page pageinfo pages paging parent parents parked part participants path patient pattern pausado paused pendiente
pending people percent performed performedon performer permalink permission permissionlevel permissions person
persona personalizado personnalisés personne persons phase phone pinned pipeline place plan planned planning
platform plugin plus point points pos position pr precision predecessors prefs presentation prev previous primary
principal prio prioridad prioridade priorities prioritised prioritized priority priorität priorité private proceso
process prod product production productive profile progreso progress progresso project projectitems projects
projectv2 projekt properties property proposal proposed props proto prototype provider prueba prüfung public
published publisher pull pullrequest pulse pulses push pushed qa quantity quarter query queue queued raised range
rank rate ratio raw reaction reactions read readable ready reason reassign received recipient record records redo
ref refactor reference referenced references refine refined refinement refining regression reject rejected rel
related relates relation relations release released releases remaining remote remove removed removes rename renamed
reopen reopened replied reply repo reported reporter repos repository reproduce request requested requester
requestor requests required research resolución resolution resolutiondate resolução resolve resolved resolvido
resource resources responses responsible responsável restore restored resuelta result results resume resumen resumo
returned rev review reviewed reviewer reviewers revisar revised revision revisions revisión rework risk roadmap
roadmaps rocket role roles rolled rollout rollup root row rows rule résolue résumé scale schedule scheduled
scheduling schema scope score search seconds section sections security sehr selected self sender sent sequence
series service set settings severity short shortcut shortlink shortname shorturl should show sign signature signed
since singleselect site situação size sk skill skip sla slug snapshot snapshots snoozed solved sort source sources sp
space spaces spalte spec specification specify spent spike split sponsor sprint sprints staff stage stages staging
stakeholder stakeholders stalled stand standard starred start started starting state statecategory states statistics
status statuscategory statuscategorychangedate statuses statut step steps stichwörter stories storniert story
streams string stuck student style sub subitem subitems subject submitted submitter submitters subscribe subscribed
subscriptions subtarefa subtask subtasks subtype succeeded success successors sum summary superseded supervisor supplier
support suspend suspended swimlane swimlanes sync sys system tag tags tarea tarefa target task taskname tasks team teams
technical technician tel telephone template terminado terminé terminée test tested tester testers testing tests text
textual the their thema these they this ticket tickets time timeline times timespent timestamp timestamps timezone
tipo titel title titolo titre to today todo token top tostatus total totals touch trace track tracked tracker tracking
transfer transferred transition transitioned transitions trash tree triage triaged trivial true typ type typename
types tz tâche título uat unarchive unassign unassigned unblocked uncategorized unconfirmed und undefined undo
unique unit unlabel unlabeled unlock unlocked unmarked unpin unpinned unresolved unscheduled unstarted unsubscribed
until up update updated updates upvotes urgent url urls usage user username users utc uuid v1 v2 v3 valid validate
validated validating validation value values variant velocity vendor verantwortlich verb verbesserung verification
verified verify verifying version versions via view viewed viewer visibility visible visits vorgang vorgangs
vorgangsschlüssel vorgangstyp vote votes vsts wait waited waiting warten wartet was watch watchers watches watching
web week weeks weight when where who wiki will wip wishlist with withdraw withdrawn wont work worked worker workflow
workflows working workitem workitemid worklog worklogs worksforme worktype would writing year yes zeitaufwand
zeitstempel zielversion zone zugewiesen zugewiesene zusammenfassung à état étiquettes über übergeordnet
übergeordnete σ
`.split(/\s+/),
);

/** Those that alone may be a person's name. */
const NAMES: ReadonlySet<string> = new Set(['max']);

/** More words than this are a sentence. */
const MOST_WORDS = 7;
const MOST_DIGITS = 6;

export function isTrackerWord(word: string): boolean {
  return TRACKER_WORDS.has(word) || /^(?:\d{1,6}|[a-z])$/.test(word);
}

/** True for a name or a value with only tracker words and short numbers. */
export function isTrackerWords(text: string): boolean {
  // More digits may be a phone number, however they are separated.
  if (text.length > 100 || text.replace(/\D/g, '').length > MOST_DIGITS) return false;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS || words.every((word) => NAMES.has(word))) return false;
  return words.every(isTrackerWord);
}
