import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleBoard } from "../drawing/sample-board.ts";
import { pageFrame } from "./binding.ts";
import { pictureBox, pictureSize } from "./drawn-frame.ts";
import { editFrames, type FrameEdit, reachable } from "./frame-edits.ts";
import { FrameEditError, quadsOf } from "./frame-page.ts";
import {
  areApart,
  BLEED_BOX,
  isConvex,
  isLargeEnough,
  isOnPaper,
  type Quad,
  quadOf,
  SIDES,
} from "./frame-shapes.ts";
import { templateFrames, templatesFor } from "./frame-templates.ts";
import { boundingBox, PAPER } from "./paper.ts";
import { doubtfulPanels, readingOrder } from "./reading-order.ts";
import type { StoryboardPage } from "./storyboard.ts";

const DIRECTIONS = ["rtl", "ltr"] as const;

const page = fc
  .record({
    panels: fc.integer({ min: 1, max: 8 }),
    direction: fc.constantFrom(...DIRECTIONS),
    number: fc.integer({ min: 1, max: 4 }),
    seed: fc.integer({ min: 1, max: 500 }),
  })
  .map((asked) => ({ board: sampleBoard(asked), direction: asked.direction }));

/** A wish for an edit, resolved on the page that it meets. */
const wish = fc.record({
  kind: fc.constantFrom("move", "move", "tilt", "bleed", "cut", "merge", "template", "order"),
  at: fc.nat(8),
  other: fc.nat(8),
  side: fc.constantFrom(...SIDES),
  by: fc.integer({ min: -400, max: 400 }),
  share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  lean: fc.integer({ min: -80, max: 80 }),
  flag: fc.boolean(),
});
type Wish = typeof wish extends fc.Arbitrary<infer W> ? W : never;

function editOf({ panels }: StoryboardPage, asked: Wish): FrameEdit {
  const { kind, at, other, side, by, share, lean, flag } = asked;
  const ids = panels.map(({ id }) => id);
  const panel = ids[at % ids.length] ?? "k1";
  switch (kind) {
    case "bleed":
      return { kind, panel, side, on: flag };
    case "cut": {
      const { x, y, width, height } = boundingBox(panels[at % ids.length]?.frame.corners ?? []);
      const [across, down] = [y + height * share, x + width * share];
      return flag
        ? { kind, panel, from: { x, y: across - lean }, to: { x: x + width, y: across + lean } }
        : { kind, panel, from: { x: down - lean, y }, to: { x: down + lean, y: y + height } };
    }
    case "merge":
      return { kind, panel, with: ids[(at + 1) % ids.length] ?? "k1" };
    case "template":
      return { kind, template: templatesFor(ids.length)[other % 4]?.id ?? "none" };
    case "order":
      return { kind, panels: ids.toSorted((a, b) => (a === panel ? -1 : b === panel ? 1 : 0)) };
    default:
      return { kind: kind as "move" | "tilt", panel, side, by, ...(flag && { alone: true }) };
  }
}

/** The page after the edit; undefined where it is refused. */
function tried(board: StoryboardPage, edit: FrameEdit, direction: "rtl" | "ltr"): StoryboardPage | undefined {
  try {
    return editFrames(board, [edit], { direction });
  } catch (error) {
    if (error instanceof FrameEditError) return undefined;
    throw error;
  }
}

const wordsOf = ({ panels }: StoryboardPage) =>
  panels.flatMap(({ words }) => [
    ...words.texts.map(({ text }) => text),
    ...words.sounds.map(({ text }) => text),
  ]);

