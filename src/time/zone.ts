/** A time zone: what its clocks say, by moment. */
export interface Zone {
  /** Minutes east of UTC at a moment given in milliseconds since 1970 UTC. */
  readonly offsetAt: (ms: number) => number;
}

export const utc: Zone = { offsetAt: () => 0 };

/** Opens an IANA zone (`Europe/Paris`), or returns null when Node knows none of that name. */
export function openZone(name: string): Zone | null {
  if (name.toUpperCase() === 'UTC') return utc;
  const clock = createClock(name);
  return clock === null ? null : { offsetAt: (ms) => readOffset(clock.format(ms)) };
}

/**
 * The offset, in minutes, at which a zone's clocks show a wall time (milliseconds, as if it were UTC). Where clocks
 * are put forward or back, the same choice as Go's `time.Date`, and so as Hugo.
 */
export function offsetOfWallTime(zone: Zone, wall: number): number {
  const offset = zone.offsetAt(wall);
  return offset === 0 ? 0 : zone.offsetAt(wall - offset * 60_000);
}

function createClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** Reads `10/15/2023, GMT+05:30`; seconds, in use before standard time, are dropped. */
function readOffset(shown: string): number {
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(shown);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
