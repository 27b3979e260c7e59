// Adds gestures to people who are only present in a beat: speakers use their hands, listeners react, and so does the recipient of
// an action. A gesture is not an action: nothing is picked up, and nobody moves away.
import { isGuessed, isUnsureOf } from "../manga/guesses.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat, Line } from "../manga/plot.ts";
import { type Random, seededRandom } from "../manga/seeded-random.ts";
import type { Shot } from "../manga/staging.ts";
import { does } from "./deeds.ts";
import { feels } from "./feelings.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { humansAmong } from "./panel-beats.ts";
import type { FramedBeat } from "./pictures.ts";

/** Shots that show arms. */
const SHOWS_ARMS: ReadonlySet<Shot> = new Set(["bust", "half", "full", "long"]);

/** The panels of a page with gestures. A character makes each gesture once on a page. */
export function withGestures(panels: readonly FramedBeat[], request: PageToDraw): FramedBeat[] {
  const humans = humansAmong(request.people);
  const used = new Set<string>();
  return panels.map((panel, index) => {
    const { beat, framing } = panel;
    if (!SHOWS_ARMS.has(framing.shot) || framing.cut === "over" || isGuessed(beat, "deed")) return panel;
    const random = seededRandom(request.seed, `gestures of page ${request.page} panel ${index + 1}`);
    const figures = beat.figures.map((person) => {
      const isFree = humans.has(person.character) && isIdle(person) && !isUnsureOf(beat, person.character);
      if (!isFree || !framing.who.includes(person.character)) return person;
      const doing = gestureOf(person, { beat, random });
      const key = `${person.character} ${doing}`;
      if (doing === undefined || used.has(key)) return person;
      used.add(key);
      return { ...person, doing };
    });
    return { ...panel, beat: { ...beat, figures } };
  });
}

/** Whether the person only stands or speaks, with empty hands and on their own feet. */
const isIdle = ({ doing, posture, hands, seat, mount, carriedBy, leads }: Acting): boolean =>
  does(doing, "idle") &&
  hands.length === 0 &&
  [posture, seat, mount, carriedBy, leads].every((told) => told === undefined);

interface Moment {
  beat: Beat;
  random: Random;
}

function gestureOf(person: Acting, { beat, random }: Moment): string | undefined {
  const answer = reactionTo(person, beat);
  if (answer !== undefined) return answer;
  const own = beat.lines.filter(({ speaker }) => speaker === person.character);
  const felt = byFeeling(person.feeling, random);
  if (own.length === 0) return felt;
  return bySpeech(own, person.feeling) ?? felt ?? (random.next() < 0.75 ? random.pick(SPEAKING) : undefined);
}

/** The reaction to another character's action with this person as recipient: an embrace, a strike, an offer. */
function reactionTo({ character }: Acting, { figures }: Beat): string | undefined {
  const others = figures.filter((other) => other.character !== character);
  const done = others.find(({ to }) => to === character) ?? (others.length === 1 ? others[0] : undefined);
  if (done === undefined) return undefined;
  if (does(done.doing, "embraces")) return "embrace";
  if (done.to !== character) return undefined;
  if (does(done.doing, "strikes")) return "raises both hands";
  return does(done.doing, "offers") || does(done.doing, "throws") ? "reaches out" : undefined;
}

function bySpeech(lines: readonly Line[], feeling: string): string | undefined {
  const isLoud = lines.some(({ voice }) => voice === "shout" || voice === "cry");
  if (isLoud) return feels(feeling, "in-warm") ? "arms-up" : "point";
  return lines.some(({ voice }) => voice === "thought") ? "think" : undefined;
}

/** The gesture that shows a feeling. Calm people have none. */
function byFeeling(feeling: string, random: Random): string | undefined {
  if (feels(feeling, "sinks")) return feels(feeling, "strong") ? "hands-on-face" : "look-down";
  if (!feels(feeling, "strong")) return feels(feeling, "rises") ? "hands-on-hips" : undefined;
  if (feels(feeling, "in-warm")) return "arms-up";
  if (!feels(feeling, "loud")) return undefined;
  return random.pick(
    feels(feeling, "worth-seeing") ? ["raises both hands", "hands-on-face"] : ["arms-crossed"],
  );
}

const SPEAKING = ["holds out a hand", "holds out a hand", "hands-on-hips", "arms-crossed"] as const;
