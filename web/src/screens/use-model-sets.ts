// Who can write and draw here: the sets of models that this service reaches. Until it has said so, its own two.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";

const OWN = ["offline", "simulated"] as const;

/** Others are called by their own names. */
export function isLabelled(name: string): name is (typeof OWN)[number] {
  return OWN.some((one) => one === name);
}

export function useModelSets(): readonly string[] {
  const [names, setNames] = useState<readonly string[]>(OWN);
  useEffect(() => {
    const stop = new AbortController();
    const asked = { signal: stop.signal, isOpen: true };
    ask<{ models: { name: string; available: boolean }[] }>("GET", "/capabilities", asked).then(
      ({ models }) => setNames(models.filter(({ available }) => available).map(({ name }) => name)),
      // The two that need nothing are offered anyway.
      () => setNames(OWN),
    );
    return () => stop.abort();
  }, []);
  return names;
}
