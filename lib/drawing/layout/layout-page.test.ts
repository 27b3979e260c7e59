import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageFrame } from "../../manga/binding.ts";
import { boundingBox, PAPER, type Point } from "../../manga/geometry.ts";
import { doubtfulPanels, readingOrder } from "../../manga/reading-order.ts";
import { spreadPaper } from "../../manga/spread.ts";
import { AngleSchema, MoodSchema, ShotSchema } from "../../manga/staging.ts";
import type { Frame, PanelDraft } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { guttersOf } from "./gutters.ts";
import { layoutPage } from "./layout-page.ts";

const none = fc.constant([]).map((): never[] => []);

const figure = fc.record({
  character: fc.constant("c1"),
  doing: fc.constantFrom("stand", "run", "jump", "sit", "sleep", "look-up", "rides a camel", "走る"),
  feeling: fc.constant("calm"),
  hands: none,
  view: fc.constant("front" as const),
  facing: fc.constant("left" as const),
  side: fc.double({ min: 0, max: 1, noNaN: true }),
  depth: fc.integer({ min: 0, max: 3 }),
});

const word = fc.record({
  id: fc.constant("w1"),
  unit: fc.constant(null),
  kind: fc.constant("balloon" as const),
  voice: fc.constant("speech" as const),
  speaker: fc.constant(null),
  guessed: fc.constant(false),
  text: fc.integer({ min: 1, max: 60 }).map((letters) => "海".repeat(letters)),
  ruby: none,
});

const draft: fc.Arbitrary<Omit<PanelDraft, "id">> = fc.record({
  units: none,
  weight: fc.integer({ min: 1, max: 5 }),
  picture: fc.record({
    shot: fc.constantFrom(...ShotSchema.options),
    angle: fc.constantFrom(...AngleSchema.options),
    scene: fc.constant("s1"),
    place: fc.constant("l1"),
    hour: fc.constant("day" as const),
    weather: fc.constant("clear" as const),
    season: fc.constant("spring" as const),
    mood: fc.constantFrom(...MoodSchema.options),
    figures: fc.array(figure, { maxLength: 4 }),
    things: none,
    effects: fc.uniqueArray(fc.constantFrom("speed", "focus", "impact", "flash", "sparkle"), {
      maxLength: 3,
    }),
    sounds: none,
    action: fc.constant(""),
    emptyZone: fc.record({ tenths: fc.integer({ min: 0, max: 5 }), where: fc.constant("top") }),
  }),
  words: fc.record({ texts: fc.array(word, { maxLength: 3 }), sounds: none }),
});

const panels: fc.Arbitrary<PanelDraft[]> = fc
  .array(draft, { minLength: 1, maxLength: 9 })
  .map((drafts) => drafts.map((d, i) => ({ id: `k${i + 1}`, ...d })));

const brief = fc.record({
  number: fc.integer({ min: 1, max: 100 }),
  language: fc.constant("ja" as const),
  direction: fc.constantFrom("rtl" as const, "ltr" as const),
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
});

interface LaidOut {
  frames: Frame[];
  drafts: PanelDraft[];
  page: PageBrief;
}

/** 600 pages of 1 to 9 panels, laid out once for all tests. */
const PAGES: LaidOut[] = fc
  .sample(fc.record({ drafts: panels, page: brief }), { numRuns: 600, seed: 2026 })
  .map(({ drafts, page }) => ({ frames: layoutPage(drafts, page), drafts, page }));

function onPages(check: (page: LaidOut) => void) {
  for (const page of PAGES) check(page);
}

