/**
 * The first sentence that `report` should say of every fixture, by format and case. Whoever adds or changes one holds it
 * against the rows, dates and statuses of the fixture, with the arithmetic: that the program says it proves nothing.
 */
export const SENTENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'asana-csv': {
    'no-sections': 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
    'parent-ids': 'The only finished item took 4.0 d from creation to finish; when work began is not known.',
    'preamble-and-names':
      'Only 2 finished items with a known finish, few to go by: all took 4.0 d or less from creation to finish; when work began is not known; 1 more is done, but the file does not say when.',
  },
  'asana-stories': {
    'old-texts': 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    'two-projects': 'The only finished item took 3.3 d; at most 91 % of the time was work, as no stage waits.',
  },
  'asana-tasks': {
    'two-projects':
      'Only 2 finished items, few to go by: all took 4.3 d or less from creation to finish; when work began is not known.',
    'with-stories': 'Nothing was finished in the window; 1 item in progress.',
  },
  'azure-analytics': {
    'board-snapshot': '1 item finished in the window; 1 item in progress.',
    'changed-date-key': 'The only finished item took 3.0 d; 0 % of the time was work.',
    'csv-twin': 'The only finished item took 1.3 d; no stage waits, so all of that time counts as work.',
    'next-link': 'Nothing was finished in the window; 1 item in progress.',
    'pages-in-one-file': 'The only finished item took 3.0 d; 0 % of the time was work.',
    revisions: 'The only finished item took 3.0 d; 0 % of the time was work.',
    'work-items': 'The only finished item took 2.0 d; 1 is dropped, but the file does not say when.',
  },
  'azure-query': {
    'board-column': 'The only finished item took 5.0 d.',
    'day-first': 'The only finished item took 18.1 d; 1 is dropped, but the file does not say when.',
    'default-columns': '1 of 4 items is done and 1 dropped, but the file does not say when; 1 item in progress.',
    'semicolon-month-first': 'Only 2 finished items, few to go by: all took 15.9 d or less.',
    'state-change-date': 'The only finished item took 7.3 d from creation to finish; when work began is not known.',
    tree: 'The only finished item took 13.3 d from creation to finish; when work began is not known.',
  },
  'azure-revisions': {
    'clock-steps-back': 'The only finished item took 3.0 d; 0 % of the time was work.',
    deleted: 'Nothing was finished in the window; 1 item in progress.',
    'not-the-last-batch': '1 item finished in the window; 1 item not started.',
    'two-batches': 'The only finished item took 3.0 d; at most 33 % of the time was work, as no stage waits.',
    'whole-history': 'The only finished item took 3.0 d; at most 33 % of the time was work, as no stage waits.',
    'work-items': 'The only finished item with a known start took 5.0 d.',
  },
  'azure-updates': {
    'assignee-object-and-text': 'Nothing was finished in the window; 1 item in progress.',
    blocked: 'Nothing was finished in the window; 1 item in progress.',
    'column-chosen': 'The only finished item took 3.0 d; 67 % of the time was work.',
    'count-says-more': 'The only finished item took 2.3 d; no stage waits, so all of that time counts as work.',
    'first-page-missing': '1 item finished in the window; none in progress.',
    'links-and-empty': 'The only finished item took 3.0 d; no stage waits, so all of that time counts as work.',
    'missing-in-between': 'The only finished item took 4.0 d from creation to finish; when work began is not known.',
    'overlapping-pages': 'The only finished item took 2.3 d; no stage waits, so all of that time counts as work.',
    'revised-date-is-no-date': 'The only finished item took 2.3 d; no stage waits, so all of that time counts as work.',
    'service-hook': 'The only finished item took 2.3 d; no stage waits, so all of that time counts as work.',
    'state-and-column': 'The only finished item took 3.0 d; no stage waits, so all of that time counts as work.',
    'unknown-field': 'The only finished item took 3.0 d; no stage waits, so all of that time counts as work.',
  },
  'bugzilla-bugs': {
    bugs: 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
    'bugs-with-history': 'Nothing was finished in the window; 1 item not started.',
    'history-alone': 'Nothing was finished in the window; 1 item in progress.',
  },
  'bugzilla-csv': {
    search: 'Nothing was finished in the window; 1 is dropped, but the file does not say when; 1 item not started.',
  },
  'businessmap-cards': {
    export: 'The only finished item took 10.0 d.',
  },
  'clickup-csv': {
    'duplicates-and-null': '1 of 2 items is done, but the file does not say when; 1 item in progress.',
  },
  'clickup-tasks': {
    'list-page':
      'Only 2 finished items, few to go by: all took 3.3 d or less from creation to finish; when work began is not known.',
    repeated: 'The only finished item took 3.3 d from creation to finish; when work began is not known.',
  },
  'clickup-time-in-status': {
    'contiguous-and-not': 'The only finished item took 2.2 d; no stage waits, so all of that time counts as work.',
    'one-task': 'No items were found.',
  },
  'freshdesk-tickets': {
    tickets: 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
  },
  'github-events': {
    'graphql-project-status': 'The only finished item took 6.0 d; no stage waits, so all of that time counts as work.',
    'labels-as-status': 'The only finished item took 7.0 d; at most 86 % of the time was work, as no stage waits.',
    'project-status-not-named': 'No status is known to mean done, so nothing counts as finished; 1 item in progress.',
    'without-issue-number': 'Nothing was finished in the window; 1 item not started.',
  },
  'github-issues': {
    'gh-upper-case': 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
    'page-of-thirty': 'Nothing was finished in the window; 30 items not started.',
    'pulls-and-repositories':
      'The only finished item took 3.0 d from creation to finish; when work began is not known.',
  },
  'github-project': {
    view: '1 of 4 items is done, but the file does not say when; 1 item in progress.',
  },
  'gitlab-events': {
    'scoped-labels': 'The only finished item took 4.0 d; at most 75 % of the time was work, as no stage waits.',
  },
  'gitlab-issues': {
    'opened-and-closed': 'The only finished item took 7.0 d from creation to finish; when work began is not known.',
  },
  'gitlab-table': {
    classic: 'The only finished item took 7.0 d from creation to finish; when work began is not known.',
    'work-items': 'The only finished item took 2.0 d from creation to finish; when work began is not known.',
  },
  'jira-changelog': {
    'bulk-by-number':
      'The only finished item with a known start took 4.0 d; at most 75 % of the time was work, as no stage waits.',
    'bulk-without-list': '1 item finished in the window; none in progress.',
    'issue-without-fields': '1 item finished in the window; none in progress.',
    'last-page-missing': 'No status is known to mean done, so nothing counts as finished; 1 item in progress.',
    'page-missing':
      'Only 2 finished items, few to go by: all took 7.0 d or less from creation to finish; when work began is not known.',
    'pages-in-one-file': '2 items finished in the window; none in progress.',
    'pages-that-overlap':
      'The only finished item with a known start took 4.0 d; at most 75 % of the time was work, as no stage waits.',
    'search-that-was-cut': 'The only finished item took 4.0 d; at most 75 % of the time was work, as no stage waits.',
    'sprints-and-fields': 'Nothing was finished in the window; 1 item not started.',
  },
  'jira-csv': {
    chinese: '1 of 2 items is done, but the file does not say when; 1 item in progress.',
    'cloud-all-fields':
      'Only 2 finished items, few to go by: all took 15.3 d or less from creation to finish; when work began is not known.',
    'date-layouts':
      'Only 9 finished items, few to go by: all took 31.0 d or less from creation to finish; when work began is not known.',
    french: 'The only finished item took 217 d from creation to finish; when work began is not known.',
    german: 'The only finished item took 37.7 d from creation to finish; when work began is not known.',
    hostile:
      'The only finished item with a known creation took 1.0 d from creation to finish; when work began is not known.',
    japanese: 'The only finished item took 8.2 d from creation to finish; when work began is not known.',
    korean: '1 of 2 items is done, but the file does not say when; 1 item in progress.',
    polish: '1 of 2 items is done, but the file does not say when; 1 item not started.',
    portuguese: 'The only finished item took 93.0 d from creation to finish; when work began is not known.',
    russian: 'The only finished item took 8.2 d from creation to finish; when work began is not known.',
    'server-parent-id': 'The only finished item took 7.0 d from creation to finish; when work began is not known.',
    spanish: 'The only finished item took 8.2 d from creation to finish; when work began is not known.',
    'status-only': '1 of 3 items is done, but the file does not say when; 1 item in progress.',
    'thousand-rows': 'No status is known to mean done, so nothing counts as finished; 1000 items not started.',
    'two-pages':
      'Only 2 finished items, few to go by: all took 6.0 d or less from creation to finish; when work began is not known.',
    'wide-row':
      'Only 2 finished items, few to go by: all took 4.0 d or less from creation to finish; when work began is not known.',
  },
  'jira-pipeline': {
    'history-alone': '2 items finished in the window; none in progress.',
    'issues-alone': 'The only finished item took 5.0 d from creation to finish; when work began is not known.',
    'issues-and-history': 'The only finished item took 3.0 d; at most 63 % of the time was work, as no stage waits.',
  },
  'jira-rest': {
    'board-api': 'Nothing was finished in the window; 1 item in progress.',
    'cut-history': 'The only finished item took 63.0 d from creation to finish; when work began is not known.',
    flagged: 'No status is known to mean done, so nothing counts as finished; 2 items in progress.',
    'more-pages': 'No status is known to mean done, so nothing counts as finished; 1 item in progress.',
    'newest-first': 'The only finished item took 3.3 d; no stage waits, so all of that time counts as work.',
    'no-changelog':
      'Only 2 finished items, few to go by: all took 4.0 d or less from creation to finish; when work began is not known.',
    'oldest-first': 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    'perceval-lines': 'Nothing was finished in the window; 1 item in progress.',
    'search-jql-pages': 'The only finished item took 18.0 d from creation to finish; when work began is not known.',
    'traps-of-entries': 'The only finished item took 3.0 d; no stage waits, so all of that time counts as work.',
    'two-estimates': 'Nothing was finished in the window; 3 items not started.',
  },
  'kanboard-tasks': {
    tasks: 'The only finished item took 10.0 d.',
  },
  'kanboard-transitions': {
    'with-tasks': 'The only finished item took 10.3 d; no stage waits, so all of that time counts as work.',
  },
  'linear-csv': {
    'older-header': 'The only finished item took 3.3 d.',
    'two-date-layouts': 'The only finished item took 3.3 d.',
  },
  'linear-history': {
    entries: 'The only finished item took 3.3 d; no stage waits, so all of that time counts as work.',
  },
  'linear-issues': {
    'one-issue': 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    'with-history': 'The only finished item took 3.3 d; at most 94 % of the time was work, as no stage waits.',
    'without-history': 'The only finished item took 3.3 d.',
  },
  milestones: {
    'finished-before': 'The only finished item with a known start took 2.0 d.',
    'german-headers': 'The only finished item took 10.0 d.',
    'jira-csv-cut-down':
      'Only 2 finished items, few to go by: all took 2.0 d or less from creation to finish; when work began is not known.',
    'repeated-and-empty': 'Only 3 finished items with a known start, few to go by: all took 6.0 d or less.',
    'semicolon-month-first': 'Only 2 finished items, few to go by: all took 15.9 d or less.',
  },
  'monday-activity': {
    boards: 'The only finished item with a known start took 3.3 d; 71 % of the time was work.',
    'by-group': 'The only finished item took 2.0 d; no stage waits, so all of that time counts as work.',
    'loose-entries': 'The only finished item took 1.4 d from creation to finish; it was not seen in progress.',
  },
  'monday-board': {
    groups: '2 of 4 items are done, but the file does not say when; 1 item in progress.',
    'status-by-group': '1 of 2 items is done, but the file does not say when; 1 item not started.',
  },
  'openproject-packages': {
    collection: '1 of 2 items is done, but the file does not say when; 1 item in progress.',
  },
  'pivotal-csv': {
    'older-header': 'The only finished item took 8.0 d from creation to finish; when work began is not known.',
    'repeated-owners': 'The only finished item took 12.0 d from creation to finish; when work began is not known.',
  },
  'plane-issues': {
    issues: 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
  },
  'process-mining': {
    'complete-only': 'The only finished item took 1.0 h; no stage waits, so all of that time counts as work.',
    entries:
      'Taking Paid as the end, which 2 of 2 cases reach: only 2 finished items, few to go by: all took 1.0 d or less; no stage waits, so all of that time counts as work, if the guessed kinds are right.',
    'spans-loose-names':
      'The only finished item took 1.0 d; 12 % of the time was work, if the guessed kinds are right.',
    'spans-overlapping':
      'The only finished item took 6.0 h; 67 % of the time was work, if the guessed kinds are right.',
    'standard-lifecycle':
      'The only finished item took 1.1 d; 12 % of the time was work, if the guessed kinds are right.',
    'status-in-lifecycle': 'Only 2 finished items, few to go by: all took 2.0 d or less; 5.3 % of the time was work.',
  },
  'redmine-csv': {
    english: 'The only finished item took 4.3 d from creation to finish; when work began is not known.',
    german: 'The only finished item took 4.3 d from creation to finish; when work began is not known.',
  },
  'redmine-issues': {
    journals:
      'The only finished item took 3.3 d; no stage waits, so all of that time counts as work, if the guessed kinds are right.',
    'list-page': 'The only finished item took 4.3 d from creation to finish; when work began is not known.',
    perceval: 'No status is known to mean done, so nothing counts as finished; 1 item in progress.',
  },
  'redmine-statuses': {
    statuses: 'No items were found.',
  },
  'servicenow-audit': {
    'with-records': 'The only finished item took 2.0 d; no stage waits, so all of that time counts as work.',
  },
  'servicenow-records': {
    csv: 'The only finished item took 2.1 d from creation to finish; when work began is not known.',
    'display-values': 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
  },
  'shortcut-csv': {
    'row-offsets': 'The only finished item took 3.3 d.',
  },
  'shortcut-history': {
    'no-creation': 'No status is known to mean done, so nothing counts as finished; 1 item in progress.',
    stories: 'The only finished item took 3.3 d; 54 % of the time was work.',
  },
  'stage-dates': {
    'actionable-agile':
      'Only 2 finished items, few to go by: all took 6.0 d or less; no stage waits, so all of that time counts as work.',
    'array-of-arrays':
      'The only finished item took 3.0 d; no stage waits, so all of that time counts as work, if the guessed kinds are right.',
    'backward-row':
      'Only 9 finished items, few to go by: all took 5.0 d or less; no stage waits, so all of that time counts as work.',
    'hand-made-day-first':
      'Only 2 finished items, few to go by: all took 7.0 d or less; no stage waits, so all of that time counts as work, if the guessed kinds are right.',
    'nave-blocked-ranges': 'The only finished item took 15.0 d; at most 73 % of the time was work, as no stage waits.',
    'updated-is-no-stage': 'No status is known to mean done, so nothing counts as finished; 3 items in progress.',
  },
  'taiga-issues': {
    issues: 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
  },
  'transition-log': {
    'all-changes': 'The only finished item took 2.0 d; at most 96 % of the time was work, as no stage waits.',
    'bad-rows':
      'The only finished item took 3.0 d; no stage waits, so all of that time counts as work, if the guessed kinds are right.',
    'created-is-the-change': 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    'jira-add-on': 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    'json-lines': 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    plain:
      'Only 2 finished items, few to go by: all took 5.0 d or less; at most 48 % of the time was work, as no stage waits.',
    preamble: 'The only finished item took 1.7 d; no stage waits, so all of that time counts as work.',
    'semicolon-day-first':
      'Only 2 finished items, few to go by: all took 19.9 d or less; no stage waits, so all of that time counts as work.',
  },
  'trello-board': {
    archived: 'The only finished item took 1.0 d; no stage waits, so all of that time counts as work.',
    'from-another-board': 'Nothing was finished in the window; 1 item in progress.',
    'lone-cards': '1 of 2 items is done, but the file does not say when; 1 item in progress.',
    'moves-and-members': 'The only finished item took 6.0 d; at most 83 % of the time was work, as no stage waits.',
    'renamed-lists':
      'The only finished item with a known start took 1.0 d; no stage waits, so all of that time counts as work.',
    'without-actions': '1 of 2 items is done, but the file does not say when; 1 item not started.',
  },
  'trello-cards': {
    cards: '1 of 3 items is done and 1 dropped, but the file does not say when; 1 item in progress.',
  },
  'workfront-objects': {
    tasks: 'The only finished item took 9.3 d.',
  },
  'wrike-tasks': {
    plan: '1 of 2 items is done, but the file does not say when; 1 item in progress.',
  },
  xes: {
    'one-hour-for-all':
      'Taking Payment as the end, which the only case reaches: the only finished item took 23.0 d; no stage waits, so all of that time counts as work, if the guessed kinds are right.',
    'placeholders-in-global': 'The only finished item took 3.0 h from creation to finish; it was not seen in progress.',
    'status-in-lifecycle': 'Only 2 finished items, few to go by: all took 2.0 d or less; 5.3 % of the time was work.',
    'upper-case-packed':
      'The only finished item took 1.1 d; 12 % of the time was work, if the guessed kinds are right.',
  },
  'youtrack-activities': {
    activities:
      'The only finished item with a known start took 3.3 d; no stage waits, so all of that time counts as work.',
    stage: 'The only finished item took 2.0 d; no stage waits, so all of that time counts as work.',
  },
  'youtrack-issues': {
    issues:
      'Only 2 finished items, few to go by: all took 4.3 d or less from creation to finish; when work began is not known.',
  },
  'zendesk-tickets': {
    'with-metrics': 'The only finished item took 3.0 d from creation to finish; when work began is not known.',
  },
};
