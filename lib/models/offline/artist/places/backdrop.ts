// Draws what lies behind the people: the setting in its light and weather, or, behind near faces, a background of feeling.

import { behindOf, drawInPart, paled } from "../camera/behind.ts";
import { covering, rolled, rollOf } from "../camera/camera.ts";
import { isFar } from "../camera/far-shots.ts";
import type { PanelView } from "../camera/view.ts";
import { measuresOf } from "../closed/measures.ts";
import type { PlaceKind } from "../closed/staging.ts";
import { drawMood } from "../effects/mood.ts";
import { chance, hashOf } from "../pen/chance.ts";
import { type Pt, through } from "../pen/curves.ts";
import { MATERIALS, type MaterialName } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { drawUnderThings } from "../things/still-life.ts";
import { garden } from "./country/garden.ts";
import * as waters from "./country/waters.ts";
import * as wilds from "./country/wilds.ts";
import * as farPlaces from "./far-places.ts";
import * as monuments from "./monuments.ts";
import { graveyard } from "./monuments.ts";
import { hasTrait, isIndoors, isSwumIn } from "./places.ts";
import { hall, playhouse } from "./rooms/halls.ts";
import * as homes from "./rooms/homes.ts";
import { shop } from "./rooms/shop.ts";
import * as workrooms from "./rooms/workrooms.ts";
import { band, fade, noWalls, paper, type Stage, stageFor, type WallsSeen } from "./stage.ts";
import { stairs } from "./stairs.ts";
import { street } from "./town/street.ts";
import * as town from "./town/town.ts";
import { alley } from "./town/town.ts";
import { bus, busAisle, isAlongAisle, isTrainRoof, tent, trainAisle, trainRoof } from "./travel/carriage.ts";
import { isBlizzard } from "./weather/light.ts";
import { drawWeather, drawWetGround } from "./weather/weather.ts";

const SETTINGS: Readonly<Record<Exclude<PlaceKind, "abstract">, (stage: Stage) => void>> = {
  street,
  alley,
  room: homes.room,
  kitchen: homes.kitchen,
  classroom: workrooms.classroom,
  corridor: workrooms.corridor,
  office: workrooms.office,
  shop,
  station: town.station,
  train: (stage) => (isAlongAisle(stage.picture) ? trainAisle : workrooms.train)(stage),
  forest: wilds.forest,
  field: wilds.field,
  garden,
  mountain: wilds.mountain,
  river: waters.river,
  sea: waters.sea,
  shore: waters.shore,
  lighthouse: waters.lighthouse,
  bridge: town.bridge,
  sky: farPlaces.sky,
  city: town.city,
  village: monuments.village,
  temple: monuments.temple,
  castle: monuments.castle,
  stairs,
  rooftop: (stage) => (isTrainRoof(stage.picture) ? trainRoof : town.rooftop)(stage),
  cave: farPlaces.cave,
  space: farPlaces.space,
  hospital: workrooms.hospital,
  church: hall("church"),
  graveyard,
  workshop: workrooms.workshop,
  dojo: hall("dojo"),
  gym: hall("gym"),
  stage: playhouse,
  museum: hall("museum"),
  library: hall("library"),
  bath: (stage) => hall(isSwumIn(stage.picture) ? "pool" : "bath")(stage),
  bus: (stage) => (isAlongAisle(stage.picture) ? busAisle : bus)(stage),
  tent,
};

/** The main material of each kind of place; single parts override it. */
const GROUNDWORK = measuresOf<PlaceKind, { made: MaterialName }>("places");

/** A floor behind whole figures in front of a background of feeling, so that they do not float: a tone with an edge of broken lines. */
function drawFloor(pen: Pen, view: PanelView): void {
  const { picture, camera, width, height, seed } = view;
  const { kind } = picture.scene.place;
  if (!isFar(picture.shot) || picture.figures.length === 0 || kind === "sky" || kind === "space") return;
  const [, feet] = camera.see(0, 0, camera.distance);
  const top = feet - height * 0.07;
  const rng = chance(hashOf(seed, "floor"));
  const veil = fade(Math.round(top), Math.round(height), 0.22, 0.06);
  pen.fill(band(view, top, height + 40), { veil });
  for (let x = -20; x < width; ) {
    const w = width * rng.between(0.06, 0.24);
    const y = top + rng.between(-2, 3);
    pen.line(through([x, y], [x + w, y]), 0.6, "both");
    x += w + width * rng.between(0.02, 0.1);
  }
}

/** In an eerie mood a dark gradient comes down from above; lamps drawn later stay bright. */
const drawDread = (stage: Stage): void =>
  stage.pen.fill(paper(stage), { veil: fade(0, stage.height * 0.72, stage.night ? 0.8 : 0.4, 0) });

/** What the rest of the panel needs to know of the setting: boxes of drawn landmarks, and the visible walls. */
interface Backdrop {
  landmarks: Pt[][];
  seen: WallsSeen;
}

const nothing = (): Backdrop => ({ landmarks: [], seen: noWalls() });

export function drawBackdrop(pen: Pen, view: PanelView): Backdrop {
  const { picture } = view;
  pen.fill(paper(view), "white");
  // A flash hides the setting.
  if (picture.effects.includes("flash") && picture.figures.length > 0) return nothing();
  const behind = behindOf(view);
  if (picture.scene.place.kind === "abstract" || behind === "feeling") {
    drawMood(pen, view);
    drawFloor(pen, view);
    return nothing();
  }
  if (behind === "part") {
    let part = nothing();
    drawInPart(pen, view, (p) => {
      part = drawPlace(p, view);
    });
    return { ...part, landmarks: [] };
  }
  const place = drawPlace(pen, view);
  if (behind === "pale") paled(pen, view);
  return place;
}

function drawPlace(pen: Pen, view: PanelView): Backdrop {
  const { picture, height } = view;
  const { kind } = picture.scene.place;
  if (kind === "abstract") return nothing();
  const bust = picture.shot === "bust" && picture.figures.length > 0;
  const roll = rollOf(picture.angle, view.seed, view);
  const turned = pen.at(rolled(roll, view, covering(roll, view)));
  const stage = stageFor(
    turned
      .of(MATERIALS[GROUNDWORK[kind].made])
      .withNib(bust ? 1.9 : Math.max(2, Math.min(3.4, height / 190))),
    view,
    isIndoors(kind),
  );
  if (drawUnderThings(stage)) {
    for (const light of stage.lights) light();
    return nothing();
  }
  SETTINGS[kind](stage);
  const { weather: falls } = picture.scene;
  const rain = falls === "rain" || (falls === "storm" && !isBlizzard(picture.scene));
  if (hasTrait(kind, "puddles") && (rain || picture.told.puddles)) drawWetGround(stage, rain);
  const weather = chance(hashOf(view.seed, "weather"));
  if (!isIndoors(kind)) drawWeather(stage.pen, view, weather, "behind");
  if (picture.scene.mood === "eerie") drawDread(stage);
  for (const light of stage.lights) light();
  // Landmarks are recorded in the level view, so they are rotated here with the camera; things on walls are rotated when drawn.
  const landmarks = stage.landmarks.map((corners) => corners.map((corner) => turned.where(corner)));
  return { landmarks, seen: stage.seen };
}
