// The entry of the lettering: sets and places every text and sound of a page and turns them into outlines. The same page gives the same
// bytes; panels are lettered in their order.
import { type Box, boundingBox } from "./geometry.ts";
import { letterSounds } from "./letter-sounds.ts";
import { letterWords } from "./letter-words.ts";
import type { LetteredText, PageBrief, Panel } from "./page.ts";
import { type ArtMarks, isSameList, type LetteredPanel, type PageSearch, pageSearch } from "./page-search.ts";
import { panelBudget } from "./search-budget.ts";
import { boxSilhouette, type Silhouette, touchesBox } from "./silhouette.ts";
import { letterStripTitle } from "./strip-title.ts";

/** Letters a page. A panel that is known from before, with the same words near it, is reused. Throws the errors of loading a font. */
export async function letterPage(
  panels: readonly Panel[],
  art: ReadonlyMap<string, ArtMarks>,
  page: PageBrief,
  search: PageSearch = pageSearch(),
): Promise<LetteredText[]> {
  const lettered: LetteredText[] = [];
  const taken: Silhouette[] = [];
  // A sound may leave its frame, so it keeps off the faces of neighbouring panels too.
  const faces = panels.flatMap((panel) => onPage(panel, art.get(panel.id)).faces);
  const letter = async (panel: Panel, near: readonly Silhouette[], later: number): Promise<LetteredPanel> => {
    const budget = panelBudget(search.budget, { limit: search.panelLimit, later });
    const title = await letterStripTitle(panel, page.language);
    const marks = onPage(panel, art.get(panel.id));
    const words = await letterWords(panel, { marks, taken, near, page, budget, places: search.places });
    const tails = words.texts.flatMap(({ box, tail }) =>
      tail === null ? [] : [{ from: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, to: tail }],
    );
    const balloons = [...taken, ...words.silhouettes];
    const sounds = await letterSounds(panel, { ...marks, faces, balloons, tails, budget }, page);
    return {
      ...{ panel, near, limited: words.limited || budget.limited },
      texts: [...(title === null ? [] : [title]), ...words.texts, ...sounds],
      silhouettes: [...words.silhouettes, ...sounds.map(({ textBox }) => boxSilhouette(textBox))],
    };
  };
  for (const [i, panel] of panels.entries()) {
    const near = wordsNear(panel, taken);
    const before = search.panels.get(panel.id);
    const one =
      before?.panel === panel && isSameList(before.near, near)
        ? before
        : await letter(panel, near, panels.length - 1 - i);
    search.panels.set(panel.id, one);
    lettered.push(...one.texts);
    taken.push(...one.silhouettes);
  }
  return lettered;
}

/** Words and sounds of other panels matter to a panel up to this distance from its edge, in units. */
const REACH = 120;

function wordsNear({ frame }: Panel, taken: readonly Silhouette[]): Silhouette[] {
  const around = boundingBox(frame.corners);
  return taken.filter((one) => touchesBox(one, around, REACH));
}

function onPage(panel: Panel, marks: ArtMarks | undefined): ArtMarks {
  const { x, y } = boundingBox(panel.frame.corners);
  const shift = <B extends Box>(b: B): B => ({ ...b, x: b.x + x, y: b.y + y });
  return {
    faces: (marks?.faces ?? []).map((f) => ({
      ...f,
      box: shift(f.box),
      mouth: { x: f.mouth.x + x, y: f.mouth.y + y },
    })),
    keep: (marks?.keep ?? []).map(shift),
    unframed: marks?.unframed ?? false,
  };
}
