import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AWKWARD_ENGLISH, AWKWARD_JAPANESE } from "../../../lettering/src/awkward-lines.ts";
import { rectangle, sampleFace } from "../../../lettering/src/sample-page.ts";
import { boundingBox } from "../../manga/geometry.ts";
import type { PageBrief } from "../drafter.ts";
import { letterPage } from "../letter-page.ts";
import { samplePanel } from "../sample-panel.ts";
import { checkPage } from "./check-page.ts";
import type { GeneratedPage } from "./generated-pages.ts";
import { inHalves, repairPage } from "./repair-page.ts";
import { scaledText } from "./scale-text.ts";

const BRIEF: PageBrief = { number: 3, language: "ja", direction: "rtl", seed: 11 };
const CORNERS = rectangle(160, 185, 1500, 1000);

/** A panel of a page with one line and a face. */
function onePanel(text: string, face = sampleFace("c1", 750, 650, 90)): GeneratedPage {
  const panel = samplePanel({ id: "k1", corners: CORNERS, texts: [{ text, speaker: "c1" }] });
  return { panels: [panel], art: new Map([["k1", { faces: [face], keep: [] }]]), page: BRIEF, casts: [] };
}

async function lettered({ panels, art, page }: GeneratedPage) {
  return letterPage(panels, art, page);
}

const checksOf = (findings: readonly { check: string }[]) => findings.map(({ check }) => check);

describe("the words of a page", () => {
  test("are the same objects if there is no fault", async () => {
    const sample = onePanel("ここで待っていて。");
    const texts = await lettered(sample);
    const proof = await repairPage({ ...sample, texts });
    expect(proof).toEqual({ texts, repairs: [], findings: [], tries: 0 });
    expect(proof.texts).toBe(texts);
  });

  test("are moved off a face on which they were placed, and the repair is reported", async () => {
    const sample = onePanel("ここで待っていて。");
    const placed = (at: { x: number; y: number }) =>
      sample.panels.map((panel) => ({
        ...panel,
        words: { ...panel.words, texts: panel.words.texts.map((word) => ({ ...word, at })) },
      }));
    const texts = await letterPage(placed({ x: 910, y: 835 }), sample.art, BRIEF);
    const page = { ...BRIEF, panels: sample.panels, texts, art: sample.art };
    expect(checksOf(checkPage(page))).toContain("face-covered");
    const proof = await repairPage({ ...sample, texts });
    expect(proof.findings).toEqual([]);
    const repaired = { page: 3, text: "k1/w1", by: "moved" };
    // A tail cannot point to a face that its balloon covers.
    expect(proof.repairs).toMatchObject([
      { ...repaired, check: "face-covered" },
      { ...repaired, check: "tail-direction" },
    ]);
    expect(checkPage({ ...page, texts: proof.texts })).toEqual([]);
  });

  test("that barely touch a face are shrunk a little in place", async () => {
    const face = sampleFace("c2", 1250, 300, 90);
    const sample = onePanel("ここで待っていて。", sampleFace("c1", 300, 800, 60));
    const [text] = await lettered(sample);
    if (text === undefined) throw new Error("nothing was lettered");
    // A face that ends just inside the balloon's upper edge.
    const { x, y } = boundingBox(CORNERS);
    const above = { x: text.box.x + text.box.width / 2 - 90 - x, y: text.box.y - 168 - y };
    const art = new Map([
      ["k1", { faces: [{ ...face, box: { ...above, width: 180, height: 180 } }], keep: [] }],
    ]);
    const proof = await repairPage({ ...sample, art, texts: [text] });
    expect(proof.repairs).toMatchObject([{ check: "face-covered", by: "shrunk" }]);
    expect(proof.findings).toEqual([]);
    expect(proof.texts[0]?.fontSize).toBeLessThan(text.fontSize);
    expect(proof.texts[0]?.fontSize).toBeGreaterThanOrEqual(35.2);
  });

  test("stay if no repair helps, and the fault is reported", async () => {
    const sample = onePanel("ここで待っていて。");
    const everywhere = { ...sampleFace("c1", 750, 500, 10), box: { x: 0, y: 0, width: 1500, height: 1000 } };
    const art = new Map([["k1", { faces: [everywhere], keep: [] }]]);
    const texts = await letterPage(sample.panels, art, BRIEF);
    const proof = await repairPage({ ...sample, art, texts });
    expect(checksOf(proof.findings)).toContain("face-covered");
    expect(proof.texts).toBe(texts);
  });
});

