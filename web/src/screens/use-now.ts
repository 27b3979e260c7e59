// The time as it passes, for whatever counts seconds on the page.
import { useEffect, useState } from "react";

/** Ticks each second while it is wanted; nothing is asked for. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
