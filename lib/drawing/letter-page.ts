// Lettering of phase 6: maps the storyboard's panels to the input of the lettering engine (`@mekuri/lettering`).
import { letterPage as letterPanels } from "../../lettering/src/letter-page.ts";
import type { Panel as LetteringPanel } from "../../lettering/src/page.ts";
import type { ArtMarks, PageSearch } from "../../lettering/src/page-search.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Panel } from "../manga/storyboard.ts";
import { mostCovered } from "../manga/word-cover.ts";
import type { PageBrief } from "./drafter.ts";

/** Mapped panels by their source. The engine caches by object identity, so a page that is lettered again must pass the same objects. */
const mapped = new WeakMap<Panel, LetteringPanel>();

function toLettering(panel: Panel): LetteringPanel {
  const known = mapped.get(panel);
  if (known !== undefined) return known;
  const { id, frame, words, picture, strip } = panel;
  const made = {
    ...{ id, frame, words, figures: picture.figures },
    cover: mostCovered(picture),
    strikes: picture.effects.includes("impact"),
    title: strip?.title,
  };
  mapped.set(panel, made);
  return made;
}

/** Places and sets every text and sound of a page. Rethrows errors of loading a font. */
export function letterPage(
  panels: readonly Panel[],
  art: ReadonlyMap<string, ArtMarks>,
  page: PageBrief,
  search?: PageSearch,
): Promise<LetteredText[]> {
  return letterPanels(panels.map(toLettering), art, page, search);
}
