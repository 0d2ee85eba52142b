/** Where the REST API gives the fields of a work item, for the descriptions of its formats. */
export const FIELDS_IN_API: Readonly<Record<string, string>> = {
  'from, to': 'fields.System.State, or fields.System.BoardColumn with --map to="Board Column"',
  assignee: 'fields.System.AssignedTo (an object, or Name <account>)',
  blocked: 'fields.Microsoft.VSTS.CMMI.Blocked, or a tag such as Blocked',
  title: 'fields.System.Title',
  type: 'fields.System.WorkItemType',
  points: 'fields.Microsoft.VSTS.Scheduling.StoryPoints, Effort or Size',
  priority: 'fields.Microsoft.VSTS.Common.Priority',
  labels: 'fields.System.Tags',
  parent: 'fields.System.Parent, or the link to the parent in relations',
  team: 'fields.System.AreaPath',
  sprint: 'fields.System.IterationPath',
  resolution: 'fields.Microsoft.VSTS.Common.ResolvedReason, else System.Reason',
  project: 'fields.System.TeamProject',
  url: 'made from url',
};
