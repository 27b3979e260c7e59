// Writes and reads step ids; no other file does. `concept`, `characters/c1`, `characters/c1.o2`, `storyboard/p003`, `artwork/style`,
// `artwork/place.l1`, `artwork/p003/k2`, `lettering/p003/renditions`, `lettering/cover`, `finish/epub`, `review/characters`.
import * as z from "zod";
import { type BoundFormat, BoundFormatSchema } from "../manga/export-formats.ts";
import { pageId } from "../manga/panel-id.ts";

export const PHASES = [
  "concept",
  "characters",
  "plot",
  "storyboard",
  "artwork",
  "lettering",
  "finish",
] as const;
export const PhaseSchema = z.enum(PHASES);
export type PhaseName = z.infer<typeof PhaseSchema>;

/** The seven kinds of work, by the subject of their steps, and the gate that a person completes. */
export type StepRef =
  | { phase: "concept" | "plot" | "finish"; of: "book" }
  | { phase: "characters"; of: "book" }
  | { phase: "characters"; of: "character"; character: string }
  | { phase: "characters"; of: "outfit"; character: string; outfit: string }
  | { phase: "storyboard" | "lettering"; of: "page"; page: number }
  | { phase: "artwork"; of: "plate" }
  | { phase: "artwork"; of: "place"; place: string }
  | { phase: "artwork"; of: "panel"; page: number; panel: string }
  | { phase: "lettering"; of: "renditions"; page: number }
  | { phase: "lettering"; of: "cover" }
  | { phase: "finish"; of: "export"; format: BoundFormat }
  | { phase: PhaseName; of: "gate" };

export { pageId };

export function stepId(ref: StepRef): string {
  switch (ref.of) {
    case "book":
      return ref.phase;
    case "character":
      return `${ref.phase}/${ref.character}`;
    case "outfit":
      return `${ref.phase}/${ref.character}.${ref.outfit}`;
    case "plate":
      return `${ref.phase}/style`;
    case "place":
      return `${ref.phase}/place.${ref.place}`;
    case "page":
      return `${ref.phase}/${pageId(ref.page)}`;
    case "panel":
      return `${ref.phase}/${pageId(ref.page)}/${ref.panel}`;
    case "renditions":
      return `${ref.phase}/${pageId(ref.page)}/renditions`;
    case "cover":
      return `${ref.phase}/cover`;
    case "export":
      return `${ref.phase}/${ref.format}`;
    case "gate":
      return `review/${ref.phase}`;
  }
}

/** The name of such a step's picture in its phase's document: `c1`, `c1.o2`, `style`, `place.l1`. */
export const previewName = (step: string): string => step.split("/").at(-1) ?? step;

const BOOK_PHASES = ["concept", "characters", "plot", "finish"] as const;

/** Reads a step id. Throws `RangeError` for an id that `stepId` does not write. */
export function parseStepId(id: string): StepRef {
  const book = BOOK_PHASES.find((phase) => phase === id);
  if (book !== undefined) return { phase: book, of: "book" };
  const [head = "", second = "", third, ...rest] = id.split("/");
  const page = /^p(\d{3,})$/.exec(second)?.[1];
  if (rest.length === 0) {
    if (head === "review" && third === undefined) {
      const phase = PhaseSchema.safeParse(second);
      if (phase.success) return { phase: phase.data, of: "gate" };
    }
    if (head === "characters" && third === undefined && /^c\d+$/.test(second)) {
      return { phase: "characters", of: "character", character: second };
    }
    if (head === "characters" && third === undefined) {
      const [, character, outfit] = /^(c\d+)\.(o\d+)$/.exec(second) ?? [];
      if (character !== undefined && outfit !== undefined) {
        return { phase: "characters", of: "outfit", character, outfit };
      }
    }
    if (head === "artwork" && third === undefined) {
      if (second === "style") return { phase: "artwork", of: "plate" };
      const place = /^place\.(l\d+)$/.exec(second)?.[1];
      if (place !== undefined) return { phase: "artwork", of: "place", place };
    }
    if ((head === "storyboard" || head === "lettering") && third === undefined && page !== undefined) {
      return { phase: head, of: "page", page: Number(page) };
    }
    if (head === "finish" && third === undefined) {
      const format = BoundFormatSchema.safeParse(second);
      if (format.success) return { phase: head, of: "export", format: format.data };
    }
    if (head === "lettering" && second === "cover" && third === undefined)
      return { phase: head, of: "cover" };
    if (head === "lettering" && page !== undefined && third === "renditions") {
      return { phase: head, of: "renditions", page: Number(page) };
    }
    if (head === "artwork" && page !== undefined && third !== undefined && /^k\d+$/.test(third)) {
      return { phase: "artwork", of: "panel", page: Number(page), panel: third };
    }
  }
  throw new RangeError(`not a step id: ${id}`);
}
