// Which panel of a quiet page reaches the paper's edge. Great moments do so by their weight; half of all pages that people draw have one.
import type { PanelDraft } from "../manga/storyboard.ts";
import { lengthOf } from "../manga/text-length.ts";

/** A panel that is as open as this lets its page breathe. */
const OPEN = 2.55;
/** As many characters or words close a panel as much as a step of weight opens it. */
const LETTERS_PER_STEP = { ja: 50, en: 30 } as const;

const isWide = ({ picture: { shot } }: PanelDraft): boolean => shot === "establishing" || shot === "long";

/** The page with its most open panel at the edge, where no panel matters so much that it is there anyway. */
export function withOpenPanel(panels: readonly PanelDraft[], language: "ja" | "en"): PanelDraft[] {
  const isStrip = panels.some(({ strip }) => strip !== undefined);
  const isGreat = panels.some((panel) => panel.weight >= 4 || (panel.weight === 3 && isWide(panel)));
  const open = panels.map((panel) => opennessOf(panel, language));
  const best = Math.max(...open);
  const at = isStrip || isGreat || best < OPEN ? -1 : open.indexOf(best);
  return panels.map((panel, index) => (index === at ? { ...panel, reachesEdge: true } : panel));
}

/** A view, a moment without words, something that moves or matters has air around it; words do not. */
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
