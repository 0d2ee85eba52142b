import type { Extent, Section } from './document-parts.ts';

/**
 * The sections of a document that an output shows. Neighbours without a heading that depend on how much it says are one.
 * @param frame how much of what was read
 * @param findings how much of what was found in the data
 */
export function shownSections(sections: readonly Section[], frame: Extent, findings: Extent): Section[] {
  const wanted = { frame, findings };
  const shown: Section[] = [];
  for (const section of sections) {
    const { only } = section;
    if (section.parts.length === 0 || (only !== undefined && !only.at.includes(wanted[only.of]))) continue;
    const before = shown.at(-1);
    if (before !== undefined && joins(before) && joins(section)) {
      shown[shown.length - 1] = { ...before, parts: [...before.parts, ...section.parts] };
    } else shown.push(section);
  }
  return shown;
}

function joins({ only, title }: Section): boolean {
  return only !== undefined && title === '';
}
