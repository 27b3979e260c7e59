import { describe, expect, test } from "vitest";
import { boundingBox } from "../manga/geometry.ts";
import { type PanelDraft, PanelDraftSchema } from "../manga/storyboard.ts";
import { canvasDrafter } from "./canvas-drafter.ts";
import type { PageBrief, PaintedArt } from "./drafter.ts";

const BRIEF: PageBrief = { number: 1, language: "ja", direction: "rtl", seed: 11 };

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
      scene: {
        id: "s1",
        place: { kind: "lighthouse", name: "" },
        hour: "night",
        weather: "storm",
        season: "autumn",
        mood: "tense",
      },
      figures: [],
      props: [],
      effects: [],
      action: "",
      room: 2,
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

/** Lays out, letters and composes a page of grey panels, as the phases do one after the other. */
async function drawPage(brief: PageBrief) {
  const drafter = canvasDrafter();
  const { frames } = await drafter.layout(DRAFTS, brief);
  const panels = DRAFTS.map((draft, i) => {
    const frame = frames[i];
    if (frame === undefined) throw new Error("a frame for every panel");
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
  const preview = await drafter.preview(panels, { ...brief, kinds: new Map() });
  return { frames, texts, page, preview };
}

describe("canvasDrafter", () => {
  test("takes a page from its panels as data to its picture", async () => {
    const { frames, texts, page, preview } = await drawPage(BRIEF);
    expect(frames).toHaveLength(4);
    expect(texts.map((text) => text.id).toSorted()).toEqual(["k1/s1", "k1/w1", "k2/w1", "k3/w1", "k4/w1"]);
    expect(page).toMatchObject({ contentType: "image/png", widthPx: 600, heightPx: 847 });
    expect(preview.widthPx).toBe(600);
  });

  test("draws the same page with the same bytes", async () => {
    const [first, second] = [await drawPage(BRIEF), await drawPage(BRIEF)];
    expect(second.frames).toEqual(first.frames);
    expect(second.texts).toEqual(first.texts);
    expect(Buffer.from(second.page.bytes).equals(first.page.bytes)).toBe(true);
    expect(Buffer.from(second.preview.bytes).equals(first.preview.bytes)).toBe(true);
  });

  test("draws other pages of the same panels for another seed", async () => {
    const [first, second] = [await drawPage(BRIEF), await drawPage({ ...BRIEF, seed: 12 })];
    expect(second.frames).not.toEqual(first.frames);
  });
});
