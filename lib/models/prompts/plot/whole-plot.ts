// For tests: properties of every plot, whatever the answers were.
import { expect } from "vitest";
import { type Plot, PlotSchema } from "../../../manga/plot.ts";
import type { ReadingInputs } from "../../reader.ts";

/** Checks pages, order and speech of a plot. */
export function expectWhole(plot: Plot, { story, concept }: ReadingInputs["plot"]): void {
  expect(PlotSchema.parse(plot)).toEqual(plot);
  expect(plot.pages.map(({ number }) => number)).toEqual(
    Array.from({ length: concept.pages }, (_, at) => at + 1),
  );
  const beats = plot.pages.flatMap((page) => page.beats);
  const told = beats.flatMap(({ units }) => units);
  const ids = story.units.map(({ id }) => id);
  expect(told).toEqual(ids.filter((id) => told.includes(id)));
  expect(new Set([...told, ...plot.leftOut])).toEqual(new Set(ids));
  const speech = story.units.filter(({ kind }) => kind === "speech");
  expect(
    beats.flatMap(({ lines }) => lines.map(({ unit, text, ruby }) => ({ id: unit, text, ruby }))),
  ).toEqual(speech.map(({ id, text, ruby }) => ({ id, text, ruby })));
  for (const { lines, units } of beats) for (const { unit } of lines) expect(units).toContain(unit);
  const scenes = new Set(plot.scenes.map(({ id }) => id));
  const places = plot.places.map(({ id }) => id);
  expect(places).toEqual(places.map((_, at) => `l${at + 1}`));
  expect(new Set(plot.scenes.map(({ place }) => place))).toEqual(new Set(places));
  for (const { scene } of beats) expect(scenes).toContain(scene);
  const narration = story.units.filter(({ kind }) => kind === "narration").map(({ text }) => text);
  const all = narration.join(story.language === "ja" ? "" : " ");
  for (const { caption } of beats) expect(all).toContain(caption);
}
