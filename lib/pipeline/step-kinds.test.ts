// What of a session's models enters the inputs of its steps.
import { expect, test } from "vitest";
import { SessionParamsSchema } from "./params.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import { type KindName, STEP_KINDS } from "./step-kinds.ts";

const paramsOf = (models: unknown) => SessionParamsSchema.parse({ ...SAMPLE_PARAMS, storyHash: "", models });
const MODELS = { reader: "r@1", director: "d@1", artist: "a@1" };

/** Kinds of steps whose input another part changes. */
function readersOf(part: keyof typeof MODELS): KindName[] {
  const [one, other] = [paramsOf(MODELS), paramsOf({ ...MODELS, [part]: "x@2" })];
  const kinds = Object.keys(STEP_KINDS) as KindName[];
  return kinds.filter(
    (kind) => JSON.stringify(STEP_KINDS[kind].params(one)) !== JSON.stringify(STEP_KINDS[kind].params(other)),
  );
}

test("a part enters the inputs of exactly the steps that read or name it", () => {
  expect(readersOf("reader")).toEqual([
    ...["concept", "characters", "plot"],
    ...["lettering", "renditions", "cover", "finish"],
  ]);
  expect(readersOf("director")).toEqual(["storyboard", "lettering", "renditions", "cover", "finish"]);
  expect(readersOf("artist")).toEqual([
    "portrait",
    "outfit",
    "plate",
    "place",
    "artwork",
    "lettering",
    "renditions",
    "cover",
    "finish",
  ]);
});

test("steps of a session older than directors keep their inputs", () => {
  const params = paramsOf({ writer: "offline-author@1", artist: "offline-artist@1" });
  const named = (kind: KindName) => STEP_KINDS[kind].params(params);
  for (const kind of ["concept", "characters", "plot", "storyboard"] as const) {
    expect(named(kind).writer).toBe("offline-author@1");
  }
  for (const kind of ["portrait", "artwork"] as const) expect(named(kind).artist).toBe("offline-artist@1");
  for (const kind of ["lettering", "finish"] as const) {
    expect(named(kind).models).toEqual({ writer: "offline-author@1", artist: "offline-artist@1" });
  }
});
