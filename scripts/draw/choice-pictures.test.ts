// The files that the picture desk shows for its choices.
import { readdirSync, statSync } from "node:fs";
import { expect, it } from "vitest";
import { AngleSchema, ShotSchema, ViewSchema } from "../../lib/manga/staging.ts";
import { POSES } from "../../lib/models/offline/artist/vocabulary/acting.ts";

const FOLDER = new URL("../../web/public/choices/", import.meta.url);

it("has a small picture of each pose, shot, angle, view and position, and no other file", () => {
  const named = (group: string, values: readonly string[]) => values.map((one) => `${group}-${one}.webp`);
  const wanted = [
    ...named("doing", [...POSES]),
    ...named("shot", ShotSchema.options),
    ...named("angle", AngleSchema.options),
    ...named("view", ViewSchema.options),
    ...named("facing", ["left", "right"]),
    ...named("side", ["left", "middle", "right"]),
  ];
  expect(readdirSync(FOLDER).toSorted()).toEqual(wanted.toSorted());
  for (const name of wanted) {
    expect([name, statSync(new URL(name, FOLDER)).size < 6_000]).toEqual([name, true]);
  }
});
