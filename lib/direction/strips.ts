// Pages of 4-koma (四コマ): strips of four equal panels. The story's beats are distributed over them in order, with the last words of a strip
// alone in its last panel.
import type { Language } from "../manga/language.ts";
import type { PlotPage } from "../manga/plot.ts";
import { bestCuts, groupsOf } from "./best-cuts.ts";
import { joined, keepsOrder, type ToldBeat } from "./join-beats.ts";
import { numbered } from "./paging.ts";
import { padWithPauses } from "./pauses.ts";
import { balloonsIn, lettersIn } from "./words.ts";

const PANELS_A_STRIP = 4;
const STRIPS_A_PAGE = 2;
const PANELS_A_PAGE = PANELS_A_STRIP * STRIPS_A_PAGE;
/** Number of beats of a strip: some of the four panels hold two. */
const BEATS_A_STRIP = 6;

/** The strip of a page's panel, with the title at its first panel. Undefined on other pages. */
export function stripOf(
  page: Pick<PlotPage, "strips" | "beats"> | undefined,
  index: number,
): { number: number; title?: string } | undefined {
  const { strips, beats } = page ?? {};
  if (!strips || !beats || beats.length !== strips.length * PANELS_A_STRIP) return undefined;
  const at = Math.floor(index / PANELS_A_STRIP);
  const title = index % PANELS_A_STRIP === 0 ? strips[at] : undefined;
  return { number: at + 1, ...(title ? { title } : {}) };
}

/** As many strips as the pages hold. The last page may have one strip. `titleOf` names a strip by its units. */
export function stripPagesOf(
  beats: readonly ToldBeat[],
  { pages, language }: { pages: number; language: Language },
  titleOf: (strip: number, units: readonly string[]) => string,
): PlotPage[] {
  const most = pages * STRIPS_A_PAGE;
  const strips = Math.max(most - 1, Math.min(most, Math.round(beats.length / BEATS_A_STRIP)));
  const groups = strips * PANELS_A_STRIP;
  const panels = splitBeats(padWithPauses(beats, groups), groups, language).map((group) =>
    group.reduce((one, next) => joined(one, next, language)),
  );
  const titles = Array.from({ length: strips }, (_, at) => {
    const own = panels.slice(at * PANELS_A_STRIP, (at + 1) * PANELS_A_STRIP);
    return titleOf(
      at,
      own.flatMap(({ units }) => units),
    );
  });
  return numbered(
    Array.from({ length: pages }, (_, at) => ({
      ...{ spread: false, hook: false },
      strips: titles.slice(at * STRIPS_A_PAGE, (at + 1) * STRIPS_A_PAGE),
      beats: panels.slice(at * PANELS_A_PAGE, (at + 1) * PANELS_A_PAGE),
    })),
  );
}

/** Maximum number of beats of one panel that are considered, unless there are too many beats for it. */
const MOST_IN_GROUP = 8;

/** Splits the beats into consecutive groups at the lowest cost. There are at least as many beats as groups. */
function splitBeats(beats: readonly ToldBeat[], groups: number, language: Language): ToldBeat[][] {
  const widest = Math.max(MOST_IN_GROUP, Math.ceil((beats.length / groups) * 2));
  const ends = bestCuts({ count: beats.length, groups, widest }, (start, end, group) =>
    groupCost(beats.slice(start, end), group, language),
  );
  return groupsOf(beats, ends);
}

/** Cost of a panel with these beats, at its position in the strip. */
function groupCost(group: readonly ToldBeat[], at: number, language: Language): number {
  const place = at % PANELS_A_STRIP;
  const letters = group.reduce((sum, beat) => sum + lettersIn(beat), 0);
  const balloons = group.reduce((sum, beat) => sum + balloonsIn(beat, language), 0);
  const usual = language === "ja" ? 34 : 18;
  let cost =
    (group.length - 1) ** 2 * 0.6 + Math.max(0, letters - usual) * 0.25 + Math.max(0, balloons - 2) * 2;
  for (const [index, beat] of group.entries()) {
    const before = group[index - 1];
    if (before === undefined) continue;
    if (beat.scene !== before.scene) cost += 8;
    if (!keepsOrder(before, beat)) cost += 12;
  }
  if (place === 0 && at > 0 && group[0]?.kind === "establish") cost -= 3;
  if (place === 2 && group.some(({ weight }) => weight === 5)) cost -= 2;
  if (place === 3) cost += (group.length - 1) * 1.5;
  return cost;
}
