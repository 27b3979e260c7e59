// The content of a panel: positions of people, and the things that lie, hang or stand about.
import { outfitDuring } from "../manga/cast.ts";
import { guessesOf, isGuessed, isPlaceless, plainHour } from "../manga/guesses.ts";
import { inHandsOf, type Thing } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { seededRandom } from "../manga/seeded-random.ts";
import type { Shot } from "../manga/staging.ts";
import type { EmptyZone, Figure, Picture, Word } from "../manga/storyboard.ts";
import { placeFigures } from "./blocking.ts";
import { does } from "./deeds.ts";
import { feels } from "./feelings.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { humansAmong } from "./panel-beats.ts";
import { moodOf } from "./panel-mood.ts";
import type { Framed, Framing } from "./shots.ts";
import { sidesOf } from "./sides.ts";
import { offFold, opensSpread } from "./spread.ts";
import { roomFor, wordsOf } from "./words.ts";

/** A panel of a page: its beat and its framing. */
export interface FramedBeat {
  beat: Beat;
  framing: Framed;
  /** Index of the beat on the page. Added panels do not change the indices of others. */
  at: number;
}

/** Shots that show the place. */
const SHOWS_SET = new Set<Shot>(["establishing", "long", "full"]);

export function pictureOf({ beat, framing, at }: FramedBeat, request: PageToDraw): Picture {
  const { plot, seed, page, direction, people, characters, language } = request;
  const scene = plot.scenes.find(({ id }) => id === beat.scene);
  if (!scene) throw new RangeError(`beat ${beat.id} names scene ${beat.scene}, which the plot does not have`);
  const { shot, angle } = framing;
  const isWide = SHOWS_SET.has(shot);
  const placed = placeFigures(isWide ? withAround(beat) : beat, framing, {
    direction,
    humans: humansAmong(people),
    sides: sidesOf(plot, beat.scene, direction),
    random: seededRandom(seed, `figures of page ${page} panel ${at + 1}`),
  });
  const spread = at === 0 && opensSpread(plot, page) ? offFold(placed, direction) : placed;
  const figures = spread.map((figure) =>
    dressed(isWide ? withBrought(figure, beat) : figure, beat, characters),
  );
  const texts = wordsOf(beat, language);
  const unknown = guessesOf([beat], { figures: figures.length, texts });
  const guessed = isPlaceless(plot, scene.id) ? unknown.filter((guess) => guess !== "place") : unknown;
  return {
    ...{
      scene: scene.id,
      place: scene.place,
      hour: plainHour(beat, scene.hour),
      weather: scene.weather,
      season: scene.season,
    },
    // Without a place the mood would be the only visible thing, so it is neutral.
    mood: isGuessed(beat, "place") ? "neutral" : moodOf(beat, scene.mood),
    ...{ shot, angle, figures },
    things: thingsSeen(beat, figures, { isWide, isNear: shot === "detail" }),
    ...(beat.ground === undefined ? {} : { ground: beat.ground }),
    ...(beat.light === undefined ? {} : { light: beat.light }),
    effects: effectsOf(beat, framing, figures),
    action: beat.action,
    // The sounds of a page are chosen after all its panels are framed (`page-sounds.ts`).
    sounds: [],
    emptyZone: emptyZoneOf(texts, { shot, figures, direction }),
    ...(guessed.length === 0 ? {} : { guessed }),
  };
}

/** Adds the people who are only present: a wide picture shows everybody, as far as there is room. */
const withAround = (beat: Beat): Beat => {
  const others = (beat.around ?? []).filter(
    ({ character }) => !beat.figures.some((figure) => figure.character === character),
  );
  return others.length === 0 ? beat : { ...beat, figures: [...beat.figures, ...others] };
};

/** Puts a pushed thing that the character brought into their hands, if these are free. */
function withBrought(figure: Figure, { standing = [] }: Beat): Figure {
  const brought = standing.find((thing) => isBrought(thing) && thing.whose === figure.character);
  return brought && figure.hands.length === 0 && does(figure.doing, "free")
    ? { ...figure, hands: [{ what: brought.what, how: "pushed" }] }
    : figure;
}

/** Dresses a character in the outfit of the panel's part of the story, unless the beat names another. */
function dressed(figure: Figure, { units }: Beat, characters: PageToDraw["characters"]): Figure {
  const design = characters.find(({ id }) => id === figure.character);
  const outfit = figure.outfit ?? (design && outfitDuring(design, units)?.id);
  return outfit === undefined ? figure : { ...figure, outfit };
}

const isBrought = ({ how }: Thing): boolean => how === "pushed";

/** Things that no visible character holds. Small things are in near shots only, things left from earlier beats in wide ones only. */
function thingsSeen(
  beat: Beat,
  figures: readonly Figure[],
  { isWide, isNear }: { isWide: boolean; isNear: boolean },
): Thing[] {
  const inHands = new Set(figures.flatMap(inHandsOf));
  const own = beat.things.filter(({ what, near }) => !inHands.has(what) && (isNear || !near));
  const known = new Set(own.map(({ what }) => what));
  const standing = isWide ? (beat.standing ?? []) : [];
  return [
    ...own,
    ...standing.filter((thing) => !isBrought(thing) && !inHands.has(thing.what) && !known.has(thing.what)),
  ];
}

/** Where balloons and captions need room: beside the first speaker, otherwise where reading starts. */
function emptyZoneOf(
  texts: readonly Word[],
  {
    shot,
    figures,
    direction,
  }: Pick<Framing, "shot"> & Pick<Picture, "figures"> & Pick<PageToDraw, "direction">,
): EmptyZone {
  const [first] = texts;
  const speaker = figures.find(({ character }) => first?.kind === "balloon" && character === first.speaker);
  const isRight = speaker && speaker.side !== 0.5 ? speaker.side > 0.5 : direction === "rtl";
  return { tenths: roomFor(texts, shot), where: isRight ? "top right" : "top left" };
}

/** Focus lines to a shouting person or an impact, unless the beat has another effect or a face fills the frame. */
function effectsOf(
  { effects, lines, sounds, weight }: Beat,
  { shot }: Framing,
  figures: readonly Figure[],
): Picture["effects"] {
  if (effects.length > 0 || shot === "establishing" || shot === "close") return effects;
  const shouts = lines.some(
    ({ voice, speaker }) =>
      voice === "shout" &&
      figures.some(({ character, feeling }) => character === speaker && feels(feeling, "loud")),
  );
  const strikes = sounds.some(({ loudness, hard }) => hard && loudness >= 4) && weight >= 3;
  if (strikes && shot === "detail") return ["impact"];
  return shouts || strikes ? ["focus"] : effects;
}
