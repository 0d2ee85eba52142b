import type { Section } from './story.ts';
import type { Membership } from './task.ts';

/**
 * Which project a section belongs to. Tasks of today say it of the sections they are in; a move leads from one section
 * of a project to another of it, so that what is known of one holds for both.
 */
export class SectionProjects {
  /** Section → another of the same project, up to one that represents them all. */
  readonly #parents = new Map<string, string>();
  readonly #projects = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #gids = new Map<string, Set<string>>();

  learnMembership({ projectGid, project, sectionGid, section }: Membership): void {
    this.#learnName(sectionGid, section);
    this.#names.set(projectGid, project);
    this.#setProject(this.#rootOf(sectionGid), projectGid);
  }

  learnSection({ gid, name, project }: Section): void {
    if (gid === '') return;
    this.#learnName(gid, name);
    if (project !== '') this.#setProject(this.#rootOf(gid), project);
  }

  /** To be called once all sections are known: one that a move only names may be any of them. */
  learnMove(from: Section, to: Section): void {
    const [a, b] = [this.#rootOf(this.keyOf(from)), this.#rootOf(this.keyOf(to))].sort() as [string, string];
    if (a === b) return;
    const project = this.#projects.get(a) ?? this.#projects.get(b);
    this.#parents.set(b, a);
    if (project !== undefined) this.#projects.set(a, project);
  }

  /** What a section is known by: its gid; one that is only named is the section of that name, if there is one alone. */
  keyOf({ gid, name }: Section): string {
    if (gid !== '') return gid;
    const gids = this.#gids.get(name);
    return gids?.size === 1 ? ([...gids][0] as string) : `named ${name}`;
  }

  /** The project of a section, or the root of its sections where no task says which it is. */
  projectOf(section: string): string {
    const root = this.#rootOf(section);
    return this.#projects.get(root) ?? root;
  }

  /** The name of a project; empty where nothing says it. */
  nameOf(project: string): string {
    return this.#names.get(project) ?? '';
  }

  #learnName(gid: string, name: string): void {
    const gids = this.#gids.get(name) ?? new Set();
    this.#gids.set(name, gids.add(gid));
  }

  #setProject(root: string, project: string): void {
    if (!this.#projects.has(root)) this.#projects.set(root, project);
  }

  #rootOf(section: string): string {
    let root = section;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    return root;
  }
}
