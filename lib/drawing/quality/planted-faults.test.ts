// Each quality check detects its fault. Faults of words are repaired, and the repair is reported; faults that need a new picture, plan or
// layout stay in the report.
import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { rectangle, sampleFace } from "../../../lettering/src/sample-page.ts";
import { densityFindings, designFindings, pageTurnFindings } from "../../manga/book-quality.ts";
import type { LetteredText } from "../../manga/lettering.ts";
import {
  type QualityCheck,
  QualityCheckSchema,
  type QualityFinding,
  type QualityRepair,
} from "../../manga/quality.ts";
import type { Panel, Word } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";
import { encodePng } from "../png.ts";
import { samplePanel } from "../sample-panel.ts";
import { blankPanels } from "./blank-panels.ts";
import { checkPage } from "./check-page.ts";
import { repairPage } from "./repair-page.ts";
import { scaledText } from "./scale-text.ts";

const PAGE: PageBrief = { number: 3, language: "ja", direction: "rtl", seed: 11 };
const HAND = { x: 1000, y: 600, width: 70, height: 70 };
const ART = new Map([["k1", { faces: [sampleFace("c1", 750, 650, 90)], keep: [HAND] }]]);
const PANEL = samplePanel({
  id: "k1",
  corners: rectangle(160, 185, 1500, 1000),
  texts: [{ text: "ここで待っていて。", speaker: "c1" }],
});

interface Caught {
  found: readonly QualityFinding[];
  repairs: readonly QualityRepair[];
  left: readonly QualityFinding[];
}

/** A page with a fault planted in the lettering. */
async function lettered(change: (text: LetteredText) => Partial<LetteredText>): Promise<Caught> {
  const texts = (await letterPage([PANEL], ART, PAGE)).map((text) => ({ ...text, ...change(text) }));
  return proofread([PANEL], texts);
}

/** A page whose only line has a stored position without a known author. */
async function putAt(at: Word["at"], enlarged = 1): Promise<Caught> {
  const words = { ...PANEL.words, texts: PANEL.words.texts.map((word) => ({ ...word, at })) };
  const texts = await letterPage([{ ...PANEL, words }], ART, PAGE);
  return proofread(
    [PANEL],
    texts.map((text) => scaledText(text, enlarged)),
  );
}

async function framed(...corners: ReturnType<typeof rectangle>[]): Promise<Caught> {
  return proofread(
    corners.map((four, i) => samplePanel({ id: `k${i + 1}`, corners: four, texts: [] })),
    [],
  );
}

async function proofread(panels: readonly Panel[], texts: readonly LetteredText[]): Promise<Caught> {
  const found = checkPage({ ...PAGE, panels, texts, art: ART });
  const { repairs, findings: left } = await repairPage({ panels, texts, art: ART, page: PAGE });
  return { found, repairs, left };
}

const unmended = (found: readonly QualityFinding[]): Caught => ({ found, repairs: [], left: found });

function whitePaper(): Promise<Uint8Array> {
  const canvas = createCanvas(910, 1285);
  const ctx = canvas.getContext("2d");
  ctx.fillStyle = "white";
  ctx.fillRect(0, 0, 910, 1285);
  return encodePng(canvas, { pixelsPerUnit: 1, colour: false });
}

const [LEFT, RIGHT] = [rectangle(160, 185, 730, 2200), rectangle(920, 185, 740, 2200)];
const [UPPER, LOWER] = [rectangle(920, 185, 740, 1060), rectangle(920, 1325, 740, 1060)];

