// The service's capabilities that the studio uses: models and styles. Until they are loaded, the defaults that every service has.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { Capabilities, Style } from "../documents.ts";

const OWN = ["offline", "simulated"] as const;

const LABELLED = [...OWN, "auto", "gemini+offline", "openai+offline"] as const;

/** Other model sets are shown by their own names. */
export function isLabelled(name: string): name is (typeof LABELLED)[number] {
  return LABELLED.some((one) => one === name);
}

export type OfferedModels = Capabilities["models"][number];

interface Offered {
  models: readonly OfferedModels[];
  /** Names of styles in a request. */
  styles: readonly string[];
  /** The styles that are described in words. */
  presets: readonly Style[];
}

const EVERYWHERE: Offered = {
  models: OWN.map((name) => ({ name, available: true })),
  // The styles with a picture are known at build time, so the grid has its final size from the start.
  styles: [...new Set(["manga", "yonkoma", ...STYLE_PICTURES])],
  presets: [],
};

export function useCapabilities(): Offered {
  const [offered, setOffered] = useState(EVERYWHERE);
  useEffect(() => {
    const stop = new AbortController();
    const asked = { signal: stop.signal, isOpen: true };
    ask<Capabilities>("GET", "/capabilities", asked).then(
      ({ models, styles, presets = [] }) => setOffered({ models, styles, presets }),
      () => setOffered(EVERYWHERE),
    );
    return () => stop.abort();
  }, []);
  return offered;
}
