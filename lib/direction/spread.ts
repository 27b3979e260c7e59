// Framing of a spread's picture: wide enough for two pages, with nobody in the fold.
import type { Direction } from "../manga/language.ts";
import type { Beat, Plot } from "../manga/plot.ts";
import { spreadHalfOf } from "../manga/spread.ts";
import type { Figure } from "../manga/storyboard.ts";
import type { Framing } from "./shots.ts";

/** Minimum distance of people from the fold, as a share of the picture's width. */
const OFF_FOLD = 0.09;

export function opensSpread({ pages }: Plot, number: number): boolean {
  const page = pages.find((one) => one.number === number);
  return page !== undefined && spreadHalfOf(page)?.half === "first";
}

/** The framing if it is wide, otherwise one that shows full figures with some of the place. */
export function acrossFold({ figures }: Beat, framing: Framing): Framing {
  const { angle } = framing;
  if (figures.length === 0) return { shot: "establishing", angle, cut: "all" };
  const isWide = framing.shot === "long" || framing.shot === "full";
  return isWide ? framing : { shot: "full", angle, cut: "all" };
}

/** Moves people out of the fold. A person exactly in the fold moves to the side that is read first. */
export function offFold(figures: readonly Figure[], direction: Direction): Figure[] {
  const first = direction === "rtl" ? 1 : -1;
  return figures.map((figure) => {
    const from = figure.side - 0.5;
    const away = Math.abs(from) < 0.02 ? first : Math.sign(from);
    return { ...figure, side: 0.5 + away * (OFF_FOLD + Math.abs(from) * (1 - 2 * OFF_FOLD)) };
  });
}
