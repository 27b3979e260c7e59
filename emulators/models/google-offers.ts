// Google's models in autumn 2026, for tests: limits, prices, and retirement dates. Dates and prices are from
// https://ai.google.dev/gemini-api/docs/models, …/pricing and …/deprecations.
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Offer } from "./account.ts";

const ServedSchema = z.object({
  versions: z.array(z.string()),
  locations: z.array(z.string()).exactOptional(),
  /** ISO dates. */
  retires: z.string().optional(),
  closedToNewKeys: z.string().optional(),
});
const OfferSchema = z.object({
  id: z.string(),
  kind: z.enum(["text", "image"]),
  method: z.enum(["generateContent", "predict"]),
  takesSchema: z.boolean(),
  services: z.object({ gemini: ServedSchema.exactOptional(), vertex: ServedSchema.exactOptional() }),
  thinkingLevels: z.array(z.enum(["MINIMAL", "LOW", "MEDIUM", "HIGH"])),
  limits: z.object({ input: z.number(), output: z.number() }),
  rates: z.object({
    input: z.number(),
    imageInput: z.number(),
    output: z.number(),
    imageOutput: z.number(),
  }),
  flexShare: z.number().exactOptional(),
  batchShare: z.number().exactOptional(),
  images: z
    .object({
      aspectRatios: z.array(z.string()),
      tokens: z.record(z.string(), z.number()),
      micros: z.record(z.string(), z.number()),
      references: z.number(),
    })
    .exactOptional(),
});

const file = new URL("google-offers.json", import.meta.url);
const OFFERS = z.array(OfferSchema).parse(JSON.parse(readFileSync(file, "utf8")));

/** The offers on an ISO date. Retired models are included and marked. */
export function offersOn(day: string): Offer[] {
  const served = ({ retires, closedToNewKeys, ...rest }: z.infer<typeof ServedSchema>) => ({
    ...rest,
    retired: retires !== undefined && day >= retires,
    closedToNewKeys: closedToNewKeys !== undefined && day >= closedToNewKeys,
  });
  return OFFERS.map(({ services: { gemini, vertex }, ...offer }) => ({
    ...offer,
    services: { ...(gemini && { gemini: served(gemini) }), ...(vertex && { vertex: served(vertex) }) },
  }));
}
