import { describe, expect, it } from "vitest";
import type { Figure } from "../../../../manga/storyboard.ts";
import { drawnPanel, figure } from "./sample-open.ts";

function drawn(told: Partial<Figure>) {
  const { request, notices } = drawnPanel({ picture: { figures: [figure(told)] } });
  const { figures, props, told: facts } = request.picture;
  const [one] = figures;
  const animals = facts.animals.map(
    ({ animal, perch, young }) => `${young ? "young " : ""}${animal} ${perch}`,
  );
  return {
    pose: one?.pose,
    expression: one?.expression,
    held: [one?.holds, one?.alsoHolds].filter((prop) => prop),
    told: facts.figures.c1 ?? {},
    ...{ props, animals, notices },
  };
}
const plain = { pose: "stand", expression: "calm", held: [], told: {}, props: [], animals: [], notices: [] };

describe("a figure described in a writer's own words", () => {
  const cases: [Partial<Figure>, Partial<ReturnType<typeof drawn>>][] = [
    [
      { doing: "sits", seat: "old armchair" },
      { pose: "sit", told: {} },
    ],
    [
      { doing: "waits", seat: "mossy boulder" },
      { pose: "sit", told: { seat: "rock" } },
    ],
    [
      { doing: "waits", seat: "porch swing" },
      { pose: "sit", props: ["swing"] },
    ],
    [{ doing: "stands", gaze: "up at the stars" }, { pose: "look-up" }],
    [{ doing: "待っている", gaze: "後ろ" }, { pose: "look-back" }],
    [{ doing: "stands", gaze: "c2" }, {}],
    [{ doing: "reads", posture: "lying on her back" }, { pose: "read" }],
    [{ doing: "waits", posture: "kneeling" }, { pose: "kneel" }],
    [{ doing: "looks around", posture: "arms folded" }, { pose: "arms-crossed" }],
    [
      { doing: "cuddles it", hands: [{ what: "tabby kitten" }] },
      { pose: "embrace", animals: ["young cat arms"] },
    ],
    [
      {
        doing: "keeps watch",
        hands: [{ what: "halberd" }, { what: "dented shield", how: "in the left hand" }],
      },
      {
        held: ["spear", "shield"],
        notices: ['"halberd" is drawn as a spear.'],
      },
    ],
    [
      { doing: "pushes it uphill", hands: [{ what: "hand cart" }] },
      { pose: "push", held: ["cart"], told: { pushes: "cart" } },
    ],
    [
      { doing: "rides", mount: "elephant" },
      {
        pose: "ride",
        told: { manner: "astride" },
        animals: ["cow ridden"],
        notices: ['"elephant" is drawn as a cow, without its trunk.'],
      },
    ],
    [
      { doing: "speeds past", mount: "motorbike" },
      { pose: "ride", props: ["motorcycle"] },
    ],
    [{ doing: "rides the bus" }, { pose: "sit" }],
    [
      { doing: "walks", leads: "an old mule" },
      { pose: "walk", told: { leads: true }, animals: ["donkey lead"] },
    ],
    [{ doing: "laughs" }, { expression: "laugh" }],
    [{ doing: "stands", feeling: "teary", face: ["tears on her cheeks"] }, { expression: "cry" }],
    [
      { doing: "sleeps", where: ["under the street lamp"] },
      { pose: "sleep", told: { underLamp: true } },
    ],
    [
      { doing: "waits", where: ["inside the whale"] },
      { notices: ['Nothing is drawn for "inside the whale".'] },
    ],
    [
      { doing: "levels it", hands: [{ what: "camera", how: "raised to her eye" }] },
      {
        pose: "hold",
        held: ["camera"],
        told: { lift: "eye" },
        notices: ['Nothing is drawn for "levels it".'],
      },
    ],
    // A posture is kept, unless the action implies it or shows more.
    [{ doing: "eat porridge", posture: "lie" }, { pose: "lie" }],
    [{ doing: "grasp her hand", posture: "walk" }, { pose: "walk" }],
    [{ doing: "swing round", posture: "sit" }, { pose: "sit" }],
    [{ doing: "eat", posture: "sit" }, { pose: "eat" }],
    [{ doing: "carry him", posture: "run" }, { pose: "carry" }],
    [{ doing: "talk", posture: "stand", hands: [{ what: "hands of Bob" }] }, { pose: "reach" }],
    // A passenger of a coach sits.
    [{ doing: "look at the orchard", posture: "ride" }, { pose: "sit" }],
    [{ doing: "ride", posture: "ride" }, { pose: "sit" }],
    [{ doing: "ride" }, { pose: "ride" }],
    [
      { doing: "drifts", posture: "weightless" },
      { pose: "jump", told: { manner: "afloat" } },
    ],
  ];
  it.each(cases)("%o", (told, expected) => {
    expect(drawn(told)).toEqual({ ...plain, ...expected });
  });
});
