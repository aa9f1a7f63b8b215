/** Randomness that a seed brings back: mulberry32. */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** One of several; there must be one. */
  pick<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }
}

/** A seed from the environment, or a fresh one. */
export function seed(): number {
  return Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
}
