// What the words of a picture say an animal does, beyond its pose: it curls up, it cries out.
import type { CharacterDesign } from "../closed/cast.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { pattern } from "./readings.ts";

const CURLED = pattern(
  "curled-up",
  "action",
  /丸くな|丸ま[っり]|身を丸め|\bcurl(?:s|ed|ing)? (?:\w+ )?up\b|\bcurled (?:around|round|into)\b/iu,
);
const CURLING = /^(?:stand|sit|crouch|kneel|lie|sleep)$/u;

const CRY = pattern(
  "animal-cries",
  "action",
  /(?:鳴|啼|吠|吼)(?:い|く|き|え)|遠吠え|ほえ[たる]|\b(?:bark|howl|yelp|meow|mew|yowl|growl)(?:s|ed|ing)?\b/iu,
);

/** A figure as the words have it: who curls up lies, and a lone animal that cries out has its mouth open. */
export function asTold(
  figure: Figure,
  design: CharacterDesign | undefined,
  { action, figures }: Picture,
): Figure {
  if (!design || design.kind === "human" || design.kind === "robot" || design.kind === "ghost") return figure;
  const curled = CURLED.test(action) && CURLING.test(figure.pose);
  const cries = figures.length === 1 && figure.holds === null && CRY.test(action);
  return {
    ...figure,
    ...(curled ? { pose: "lie" as const } : {}),
    ...(cries ? { speaks: true } : {}),
  };
}
