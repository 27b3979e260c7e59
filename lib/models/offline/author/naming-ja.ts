// How a Japanese story gives somebody a name, and which noun belongs to which name.
import type { Story } from "../../../manga/story.ts";
import type { Roster } from "./evidence.ts";
import { traitsOfRole } from "./roles.ts";

/** 幽霊の女の子 is a ghost before she is a girl. */
export function noteGhosts(roster: Roster, text: string): void {
  for (const match of text.matchAll(
    /(?:幽霊|おばけ|お化け|亡霊)の([\p{Script=Han}\p{Script=Hiragana}]{1,4})(?=[はがもをに、])/gu,
  )) {
    const known = roster.get(match[1] ?? "");
    if (known?.type === "role") known.kind = "ghost";
  }
}

const WORD = "([\\p{Script=Han}ァ-ヴーぁ-ん々]{1,6}?|[ァ-ヴー]{1,8}(?:・[ァ-ヴー]{1,10}){1,2})";
const NAMING: readonly RegExp[] = [
  new RegExp(
    `名(?:前)?[はを]、?「?${WORD}」?(?:という|といっ|と(?:言|名づ|つけ|付け))|名(?:前)?は、?「?(?!な(?:い|かった)|あ(?:る|った)|まだ|不明|秘密|何|知ら)${WORD}」?(?:。|だ)`,
    "gu",
  ),
  new RegExp(
    `(?<=^|[、。は])(?![ァ-ヴー]+[はがもに])${WORD}という(?:[^。、「」]{0,8}の)?(?:名|少年|少女|男|女|猫|犬|子|老人|老婆|娘|青年|若者)`,
    "gu",
  ),
  /(?:猫|犬|鳥|インコ|狐|狸|馬|ロボット)の(?!エサ|シッポ|ヒゲ|ベッド|トイレ|ケージ|オモチャ|カゴ|ミルク|ツメ|ブラシ|マスク)([ァ-ヴー]{2,6})(?=さん|くん|ちゃん|[はがもをにと、])/gu,
  // 少女はリーゼと名乗った。 小田切のことを、みんなはダギーと呼ぶ。 本田、通称ポンタが
  new RegExp(
    `(?:[は、]|自分を)「?${WORD}」?と(?:名乗|呼(?:んで|ぶ|ばれて)|申し)|(?:通称|あだ名は|愛称は)「?${WORD}」?(?=[がはもの、。だ])`,
    "gu",
  ),
  /(?<![ァ-ヴー・])([ァ-ヴー]{1,8}(?:・[ァ-ヴー]{1,10}){1,2})(?=さん|氏|[はがもに、。])/gu,
];

/** 名をXという, Xという名の少年, 猫のクロ, 灯台守の源太: a name that the text gives to somebody. */
export function noteNaming(roster: Roster, text: string, index: number): void {
  for (const pattern of NAMING) {
    for (const match of text.matchAll(pattern))
      if (match[1] ?? match[2]) roster.note(match[1] ?? match[2] ?? "", index, { score: 4, mentions: 1 });
  }
}

/** Which noun belongs to which name: apposition, or the name's own sentence says what they are. */
export function joinNames(roster: Roster, story: Story): void {
  const narration = story.units.filter(({ kind }) => kind === "narration").map(({ text }) => text);
  const roles = roster.all().filter(({ type }) => type === "role");
  const names = roster.all().filter(({ type, score }) => type === "name" && score >= 1.5);
  for (const { name } of names) {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    const told = narration.filter((text) => text.includes(name));
    for (const { name: noun } of roles) {
      const both = told.filter((text) => text.includes(noun));
      if (both.length === 0) continue;
      const apposed = new RegExp(
        `${/^[ァ-ヴー]/u.test(noun) ? "(?<![ァ-ヴー])" : "(?<![\\p{Script=Han}])"}${noun}(?:の|、)${escaped}(?:さん|くん|ちゃん)?(?=[はがもをにと、]|だった|で)|${escaped}という(?:名[^。]{0,4})?[^。、]{0,4}${noun}|${noun}[はの][^。]{0,10}名(?:前)?[はを]「?${escaped}|(?:^|。)${escaped}は[^。]{0,14}${noun}(?:だ|で、|であ|。)|${noun}は、?「?${escaped}」?と(?:名乗|いった。|いう。|申し)`,
        "u",
      );
      if (!both.some((text) => apposed.test(text))) continue;
      const traits = traitsOfRole(noun);
      const target = roster.get(name);
      const taken = roster.get(noun);
      if (!target || !taken || taken.type !== "role") continue;
      if (traits.kind !== undefined && traits.kind !== "human") target.kind = traits.kind;
      roster.merge(name, noun);
    }
  }
  for (const { name } of names.filter(
    ({ name, aliases }) => name.length >= 2 || isOnlyTitled(name, aliases, story),
  )) {
    const whole = names.find(
      (other) => other.name !== name && (other.name.startsWith(name) || other.name.endsWith(name)),
    );
    if (whole && (!/^[ァ-ヴー]/u.test(name) || whole.name.split("・").includes(name)))
      roster.merge(whole.name, name);
  }
}

/** 源さん, of whom nobody speaks without a title: short for 源蔵. */
const isOnlyTitled = (name: string, aliases: ReadonlySet<string>, { units }: Story): boolean =>
  aliases.size > 0 &&
  !units.some(({ text }) =>
    new RegExp(`(?<![\\p{Script=Han}々])${name}(?=[はがもをにの、。]|$)`, "u").test(text),
  );
