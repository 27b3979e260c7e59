// This process's knowledge of the clients' documents of sessions, without a read: many workers write to them, and most writes would come
// too early.

export interface Sighting {
  seq: number;
  /** Since when it shows that, by the local clock. */
  at: number;
  /** Of one that this process wrote or read as a whole: its version in RFC 3339, and the fields that it has. */
  written?: { updateTime: string; fields: readonly string[] } | undefined;
}

export interface SessionSightings {
  of(sessionId: string): Sighting | undefined;
  /** `at`: default: now. */
  note(sessionId: string, sighting: Omit<Sighting, "at"> & { at?: number }): void;
  /** Milliseconds by the local clock. */
  now(): number;
}

/** Number of sessions that a process remembers. */
const REMEMBERED = 1_000;

/** `now`: milliseconds of any monotonic clock. */
export function sessionSightings(now: () => number = () => performance.now()): SessionSightings {
  const seen = new Map<string, Sighting>();
  return {
    now,
    of: (sessionId) => seen.get(sessionId),
    note(sessionId, { at = now(), ...sighting }) {
      const last = seen.get(sessionId);
      // Of two concurrent requests, the older one may be answered last.
      if (last !== undefined && last.seq > sighting.seq) return;
      seen.delete(sessionId);
      seen.set(sessionId, { ...sighting, at });
      const [oldest] = seen.keys();
      if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    },
  };
}
