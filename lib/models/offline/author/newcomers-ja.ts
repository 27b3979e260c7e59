// Whoever is first seen beside a Japanese line: 「誰だ」 / 奥から老人が顔を出した.
import type { Person } from "../closed/concept.ts";
import { OPENS } from "./beats-beside.ts";
import type { Mention } from "./mentions.ts";
import { CLOSES_QUOTE } from "./quote-particle.ts";
import type { Around, Clue, Speaker } from "./speakers.ts";

/** An hour that comes before whoever comes in. */
const AFTERWARDS = /^[^。]*(?:ころ|頃|とき|たら|やがて|まもなく)、/u;

const SHOWS =
  /^が[^。]*(?:[戸扉]を開け|ドアを開け|起きて(?:き|来)|降りて(?:き|来)|顔を(?:出|覗|のぞ)|姿を(?:現|見せ)|現れ|出てき|入ってき|立って)/u;

/** 「誰だ」 / 奥から老人が顔を出した: whoever is first seen after a line has said that one, and not the next, unless that goes on in the paragraph. */
export const isShown = (
  { person, end }: Mention,
  { story, index, roll, unit }: Around,
  speakers: ReadonlyMap<string, Speaker>,
): boolean =>
  story.units[index - 1]?.paragraph !== unit.paragraph &&
  story.units[index - 2]?.kind === "speech" &&
  (speakers.get(story.units[index - 2]?.id ?? "")?.person ?? person) === person &&
  SHOWS.test(story.units[index - 1]?.text.slice(end) ?? "") &&
  !OPENS.test(story.units[index - 1]?.text ?? "") &&
  !story.units
    .slice(0, index - 1)
    .some(({ text }) => roll.mentions(text).some((mention) => mention.person === person));

/** 「誰の番組？」 / 振り向くと、少年が立っていた。同じくらいの年だ。: the same, with more told of them. */
export function entersAfter(person: Person, { story, index, roll }: Around): boolean {
  const paragraph = story.units[index - 1]?.paragraph;
  const first = story.units.findIndex((unit) => unit.kind === "narration" && unit.paragraph === paragraph);
  const mention = roll.mentions(story.units[first]?.text ?? "").find((one) => one.person === person);
  return (
    mention !== undefined &&
    !OPENS.test(story.units[first]?.text ?? "") &&
    !AFTERWARDS.test(story.units[first]?.text ?? "") &&
    story.units[first - 1]?.kind === "speech" &&
    SHOWS.test(story.units[first]?.text.slice(mention.end) ?? "") &&
    !story.units.slice(0, first).some(({ text }) => roll.mentions(text).some((one) => one.person === person))
  );
}

/** 「それ、何？」 / 振り向くと、少年が立っていた。 */
const LOOKS_ROUND =
  /^(?:振り(?:向|返)|顔を上げ|見上げ|見下ろ|声の(?:する|した)?(?:ほう|方)[をへに])[^。]{0,8}と、/u;

/** 「こら！」 / 扉が開いて、光が二人を照らした。看護師の牧さんだった。: who a voice turns out to be. */
export function revealed({ story, index, roll }: Around): Clue | undefined {
  const next = story.units[index + 1];
  const paragraph = next?.paragraph;
  const seen = next?.kind === "narration" && LOOKS_ROUND.test(next.text) ? roll.mentions(next.text) : [];
  if (seen.length === 1 && seen[0] && SHOWS.test(next?.text.slice(seen[0].end) ?? ""))
    return { person: seen[0].person };
  // 女の声に、半兵衛は足を止めた。 部長の声だった。
  const voice =
    next?.kind === "narration" && !CLOSES_QUOTE.test(next.text) ? roll.mentions(next.text)[0] : undefined;
  if (
    voice &&
    /^の(?:叫び声|叫び|悲鳴|一言|ひと言|言葉|返事)に、|^の声(?:に、|だった。|だ。|である。|でした。|がした。)/u.test(
      next?.text.slice(voice.end) ?? "",
    )
  )
    return { person: voice.person };
  for (const unit of story.units.slice(index + 1, index + 4)) {
    if (unit.kind !== "narration" || unit.paragraph !== paragraph || CLOSES_QUOTE.test(unit.text))
      return undefined;
    const mentions = roll.mentions(unit.text);
    const mention = mentions.at(-1);
    const at = mentions[0]?.at ?? 0;
    if (!mention) continue;
    const { end } = mention;
    const isAll = /^(?:[^。、はがも]{0,12}[のた])?$/u.test(unit.text.slice(0, at));
    return isAll && /^(?:だった|である|だ)。$/u.test(unit.text.slice(end))
      ? { person: mention.person }
      : undefined;
  }
  return undefined;
}
