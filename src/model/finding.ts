/** What a finding says about the figures: `error` makes some of them wrong, `warning` may, `info` changes none of them. */
export type FindingWeight = 'error' | 'warning' | 'info';

/** Where one case of a finding is: as much as is known. */
export interface FindingExample {
  file?: string;
  /** Line in the file, from 1; for JSON the number of the record, from 1. */
  line?: number;
  item?: string;
  /** The cell or value at fault, as written (not made safe for a terminal). */
  value?: string;
}

/** One kind of thing that was noticed in the data, how often, and what to do about it. */
export interface Finding {
  code: string;
  weight: FindingWeight;
  count: number;
  message: string;
  cure: string;
  examples: FindingExample[];
}

const EXAMPLES_KEPT = 5;

/** Collects findings by code; keeps the first few examples of each. */
export class Findings {
  readonly #byCode = new Map<string, Finding>();

  /**
   * Counts one case (or `count` cases) of a finding.
   * @param describe makes the finding's fixed part; called for the first case of a code only
   */
  add(
    code: string,
    describe: () => { weight: FindingWeight; message: string; cure: string },
    example?: FindingExample,
    count = 1,
  ): void {
    let finding = this.#byCode.get(code);
    if (finding === undefined) {
      finding = { code, ...describe(), count: 0, examples: [] };
      this.#byCode.set(code, finding);
    }
    finding.count += count;
    if (example !== undefined && finding.examples.length < EXAMPLES_KEPT) finding.examples.push(example);
  }

  /** True while a further example of this code would be kept: lets a hot loop skip building one. */
  wantsExample(code: string): boolean {
    return (this.#byCode.get(code)?.examples.length ?? 0) < EXAMPLES_KEPT;
  }

  /** Runs work and forgets what it noted: for a second look at what has been looked at before. */
  aside<Result>(work: () => Result): Result {
    const known = [...this.#byCode].map(([code, finding]): [string, Finding] => [
      code,
      { ...finding, examples: [...finding.examples] },
    ]);
    try {
      return work();
    } finally {
      this.#byCode.clear();
      for (const [code, finding] of known) this.#byCode.set(code, finding);
    }
  }

  count(code: string): number {
    return this.#byCode.get(code)?.count ?? 0;
  }

  /** All findings, the heaviest first, then by code. */
  list(): Finding[] {
    const rank = { error: 0, warning: 1, info: 2 };
    return [...this.#byCode.values()].sort(
      (a, b) => rank[a.weight] - rank[b.weight] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    );
  }
}
