// The repairs of a picture's faults: at most two paid ones, and the better picture is kept.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestOf, type Fault, faultScore, MOST_REPAIRS, planRepair, type Repair } from "./picture-faults.ts";

const LETTERS: Fault = { kind: "letters", where: "upper left" };
const HANDS: Fault = { kind: "hands", character: "c1" };
const CROWD: Fault = { kind: "heads", seen: 3, wanted: 2 };
const COLOUR: Fault = { kind: "colour" };
const edits = { edits: true };

describe("a picture's faults", () => {
  it("are left to code where code can repair them, and ignored where they are slight", () => {
    expect(planRepair([{ faults: [COLOUR, { kind: "border" }] }], [], edits)).toBeUndefined();
    expect(
      planRepair([{ faults: [{ kind: "likeness", character: "c1", likeness: 1 }] }], [], edits),
    ).toBeUndefined();
    expect(planRepair([{ faults: [] }], [], edits)).toBeUndefined();
  });

  it("are repaired by one edit of the worst one, then by one redraw with all of them", () => {
    const edit = planRepair([{ faults: [HANDS, LETTERS] }], [], edits);
    expect(edit).toEqual({ kind: "edit", fault: LETTERS });
    const history: Repair[] = edit ? [edit] : [];
    const again = planRepair([{ faults: [HANDS, LETTERS] }, { faults: [HANDS] }], history, edits);
    expect(again).toEqual({ kind: "redraw", faults: [HANDS] });
    expect(planRepair([{ faults: [HANDS] }], [...history, again ?? LETTERS_MEND], edits)).toBeUndefined();
  });

  it("cause a redraw at once where there are too many people, or the model takes no pictures", () => {
    expect(planRepair([{ faults: [CROWD] }], [], edits)).toEqual({ kind: "redraw", faults: [CROWD] });
    expect(planRepair([{ faults: [LETTERS] }], [], { edits: false })).toEqual({
      ...{ kind: "redraw", faults: [LETTERS] },
    });
  });

  const anyFault = fc.constantFrom(LETTERS, HANDS, CROWD, COLOUR);
  it("never cost more than two repairs, and the best picture is kept", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyFault, { maxLength: 4 }), { minLength: 6 }),
        fc.boolean(),
        (looks, can) => {
          const seen: { faults: readonly Fault[] }[] = [];
          const history: Repair[] = [];
          for (const faults of looks) {
            seen.push({ faults });
            const repair = planRepair(seen, history, { edits: can });
            if (repair === undefined) break;
            history.push(repair);
          }
          expect(history.length).toBeLessThanOrEqual(MOST_REPAIRS);
          expect(seen.length).toBe(history.length + 1);
          const kept = faultScore(bestOf(seen)?.faults ?? []);
          expect(seen.every(({ faults }) => kept <= faultScore(faults))).toBe(true);
        },
      ),
    );
  });
});

const LETTERS_MEND: Repair = { kind: "redraw", faults: [LETTERS] };
