// The subject of a prompt, on which the simulated safety filter decides. The same subject is always refused, independent of seed,
// model, style and order of references, so the subject is extracted from prompts of any program.
import { createHash } from "node:crypto";

/**
 * The subject is the set of content words of the moment. The moment is the text after a label on its line (`What happens: …`, `Action: …`,
 * `Moment: …`, `出来事：…`). Without such a label it is the whole prompt except the lines that introduce reference images. Content words are
 * lower-case words of three letters or more and runs of kanji or katakana, without function words and without words about the making of
 * pictures (`STYLE_WORDS`). Numbers, order and repetition do not count. Returns an empty text if there are no content words.
 */
export function subjectOf(texts: readonly string[]): string {
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => !REFERENCE_LINE.test(line));
  const labelled = lines.flatMap((line) => LABELLED.exec(line)?.[1] ?? []);
  const moment = (labelled.length > 0 ? labelled : lines).join("\n").toLowerCase();
  const words = [...moment.matchAll(WORD)].map(([word]) => word).filter((word) => !IGNORED.has(word));
  return [...new Set(words)].toSorted().join(" ");
}

/** A short hash of the subject, for messages. */
export function subjectHash(texts: readonly string[]): string {
  return createHash("sha256").update(subjectOf(texts)).digest("hex");
}

const LABELLED =
  /^\s*[-*•]?\s*(?:the\s+)?(?:moment|what happens|action|event|deed|出来事|瞬間|動作|この場面)[^:：]{0,40}[:：]\s*(.+)$/iu;
const REFERENCE_LINE =
  /^\s*[-*•]?\s*(?:(?:the\s+)?(?:reference|image|picture|photo)s?(?:\s+(?:image|picture))?\s*\d*\b[^.]*[:：]|参照画像|画像\s*\d)/iu;
const WORD = /\p{Script=Latin}{3,}|\p{Script=Han}{1,}|[\p{Script=Katakana}ー]{2,}|\p{Script=Hangul}{2,}/gu;

const FUNCTION_WORDS =
  "the and are was were has have had been being but for from into onto upon with without within over under out off his her hers him she they them their theirs its our you your who whom whose which that this these those there here where when while what how why not nor all any each every both some such only very more most than then too also just can could may might must shall should will would does did doing one two three story words";

/** Words for the style and technique of a picture, not its content. */
const STYLE_WORDS =
  "manga comic comics anime panel panels page picture pictures image images drawing drawn draw artwork art illustration illustrated style styles black white grey gray greys grays colour colours color colors coloured colored full flat monochrome screentone screentones tone tones ink inked inks line lines linework clean crisp bold thin watercolour watercolor pencil sketch sketched painted painting paint oil gouache pastel photo photographic photograph realistic cinematic shading shaded cel shadows paper print printed japanese shot shots close closeup wide medium long bust half establishing angle camera lens view viewed level eye above below tilted front profile background foreground middle ground composition frame frames border borders edge edges crop cropped letter letters lettering text texts caption captions balloon balloons speech sign signs writing written number numbers script signature watermark logo seed reference references keep same exactly style quality detailed detail high resolution calm scene suitable readers ages percent empty space room";

const IGNORED = new Set(`${FUNCTION_WORDS} ${STYLE_WORDS}`.split(" "));
