// Seats and tables: the told one, else the usual one of the place.
import { describe, expect, it } from "vitest";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import { type FigureTold, SEATS_TOLD } from "../closed/told.ts";
import { thingsIn } from "../panel.ts";
import { figure, GIRL, panelRequest, picture, tell } from "../sample-panel.ts";
import { isLaid, seatIn } from "./seats.ts";

const seen = (facts: FigureTold, kind: PlaceKind = "room", props: Prop[] = []) =>
  picture({
    ...{ told: tell({ figures: { c1: facts } }), props },
    scene: { ...picture().scene, place: { kind, name: "" } },
  });

const seatOf = (...shown: Parameters<typeof seen>) => seatIn(seen(...shown), figure());
const isLaidIn = (...shown: Parameters<typeof seen>) => isLaid(seen(...shown), figure());

describe("a seat", () => {
  it("is the told seat, only for the figure it is told of", () => {
    for (const seat of SEATS_TOLD) expect(seatOf({ seat })).toBe(seat);
    expect(seatIn(seen({ seat: "barrel" }), figure({ character: "c2" }))).toBe("stool");
  });

  it("is the bare ground in open country, unless there is a bench", () => {
    expect(seatOf({}, "forest")).toBe("ground");
    expect(seatOf({}, "garden", ["bench"])).toBe("stool");
  });

  it("is the place's own seat in a train or a church, unless another is told", () => {
    expect(seatOf({}, "train")).toBe("berth");
    expect(seatOf({}, "church")).toBe("pew");
    expect(seatOf({ seat: "ground" }, "train")).toBe("ground");
  });

  it("is drawn under the sitter if told, and not a second time beside them", () => {
    for (const pose of ["stand", "sit"] as const) {
      const shown = { ...seen({ seat: "barrel" }, "street", ["barrel"]), figures: [figure({ pose })] };
      const things = thingsIn(panelRequest(shown, { cast: [GIRL] }));
      expect(things.filter(({ what }) => what === "barrel")).toHaveLength(1);
    }
  });
});

describe("a table", () => {
  it("is laid for a meal indoors, and outdoors only if one is told of or in the picture", () => {
    expect(isLaidIn({}, "kitchen")).toBe(true);
    expect(isLaidIn({}, "station")).toBe(false);
    expect(isLaidIn({ atTable: true }, "garden")).toBe(true);
    expect(isLaidIn({}, "garden", ["table"])).toBe(true);
  });
});
