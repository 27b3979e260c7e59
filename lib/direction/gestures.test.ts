import { describe, expect, it } from "vitest";
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import type { Shot } from "../manga/staging.ts";
import { withGestures } from "./gestures.ts";
import { pageToDraw } from "./page-to-draw.ts";
import { acting, beat, inputOf, line, person, plotOf } from "./sample-beats.ts";

const people = [person("c1"), person("c2"), person("c3", { kind: "horse" })];

const seeds = Array.from({ length: 30 }, (_, seed) => seed);

/** The `doing` of the people of one panel, for each of many seeds. */
function doings(change: Partial<Beat>, shot: Shot = "half"): string[][] {
  const own = beat("b1", { kind: "dialogue", ...change });
  const who = own.figures.map(({ character }) => character);
  return seeds.map((seed) => {
    const input = inputOf(plotOf([[own]]), people, { brief: { direction: "ltr", seed } });
    const framing = { shot, angle: "level", cut: "all", who } as const;
    const [panel] = withGestures([{ beat: own, framing, at: 0 }], pageToDraw(input));
    return panel?.beat.figures.map(({ doing }) => doing) ?? [];
  });
}

const two = (one: Partial<Acting>, other: Partial<Acting> = {}) => [acting("c1", one), acting("c2", other)];

describe("gestures", () => {
  it("are not added to an action, full hands, a seat or a mount", () => {
    const told: Partial<Acting>[] = [
      { doing: "reads" },
      { hands: [{ what: "lamp" }] },
      { doing: "sit", seat: "stool" },
      { mount: "horse" },
    ];
    for (const one of told)
      for (const [doing] of doings({ figures: [acting("c1", one)] }))
        expect(doing).toBe(one.doing ?? "stand");
  });

  it("are not added to animals, and not if the action or the person is guessed", () => {
    const figures = [acting("c3")];
    for (const [doing] of doings({ figures })) expect(doing).toBe("stand");
    for (const guessed of [["deed"], ["who"]] as const)
      for (const [doing] of doings({ figures: [acting("c1")], guessed: [...guessed] }))
        expect(doing).toBe("stand");
  });

  it("are not added if the frame shows no arms", () => {
    for (const shot of ["close", "detail", "establishing"] as const)
      for (const [doing] of doings({ figures: [acting("c1", { feeling: "sad" })] }, shot))
        expect(doing).toBe("stand");
  });

  it("react to an action with the person as recipient", () => {
    const answers: [string, string][] = [
      ["embraces her", "embrace"],
      ["strikes her", "raises both hands"],
      ["offers a cup", "reaches out"],
    ];
    for (const [deed, answer] of answers)
      for (const [, doing] of doings({ figures: two({ doing: deed, to: "c2" }) })) expect(doing).toBe(answer);
  });

  it("follow from a raised voice, a thought and a feeling", () => {
    const says = (voice: "shout" | "thought", feeling: string) =>
      doings({ figures: [acting("c1", { feeling })], lines: [line("c1", "So.", { voice })] }).flat();
    expect(new Set(says("shout", "angry"))).toEqual(new Set(["point"]));
    expect(new Set(says("shout", "overjoyed"))).toEqual(new Set(["arms-up"]));
    expect(new Set(says("thought", "calm"))).toEqual(new Set(["think"]));
    expect(new Set(doings({ figures: [acting("c1", { feeling: "sad" })] }).flat())).toEqual(
      new Set(["look-down"]),
    );
  });

  it("are added to some calm people, not to all", () => {
    const calm = doings({ figures: two({}), lines: [line("c1", "So.")] });
    const still = calm.filter(([one, other]) => one === "stand" && other === "stand").length;
    expect(still).toBeGreaterThan(0);
    expect(still).toBeLessThan(seeds.length * 0.7);
  });
});
