// What this service can do, as far as the studio asks: who writes and draws here, and in which styles. Until it has said so, what every
// service can.
import { useEffect, useState } from "react";
import { ask } from "../api.ts";
import type { Capabilities, Style } from "../documents.ts";

const OWN = ["offline", "simulated"] as const;

const LABELLED = [...OWN, "auto", "gemini+offline", "openai+offline"] as const;

/** Other sets of models are called by their own names. */
export function isLabelled(name: string): name is (typeof LABELLED)[number] {
  return LABELLED.some((one) => one === name);
}

export type OfferedModels = Capabilities["models"][number];

interface Offered {
  models: readonly OfferedModels[];
  /** Names of styles, as a request says them. */
  styles: readonly string[];
  /** Those of them that are said in words. */
  presets: readonly Style[];
}

const EVERYWHERE: Offered = {
  models: OWN.map((name) => ({ name, available: true })),
  // Those of which there is a picture are a part of the service that this studio came with: the grid has its size from the beginning.
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
