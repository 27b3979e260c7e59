// What a panel shows of its beat: who is where in it, and what lies, hangs or stands about.
import type { Beat } from "../closed/plot.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import type { Shot } from "../closed/staging.ts";
import { inHandsOf, type Picture } from "../closed/storyboard.ts";
import { crewIn, inBoat, withCrew } from "./afloat.ts";
import { placeFigures, sidesOf } from "./blocking.ts";
import { counted } from "./counted.ts";
import { keptIn } from "./hands.ts";
import { inTheDarkOf } from "./in-the-dark.ts";
import { lexiconOf } from "./lexicons.ts";
import { humansAmong, type PageToDraw } from "./panel-beats.ts";
import { moodOf } from "./panel-mood.ts";
import { seededRandom } from "./random.ts";
import { withRolling } from "./rolling.ts";
import { leftOf, stayingIn, unarmedIn } from "./set-pieces.ts";
import type { Framed, Framing } from "./shots.ts";
import { offFold, opensSpread } from "./spread.ts";
import { belongs, setOut } from "./things.ts";
import { unlitOf } from "./unlit.ts";
import { roomFor, wordsOf } from "./words.ts";

/** A panel of a page: its moment, and how that is framed. */
export interface FramedBeat {
  beat: Beat;
  framing: Framed;
  /** Which of the page's moments it is, from 0; what is added to a page leaves the others as they are. */
  at: number;
}

/** Shots that have the place in them. */
const SHOWS_SET = new Set<Shot>(["establishing", "long", "full"]);

export function pictureOf({ beat, framing, at }: FramedBeat, request: PageToDraw): Picture {
  const { plot, seed, page, direction, people: cast, language } = request;
  const scene = plot.scenes.find(({ id }) => id === beat.scene);
  if (!scene) throw new RangeError(`beat ${beat.id} names scene ${beat.scene}, which the plot does not have`);
  const { people: _people, ...place } = scene;
  const crew = crewIn(plot, beat);
  const humans = humansAmong(cast);
  const seen = crew && SHOWS_SET.has(framing.shot) ? withCrew(beat, crew, humans) : beat;
  const placed = placeFigures(seen, framing, {
    direction,
    humans,
    kept: keptIn(plot, beat),
    unarmed: unarmedIn(plot, beat),
    sides: sidesOf(plot, beat.scene, direction),
    random: seededRandom(seed, `figures of page ${page} panel ${at + 1}`),
  });
  const figures = at === 0 && opensSpread(plot, page) ? offFold(placed, direction) : placed;
  const inHands = new Set(figures.flatMap(inHandsOf));
  const { shot, angle } = framing;
  const picture: Picture = {
    ...{ shot, angle },
    scene: { ...place, mood: moodOf(beat, place.mood), look: lookOf(request) },
    figures,
    props: [
      ...setOut(
        beat.props.filter(
          (prop) => !inHands.has(prop) && (shot === "detail" || belongs(prop, place.place.kind, beat.action)),
        ),
        { place: place.place.kind, action: beat.action },
      ),
      ...(SHOWS_SET.has(shot) ? leftOf(stayingIn(plot, beat), inHands) : []),
    ],
    effects: effectsOf(beat, framing, figures),
    action: `${inTheDarkOf(plot, beat, language)}${unlitOf(plot, beat, language)}${beat.action}`,
    room: roomFor(wordsOf(beat, language), shot),
  };
  if (shot === "detail" && figures.length === 0)
    picture.props = counted(picture.props, beat.action, lexiconOf(language));
  const whole = SHOWS_SET.has(shot) ? withRolling(picture, plot, beat) : picture;
  return crew ? inBoat(whole) : whole;
}

/** Another book has other rooms and streets. By whom it is about, but not by their names: those may be given anew. */
const lookOf = ({ people, seed }: PageToDraw): number =>
  deriveSeed(seed, "places", ...people.map(({ kind, age, gender }) => `${kind} ${age} ${gender}`)) % 1000;

/** Lines that lead to whoever shouts, or to what strikes, where the text asks for no other effect and a face leaves room for them. */
function effectsOf(
  { effects, lines, sounds, weight }: Beat,
  { shot }: Framing,
  figures: Picture["figures"],
): Picture["effects"] {
  if (effects.length > 0 || shot === "establishing" || shot === "close") return effects;
  const shouts = lines.some(
    ({ voice, speaker }) =>
      voice === "shout" &&
      figures.some(({ character, expression }) => character === speaker && LOUD.test(expression)),
  );
  const strikes = sounds.some(({ loudness, hard }) => hard && loudness >= 4) && weight >= 3;
  if (strikes && shot === "detail") return ["impact"];
  return shouts || strikes ? ["focus"] : effects;
}

/** Faces that go with a raised voice: who laughs out loud strikes nobody. */
const LOUD = /^(?:shout|furious|angry|shocked|terrified|surprised|determined|afraid)$/u;
