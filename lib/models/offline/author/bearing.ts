// How the tone of a Japanese line goes with the age and sex of whoever may say it: うるさい、行くぞ rather of a man, どうしたの rather of a
// woman or a child, 座りなさい of no child. It tips the balance where nothing says whose a line is.
import type { Person } from "../closed/concept.ts";
import { isPolite } from "./voices.ts";

const END = "[。！!？?…ー]*$";
/** 行くぞ, やめろ, 誰だい: a man's more often than a woman's. */
const ROUGH = new RegExp(
  `(?:[ぞぜ]|だろ|だろうが|だい|かね|(?:じゃ|[してらかわけれさ])ねえ|なあ|やがって|やがる|たまえ|[しきけえべめれせてじぎ]ろ|よこせ|くれ|いけ|行け|しろ|こい|来い|やれ|待て|貸せ|返せ|黙れ)よ?${END}|(?:^|[、。！？…　])(?:おい|てめえ|こいつ|そいつ|あいつ)|おまえ|お前|(?<!\\p{Script=Han})(?:俺|おれ)`,
  "u",
);
/** だ, か: plain and short. */
const BLUNT = new RegExp(`(?:だ|[たるいうくすつぬむ]か|のか|んだ|だな|[るた]な)${END}`, "u");
/** どうしたの, きれいね: a woman's or a child's more often than a man's. */
const SOFT = new RegExp(
  `(?:の|のよ|わ|わよ|わね|よね|かしら|もん|ね|ちゃった|じゃない|でしょ|かな)${END}|あたし`,
  "u",
);
/** わたし and no です: a woman's rather than a man's. */
const PLAIN_SELF = /(?<!\p{Script=Han})(?:わたし|私)(?=[はがもにのをと、]|$)/u;
/** What grown people tell the young. */
const GROWN = new RegExp(
  `(?:なさい|ちょうだい|ください|ごらん|いけません|おいで)(?:ね|よ)?${END}|^(?:こら|おかえり|あら|まあ|ほら)[、。！]`,
  "u",
);
/** What the old call the young, and how they talk. */
const CALLS_YOUNG = /坊や|坊主|お嬢(?:さん|ちゃん)|若いの(?=[、。]|$)/u;
const OLD = new RegExp(`(?:かい|なさんな|のさ|もんさ|もんだよ|ねえ)${END}`, "u");
const CHILDISH =
  /(?:^|[、。！？…　])(?:ぼく|あたし)(?:[はがもにのをと、]|$)|(?:もん|だい)[。！!…]*$|^(?:やだ|やだやだ|わあい|やったあ?|うわあ)|宿題|遠足|だめ！|いけないんだ|お(?:じ|ば)(?:い|あ)?(?:さん|ちゃん)/u;

/** Above 0 where the tone is theirs, below where it is not. */
export function bearing(line: string, { age, gender, kind }: Person): number {
  if (kind !== "human") return 0;
  const grown = age === "adult" || age === "elder";
  const child = age === "child";
  let worth = 0;
  if (ROUGH.test(line)) worth += gender === "male" ? 0.3 : gender === "female" ? -0.8 : 0;
  else if (BLUNT.test(line)) worth += gender === "male" ? 0.8 : gender === "female" ? -0.3 : 0;
  if (SOFT.test(line)) worth += gender === "female" ? 1.4 : child ? 0.3 : gender === "male" ? -0.5 : 0;
  if (PLAIN_SELF.test(line) && !isPolite(line))
    worth += gender === "female" ? 0.8 : gender === "male" ? -0.8 : 0;
  if (GROWN.test(line)) worth += grown ? 3 : -1.5;
  if (CALLS_YOUNG.test(line)) worth += age === "elder" ? 2 : grown ? 1 : -3;
  if (OLD.test(line)) worth += age === "elder" ? 1.5 : grown ? 0 : -1;
  if (CHILDISH.test(line)) worth += child ? 1 : grown ? -1 : 0;
  return worth;
}
