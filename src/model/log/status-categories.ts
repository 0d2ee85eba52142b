import type { Findings } from '../finding.ts';
import { agreedCategory, type StatusCategory } from '../workflow/status-category.ts';
import { statusKey } from '../workflow/workflow.ts';

/** What the tools say of statuses: all that was said of each, and what it comes to. */
export class StatusCategories {
  readonly #findings: Findings;
  /** By status key, and by each status as it was written, so that what was said already is found without making a key. */
  readonly #said = new Map<string, Set<StatusCategory>>();
  readonly #agreed = new Map<string, StatusCategory>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** What a status means, by its `statusKey`; undefined where nothing says it, and the name is all there is. */
  get(key: string): StatusCategory | undefined {
    return this.#agreed.get(key);
  }

  has(key: string): boolean {
    return this.#agreed.has(key);
  }

  /** Status keys with what the statuses mean. */
  [Symbol.iterator](): IterableIterator<[key: string, category: StatusCategory]> {
    return this.#agreed.entries();
  }

  /**
   * Notes what a status means in its tool. Where several things are said of one status, what they agree on counts; of a
   * status that is said to be over and not to be over, nothing does.
   * @param category null where the tool does not say
   */
  say(status: string, category: StatusCategory | null): void {
    if (category === null || this.#said.get(status)?.has(category) === true) return;
    const key = statusKey(status);
    if (key === '') return;
    const said = this.#said.get(key) ?? new Set();
    this.#said.set(key, said.add(category)).set(status, said);
    const agreed = agreedCategory(said);
    if (agreed !== null) this.#agreed.set(key, agreed);
    else if (this.#agreed.delete(key)) this.#noteContradiction(status);
  }

  #noteContradiction(status: string): void {
    this.#findings.add(
      'category-differs',
      () => ({
        weight: 'info',
        message:
          'Statuses that count as over in one place and as open in another, as the files say: their names decide',
        cure: 'Say in the configuration what they are: "workflow", or of each source with "sources".',
      }),
      { value: status },
    );
  }
}
