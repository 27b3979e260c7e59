// What a story tells of somebody: the sentences that name them, and those that go on about them.
import type { Story } from "../../../manga/story.ts";

/** Sentences that say how somebody looks or what they are. */
export const DESCRIBES = {
  ja: /歳|才|髪|眼鏡|めがね|メガネ|着て|着た|はおっ|帽子|かぶ|瞳|背[のがは]|ひげ|髭|制服|小学生|中学生|高校生|小柄|大柄|太っ|痩|やせ|毛並|しっぽ|尻尾|服|コート|エプロン|セーター|着物|ドレス|ロボット|スカート|禿|はげ頭|皺|しわだらけ|刈[っり]|染め|鉢巻|割烹着|つなぎ|頭巾|坊主頭|(?:男|女|子|人|娘|青年)(?:である|だった|だ)。/u,
  en: /\b(?:years old|year-old|hair|haired|beard|bearded|glasses|spectacles|wore|wearing|dressed|coat|dress|hat|cap|uniform|tall|short|thin|fat|bald|moustache|mustache|whiskers|whiskered|scar|freckles|-?eyed|eyes|fur|tail|feathers|apron|sweater|kimono|robe|armou?r|jacket|robot|hood|hoodie|scarf|plaits?|braids?|stout|(?:was|is) an? (?:[a-z-]+,? ){0,3}(?:man|woman|boy|girl|lady))\b/u,
} as const;

/** `He wore shoes now, and a cap`: what somebody looks like in the end is not what they look like all through. */
export const CHANGED =
  /\b(?:wore|had|was wearing|was in) (?:[a-z]+ )*now\b|\bnow (?:he|she|they) (?:wore|had)\b|(?:今|いま)では|(?:今|いま)は(?!まだ)/iu;

/** What an animal looks like is mostly its colour. */
export const COAT =
  /[黒白茶灰]|三毛|ぶち|\b(?:black|white|brown|gr[ae]y|ginger|orange|golden|tabby|striped|spotted|enormous|tiny)\b/iu;

/** `He was a small grey-haired man`, of whoever was named last, whatever was said since. */
const IS_DESCRIBED = /^(?:He|She) (?:was|had|wore|looked)\b/u;

/** `A fat man sold maps`: somebody else. */
const ANOTHER = /^(?:An?|Another) (?:[a-z]+ ){0,3}(?:man|woman|boy|girl|lady|child)\b/u;

/** 真由と同じ高校生くらいに見える: of somebody who has been told of, as well as of her. */
const ALIKE = /^[^。、]{1,8}と同じ(?:くらい|ぐらい)?(?=の?(?:年|歳|[小中高大]))/u;

/** `Mrs. Okoro remembered her, a tiny woman`: whom somebody remembers is described. */
export const REMEMBERS = /\bremember(?:ed|s) (?:her|him|how (?:he|she))\b/u;

/** `He was eighty, bent like a hook; she was fifty` */
const APART =
  /^(He|She) (?:was|wore|had) ([^;]+?)(?:;|, (?:and|but)) (?:and |but )?((?<=^He .*)she|(?<=^She .*)he) (?=was|wore|had)/u;

/** What such a sentence, after one about them both, says of the one who was named last of all women, or of all men. */
export function apartIn(
  { units }: Story,
  { names, others, gender }: { names: readonly string[]; others: readonly string[]; gender: string },
): string[] {
  return units.flatMap(({ text }, index) => {
    const [whole = "", first = "", , second = ""] = APART.exec(text) ?? [];
    const before = units[index - 1]?.text ?? "";
    if (!/^(?:They|Both|The two)\b/u.test(before) || first.toLowerCase() === second) return [];
    const titled = gender === "female" ? /^(?:Mrs|Ms|Miss|Lady|Aunt)\b/u : /^(?:Mr|Sir|Uncle)\b/u;
    if (
      names.some((name) => before.includes(name)) ||
      (!names.some((name) => titled.test(name)) && others.some((name) => titled.test(name)))
    )
      return [];
    const mine = (pronoun: string) => (pronoun.toLowerCase() === "she") === (gender === "female");
    return gender === "unknown"
      ? []
      : mine(first)
        ? [whole.replace(/[;,][^;,]*$/u, ".")]
        : [text.slice(whole.length - second.length - 1)];
  });
}

/** Whoever tells is told of in every other sentence. */
const TELLER = "I";
const isNamedIn = (text: string, name: string): boolean =>
  name === TELLER
    ? /(?<![\p{L}'’])I(?= |'|’)/u.test(text)
    : PLAIN.test(name)
      ? new RegExp(`(?<![\\p{L}-]|\\b[Oo]ld )${name}(?![\\p{L}-])`, "u").test(text)
      : text.includes(name);

/** `the man`, who is not the old man. */
const PLAIN = /^(?:man|woman|lady|boy|girl)$/u;

/** Sentences that name somebody, and those right after that go on about them and name nobody else. */
export function sentencesAbout(story: Story, names: readonly string[], others: readonly string[]): string[] {
  const about: string[] = [];
  let paragraph = -1;
  let last = false;
  for (const unit of story.units) {
    if (unit.kind !== "narration") continue;
    const named = names.some((name) => isNamedIn(unit.text, name));
    const text = unit.text.replace(ALIKE, "");
    const other =
      ANOTHER.test(text) ||
      APART.test(text) ||
      others.some((name) => name !== TELLER && text.toLowerCase().includes(name.toLowerCase()));
    const goesOn =
      !other &&
      ((paragraph >= 0 && unit.paragraph - paragraph <= 1) || (last && IS_DESCRIBED.test(unit.text)));
    // 鳴海はメイドを呼んだ。おさげの娘だった。: of whoever comes in last.
    const turns =
      named &&
      others.some((name) =>
        new RegExp(
          `は[^。]*${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?:さん|ちゃん|くん)?(?:を|に)[^。、]{1,8}。$`,
          "u",
        ).test(text),
      );
    last = (named && !turns) || (last && !other);
    if (named || goesOn) about.push(unit.text);
    paragraph = (named && !turns) || goesOn ? unit.paragraph : -1;
  }
  return about;
}
