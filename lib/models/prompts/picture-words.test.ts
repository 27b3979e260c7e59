import { expect, it } from "vitest";
import { knownActing, knownLook, knownPlace, knownThings } from "../hosted/as-known.ts";
import { designWords, placeWords, stanceWords, thingWords } from "./picture-words.ts";

const scene = { id: "s1", hour: "night", weather: "rain", season: "autumn", mood: "lonely" } as const;
const stand = { character: "c1", view: "back", facing: "left", at: 0.5, depth: 0 } as const;
const look = {
  ...{ build: "small", hair: "long braid", hairTone: "silver", faceHair: "none", glasses: false, head: "" },
  ...{
    upper: "patched raincoat",
    upperTone: "yellow",
    lower: "shorts",
    lowerTone: "dark",
    marks: "freckles",
  },
};
const person = { id: "c1", name: "ミナ", kind: "human", age: "child", gender: "female", look: 1 } as const;

it("prefers what a writer said in words to the names of what we draw", () => {
  const place = knownPlace({ name: "台所", kind: "narrow apartment kitchen" });
  expect(placeWords({ scene: { ...scene, place } })).toBe(
    "narrow apartment kitchen, at night, in the rain, in autumn; it is 台所; the mood is lonely",
  );
  const acting = knownActing({ doing: 'leans on a "sign"', feeling: "amused", holding: "" });
  expect(stanceWords({ ...stand, holds: null, ...acting }, false)).toBe(
    "in the middle in the foreground, leans on a sign; amused, seen from behind",
  );
  const words = designWords({ ...person, ...knownLook(look), description: "銀髪の女の子。" });
  expect(words).toBe(
    "girl, a child, much shorter than a grown-up, long braid, silver hair, yellow patched raincoat, dark shorts, freckles",
  );
  const told = knownLook({ ...look, marks: "freckles; slender bare legs" });
  expect(designWords({ ...person, ...told, description: "" })).not.toMatch(/slender|legs/);
  expect(thingWords(knownThings(["umbrella", "a brass\nbirdcage"]))).toBe("umbrella, a brass birdcage");
});

it("says the names where there are no words", () => {
  expect(thingWords({ props: ["umbrella", "lamp"] })).toBe("an umbrella, a lamp");
  expect(stanceWords({ ...stand, pose: "sit", expression: "sad", holds: "lamp" }, false)).toBe(
    "in the middle in the foreground, pose: sit, expression: sad, holding a lamp, seen from behind",
  );
});
