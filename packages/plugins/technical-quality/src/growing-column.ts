/** A column of numbers that grows. */
export class GrowingColumn {
  #values = new Float32Array(4096);
  #length = 0;

  /** How many numbers there are. */
  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float32Array(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The number at an index; 0 outside. */
  at(index: number): number {
    return index >= 0 && index < this.#length ? this.#values[index]! : 0;
  }
}
