// Upgrades a plot of the closed form, whose scenes describe their places and whose beats have characters and props from lists.
import * as z from "zod";
import { EARLIER_MOMENT, EarlierActingSchema, upgradeActing, upgradeMoment } from "./moments.ts";
import { EarlierPlaceSchema, placeIdOf, upgradePlace } from "./places.ts";

export const EarlierSceneSchema = z.looseObject({ id: z.string(), place: EarlierPlaceSchema });

const EarlierBeatSchema = z.looseObject({ ...EARLIER_MOMENT, people: z.array(EarlierActingSchema) });
const EarlierPlotSchema = z.looseObject({
  scenes: z.array(EarlierSceneSchema),
  pages: z.array(z.looseObject({ beats: z.array(EarlierBeatSchema) })),
});

export const isEarlierPlot = (stored: object): boolean => "scenes" in stored && !("places" in stored);

/** `look`: of every place of the book. Throws `ZodError` for a value that is no plot. */
export function upgradePlot(stored: unknown, look: number): Record<string, unknown> {
  const { scenes, pages, ...plot } = EarlierPlotSchema.parse(stored);
  return {
    ...plot,
    places: scenes.map(({ id, place }) => upgradePlace(id, place, look)),
    scenes: scenes.map(({ place: _place, ...scene }) => ({ ...scene, place: placeIdOf(scene.id) })),
    pages: pages.map(({ beats, ...page }) => ({ ...page, beats: beats.map(upgradeBeat) })),
  };
}

function upgradeBeat({ people, props, things, action, ...beat }: z.infer<typeof EarlierBeatSchema>) {
  const raised = people.map(upgradeActing);
  const prose = raised.flatMap((one) => one.prose);
  return {
    ...beat,
    figures: raised.map(({ acting }) => acting),
    ...upgradeMoment({ props, things, action }, prose),
  };
}
