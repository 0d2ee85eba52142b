/** The form in which words of names are found: `AssigneeId`, `assignee_id` and `Assignee ID` are one. */
function wordsOf(name: string): string {
  return name
    .slice(0, 200)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words for people, anywhere in the name of a column or key. */
const PEOPLE =
  /(?:^| )(?:assign(?:ee|ees|ed|ed to|ment|ments)|assignedto|createdby|changedby|reporters?|creators?|authors?|actors?|(?:co )?owners?|owned|leads?|leader|users?|user ?names?|logins?|members?|membercreator|requesters?|requestors?|submitters?|resource|responsible|approvers?|agents?|caller|editors?|managers?|participants?|followers?|watchers?|subscribers?|reviewers?|collaborators?|committers?|developers?|testers?|persons?|people|who|contacts?|customers?|clients?|e ?mails?|display ?name|full ?name|first ?name|last ?name|nick ?name|performer|employee|account|accounts|by|bearbeiter|zugewiesen\p{L}*|autor|ersteller|berichterstatter|verantwortlich\p{L}*|asignad[oa]|responsable|responsável|informador|creador|criador|relator|auteur|rapporteur|créateur|responsabile|assegnatario|assignée?|经办人|报告人|创建人|担当者|報告者|作成者|исполнитель|автор)(?= |$)/u;

/** What is said of people and is no name: dates, counts, addresses of pictures. */
const ABOUT =
  /(?:^| )(?:at|on|date|time|times|count|number|total|hours|days|points|url|link|avatar|gravatar|association|type|kind|status|state|stor(?:y|ies)|acceptance|color|colour|zone|timezone|locale|active|story points)$/u;

/** `created by` names a person, `blocked by` an item. */
const ITEMS_BY = /(?:^| )(?:block|blocked|blocking|split|duplicated|caused|cloned|grouped|sorted) by$/u;

/** True for the name of a column, field or key that holds names of people. */
export function isPeopleName(name: string): boolean {
  const words = wordsOf(name);
  return PEOPLE.test(words) && !ABOUT.test(words) && !ITEMS_BY.test(words);
}
