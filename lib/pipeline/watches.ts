// The port that wakes the watches of running steps, so that a cancel or an edit aborts their work at once instead of at the next
// heartbeat. A wake that is lost costs a heartbeat, nothing else.

export interface Watches {
  /** Calls `look`, which must not throw, whenever the session is woken. Gives what ends that. */
  add(sessionId: string, look: () => void): () => void;
  /** Has the running steps of a session look whether it still wants them. Returns before they have looked. */
  wake(sessionId: string): void;
}

/** Of those who share this object. */
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