describe("layoutPage", () => {
  test("no two panels overlap, and all are inside the frame, or inside the bleed if they bleed", () => {
    onPages(({ frames, page }) => {
      for (const [i, { corners, bleeds }] of frames.entries()) {
        const box = boundingBox(corners);
        const limit = bleeds
          ? {
              x: -PAPER.bleed,
              y: -PAPER.bleed,
              width: PAPER.width + 2 * PAPER.bleed,
              height: PAPER.height + 2 * PAPER.bleed,
            }
          : pageFrame(page);
        expect(box.x).toBeGreaterThanOrEqual(limit.x - 0.01);
        expect(box.y).toBeGreaterThanOrEqual(limit.y - 0.01);
        expect(box.x + box.width).toBeLessThanOrEqual(limit.x + limit.width + 0.01);
        expect(box.y + box.height).toBeLessThanOrEqual(limit.y + limit.height + 0.01);
        for (const other of frames.slice(i + 1)) expect(distance(corners, other.corners)).toBeGreaterThan(20);
      }
    });
  });

  test("on each side, a bleeding panel reaches the end of the bleed or stays at the frame", () => {
    onPages(({ frames, page }) => {
      const inner = pageFrame(page);
      for (const { corners, bleeds } of frames) {
        const box = boundingBox(corners);
        const sides = [
          [box.x, inner.x, -PAPER.bleed, -1],
          [box.x + box.width, inner.x + inner.width, PAPER.width + PAPER.bleed, 1],
          [box.y, inner.y, -PAPER.bleed, -1],
          [box.y + box.height, inner.y + inner.height, PAPER.height + PAPER.bleed, 1],
        ] as const;
        for (const [at, frame, edge, out] of sides) {
          if ((at - frame) * out > 0.01) expect(bleeds && at).toBe(edge);
        }
      }
    });
  });

  test("the order of reading the drawn page is the panels' order, in both directions", () => {
    onPages(({ frames, drafts, page }) => {
      expect(readingOrder(frames, page.direction)).toEqual(drafts.map((_, i) => i));
    });
  });

  test("the panel to read next is never ambiguous", () => {
    onPages(({ frames, page }) => {
      expect(doubtfulPanels(frames, page.direction)).toEqual([]);
    });
  });

  test("gutters between rows are at least 1.5 times as wide as gutters within a row", () => {
    onPages(({ frames }) => {
      const { across, down } = guttersOf(frames);
      if (across.length > 0 && down.length > 0) {
        expect(Math.min(...across) / Math.max(...down)).toBeGreaterThanOrEqual(1.5);
      }
      for (const width of across) expect(width).toBeLessThanOrEqual(80.1);
    });
  });

  test("no panel is too narrow for words or too low for a face", () => {
    onPages(({ frames }) => {
      for (const { corners } of frames) {
        const [a, b, c, d] = corners;
        if (a === undefined || b === undefined || c === undefined || d === undefined)
          throw new Error("corners");
        expect((b.x - a.x + c.x - d.x) / 2).toBeGreaterThanOrEqual(275);
        expect((d.y - a.y + c.y - b.y) / 2).toBeGreaterThanOrEqual(290);
        expect(Math.min(b.x - a.x, c.x - d.x)).toBeGreaterThanOrEqual(200);
      }
    });
  });

  test("a left-to-right page is the mirror image of the right-to-left page", () => {
    onPages(({ drafts, page }) => {
      const [rtl, ltr] = (["rtl", "ltr"] as const).map((direction) =>
        layoutPage(drafts, { ...page, direction }),
      );
      expect(
        rtl?.map((frame) => frame.corners.map(({ x, y }) => [Math.round((PAPER.width - x) * 100), y])),
      ).toEqual(
        ltr?.map(({ corners: [a, b, c, d] }) =>
          [b, a, d, c].map((p) => [Math.round((p?.x ?? 0) * 100), p?.y]),
        ),
      );
    });
  });

  test("heavier panels are larger on average", () => {
    const areas: number[][] = [[], [], [], [], []];
    onPages(({ frames, drafts }) => {
      if (frames.length < 3) return;
      for (const [i, frame] of frames.entries()) {
        const { width, height } = boundingBox(frame.corners.map(withinFrame));
        areas[(drafts[i]?.weight ?? 1) - 1]?.push(width * height * frames.length);
      }
    });
    const means = areas.map((list) => list.reduce((sum, area) => sum + area, 0) / list.length);
    expect(means).toEqual(means.toSorted((a, b) => a - b));
    expect((means[4] ?? 0) / (means[0] ?? 1)).toBeGreaterThan(1.8);
  });

  test("different pages get different compositions, and the same page the same one", () => {
    const shapes = new Set<string>();
    onPages(({ frames, drafts, page }) => {
      expect(layoutPage(drafts, page)).toEqual(frames);
      if (frames.length === 6) {
        shapes.add(
          frames.map(({ corners: [a] }) => [a?.x, a?.y].map((v) => Math.round((v ?? 0) / 150))).join(";"),
        );
      }
    });
    expect(shapes.size).toBeGreaterThan(30);
  });

  test("a single panel bleeds on all sides", () => {
    const [drafts] = fc.sample(
      panels.filter((p) => p.length === 1),
      { numRuns: 1, seed: 1 },
    );
    const [frame] = layoutPage(drafts ?? [], { number: 1, language: "ja", direction: "rtl", seed: 1 });
    expect(boundingBox(frame?.corners ?? [])).toEqual({ x: -30, y: -30, width: 1880, height: 2630 });
  });
});

