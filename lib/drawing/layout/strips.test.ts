import { describe, expect, it } from "vitest";
import { rectangle } from "../../../lettering/src/sample-page.ts";
import { boundingBox } from "../../manga/geometry.ts";
import type { Panel } from "../../manga/storyboard.ts";
import { checkPage } from "../quality/check-page.ts";
import { samplePanel } from "../sample-panel.ts";
import { layoutPage } from "./layout-page.ts";
import { TITLE_HEIGHT } from "./strips.ts";

function stripPanels(count: number): Panel[] {
  return Array.from({ length: count }, (_, at) => ({
    ...samplePanel({ id: `k${at + 1}`, corners: rectangle(0, 0, 10, 10), texts: [] }),
    weight: (at % 5) + 1,
    strip: { number: Math.floor(at / 4) + 1 },
  }));
}

const brief = (direction: "rtl" | "ltr") => ({ number: 1, language: "ja" as const, direction, seed: 3 });

describe("pages of 4-koma", () => {
  it("have equal panels, one below the other, whatever their weight", () => {
    const boxes = layoutPage(stripPanels(4), brief("rtl")).map(({ corners }) => boundingBox(corners));
    expect(new Set(boxes.map(({ x, width, height }) => `${x} ${width} ${height}`)).size).toBe(1);
    for (const [index, box] of boxes.slice(1).entries()) {
      const above = boxes[index];
      expect(box.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
    }
    expect(boxes[0]?.y).toBe(185 + TITLE_HEIGHT);
  });

  it.each(["rtl", "ltr"] as const)(
    "begin with the strip at the side where %s reading starts",
    (direction) => {
      const frames = layoutPage(stripPanels(8), brief(direction));
      const [first, second] = [0, 4].map((at) => boundingBox(frames[at]?.corners ?? []));
      expect(first?.y).toBe(second?.y);
      expect((first?.x ?? 0) > (second?.x ?? 0)).toBe(direction === "rtl");
      expect(frames.every(({ bleeds }) => !bleeds)).toBe(true);
    },
  );

  it("have an unambiguous reading order", () => {
    const panels = stripPanels(8);
    const frames = layoutPage(panels, brief("rtl"));
    const drawn = panels.map((panel, at) => ({ ...panel, frame: frames[at] ?? panel.frame }));
    const page = { number: 1, direction: "rtl" as const, texts: [], art: new Map() };
    expect(checkPage({ ...page, panels: drawn })).toEqual([]);
    expect(checkPage({ ...page, panels: drawn.toReversed() })).not.toEqual([]);
  });

  it("are laid out as other pages if a panel belongs to no strip", () => {
    const [first, ...rest] = stripPanels(4);
    if (!first) throw new Error("there is no panel");
    const { strip: _strip, ...loose } = first;
    const frames = layoutPage([loose, ...rest], brief("rtl"));
    expect(new Set(frames.map(({ corners }) => boundingBox(corners).width)).size).toBeGreaterThan(1);
  });
});
