import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cropTo } from "./crop.ts";

const face = (x: number, y: number, size = 100) => ({ box: { x, y, width: size, height: size } });

describe("a picture cut to a frame", () => {
  test("fills the frame with an area inside the picture, whatever the picture shows", () => {
    const size = fc.record({
      width: fc.integer({ min: 50, max: 2000 }),
      height: fc.integer({ min: 50, max: 2000 }),
    });
    const heads = fc.array(fc.tuple(fc.integer({ min: 0, max: 1900 }), fc.integer({ min: 0, max: 1900 })), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        size,
        size,
        heads,
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        (picture, frame, places, share) => {
          const faces = places.map(([x, y]) => face(x % picture.width, y % picture.height, 20));
          const { part, shown } = cropTo(picture, faces, { ...frame, hidden: frame.height * share });
          expect(part.x).toBeGreaterThanOrEqual(0);
          expect(part.y).toBeGreaterThanOrEqual(0);
          expect(part.x + part.width).toBeLessThanOrEqual(picture.width + 1e-6);
          expect(part.y + part.height).toBeLessThanOrEqual(picture.height + 1e-6);
          expect(part.width / part.height).toBeCloseTo(frame.width / frame.height, 6);
          expect(shown).toBeGreaterThanOrEqual(0);
          expect(shown).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("keeps heads below the hidden top of the frame, where the picture has room above them", () => {
    const tall = { width: 400, height: 1600 };
    const { part, shown } = cropTo(tall, [face(150, 700)], { width: 400, height: 600, hidden: 100 });
    expect(shown).toBe(1);
    expect(part.y + 100).toBeLessThanOrEqual(700 - 55);
  });

  test("leaves room for a hat above the hair, and reports where there is none", () => {
    // The face fills half of the crop, so a head centred on the eye line would have its hat cut off.
    const frame = { width: 800, height: 800, hidden: 0 };
    const { part, shown } = cropTo({ width: 800, height: 2000 }, [face(200, 900, 340)], frame);
    expect(shown).toBe(1);
    expect(part.y).toBeLessThanOrEqual(900 - 340 * 1.1);
    const low = cropTo({ width: 800, height: 2000 }, [face(200, 900, 340)], { ...frame, hidden: 300 });
    expect(low.part.y + 300).toBeLessThanOrEqual(900 - 340 * 1.1);
  });

  test("reports that a head at the picture's edge is partly hidden", () => {
    const { part, shown } = cropTo({ width: 400, height: 600 }, [face(150, 20)], {
      width: 400,
      height: 600,
      hidden: 100,
    });
    expect(part.y).toBe(0);
    expect(shown).toBe(0);
  });

  test("shows the largest heads where not all fit", () => {
    const wide = { width: 2000, height: 500 };
    const faces = [face(100, 100, 200), face(1800, 100, 80)];
    const { part, shown } = cropTo(wide, faces, { width: 500, height: 500, hidden: 0 });
    expect(shown).toBe(0.5);
    expect(part.x).toBeLessThan(100);
  });
});
