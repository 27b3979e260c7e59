// Reads stored results of every earlier form as today's; no other code knows the earlier forms. Stored results are never rewritten, because
// their hashes are inputs of other steps.
import { deriveSeed } from "../seed.ts";
import { isEarlierConcept, isEarlierDesign, upgradeCast, upgradeConcept } from "./people.ts";
import { isEarlierPlot, upgradePlot } from "./plot.ts";
import { isEarlierPicture, upgradePage } from "./storyboard.ts";

/** The phase of a result. */
export type ResultKind = "concept" | "characters" | "plot" | "storyboard";

/** Whether a stored result has the closed form; false for any other value. */
export function isEarlier(kind: ResultKind, stored: unknown): boolean {
  if (typeof stored !== "object" || stored === null) return false;
  switch (kind) {
    case "concept":
      return isEarlierConcept(stored);
    case "plot":
      return isEarlierPlot(stored);
    case "characters":
      return (
        "characters" in stored && Array.isArray(stored.characters) && stored.characters.some(isEarlierDesign)
      );
    case "storyboard":
      return "panels" in stored && Array.isArray(stored.panels) && stored.panels.some(hasEarlierPicture);
  }
}

const hasEarlierPicture = (panel: unknown): boolean =>
  typeof panel === "object" &&
  panel !== null &&
  "picture" in panel &&
  typeof panel.picture === "object" &&
  panel.picture !== null &&
  isEarlierPicture(panel.picture);

/**
 * A stored result in today's form; a result of today is returned unchanged. `look`: for a plot's places, see `earlierLook`. Throws
 * `ZodError` for a broken result.
 */
export function upgradeResult(kind: ResultKind, stored: unknown, look = 0): unknown {
  if (!isEarlier(kind, stored)) return stored;
  switch (kind) {
    case "concept":
      return upgradeConcept(stored);
    case "characters":
      return upgradeCast(stored);
    case "plot":
      return upgradePlot(stored, look);
    case "storyboard":
      return upgradePage(stored);
  }
}

/** The look of a book's places as the offline author of the closed form chose it, from the seed and the main characters. */
export function earlierLook(
  people: readonly { kind: string; age: string; sex: string }[],
  seed: number,
): number {
  return deriveSeed(seed, "places", ...people.map(({ kind, age, sex }) => `${kind} ${age} ${sex}`)) % 1000;
}
