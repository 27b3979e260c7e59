// Figures in a boat share one boat, and sit close enough together to fit in it.
import { describe, expect, it } from "vitest";
import { planComposition } from "../camera/compose.ts";
import { thingsIn } from "../panel.ts";
import { figure, GIRL, MAN, picture } from "../sample-panel.ts";
import { crewOf } from "./crew.ts";

const afloat = picture({
  shot: "long",
  scene: { ...picture().scene, place: { kind: "river", name: "river" } },
  figures: [figure({ pose: "sit", at: 0.2 }), figure({ character: "c2", pose: "row", at: 0.8 })],
  props: ["boat"],
});
const OWL = { ...GIRL, id: "c3", kind: "bird" as const };

describe("a boat", () => {
  it("is drawn once for all figures in it", () => {
    const request = { kind: "panel" as const, picture: afloat, cast: [GIRL, MAN] };
    const things = thingsIn({ ...request, width: 1200, height: 420, seed: 7 });
    expect(things.filter(({ what }) => what === "boat")).toHaveLength(1);
  });

  it("moves its crew together and carries the animal that is with them", () => {
    const three = { ...afloat, figures: [...afloat.figures, figure({ character: "c3", at: 0.95 })] };
    const { standing } = planComposition(three, [GIRL, MAN, OWL], { width: 1400, height: 400 });
    const { standing: seated, hull } = crewOf(standing, three, true);
    const gap = (all: typeof standing) => Math.abs((all[0]?.x ?? 0) - (all.at(-1)?.x ?? 0));
    expect(gap(seated)).toBeLessThan(gap(standing));
    for (const { x } of seated) {
      expect(x).toBeGreaterThanOrEqual(hull?.first ?? Infinity);
      expect(x).toBeLessThanOrEqual(hull?.last ?? -Infinity);
    }
  });

  it("is absent if no figure is in a boat", () => {
    const ashore = { ...afloat, props: [], figures: [figure()] };
    const { standing } = planComposition(ashore, [GIRL], { width: 700, height: 500 });
    expect(crewOf(standing, ashore, true)).toEqual({ standing, hull: undefined });
  });
});
