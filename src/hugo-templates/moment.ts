/** A moment, and how far the clock it is read from is ahead of UTC, in minutes. */
export interface Moment {
  readonly ms: number;
  readonly offset: number;
  /** The zone's short name, where one was asked for: `CEST`. */
  readonly zone?: string;
}
