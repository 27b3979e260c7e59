// Which places have a roof, so that no rain falls in them, and which is which.
import type { PlaceKind } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { pattern, reader } from "./readings.ts";

const INDOORS: ReadonlySet<PlaceKind> = new Set([
  "room",
  "kitchen",
  "classroom",
  "corridor",
  "office",
  "shop",
  "train",
  "stairs",
  "hospital",
  "church",
  "workshop",
  "dojo",
  "gym",
  "stage",
  "museum",
  "library",
  "bath",
  "bus",
  "tent",
  "cave",
  "space",
  "abstract",
]);

export const isIndoors = (kind: PlaceKind): boolean => INDOORS.has(kind);

const GREENHOUSE = pattern("greenhouse", "place", /green ?house|conservatory|glass ?house|温室/iu);

/** A garden in a greenhouse: plants in rows under a glass roof, and no trees. */
export const isUnderGlass = ({ place }: Picture["scene"]): boolean =>
  place.kind === "garden" && GREENHOUSE.test(place.name);

const HARBOUR = pattern(
  "harbour",
  "place",
  /harbou?r|pier|dock|quay|wharf|jetty|marina|port\b|港|埠頭|波止場|桟橋|防波堤|堤防/iu,
);

/** A shore with a quay, beside which there is water. */
export const isHarbour = ({ place }: Picture["scene"]): boolean =>
  place.kind === "shore" && HARBOUR.test(place.name);

/** A bath in which people swim and do not wash. */
export const isSwumIn = ({ place }: Picture["scene"]): boolean =>
  place.kind === "bath" && POOL.test(place.name);

const POOL = pattern("swimming-pool", "place", /プール|\b(?:pool|poolside|swimming|lido|diving)/iu);

/** Aboard a station or a ship in space: outside the windows are stars. */
export const isInSpace = ({ place }: Picture["scene"]): boolean =>
  place.kind !== "space" && SPACECRAFT.test(place.name);

const SPACECRAFT = pattern(
  "spacecraft",
  "place",
  /\bspace ?(?:ship|craft|station)s?\b|\bstarship|\bmoon base|宇宙/iu,
);

/** A place that has a name is the same one in every scene of a book, and not the one in another: it is built and furnished from this. */
export const whereIs = ({ id, place, look = 0 }: Picture["scene"]): string =>
  `${look} ${place.name === "" ? `${id} ${place.kind}` : `${place.kind} ${place.name.toLowerCase()}`}`;

/** Places of a story that is told in letters of the west are built as they are there, unless their names say otherwise. */
export const isWestern = ({ place }: Picture["scene"]): boolean => isNamedInTheWest(place.name);

const isNamedInTheWest = reader(
  "western",
  "place",
  (name) =>
    /^[\p{Script=Latin}\d\s'’-]+$/u.test(name) && !/tatami|shrine|pagoda|dojo|onsen|samurai/iu.test(name),
);

/** Smoke that the words have over the roofs. */
export const smokes = ({ action }: Pick<Picture, "action">): boolean => SMOKE.test(action);

const SMOKE = pattern(
  "chimney-smoke",
  "action",
  /\bsmoke\b[^.]*\bchimneys?\b|\bchimneys?\b[^.]*\bsmok(?:e|ed|ing)\b|煙突|かまどの煙/iu,
);

/** Metres to the right of the middle where a kitchen has the door that the words name: behind whoever has come in. */
export const kitchenDoor = ({ figures }: Pick<Picture, "figures">): number =>
  figures[0]?.facing === "left" ? 2.03 : -2.08;
