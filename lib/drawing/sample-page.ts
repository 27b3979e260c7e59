// A page of four panels with words and sounds, for tests of drafters.
import { boundingBox } from "../manga/geometry.ts";
import { type Panel, type PanelDraft, PanelDraftSchema } from "../manga/storyboard.ts";
import type { Drafter, PageBrief, PaintedArt } from "./drafter.ts";

export const BRIEF: PageBrief = { number: 1, language: "ja", direction: "rtl", seed: 11 };

const DRAFTS: PanelDraft[] = [
  "嵐の夜。",
  "間に合って、お願い",
  "正気か？外は10年に一度だぞ！？",
  "行くわ",
].map((text, i) =>
  PanelDraftSchema.parse({
    id: `k${i + 1}`,
    units: [`u000${i + 1}`],
    weight: [4, 2, 3, 3][i],
    picture: {
      shot: ["establishing", "close", "half", "full"][i],
      angle: "level",
      ...{ scene: "s1", place: "l1", hour: "night", weather: "storm", season: "autumn", mood: "tense" },
      ...{ figures: [], things: [], effects: [], action: "", sounds: [] },
      emptyZone: { tenths: 2, where: "top" },
    },
    words: {
      texts: [
        {
          id: "w1",
          unit: `u000${i + 1}`,
          kind: i === 0 ? "caption" : "balloon",
          voice: "speech",
          speaker: null,
          guessed: false,
          text,
          ruby: [],
        },
      ],
      sounds: i === 0 ? [{ text: "ゴウ", loudness: 3, hard: true }] : [],
    },
  }),
);

/** Lays out, letters and composes a page of grey panels, as the phases do. */
export async function drawPage(drafter: Drafter, brief: PageBrief) {
  const { frames } = await drafter.layout(DRAFTS, brief);
  const panels: Panel[] = DRAFTS.map((draft, i) => {
    const frame = frames[i];
    if (frame === undefined) throw new Error("every panel needs a frame");
    return { ...draft, frame };
  });
  const art = new Map(
    panels.map((panel): [string, PaintedArt] => {
      const { width, height } = boundingBox(panel.frame.corners);
      const items = [{ d: `M-30 -30H${width + 30}V${height + 30}H-30Z`, fill: { tone: 0.3 } }];
      return [panel.id, { kind: "drawing", drawing: { width, height, margin: 30, items } }];
    }),
  );
  const marks = new Map(panels.map((panel) => [panel.id, { faces: [], keep: [] }]));
  const { texts } = await drafter.letter(panels, marks, brief);
  const page = await drafter.compose(panels, art, texts, { ...brief, widthPx: 600 });
  const preview = await drafter.preview(panels, { ...brief, kinds: new Map(), places: new Map() });
  return { frames, panels, art, marks, texts, page, preview };
}
