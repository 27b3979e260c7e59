// How many panels a page has: a panel with more words than are read at a glance is shown in two, and what is more than a page holds is
// joined.
import type { Shot } from "../../../manga/staging.ts";
import type { DraftedPanel } from "./panel-drafts.ts";

export const MOST_PANELS = 9;
/** Panels up to which crowded ones are shown in two. */
const ROOMY = 7;
/** Balloons and captions of a panel that are read at a glance; more than `CRAMMED` are shown in parts on a full page as well. */
const MOST_TEXTS = 4;
const CRAMMED = 6;

/** From 1 to 9 panels that tell the same. */
export function withGoodCount(drafts: readonly DraftedPanel[]): DraftedPanel[] {
  let count = drafts.length;
  const panels = drafts.flatMap((panel) => {
    const room = (panel.texts.length > CRAMMED ? MOST_PANELS : ROOMY) - count;
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

/** The frame in which every other part of an exchange is seen. */
const OTHER_SHOT: Record<Shot, Shot> = {
  ...{ close: "bust", bust: "close", half: "bust", full: "half", long: "half" },
  ...{ establishing: "half", detail: "half" },
};

/** The same moment in several panels, an even share of the words in each. A speech that is cut is told by all that have a piece of it. */
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

/** One panel that shows the weightier picture and tells both. */
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
