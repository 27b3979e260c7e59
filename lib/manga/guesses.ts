// What becomes of a beat of which something is guessed: it says less. Directors stage the plain beat, so that no panel shows a guess as if
// the text told it; the plot keeps the guess for whoever reviews it.
import type { Acting } from "./moment.ts";
import type { Place } from "./place.ts";
import type { Beat, Line, Plot } from "./plot.ts";
import type { QualityReport } from "./quality.ts";
import { type Guess, GuessSchema, type Hour } from "./staging.ts";
import type { Picture, Word } from "./storyboard.ts";

type Guesses = Pick<Picture, "guessed">;

export const isGuessed = ({ guessed = [] }: Guesses, what: Guess): boolean => guessed.includes(what);

/** The beat as directors stage it. A beat of which nothing is guessed is given back as it is. */
export function plainBeat(beat: Beat): Beat {
  if ((beat.guessed ?? []).length === 0) return beat;
  const acted = isGuessed(beat, "deed") ? withoutDeeds(beat) : beat;
  const named = isGuessed(beat, "speaker") ? { ...acted, lines: acted.lines.map(unspoken) } : acted;
  const set = isGuessed(beat, "place") ? { ...named, standing: [] } : named;
  if (!isGuessed(beat, "hour")) return set;
  const { light: _light, ...unlit } = set;
  return unlit;
}

/** A line whose speaker the text does not tell has none. */
const unspoken = (line: Line): Line => (line.guessed ? { ...line, speaker: null } : line);

function withoutDeeds({ focus: _focus, ...beat }: Beat): Beat {
  const around = beat.around?.map(neutral);
  return { ...beat, figures: beat.figures.map(neutral), ...(around && { around }), effects: [] };
}

/** Somebody who does nothing: where and on what they are is no deed. */
function neutral({
  character,
  outfit,
  feeling,
  where,
  seat,
  mount,
  carriedBy,
  without,
  doing,
}: Acting): Acting {
  const isKept = mount !== undefined || carriedBy !== undefined;
  return {
    ...{ character, ...(outfit !== undefined && { outfit }) },
    ...{ doing: isKept ? doing : seat === undefined ? "stand" : "sit", feeling, hands: [] },
    ...(where && { where }),
    ...(seat !== undefined && { seat }),
    ...(mount !== undefined && { mount }),
    ...(carriedBy !== undefined && { carriedBy }),
    ...(without && { without }),
  };
}

/** The hour of a panel: where it is guessed, the plain one. */
export const plainHour = (beat: Guesses, hour: Hour): Hour => (isGuessed(beat, "hour") ? "day" : hour);

/** The kind of a place that nobody knows: nothing is drawn that one place has and another has not. */
export const PLAIN_PLACE = "plain background";

/** Whether nothing tells where a scene is. That is no guess, but it is staged as if it were one: there is no place to show. */
export function isPlaceless({ scenes, places }: Pick<Plot, "scenes" | "places">, sceneId: string): boolean {
  const scene = scenes.find(({ id }) => id === sceneId);
  return places.find(({ id }) => id === scene?.place)?.kind === PLAIN_PLACE;
}

/** The place as it is drawn in a picture. Where it is guessed or not told, people and things have nothing behind them, and a picture of no one is of the sky. */
export function placeToDraw(
  place: Place,
  picture: Guesses & { figures: readonly unknown[]; things: readonly unknown[] },
): Place {
  if (!isGuessed(picture, "place") && place.kind !== PLAIN_PLACE) return place;
  const isEmpty = picture.figures.length + picture.things.length === 0;
  return { id: place.id, name: "", kind: isEmpty ? "sky" : PLAIN_PLACE, landmarks: [], look: place.look };
}

/** People who may be others than those that the picture names. Whoever surely says a line is there. */
export const isUnsureOf = ({ guessed, lines }: Pick<Beat, "guessed" | "lines">, character: string): boolean =>
  isGuessed({ guessed }, "who") && !lines.some(({ speaker }) => speaker === character);

/** The guesses on which a panel depends: nobody in it is nobody's guess, and neither is a line that it has not. */
export function guessesOf(
  beats: readonly Pick<Beat, "guessed">[],
  { figures, texts }: { figures: number; texts: readonly Pick<Word, "guessed">[] },
): Guess[] {
  const all = new Set(beats.flatMap(({ guessed = [] }) => guessed));
  if (figures === 0) for (const guess of ["who", "deed"] as const) all.delete(guess);
  if (!texts.some(({ guessed }) => guessed)) all.delete("speaker");
  return [...all];
}

/** What the quality report says of a book's panels; undefined where none of them is guessed. */
export function guessesIn(pictures: readonly Guesses[]): QualityReport["guesses"] {
  const guessed = pictures.filter((picture) => (picture.guessed ?? []).length > 0);
  if (guessed.length === 0) return undefined;
  const counts = GuessSchema.options.map(
    (guess) => [guess, guessed.filter((picture) => isGuessed(picture, guess)).length] as const,
  );
  const by = Object.fromEntries(counts.filter(([, count]) => count > 0));
  return { panels: guessed.length, of: pictures.length, by };
}
