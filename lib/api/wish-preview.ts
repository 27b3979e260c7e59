// Parses a wish from the API's requests, and prices its changes.
import type { z } from "@hono/zod-openapi";
import type { SessionParams } from "../pipeline/params.ts";
import type { WishPreview } from "../pipeline/preview-wish.ts";
import type { Wish } from "../pipeline/reviser.ts";
import type { GateSeen } from "../pipeline/revisions.ts";
import { estimateChange } from "./estimate.ts";
import type { FeedbackRequestSchema } from "./feedback-routes.ts";

type WishRequest = Extract<z.infer<typeof FeedbackRequestSchema>, { kind: "words" | "option" }>;

export function wishOf(request: WishRequest): { wish: Wish; gate: GateSeen | undefined } {
  const { phase, revision, text, intensity, target, without } = request;
  const option = request.kind === "option" ? request.option : undefined;
  return {
    wish: { option, text, intensity, target, without },
    gate: revision === undefined ? undefined : { phase, revision },
  };
}

/** In micro-dollars. Every wish is parsed by the offline reviser, whatever the session's models, so parsing is free. */
export function priceOfChange(
  params: Pick<SessionParams, "models" | "tier" | "slow" | "formats" | "pages" | "expected">,
  again: WishPreview["again"],
): { priceMicros: number; readingMicros: number } {
  const { models, tier, slow, formats, pages, expected } = params;
  const count = (...kinds: (keyof WishPreview["again"])[]) =>
    kinds.reduce((sum, kind) => sum + (again[kind] ?? 0), 0);
  const book = {
    ...{ pages: pages ?? expected?.pages ?? 1, models, isPrinted: formats.includes("print-pdf") },
    ...(tier && { tier }),
    ...(slow && { slow }),
  };
  const priceMicros = estimateChange(book, {
    reading: count("concept", "characters", "plot") > 0,
    directed: count("storyboard"),
    panels: count("artwork"),
    sheets: count("portrait", "outfit", "plate", "place"),
  });
  return { priceMicros, readingMicros: 0 };
}
