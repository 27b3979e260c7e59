// How the offline artist draws the panels' postures and hands: how many postures it draws as described, and how many things it puts into
// hands.
import type { Character } from "../../../lib/manga/cast.ts";
import type { Place } from "../../../lib/manga/place.ts";
import type { Picture } from "../../../lib/manga/storyboard.ts";
import type { Style } from "../../../lib/manga/style.ts";
import { closedRequest } from "../../../lib/models/offline/artist/vocabulary/closed-request.ts";
import { LIMB } from "../../../lib/models/offline/artist/vocabulary/hands.ts";

export interface DrawnFacts {
  postures: { told: number; drawn: number };
  hands: { told: number; drawn: number };
  /** Deviations such as `lie: eat → stand` or `hand: whip`, one entry for each occurrence. */
  otherwise: string[];
}

/**
 * Poses that agree with each posture. A posture that is not listed is not counted. A standing body may do anything except sit or lie, a
 * sitting one may read or sleep, and a walking one may carry something.
 */
const SHOWS: Readonly<Record<string, (pose: string) => boolean>> = {
  stand: (pose) => !/^(?:sit|lie|sleep|kneel|crouch|ride|fall|climb)$/.test(pose),
  walk: (pose) => !/^(?:stand|sit|lie|sleep|kneel|hold|reach|eat|drink|read|write)$/.test(pose),
  run: (pose) => /^(?:run|carry|throw|push|jump|climb|fall)$/.test(pose),
  sit: (pose) => /^(?:sit|read|write|eat|drink|think|sleep|phone|row|ride)$/.test(pose),
  lie: (pose) => /^(?:lie|sleep)$/.test(pose),
  kneel: (pose) => /^(?:kneel|pray|bow)$/.test(pose),
  crouch: (pose) => pose === "crouch",
  climb: (pose) => /^(?:climb|crouch|jump)$/.test(pose),
  ride: (pose) => /^(?:ride|sit)$/.test(pose),
};

export function drawnFacts(
  pictures: readonly Picture[],
  book: { characters: readonly Character[]; places: readonly Place[]; style: Style },
): DrawnFacts {
  const facts: DrawnFacts = {
    ...{ postures: { told: 0, drawn: 0 }, hands: { told: 0, drawn: 0 }, otherwise: [] },
  };
  const count = (kind: "postures" | "hands", isDrawn: boolean, what: string) => {
    facts[kind].told += 1;
    if (isDrawn) facts[kind].drawn += 1;
    else facts.otherwise.push(what);
  };
  for (const picture of pictures) {
    const place = book.places.find(({ id }) => id === picture.place);
    if (place === undefined) throw new RangeError(`no place ${picture.place}`);
    const cast = book.characters.filter(({ id }) =>
      picture.figures.some(({ character }) => character === id),
    );
    const { request } = closedRequest({
      ...{ kind: "panel", picture, place, cast, references: [], style: book.style },
      ...{ width: 700, height: 500, seed: 1 },
    });
    if (request.kind !== "panel") throw new RangeError("a panel was asked for");
    for (const { character, posture = "", doing, hands } of picture.figures) {
      const drawn = request.picture.figures.find((one) => one.character === character);
      const shows = SHOWS[posture];
      if (drawn === undefined) continue;
      if (shows) count("postures", shows(drawn.pose), `${posture}: ${doing} → ${drawn.pose}`);
      // Two hands can hold two things.
      const held = [drawn.holds ?? undefined, drawn.alsoHolds];
      const things = hands.filter(({ what }) => !LIMB.test(what));
      for (const [at, { what }] of things.slice(0, 2).entries())
        count("hands", held[at] !== undefined, `hand: ${what}`);
    }
  }
  return facts;
}
