// Chooses the panel of a quiet page that bleeds (reaches the page's edge). Panels of great weight bleed anyway. In human-made manga half of
// all pages have a panel that bleeds.
import type { PanelDraft } from "../manga/storyboard.ts";
import { lengthOf } from "../manga/text-length.ts";

/** Minimum openness of a panel that bleeds. */
const OPEN = 2.55;
/** Number of letters that lower a panel's openness as much as a step of weight raises it. */
const LETTERS_PER_STEP = { ja: 50, en: 30 } as const;

const isWide = ({ picture: { shot } }: PanelDraft): boolean => shot === "establishing" || shot === "long";

/** Lets the most open panel of a page bleed, unless a panel bleeds by its weight. */
export function withOpenPanel(panels: readonly PanelDraft[], language: "ja" | "en"): PanelDraft[] {
  const isStrip = panels.some(({ strip }) => strip !== undefined);
  const isGreat = panels.some((panel) => panel.weight >= 4 || (panel.weight === 3 && isWide(panel)));
  const open = panels.map((panel) => opennessOf(panel, language));
  const best = Math.max(...open);
  const at = isStrip || isGreat || best < OPEN ? -1 : open.indexOf(best);
  return panels.map((panel, index) => (index === at ? { ...panel, reachesEdge: true } : panel));
}

/** Openness of a panel: high for a view, a moment without words, movement or weight. Words lower it. */
function opennessOf(panel: PanelDraft, language: "ja" | "en"): number {
  const { weight, picture, words } = panel;
  const letters = words.texts.reduce((sum, { text }) => sum + lengthOf(text), 0);
  return (
    weight +
    (isWide(panel) ? 1 : picture.shot === "full" ? 0.3 : 0) +
    (letters === 0 ? 0.8 : 0) +
    (picture.effects.length > 0 ? 0.6 : 0) -
    letters / LETTERS_PER_STEP[language]
  );
}