describe("a page with a frame offset from the fold", () => {
  test.each([
    [1, "rtl", "left"],
    [2, "rtl", "right"],
    [1, "ltr", "right"],
    [2, "ltr", "left"],
  ] as const)("page %i of a book read %s lies on the %s", (number, direction, side) => {
    const { x, width } = pageFrame({ number, direction });
    const margins = { left: x, right: PAPER.width - x - width };
    const [outer, inner] = side === "left" ? ["left", "right"] : ["right", "left"];
    expect(margins).toEqual({ [outer ?? ""]: 140, [inner ?? ""]: 180 });
  });
});

describe("the two halves of a spread", () => {
  const halves = fc.sample(
    fc.record({ first: panels, second: panels, share: fc.constantFrom(0.5, 0.55, 0.6), page: brief }),
    { numRuns: 150, seed: 9 },
  );
  const laidOut = halves
    .filter(({ first, second }) => first.length >= 2 && first.length <= 5 && second.length <= 4)
    .map(({ first, second, share, page }) => {
      const even = { ...page, number: page.number * 2 };
      return {
        direction: page.direction,
        share,
        first: layoutPage(first, { ...even, spread: { half: "first", share } }),
        second: layoutPage(second, {
          ...even,
          ...{ number: even.number + 1, spread: { half: "second", share } },
        }),
      };
    });

  test("share one picture at their top, from one outer edge to the other", () => {
    expect(laidOut.length).toBeGreaterThan(30);
    for (const { direction, share, first } of laidOut) {
      const [picture, ...rest] = first;
      expect(picture).toMatchObject({ bleeds: true, crosses: true });
      expect(boundingBox(picture?.corners ?? [])).toEqual({
        ...spreadPaper(direction),
        height: Math.round(PAPER.height * share) + PAPER.bleed,
      });
      expect(rest.some(({ crosses }) => crosses)).toBe(false);
    }
  });

  test("have their other panels below it, in reading order, at the same distance on both pages", () => {
    for (const { direction, share, first, second } of laidOut) {
      const [, ...below] = first;
      for (const frames of [below, second]) {
        expect(readingOrder(frames, direction)).toEqual(frames.map((_, i) => i));
        const top = Math.min(...frames.flatMap(({ corners }) => corners.map(({ y }) => y)));
        expect(top).toBeCloseTo(Math.round(PAPER.height * share) + 75);
      }
      expect(readingOrder(first, direction)).toEqual(first.map((_, i) => i));
    }
  });
});

function withinFrame({ x, y }: Point): Point {
  const { frame } = PAPER;
  return {
    x: Math.min(Math.max(x, frame.x), frame.x + frame.width),
    y: Math.min(Math.max(y, frame.y), frame.y + frame.height),
  };
}

/** Minimum distance between two shapes' edges; 0 if they overlap. */
function distance(a: readonly Point[], b: readonly Point[]): number {
  const gap = Math.max(separation(a, b), separation(b, a));
  return Math.max(0, gap);
}

/** Width of the gap along an edge of `a` that separates the shapes; not positive if none does. */
function separation(a: readonly Point[], b: readonly Point[]): number {
  return Math.max(
    ...a.map((from, i) => {
      const to = a[(i + 1) % a.length] ?? from;
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      return Math.min(
        ...b.map((p) => -((to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x)) / length),
      );
    }),
  );
}
