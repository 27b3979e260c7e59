// Names of old times: お鈴, 六兵衛, 半七.
import type { Token } from "./dictionary.ts";
import type { Name } from "./names-ja.ts";

const NOT_CALLED =
  /^お(?:ばあ|じい|かあ|とう|ねえ|にい|ばさ|じさ|まえ|れさ|茶|金|店|寺|城|湯|酒|米|堂|花|菓|皿|礼|前|互|客|祭|月|星|日|空|水|魚|肉|風|椀|盆|昼|夜|宮|姫|腹|尻|顔|手|札|墓|供|産|化|節|歳|年|屋|膳|箸|鍋|釜|陰|灸|経|盆|縁|袋|家|国|江|役|代|題|話|姉|兄|母|父|婆|爺|嬢|侍|上|供|付|忍|耳|口|目|歯|鼻|背|足|胸|首|体|神|仏|香|櫃|箱|針|琴|囃|杯|酌|駄|得|楽|裾|産|金|弁|食|葬|雛|雑|芋|稲|守|告|安|先|下|次|帰|休|邪|詫|返|待|願|祈|祝|誕|招|勘)/u;

/** お鈴, 「…」とお春は言った: the honorific that once went before a woman's name. */
export function oldNames(text: string, tokens: readonly Token[]): Name[] {
  const starts = new Set(tokens.map(({ at }) => at));
  return [...text.matchAll(OLD_NAME)]
    .filter(({ 0: name, index }) => starts.has(index) && !NOT_CALLED.test(name))
    .filter(
      ({ 0: name, index }) => !tokens.some(({ text: word, at }) => at === index && word.startsWith(name)),
    )
    .map((match): Name => ({ text: match[0], at: match.index, sure: "unknown" }));
}

const OLD_NAME =
  /(?<![\p{Script=Han}])お(?:\p{Script=Han}(?=[はがもに、！？]|さん|ちゃん|さま)|[ぁ-ん]{2}(?=[はがも]、?[^。]*[^。、]{3}|さん(?!ぽ)|ちゃん))/gu;

/** 六兵衛, 三太, 半七, 九条: names that begin or end with a number. */
export function numberedNames(text: string): Name[] {
  return [
    ...text.matchAll(
      /(?<![\p{Script=Han}第])(?:[一二三四五六七八九十百千万](?:兵衛|左衛門|右衛門|衛門|之助|太郎|次郎|太|郎|助|吉|蔵|平|次)|[一二三四五六九]条|[半弥伝佐嘉喜権新与文忠甚庄清仁善卯源平孫彦又勘宗][三四五六七八九](?:郎|助|兵衛)?)(?=[はがも]|さん|ちゃん|くん|親分)/gu,
    ),
  ].map((match): Name => ({ text: match[0], at: match.index, sure: "name" }));
}
