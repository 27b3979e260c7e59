// What people sit on and eat at: what the words name, else what the place has.
import { describe, expect, it } from "vitest";
import type { PlaceKind } from "../closed/staging.ts";
import { thingsIn } from "./panel.ts";
import { figure, GIRL, picture } from "./sample-panel.ts";
import { isLaid, seatIn } from "./seats.ts";

const told = (action: string, kind: PlaceKind = "room") =>
  picture({ action, scene: { ...picture().scene, place: { kind, name: "" } } });

describe("a seat", () => {
  it.each([
    ["Wren jumped back and sat down in the snow.", "ground"],
    ["Otto slid down the wall until he sat on the ground.", "ground"],
    ["ケンは床に座りこんだ。", "ground"],
    ["A girl sat on a barrel and mended a net.", "barrel"],
    ["They sat round it on a fallen trunk.", "log"],
    ["Wren and Otto sat side by side on the step in the sun.", "step"],
    ["ふたりは石段に腰をおろした。", "step"],
    ["老人は岩の上に座った。", "rock"],
    ["She sat at the window.", "stool"],
  ] as const)("of %s is the %s", (action, seat) => {
    expect(seatIn(told(action))).toBe(seat);
  });

  it("is the bare ground where nothing else is at hand, but for a bench that is there", () => {
    expect(seatIn(told("They waited.", "forest"))).toBe("ground");
    expect(seatIn({ ...told("They waited.", "garden"), props: ["bench"] })).toBe("stool");
  });

  it("is the carriage's own where all have seats, unless the words name another", () => {
    expect(seatIn(told("She sat at the window.", "train"))).toBe("berth");
    expect(seatIn(told("She sat at the window.", "church"))).toBe("pew");
    expect(seatIn(told("She sat on the floor.", "train"))).toBe("ground");
  });

  it("that is told of is under whoever sits on it, and not drawn again beside them", () => {
    for (const pose of ["stand", "sit"] as const) {
      const sat = picture({
        action: "A girl sat on a barrel.",
        props: ["barrel"],
        figures: [figure({ pose })],
      });
      const request = { kind: "panel" as const, picture: sat, cast: [GIRL], portraits: new Map() };
      const things = thingsIn({ ...request, style: "", width: 700, height: 520, seed: 7 });
      expect(things.filter(({ what }) => what === "barrel")).toHaveLength(1);
    }
  });
});

describe("a table", () => {
  it("is laid for whoever eats between walls, and out of doors only where the words have one", () => {
    expect(isLaid(told("He ate.", "kitchen"))).toBe(true);
    expect(isLaid(told("He ate his third apple.", "station"))).toBe(false);
    expect(isLaid(told("They ate at a long table.", "garden"))).toBe(true);
  });
});
