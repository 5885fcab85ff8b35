// The part of `edtf` 4.11.1 that this project uses; the package ships no types.
declare module 'edtf' {
  /** Bits of a date's components: year 15, month 48, day 192. */
  interface Bitmask {
    readonly value: number;
  }

  /** A year, month or day. `values` are [year, month from 0, day]; `min` and `max` are milliseconds in UTC. */
  export interface ExtDate {
    readonly type: 'Date';
    readonly values: readonly number[];
    readonly uncertain: Bitmask;
    readonly approximate: Bitmask;
    readonly min: number;
    readonly max: number;
  }

  /** Throws an Error on what it cannot parse. */
  export default function edtf(text: string, constraints: { types: readonly 'Date'[] }): ExtDate;
}