const FAULTS: Record<QualityCheck, { plant(): Promise<Caught>; by: QualityRepair["by"] | null }> = {
  "reading-order": { plant: () => framed(LEFT, RIGHT), by: null },
  "one-successor": { plant: () => framed(UPPER, LOWER, LEFT), by: null },
  "gutter-ratio": {
    plant: () => framed(UPPER, rectangle(160, 185, 730, 1060), rectangle(160, 1270, 1500, 1115)),
    by: null,
  },
  kinsoku: { plant: () => lettered(() => ({ lines: ["ここで", "、待って"] })), by: "moved" },
  overflow: { plant: () => lettered((text) => ({ glyphs: scaledText(text, 3).glyphs })), by: "moved" },
  "text-size": { plant: () => lettered((text) => scaledText(text, 0.6)), by: "moved" },
  "face-covered": { plant: () => putAt({ x: 910, y: 835 }), by: "moved" },
  "art-covered": { plant: () => putAt({ x: 160 + 1035, y: 185 + 635 }), by: "moved" },
  "tail-direction": {
    plant: () => lettered(({ box }) => ({ tail: { x: box.x, y: box.y - 40 } })),
    by: "moved",
  },
  "safe-area": { plant: () => putAt({ x: 120, y: 500 }), by: "moved" },
  "text-share": { plant: () => putAt({ x: 910, y: 685 }, 6), by: "moved" },
  "blank-picture": {
    plant: async () => {
      const page = { number: 3, image: await whitePaper(), panels: [PANEL], texts: [] };
      return unmended(await blankPanels(page));
    },
    by: null,
  },
  "own-design": {
    plant: async () => {
      const stranger = { page: 3, panel: "k1", people: ["c9"], faces: [] };
      return unmended(designFindings({ characters: [] }, [stranger]));
    },
    by: null,
  },
  "page-turn": {
    plant: async () =>
      unmended(
        pageTurnFindings([
          { number: 2, hook: true, spread: false },
          { number: 3, hook: false, spread: false },
        ]),
      ),
    by: null,
  },
  density: {
    plant: async () => {
      const texts = Array.from({ length: 9 }, () => ({ text: "あ" }));
      const crowded = samplePanel({ id: "k1", corners: UPPER, texts });
      return unmended(densityFindings([{ number: 3, panels: [crowded] }]));
    },
    by: null,
  },
  "search-limit": {
    plant: async () => {
      const texts = (await letterPage([PANEL], ART, PAGE)).map((text) => scaledText(text, 0.6));
      const { findings } = await repairPage({ panels: [PANEL], texts, art: ART, page: PAGE, mostTries: 100 });
      return unmended(findings);
    },
    by: null,
  },
};

test.each(QualityCheckSchema.options)("%s is caught, and mended where words can mend it", async (check) => {
  const { plant, by } = FAULTS[check];
  const { found, repairs, left } = await plant();
  const checks = (findings: readonly { check: string }[]) => findings.map((finding) => finding.check);
  expect(checks(found)).toContain(check);
  expect(repairs.filter((repair) => repair.check === check).map((repair) => repair.by)).toEqual(
    by === null ? [] : [by],
  );
  expect(checks(left).includes(check)).toBe(by === null);
});

test("words that are read before earlier ones are detected and moved", async () => {
  const [first, second] = [
    { text: "ここで待っていて。", speaker: "c1" },
    { text: "すぐに戻る。", speaker: "c1" },
  ];
  const panel = samplePanel({ id: "k1", corners: rectangle(160, 185, 1500, 1000), texts: [first, second] });
  const [onLeft, onRight] = [
    { x: 400, y: 400 },
    { x: 1400, y: 400 },
  ];
  const texts = panel.words.texts.map((word, i) => ({ ...word, at: i === 0 ? onLeft : onRight }));
  const placed = await letterPage([{ ...panel, words: { ...panel.words, texts } }], ART, PAGE);
  const { found, repairs, left } = await proofread([panel], placed);
  expect(found).toEqual([expect.objectContaining({ check: "reading-order", text: placed[1]?.id })]);
  expect(repairs).toEqual([expect.objectContaining({ check: "reading-order", by: "moved" })]);
  expect(left).toEqual([]);
});

test("a page without faults passes all checks", async () => {
  expect(await lettered(() => ({}))).toEqual({ found: [], repairs: [], left: [] });
});
