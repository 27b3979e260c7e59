// Adjusts the number of a page's panels: a panel with more words than are read at a glance is split, and panels beyond the page's limit are
// joined.
import type { Shot } from "../../../manga/staging.ts";
import type { DraftedPanel } from "./panel-drafts.ts";

export const MOST_PANELS = 9;
/** Crowded panels are split up to this number of panels. */
const MOST_AFTER_SPLIT = 7;
/** Balloons and captions of a panel that are read at a glance; a panel with more than `CRAMMED` is split on a full page too. */
const MOST_TEXTS = 4;
const MOST_TEXTS_ON_FULL_PAGE = 6;

/** The same content in 1 to 9 panels. */
export function withGoodCount(drafts: readonly DraftedPanel[]): DraftedPanel[] {
  let count = drafts.length;
  const panels = drafts.flatMap((panel) => {
    const room = (panel.texts.length > MOST_TEXTS_ON_FULL_PAGE ? MOST_PANELS : MOST_AFTER_SPLIT) - count;
    const parts = Math.max(1, Math.min(Math.ceil(panel.texts.length / MOST_TEXTS), 1 + room));
    count += parts - 1;
    return inParts(panel, parts);
  });
  const worth = (panel: DraftedPanel | undefined) => (panel?.weight ?? 0) + (panel?.texts.length ?? 0);
  while (panels.length > MOST_PANELS) {
    const pairs = panels.slice(1).map((panel, at) => worth(panel) + worth(panels[at]));
    const at = pairs.indexOf(Math.min(...pairs));
    panels.splice(at, 2, ...joined(panels.slice(at, at + 2)));
  }
  return panels;
}

/** The shot for every other part of a split exchange. */
const OTHER_SHOT: Record<Shot, Shot> = {
  ...{ close: "bust", bust: "close", half: "bust", full: "half", long: "half" },
  ...{ establishing: "half", detail: "half" },
};

/**
 * Splits a panel into several of the same moment, with even shares of the words. A split speech is told by all panels with a piece of it.
 */
function inParts(panel: DraftedPanel, parts: number): DraftedPanel[] {
  const { units, texts, picture, sounds, weight } = panel;
  const size = Math.ceil(texts.length / parts) || 1;
  const shares = Array.from({ length: Math.ceil(texts.length / size) || 1 }, (_, part) =>
    texts.slice(part * size, (part + 1) * size),
  );
  let reached = 0;
  const starts = shares.map(([first], part) => {
    if (part > 0) reached = Math.max(reached, units.indexOf(first?.unit ?? ""));
    return reached;
  });
  return shares.map((own, part): DraftedPanel => {
    const end = starts[part + 1] ?? units.length;
    const isCut = own.some(({ unit }) => unit !== null && unit === units[end]);
    const figures = picture.figures.map(({ speaks, ...figure }) => ({
      ...figure,
      ...(speaks && own.some(({ speaker }) => speaker === figure.character) && { speaks }),
    }));
    return {
      ...{ ...panel, units: units.slice(starts[part], isCut ? end + 1 : end), texts: own },
      ...{ sounds: part === 0 ? sounds : [], weight: part === 0 ? weight : Math.max(1, weight - 1) },
      goesOn: part === 0 ? panel.goesOn : true,
      picture: { ...picture, shot: part % 2 === 0 ? picture.shot : OTHER_SHOT[picture.shot], figures },
    };
  });
}

/** Joins two panels: the picture of the one with more weight, the texts of both. */
function joined(pair: readonly DraftedPanel[]): DraftedPanel[] {
  const [seen] = pair.toSorted((a, b) => b.weight - a.weight);
  if (seen === undefined) return [];
  return [
    {
      ...seen,
      units: pair.flatMap(({ units }) => units),
      texts: pair.flatMap(({ texts }) => texts),
      sounds: pair.flatMap(({ sounds }) => sounds),
    },
  ];
}
