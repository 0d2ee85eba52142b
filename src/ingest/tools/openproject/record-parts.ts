import { each, type ObjectShape, parts, TEXT, telling } from '../../text/json/part-shapes.ts';

const LINK = parts(each(['title', 'href'], TEXT), 'title');

/** A work package, with its links: each has the address of what it leads to, and its title. */
export const PACKAGE: ObjectShape = parts({
  ...each(['_type', 'id', 'subject', 'storyPoints', 'createdAt'], TEXT),
  _links: telling({
    ...each(['status', 'assignee', 'type', 'priority', 'project', 'version'], LINK),
    // A parent is known by its address: its title is not unique.
    parent: parts(each(['title', 'href'], TEXT), 'href'),
  }),
});