describe("any sequence of edits", () => {
  test("keeps frames on the paper, apart, large enough and in a clear order, with all words and ids", () => {
    let made = 0;
    fc.assert(
      fc.property(page, fc.array(wish, { minLength: 1, maxLength: 8 }), ({ board, direction }, wishes) => {
        let now = board;
        const used = new Set(board.panels.map(({ id }) => id));
        for (const asked of wishes) {
          const edit = editOf(now, asked);
          const next = tried(now, edit, direction);
          if (next === undefined) continue;
          made += 1;
          const before = now;
          now = next;
          const quads = [...quadsOf(now).values()];
          expect(quads).toHaveLength(now.panels.length);
          const changed = now.panels.filter(({ frame }) => !before.panels.some((one) => one.frame === frame));
          for (const { frame } of changed) {
            const quad = quadOf(frame.corners) as Quad;
            expect(isConvex(quad) && isLargeEnough(quad) && isOnPaper(quad)).toBe(true);
            const others = now.panels.filter((one) => one.frame !== frame);
            expect(others.every((one) => areApart(quad, one.frame.corners))).toBe(true);
          }
          const order = readingOrder(
            now.panels.map(({ frame }) => frame),
            direction,
          );
          expect(order).toEqual(now.panels.map((_, index) => index));
          const ids = now.panels.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const fresh = ids.filter((id) => !before.panels.some((one) => one.id === id));
          expect(fresh).toHaveLength(edit.kind === "cut" ? 1 : 0);
          for (const id of fresh) expect(used.has(id)).toBe(false);
          for (const id of ids) used.add(id);
          expect(wordsOf(now).toSorted()).toEqual(wordsOf(board).toSorted());
          for (const { frame } of now.panels) {
            if (frame.drawn?.of !== undefined) expect(ids).toContain(frame.drawn.of);
          }
        }
      }),
      { numRuns: 300 },
    );
    // The property says something only if edits are made.
    expect(made).toBeGreaterThan(300);
  });

  test("keeps the size for which each picture was drawn, and covers the frame with it", () => {
    fc.assert(
      fc.property(page, fc.array(wish, { minLength: 1, maxLength: 6 }), ({ board, direction }, wishes) => {
        let now = board;
        for (const asked of wishes) now = tried(now, editOf(now, asked), direction) ?? now;
        for (const { id, frame } of now.panels) {
          const drawn = board.panels.find((one) => one.id === (frame.drawn?.of ?? id));
          if (drawn !== undefined) expect(pictureSize(frame)).toEqual(pictureSize(drawn.frame));
          const [box, picture] = [boundingBox(frame.corners), pictureBox(frame)];
          expect(picture.x).toBeLessThanOrEqual(box.x + 0.01);
          expect(picture.y).toBeLessThanOrEqual(box.y + 0.01);
          expect(picture.x + picture.width).toBeGreaterThanOrEqual(box.x + box.width - 0.01);
          expect(picture.y + picture.height).toBeGreaterThanOrEqual(box.y + box.height - 0.01);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("changes nothing of the page that it was given", () => {
    fc.assert(
      fc.property(page, wish, ({ board, direction }, asked) => {
        const before = JSON.stringify(board);
        tried(board, editOf(board, asked), direction);
        expect(JSON.stringify(board)).toBe(before);
      }),
    );
  });
});

describe("inverses", () => {
  test("an edge that is moved back stands where it was, and its pictures need nothing", () => {
    fc.assert(
      fc.property(page, wish, ({ board, direction }, asked) => {
        const move = { ...editOf(board, { ...asked, kind: "move", flag: false }) } as Extract<
          FrameEdit,
          { kind: "move" | "tilt" }
        >;
        const there = tried(board, move, direction);
        fc.pre(there !== undefined);
        const back = tried(there, { ...move, by: -move.by }, direction);
        fc.pre(back !== undefined);
        for (const [index, { frame }] of back.panels.entries()) {
          const was = board.panels[index]?.frame.corners ?? [];
          for (const [at, { x, y }] of frame.corners.entries()) {
            expect(Math.hypot(x - (was[at]?.x ?? 0), y - (was[at]?.y ?? 0))).toBeLessThan(0.5);
          }
        }
      }),
    );
  });

  test("a panel that is cut and merged again is exactly the panel of before", () => {
    fc.assert(
      fc.property(page, wish, ({ board, direction }, asked) => {
        const cut = tried(board, editOf(board, { ...asked, kind: "cut", lean: 0 }), direction);
        fc.pre(cut !== undefined);
        const fresh = cut.panels.find(({ id }) => !board.panels.some((one) => one.id === id));
        const of = fresh?.frame.drawn?.of ?? "";
        const back = editFrames(cut, [{ kind: "merge", panel: of, with: fresh?.id ?? "" }], { direction });
        expect(back.panels.map(({ frame }) => frame)).toEqual(
          board.panels.map(({ id, frame }) =>
            id === of ? { ...frame, bleeds: back.panels.find((one) => one.id === id)?.frame.bleeds } : frame,
          ),
        );
        expect(wordsOf(back)).toEqual(wordsOf(board));
      }),
    );
  });
});

describe("a moved edge", () => {
  const board = sampleBoard({ panels: 4, direction: "rtl", number: 1, seed: 3 });

  test("takes the whole gutter with it, so that the white keeps its width", () => {
    const [first] = board.panels;
    const moved = editFrames(board, [{ kind: "move", panel: first?.id ?? "", side: "bottom", by: -60 }], {
      direction: "rtl",
    });
    const rows = (one: StoryboardPage) => {
      const boxes = one.panels.map(({ frame }) => boundingBox(frame.corners));
      const end = Math.max(...boxes.filter(({ y }) => y < 400).map(({ y, height }) => y + height));
      return Math.min(...boxes.filter(({ y }) => y > end).map(({ y }) => y)) - end;
    };
    expect(rows(moved)).toBeCloseTo(rows(board), 0);
  });

  test("goes as far as it can where it cannot go the whole way", () => {
    const edit = {
      ...({ kind: "move", panel: board.panels[0]?.id ?? "", side: "bottom", by: 5000 } as const),
    };
    const far = reachable(board, edit, { direction: "rtl" });
    expect(far?.by).toBeGreaterThan(50);
    expect(far?.by).toBeLessThan(2000);
    expect(() => editFrames(board, [edit], { direction: "rtl" })).toThrow(FrameEditError);
  });
});

describe("refusals", () => {
  const board = sampleBoard({ panels: 4, direction: "rtl", number: 1, seed: 3 });
  const faultOf = (one: StoryboardPage, edit: FrameEdit) => {
    try {
      editFrames(one, [edit], { direction: "rtl" });
    } catch (error) {
      if (error instanceof FrameEditError) return error.fault;
      throw error;
    }
    return undefined;
  };

  test("an unknown panel or layout, a tenth panel, a cut over a corner", () => {
    expect(faultOf(board, { kind: "move", panel: "k77", side: "top", by: 5 })).toBe("unknown");
    expect(faultOf(board, { kind: "template", template: "9.grid" })).toBe("unknown");
    const nine = sampleBoard({ panels: 9, direction: "rtl", number: 1, seed: 3 });
    const { x, y, width, height } = boundingBox(board.panels[0]?.frame.corners ?? []);
    const cut = { kind: "cut", panel: "k1", from: { x, y: y + 50 }, to: { x: x + 50, y } } as const;
    expect(faultOf(board, cut)).toBe("not-across");
    const middle = y + height / 2;
    const whole = { ...cut, from: { x, y: middle }, to: { x: x + width, y: middle } };
    expect(faultOf(nine, whole)).toBe("most-panels");
  });

  test("a 4-koma page, and the picture of a spread", () => {
    const koma = { ...board, panels: board.panels.map((one) => ({ ...one, strip: { number: 1 } })) };
    expect(faultOf(koma, { kind: "move", panel: "k1", side: "top", by: 5 })).toBe("fixed");
    const [first, ...rest] = board.panels;
    if (first === undefined) throw new Error("a board has panels");
    const crossing = { ...first, frame: { ...first.frame, crosses: true as const } };
    expect(
      faultOf(
        { ...board, panels: [crossing, ...rest] },
        { kind: "bleed", panel: "k1", side: "top", on: true },
      ),
    ).toBe("fixed");
  });
});

describe("a spread", () => {
  const share = 0.5;
  const first = sampleBoard({
    ...{ panels: 3, direction: "rtl", number: 2, seed: 4 },
    spread: { half: "first", share },
  });
  const second = sampleBoard({
    ...{ panels: 2, direction: "rtl", number: 3, seed: 4 },
    spread: { half: "second", share },
  });
  const top = PAPER.height * share;

  test("keeps its picture, and no frame of both pages comes near it, whatever is edited", () => {
    fc.assert(
      fc.property(fc.constantFrom(first, second), fc.array(wish, { maxLength: 8 }), (board, wishes) => {
        let now = board;
        for (const asked of wishes) now = tried(now, editOf(now, asked), "rtl") ?? now;
        const own = now.panels.filter(({ frame }) => !frame.crosses);
        expect(now.panels.filter(({ frame }) => frame.crosses)).toEqual(
          board.panels.filter(({ frame }) => frame.crosses),
        );
        for (const { frame } of own) expect(boundingBox(frame.corners).y).toBeGreaterThan(top);
      }),
      { numRuns: 200 },
    );
  });

  test("takes a layout for its other panels below the picture", () => {
    const laid = editFrames(first, [{ kind: "template", template: "2.columns" }], { direction: "rtl" });
    expect(laid.panels[0]).toBe(first.panels[0]);
    for (const { frame } of laid.panels.slice(1)) {
      expect(boundingBox(frame.corners).y).toBeCloseTo(Math.round(top) + 75, 1);
    }
  });
});

describe("layouts", () => {
  test.each(DIRECTIONS)("of every number of panels are read in their order, %s", (direction) => {
    for (let count = 1; count <= 9; count++) {
      const found = templatesFor(count);
      expect(found.length).toBeGreaterThan(0);
      for (const template of found) {
        const board = sampleBoard({ panels: count, direction, number: 2, seed: 1 });
        const laid = editFrames(board, [{ kind: "template", template: template.id }], { direction });
        const frames = laid.panels.map(({ frame }) => frame);
        expect(readingOrder(frames, direction)).toEqual(frames.map((_, index) => index));
        expect([template.id, doubtfulPanels(frames, direction)]).toEqual([template.id, []]);
        const frame = pageFrame({ number: 2, direction });
        expect(templateFrames(template, frame, direction)).toHaveLength(count);
      }
    }
  });
});

test("a side with a bleed extends 3 mm beyond the trim, and returns to the inner frame when the bleed is removed", () => {
  const board = sampleBoard({ panels: 1, direction: "rtl", number: 1, seed: 3 });
  const bare = editFrames(board, [{ kind: "template", template: "1.whole" }], { direction: "rtl" });
  const bled = editFrames(bare, [{ kind: "bleed", panel: "k1", side: "left", on: true }], {
    direction: "rtl",
  });
  expect(boundingBox(bled.panels[0]?.frame.corners ?? []).x).toBe(BLEED_BOX.x);
  expect(bled.panels[0]?.frame.bleeds).toBe(true);
  const back = editFrames(bled, [{ kind: "bleed", panel: "k1", side: "left", on: false }], {
    direction: "rtl",
  });
  expect(back.panels[0]?.frame).toEqual(bare.panels[0]?.frame);
});
