// Reduces beats that contain guesses: the director stages a plainer beat, so that no panel shows a guess as if the text stated it. The plot
// keeps the guess for people who review it.
import type { Acting } from "./moment.ts";
import type { Place } from "./place.ts";
import type { Beat, Line, Plot } from "./plot.ts";
import type { QualityReport } from "./quality.ts";
import { type Guess, GuessSchema, type Hour } from "./staging.ts";
import type { Picture, Word } from "./storyboard.ts";

type Guesses = Pick<Picture, "guessed">;

export const isGuessed = ({ guessed = [] }: Guesses, what: Guess): boolean => guessed.includes(what);

/** The beat as directors stage it; a beat without guesses is returned unchanged. */
export function plainBeat(beat: Beat): Beat {
  if ((beat.guessed ?? []).length === 0) return beat;
  const acted = isGuessed(beat, "deed") ? withoutDeeds(beat) : beat;
  const named = isGuessed(beat, "speaker")
    ? { ...acted, lines: acted.lines.map(withoutGuessedSpeaker) }
    : acted;
  const set = isGuessed(beat, "place") ? { ...named, standing: [] } : named;
  if (!isGuessed(beat, "hour")) return set;
  const { light: _light, ...unlit } = set;
  return unlit;
}

/** A line whose speaker is guessed has no speaker. */
const withoutGuessedSpeaker = (line: Line): Line => (line.guessed ? { ...line, speaker: null } : line);

function withoutDeeds({ focus: _focus, ...beat }: Beat): Beat {
  const around = beat.around?.map(neutral);
  return { ...beat, figures: beat.figures.map(neutral), ...(around && { around }), effects: [] };
}

/** The character without any deed; their place and seat are kept. */
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

/** The hour of a panel; day where it is guessed. */
export const plainHour = (beat: Guesses, hour: Hour): Hour => (isGuessed(beat, "hour") ? "day" : hour);

/** The kind of an unknown place: nothing specific to any place is drawn. */
export const PLAIN_PLACE = "plain background";

/** Whether the text never states where a scene is. That is no guess, but it is staged like one, because there is no place to show. */
export function isPlaceless({ scenes, places }: Pick<Plot, "scenes" | "places">, sceneId: string): boolean {
  const scene = scenes.find(({ id }) => id === sceneId);
  return places.find(({ id }) => id === scene?.place)?.kind === PLAIN_PLACE;
}

/** The place as drawn in a picture. Where it is guessed or not stated, characters and things get no background, and a picture without them shows the sky. */
export function placeToDraw(
  place: Place,
  picture: Guesses & { figures: readonly unknown[]; things: readonly unknown[] },
): Place {
  if (!isGuessed(picture, "place") && place.kind !== PLAIN_PLACE) return place;
  const isEmpty = picture.figures.length + picture.things.length === 0;
  return { id: place.id, name: "", kind: isEmpty ? "sky" : PLAIN_PLACE, landmarks: [], look: place.look };
}

/** Whether a character of a beat may be another one than the beat names. A character who surely says a line is certain. */
export const isUnsureOf = ({ guessed, lines }: Pick<Beat, "guessed" | "lines">, character: string): boolean =>
  isGuessed({ guessed }, "who") && !lines.some(({ speaker }) => speaker === character);

/** The guesses that affect a panel: a panel without characters does not depend on who they are, nor one without lines on the speaker. */
export function guessesOf(
  beats: readonly Pick<Beat, "guessed">[],
  { figures, texts }: { figures: number; texts: readonly Pick<Word, "guessed">[] },
): Guess[] {
  const all = new Set(beats.flatMap(({ guessed = [] }) => guessed));
  if (figures === 0) for (const guess of ["who", "deed"] as const) all.delete(guess);
  if (!texts.some(({ guessed }) => guessed)) all.delete("speaker");
  return [...all];
}

/** The figures for the quality report; undefined where no panel is drawn from a guess. */
export function guessesIn(pictures: readonly Guesses[]): QualityReport["guesses"] {
  const guessed = pictures.filter((picture) => (picture.guessed ?? []).length > 0);
  if (guessed.length === 0) return undefined;
  const counts = GuessSchema.options.map(
    (guess) => [guess, guessed.filter((picture) => isGuessed(picture, guess)).length] as const,
  );
  const by = Object.fromEntries(counts.filter(([, count]) => count > 0));
  return { panels: guessed.length, of: pictures.length, by };
}
