// Stored results of every earlier form, read as today's: the one place that knows that there was another. Results that are stored stay as
// they are, for their hashes are the inputs of others.
import { deriveSeed } from "../seed.ts";
import { isEarlierConcept, isEarlierDesign, upgradeCast, upgradeConcept } from "./people.ts";
import { isEarlierPlot, upgradePlot } from "./plot.ts";
import { isEarlierPicture, upgradePage } from "./storyboard.ts";

/** What a result is of. */
export type ResultKind = "concept" | "characters" | "plot" | "storyboard";

/** Whether a stored result is of the closed form. What is no such result at all is of none. */
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
 * A stored result as today's readers want it; the same value where it is one of today's. `look`: of a plot's places, see `earlierLook`.
 * Throws `ZodError` for a broken one.
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

/** The look of a book's places, as the offline author of the closed form chose it: by the seed and by whom the story is about. */
export function earlierLook(
  people: readonly { kind: string; age: string; sex: string }[],
  seed: number,
): number {
  return deriveSeed(seed, "places", ...people.map(({ kind, age, sex }) => `${kind} ${age} ${sex}`)) % 1000;
}