describe("faults of a page", () => {
  const sample = onePanel("ここで待っていて。");
  const checked = async (change: (text: Awaited<ReturnType<typeof letterPage>>[number]) => object) => {
    const texts = (await lettered(sample)).map((text) => ({ ...text, ...change(text) }));
    return checksOf(checkPage({ ...BRIEF, panels: sample.panels, texts, art: sample.art }));
  };

  test("are detected by their own check and no other", async () => {
    expect(await checked(() => ({}))).toEqual([]);
    expect(await checked(() => ({ lines: ["ここで", "、待って"] }))).toEqual(["kinsoku"]);
    expect(await checked((text) => ({ glyphs: scaledText(text, 3).glyphs }))).toEqual(["overflow"]);
    expect(await checked(() => ({ fontSize: 30 }))).toEqual(["text-size"]);
    expect(await checked((text) => ({ tail: { x: text.box.x, y: text.box.y - 40 } }))).toEqual([
      "tail-direction",
    ]);
    const beyond = { x: 860, y: 700, width: 60, height: 60 };
    const other = { ...sampleFace("c2", 0, 0, 1), box: beyond };
    const crossed = { ...sample, art: new Map([["k1", { faces: [other], keep: [] }]]) };
    const texts = (await lettered(sample)).map((text) => ({ ...text, tail: { x: 1050, y: 940 } }));
    const across = texts.map((text) => ({ ...text, textBox: { x: 980, y: 800, width: 80, height: 80 } }));
    expect(
      checksOf(checkPage({ ...BRIEF, panels: sample.panels, texts: across, art: crossed.art })),
    ).toContain("tail-direction");
    expect(await checked((text) => ({ textBox: { ...text.textBox, x: 40 }, speaker: null }))).toEqual([
      "safe-area",
    ]);
    expect(await checked(() => ({ tail: null }))).toEqual(["tail-direction"]);
  });

  test("in its frames are a wrong order, an ambiguous next panel, or gutters of equal width", () => {
    const frames = (corners: ReturnType<typeof rectangle>[]) =>
      corners.map((four, i) => samplePanel({ id: `k${i + 1}`, corners: four, texts: [] }));
    const check = (corners: ReturnType<typeof rectangle>[]) =>
      checksOf(checkPage({ ...BRIEF, panels: frames(corners), texts: [], art: new Map() }));
    const left = rectangle(160, 185, 730, 2200);
    const right = rectangle(920, 185, 740, 2200);
    expect(check([right, left])).toEqual([]);
    expect(check([left, right])).toEqual(["reading-order"]);
    const [upper, lower] = [rectangle(920, 185, 740, 1060), rectangle(920, 1325, 740, 1060)];
    expect(check([upper, lower, left])).toEqual(["one-successor"]);
    const wide = rectangle(160, 1270, 1500, 1115);
    const row = [rectangle(920, 185, 740, 1060), rectangle(160, 185, 730, 1060)];
    expect(check([...row, wide])).toEqual(["gutter-ratio"]);
  });
});

describe("a line split into two balloons", () => {
  test("is split between phrases, preferably between sentences, and loses no word and no ruby", () => {
    fc.assert(
      fc.property(fc.constantFrom(...AWKWARD_JAPANESE, ...AWKWARD_ENGLISH), (text) => {
        const [panel] = onePanel(text).panels;
        const word = panel?.words.texts[0];
        const halves = word === undefined ? null : inHalves(word);
        if (halves === null) return;
        const bare = (part: string) => part.replace(/\s/gu, "");
        expect(bare(halves[0].text + halves[1].text)).toBe(bare(text));
        expect(Math.min(...halves.map((half) => half.text.length))).toBeGreaterThan(0);
      }),
    );
    const [panel] = onePanel("もう行くよ。灯台が待っている。").panels;
    const [word] = panel?.words.texts ?? [];
    if (word === undefined) throw new Error("no word");
    const ruby = [{ at: 6, length: 2, text: "とうだい" }];
    expect(inHalves({ ...word, ruby })).toMatchObject([
      { id: "w1", text: "もう行くよ。", ruby: [] },
      { id: "w1b", text: "灯台が待っている。", ruby: [{ at: 0, length: 2, text: "とうだい" }] },
    ]);
  });
});
