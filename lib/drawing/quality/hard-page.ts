// Recorded pages from the stories in `examples/hard`, on which the searches once took minutes.
import { readFileSync } from "node:fs";
import * as z from "zod";
import type { ArtMarks } from "../../../lettering/src/page-search.ts";
import { FaceSchema, KeepSchema } from "../../manga/artwork.ts";
import { DirectionSchema, LanguageSchema } from "../../manga/language.ts";
import { type Panel, PanelSchema } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";

export const HARD_PAGES = ["one-page-p001", "utadokei-p016", "utadokei-p025"] as const;

const HardPageSchema = z.object({
  page: z.object({
    number: z.number(),
    language: LanguageSchema,
    direction: DirectionSchema,
    seed: z.number(),
  }),
  panels: z.array(PanelSchema),
  art: z.record(z.string(), z.object({ faces: z.array(FaceSchema), keep: z.array(KeepSchema) })),
});

export interface HardPage {
  page: PageBrief;
  panels: Panel[];
  art: Map<string, ArtMarks>;
}

export function hardPage(name: (typeof HARD_PAGES)[number]): HardPage {
  const path = new URL(`hard-pages/${name}.json`, import.meta.url);
  const { art, ...recorded } = HardPageSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  return { ...recorded, art: new Map(Object.entries(art)) };
}
