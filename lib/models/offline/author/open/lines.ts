// The lines of a beat, each with what its speaker does and shows while saying it: a gesture and a face that come of the line go where
// the line goes.
import type { Line } from "../../../../manga/plot.ts";
import type { Beat } from "../../closed/plot.ts";
import type { Mood } from "../../closed/staging.ts";
import { firstCue } from "../../words/cues.ts";
import { expressionOfLine } from "../faces.ts";
import type { Lexicon } from "../lexicon.ts";

export function openLines({ lines, people }: Beat, lexicon: Lexicon, mood: Mood): Line[] {
  return lines.map((line) => {
    const speaker = people.find(({ character }) => character === line.speaker);
    if (!speaker) return line;
    const whole = lines.flatMap((one) => (one.speaker === line.speaker ? [one.text] : [])).join(" ");
    const isGesture = firstCue(whole, lexicon.gestures) === speaker.pose;
    const isFelt = expressionOfLine(whole, lexicon, mood) === speaker.expression;
    return {
      ...line,
      ...(isGesture ? { doing: firstCue(line.text, lexicon.gestures) ?? "stand" } : {}),
      feeling: isFelt ? expressionOfLine(line.text, lexicon, mood) : speaker.expression,
    };
  });
}
