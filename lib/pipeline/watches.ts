// The port that wakes the watches of running steps, so that a cancel or an edit aborts their work at once instead of at the next heartbeat.
// A lost wake is only a delay of one heartbeat.

export interface Watches {
  /** Calls `look`, which must not throw, whenever the session is woken. Gives a function that ends this. */
  add(sessionId: string, look: () => void): () => void;
  /** Has the session's running steps check whether they are still wanted. Returns before they have done so. */
  wake(sessionId: string): void;
}

/** For callers in one process that share this object. */
export function openWatches(): Watches {
  const sessions = new Map<string, Set<() => void>>();
  return {
    add(sessionId, look) {
      const looks = sessions.get(sessionId) ?? new Set();
      sessions.set(sessionId, looks.add(look));
      return () => {
        looks.delete(look);
        if (looks.size === 0 && sessions.get(sessionId) === looks) sessions.delete(sessionId);
      };
    },
    wake(sessionId) {
      for (const look of sessions.get(sessionId) ?? []) look();
    },
  };
}
