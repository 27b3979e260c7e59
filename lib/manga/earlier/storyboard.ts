// Upgrades a storyboard's page of the closed form, whose pictures hold their scenes and places, with characters and props from lists.
import * as z from "zod";
import type { Place } from "../place.ts";
import { EARLIER_MOMENT, EarlierActingSchema, upgradeActing, upgradeMoment } from "./moments.ts";
import { placeIdOf, upgradePlace } from "./places.ts";
import { EarlierSceneSchema } from "./plot.ts";

const EarlierFigureSchema = EarlierActingSchema.extend({
  view: z.string(),
  facing: z.string(),
  at: z.number(),
  depth: z.number(),
  speaks: z.boolean().optional(),
});
const EarlierPictureSchema = z.looseObject({
  ...EARLIER_MOMENT,
  scene: EarlierSceneSchema.extend({ look: z.int().nonnegative().optional() }),
  figures: z.array(EarlierFigureSchema),
  room: z.int(),
});
const PanelsSchema = z.looseObject({ panels: z.array(z.looseObject({ picture: z.looseObject({}) })) });

/** Whether a picture holds its scene, as in the closed form. */
export const isEarlierPicture = ({ scene }: { scene?: unknown }): boolean => typeof scene === "object";

/** Where the words of a panel stand: the closed form did not say, and words usually stand above the characters. */
const ABOVE = "top";

function upgradePicture(stored: unknown) {
  const { scene, figures, props, things, action, room, ...picture } = EarlierPictureSchema.parse(stored);
  const { id, place: _place, look: _look, ...setting } = scene;
  const raised = figures.map((figure) => ({ figure, ...upgradeActing(figure) }));
  const prose = raised.flatMap((one) => one.prose);
  return {
    ...{ ...picture, ...setting, scene: id, place: placeIdOf(id) },
    figures: raised.map(({ acting, figure: { view, facing, at, depth, speaks } }) => ({
      ...{ ...acting, view, facing, side: at, depth },
      ...(speaks !== undefined && { speaks }),
    })),
    ...upgradeMoment({ props, things, action }, prose),
    sounds: [],
    emptyZone: { tenths: room, where: ABOVE },
  };
}

/** Upgrades a page of panels and keeps its other fields. Throws `ZodError` for a value without panels. */
export function upgradePage(stored: unknown): Record<string, unknown> {
  const page = PanelsSchema.parse(stored);
  return {
    ...page,
    panels: page.panels.map((panel) =>
      isEarlierPicture(panel.picture) ? { ...panel, picture: upgradePicture(panel.picture) } : panel,
    ),
  };
}

/** The places of a page's pictures by id. Pictures of today only refer to places, so they give none. */
export function placesOnPage(stored: unknown): Map<string, Place> {
  const { panels } = PanelsSchema.parse(stored);
  const places = new Map<string, Place>();
  for (const { picture } of panels) {
    if (!isEarlierPicture(picture)) continue;
    const { id, place, look = 0 } = EarlierPictureSchema.parse(picture).scene;
    places.set(placeIdOf(id), upgradePlace(id, place, look));
  }
  return places;
}
