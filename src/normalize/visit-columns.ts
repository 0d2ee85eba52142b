/** The visits of all items, one item after another, as they are written. */
export class VisitColumns {
  start: Float64Array;
  stage: Int32Array;
  length = 0;

  /** @param capacity how many are likely */
  constructor(capacity: number) {
    this.start = new Float64Array(capacity);
    this.stage = new Int32Array(capacity);
  }

  push(at: number, stage: number): void {
    if (this.length === this.start.length) this.#grow();
    this.start[this.length] = at;
    this.stage[this.length++] = stage;
  }

  #grow(): void {
    const { stage, start } = this;
    this.start = new Float64Array(2 * start.length + 16);
    this.stage = new Int32Array(2 * start.length + 16);
    this.start.set(start);
    this.stage.set(stage);
  }
}
