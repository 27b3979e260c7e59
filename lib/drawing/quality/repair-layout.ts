// Lays a page out, and tries further layouts while frames or words fail their checks: a panel that its words would crowd gets larger, before
// anything is drawn. Each layout is judged by lettering the page around the heads and hands of its rough.

import { type ArtMarks, pageSearch } from "../../../lettering/src/page-search.ts";
import {
  CHECKED_TEXT,
  MOST_TRIES,
  type SearchBudget,
  searchBudget,
  take,
} from "../../../lettering/src/search-budget.ts";
import { boundingBox } from "../../manga/geometry.ts";
import { isSameFault, type QualityCheck, type QualityFinding } from "../../manga/quality.ts";
import { ownHalf } from "../../manga/spread.ts";
import type { Frame, Panel, PanelDraft } from "../../manga/storyboard.ts";
import type { LaidOutPage, PageBrief } from "../drafter.ts";
import { layoutPage } from "../layout/layout-page.ts";
import { letterPage } from "../letter-page.ts";
import { roughHands, roughHead } from "../preview-figure.ts";
import { checkPage } from "./check-page.ts";
import { searchLimitFinding } from "./search-limit.ts";

/** Most further layouts after the first one. */
const MOST_TAKES = 8;
/** Factor on a panel's room each time its words fail their checks. */
const ROOM_FACTOR = 1.35;

/** Checks that depend on frames. Tails are judged later, because the artist draws heads not exactly where the rough has them. */
const DECIDED = new Set<QualityCheck>([
  ...(["reading-order", "one-successor", "gutter-ratio"] as const),
  ...(["overflow", "text-size", "face-covered", "art-covered", "safe-area", "text-share"] as const),
]);

interface LayoutAttempt {
  frames: Frame[];
  findings: QualityFinding[];
}

/** Returns the first layout without findings, or the one with the fewest within the budget. Rethrows errors of loading a font. */
export async function repairLayout(
  panels: readonly PanelDraft[],
  page: PageBrief,
  layout: typeof layoutPage = layoutPage,
): Promise<LaidOutPage> {
  const budget = searchBudget(MOST_TRIES.layout);
  const judge = (frames: Frame[]) => checkFrames(panels, page, { frames, budget });
  const first = await judge(layout(panels, page));
  const roomier = new Map<string, number>();
  let [best, last] = [first, first];
  for (let take = 1; take <= MOST_TAKES && best.findings.length > 0 && !budget.limited; take++) {
    for (const id of new Set(last.findings.map(({ panel }) => panel ?? ""))) {
      roomier.set(id, (roomier.get(id) ?? 1) * ROOM_FACTOR);
    }
    const frames = layout(panels, page, { take, roomier });
    // The layout of 4-koma strips is fixed, so a further try gives the same frames.
    if (JSON.stringify(frames) === JSON.stringify(last.frames)) break;
    last = await judge(frames);
    if (last.findings.length < best.findings.length) best = last;
  }
  const gone = first.findings.filter((fault) => !best.findings.some((left) => isSameFault(left, fault)));
  return {
    frames: best.frames,
    repairs: gone.map((fault) => ({ ...fault, by: "relaid" })),
    limits: budget.limited ? [searchLimitFinding("layout", page.number)] : [],
    tries: budget.spent,
  };
}

async function checkFrames(
  drafts: readonly PanelDraft[],
  page: PageBrief,
  { frames, budget }: { frames: Frame[]; budget: SearchBudget },
): Promise<LayoutAttempt> {
  const panels = drafts.flatMap((draft, index) => {
    const frame = frames[index];
    return frame === undefined ? [] : [ownHalf({ ...draft, frame })];
  });
  const art = new Map(panels.map((panel) => [panel.id, roughMarks(panel)]));
  // Sounds are placed around the words, and their large fonts need not be loaded for a layout.
  const quiet = panels.map((panel) => ({ ...panel, words: { ...panel.words, sounds: [] } }));
  const texts = await letterPage(quiet, art, page, pageSearch(budget, MOST_TRIES.draftPanel));
  take(budget, texts.length * CHECKED_TEXT);
  const { number, direction } = page;
  const findings = checkPage({ number, direction, panels, texts, art });
  return { frames, findings: findings.filter(({ check }) => DECIDED.has(check)) };
}

/** Expected positions of faces and hands, in the drawing's units. A detail shot has none. */
function roughMarks({ picture: { shot, figures }, frame }: Panel): ArtMarks {
  if (shot === "detail") return { faces: [], keep: [] };
  const { width, height } = boundingBox(frame.corners);
  const rough = { shot, box: { x: 0, y: 0, width, height } };
  const faces = figures
    .filter(({ view }) => view !== "back")
    .map((figure) => {
      const { x, y, size } = roughHead(figure, rough);
      return {
        character: figure.character,
        box: { x: x - size * 0.4, y: y - size * 0.5, width: size * 0.8, height: size },
        mouth: { x, y: y + size * 0.25 },
      };
    });
  return { faces, keep: figures.flatMap((figure) => roughHands(figure, rough)) };
}
