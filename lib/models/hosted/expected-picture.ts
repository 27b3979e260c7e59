// What a picture should show, as far as a vision model can check it. Pure.
import type { DrawRequest, Sent } from "../artist.ts";
import type { Shown } from "../prompts/design-words.ts";
import { freeWords } from "../prompts/free-words.ts";
import type { PromptVariant } from "./picture-outcomes.ts";
import { shownIn } from "./picture-question.ts";

export interface ExpectedPicture {
  /** People who may be in the picture. */
  people: readonly Shown[];
  /** Sheets of some of these people, to compare with. */
  sheets: readonly (Sent & { of: string })[];
  /** Bounds of the number of heads. An absent bound is not checked. */
  heads: { least?: number; most?: number };
  /** The part that words will cover; empty if none will. */
  zone: string;
}

/** Most sheets that are sent with an inspection. */
const MOST_SHEETS = 4;
/** Vision models count heads reliably up to this number. */
const MOST_COUNTED = 5;
/** Names of things that are people. */
const CROWD =
  /\b(?:crowds?|people|guests|soldiers|passers-by|children|audience|villagers|statues?)\b|群衆|人々|客/iu;

export function expectedPicture(request: DrawRequest, telling: PromptVariant): ExpectedPicture {
  const people = shownIn(request, telling);
  const plain = { people, sheets: [], heads: {}, zone: "" };
  switch (request.kind) {
    case "edit":
      return { ...expectedPicture(request.panel, telling), sheets: [] };
    case "portrait":
      return { ...plain, heads: { least: 1, most: 1 } };
    case "place":
      return { ...plain, heads: { most: 0 } };
    // The number of heads on a sheet depends on its views, so it is not checked.
    case "sheet":
    case "plate":
      return plain;
    case "panel": {
      const { picture } = request;
      const { tenths, where } = picture.emptyZone;
      const known = new Set(people.map(({ design }) => design.id));
      const sheets = request.references.flatMap((sent) =>
        sent.role === "person" && known.has(sent.of ?? "") ? [{ ...sent, of: sent.of ?? "" }] : [],
      );
      return {
        ...{ people, sheets: sheets.slice(0, MOST_SHEETS), heads: headsOf(request, people.length, telling) },
        zone: tenths > 0 ? freeWords(where) || "top" : "",
      };
    }
  }
}

function headsOf(
  { picture }: Extract<DrawRequest, { kind: "panel" }>,
  count: number,
  telling: PromptVariant,
): ExpectedPicture["heads"] {
  const isCrowded = picture.things.some(({ what }) => CROWD.test(what));
  // The gentle variant may show only a shadow or a hand.
  const least = telling === "gentle" || picture.shot === "detail" ? {} : { least: count };
  if (count > MOST_COUNTED) return {};
  return isCrowded ? least : { ...least, most: count };
}
