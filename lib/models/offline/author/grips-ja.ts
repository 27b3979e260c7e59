// What a Japanese clause does to a thing that it names: the verb behind its particle, the hand before it.
import type { Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import { DEEDS, type Deed, type NamedThing, OUTCOMES } from "./grip-words.ts";

/** Cups and letters, one or many, and what is named in one breath with them. */
const OBJECT_JA =
  /^(?:(?:と|や)[^。、を]{1,8})?(?:[一二三四五六七八九十]?[つ本枚個冊杯匹]|たち)?(?:を|だけを|まで)、?(?<verb>[^。、を]{1,16})/u;
/** バケツの水をかけ, 懐中時計のふたを開け: what is done to a part of it, or to what it is full of. */
const PART_JA =
  /^の(?![中外上下横前奥方音話絵色名扉戸]|ほう|そば|陰|匂い(?!をか[いぐ]|を嗅)|こと)[^。、をのはがにで]{1,4}を(?<verb>[^。、を]{1,16})/u;
/** 片手に, 傘片手に: no verb need say that a hand has it. */
const STATE_JA = /^を?(?:片手|両手)に/u;
const BEFORE_JA = /(?:手|小?脇|肩|背中?|口|腕)に(?:は|した|持った)?[^。、を]{0,6}$/u;
const IS_BEFORE_JA = /^(?:[をが、。]|$)/u;

/** What is held to the eye. */
const LENSES: ReadonlySet<Prop> = new Set([
  ...(["telescope", "binoculars", "magnifier", "microscope", "camera", "kaleidoscope", "mirror"] as const),
]);

const LIGHTS: ReadonlySet<Prop> = new Set([
  "lantern",
  "paper-lantern",
  "candle",
  "torch",
  "firework",
  "pipe",
  "cigarette",
]);

/** 縄を持った男, 宝石を散らした剣: what a noun is told apart by is no act of the sentence's own subject. */
const ATTRIBUTE_JA =
  /^[^。、]{0,14}?(?:(?<!ま)た|だ|ている|でいる)(?=[\p{Script=Han}ァ-ヴ])(?!時|瞬間|途端|後|間|直後|拍子|[片両右左]?手|指|腕|肩|[一二三四五六七八九十])/u;
/** 鍋に水を入れ: what no thing is put into is filled, and so in the hands. */
const FILLED_JA =
  /^(?:の(?:ふた|蓋|中))?に(?!手|腕|指|顔|頭|足|火)[^。、をに]{1,6}を(?:入れ|注|つ[いぎ](?!た?い)|よそ[いっう]|通[しす]|汲|くん|張|満た|(?:の|載|乗)せて(?:入|来|き|運|持|出|やって))/u;
/** りんごにかぶりつく, 杖にすがる: what a hand has with another particle than を. */
const WITH_NI_JA: readonly { deed: Deed; when: RegExp }[] = [
  { deed: "eats", when: /^に(?:かぶりつ|かじりつ|むしゃぶりつ|食らいつ|かぶりと|口をつけ)/u },
  { deed: "has", when: /^に(?:すが[っりる]|体重を預け|しがみつ)/u },
];
/** みかんをかごに入れて運んだ: what all of it is carried in. */
const CARRIED_IN_JA = /^に[のせ載乗入盛れっ]{2,3}て、?(?:持|運|差し出|出[しす]|渡|抱)/u;
/** ノートに点数をつけている, 手帳に絵を描く. */
const WRITTEN_IN_JA =
  /^に[^。、をにはが]{1,8}を[^。、を]{0,6}?(?:書き(?!か)|書[いく](?!て(?:あ|お))|描[いき](?!て(?:あ|お))|記し(?!て(?:あ|お))|つけ(?!て(?:あ|お))|写し|綴[っり])/u;
const WRITTEN_IN: ReadonlySet<Prop> = new Set(["book", "letter", "scroll"]);
/** 手の中で縄がすべった, 手の中の手紙. */
const WITHIN_JA = /(?:手|腕|胸|膝)の(?:中|上)(?:で|の)[^。、をがは]{0,6}$/u;
/** 取り出したのは、小さな鍵だった: the verb comes before what it is done to. */
const CLEFT_JA = /[はがもをにでと](?<verb>[^。、をはがにで]{2,10}?[ただ])のは、?[^。、をはが]{0,12}$/u;
const IS_CLEFT_JA = /^(?:だった|である|だ|です|でした)(?:。|$)/u;
const NOT_JA = /^[^。、]{0,8}?(?:ず(?:に|、|$)|な(?:い|かっ|く)|ません)/u;

export function deedJa({ thing, text, before, after, next }: NamedThing): Deed | undefined {
  // 床を掃, マフラーを編: words that name a thing by what is done with it.
  if (text.includes("を")) return "uses";
  if (STATE_JA.test(after) || (BEFORE_JA.test(before) && IS_BEFORE_JA.test(after))) return "has";
  const turned = WITH_NI_JA.find(({ when }) => when.test(after))?.deed;
  if (turned) return turned;
  const cleft = IS_CLEFT_JA.test(after) ? CLEFT_JA.exec(before)?.groups?.verb : undefined;
  if (cleft) return firstDeed(cleft);
  if (WITHIN_JA.test(before) && IS_BEFORE_JA.test(after)) return "has";
  if (WRITTEN_IN.has(thing) && WRITTEN_IN_JA.test(after)) return "uses";
  if (FILLED_JA.test(after) || (LIGHTS.has(thing) && /^に火を/u.test(after))) return "uses";
  // 太鼓のばちを握った: what is named besides is no part.
  // カメラのレンズを布で磨いた: what it is done with stands between.
  const own = after.slice(0, next);
  const part = (PART_JA.exec(own) ?? (own.endsWith("を") ? PART_JA.exec(after) : null))?.groups?.verb;
  const { verb = part } = OBJECT_JA.exec(after)?.groups ?? {};
  if (verb === undefined || ATTRIBUTE_JA.test(verb) || NOT_JA.test(verb)) return undefined;
  if (/^[のを]?(?:ちらりと|そっと)?(?:のぞ|覗)/u.test(verb) && !LENSES.has(thing)) return "minds";
  if (INTO_ARMS_JA.test(before + verb)) return "gives";
  if ((AT_HIP_JA.test(before) || thing === "sword") && GIRDED_JA.test(verb)) return "wears";
  if (CAST_OFF_JA.test(verb)) return "drops";
  return (traitsOf(thing).eaten && BREAKS_JA.test(verb) ? undefined : firstDeed(verb)) ?? "uses";
}

/** 鞄をケンの腕に押し込んだ. */
const INTO_ARMS_JA = /(?:手|腕|胸|膝)(?:の中)?に[^。、]{0,4}(?:押し込|押しつけ|突き出|載せ|乗せ|のせてや)/u;
/** 腰に古い刀をさしている: it is in the belt, and not yet drawn. */
const AT_HIP_JA = /腰に(?:は)?[^。、を]{0,8}$/u;
const GIRDED_JA = /^(?:[さ差](?!し[出だ伸の])[しす]|帯び|佩|下げ|提げ|つけ|吊)/u;
/** 刀を捨てて走った: whoever runs so has it no more. */
const CAST_OFF_JA = /^(?:投げ|打ち|かなぐり)?(?:捨てて|投げ出して|放り出して)(?:走|駆|逃|飛び|跳|登|泳)/u;
/** パンを二つに割った: food is parted in the hands. */
const BREAKS_JA = /^(?:[二半三四][つ分]?(?:に|こに)?)?[割千]/u;

/** The first verb of a clause that the table knows, of two at the same place the longer; 見つけて拾った: what was only seen, and then had. */
function firstDeed(clause: string): Deed | undefined {
  const found = DEEDS.ja
    .flatMap(({ deed, when }) => {
      const verb = when.exec(clause);
      return verb ? [{ deed, at: verb.index, length: verb[0].length }] : [];
    })
    .toSorted((a, b) => a.at - b.at || b.length - a.length);
  const [first, ...more] = found;
  const next = more.find(({ deed, at }) => deed !== "minds" && /[てで]$/u.test(clause.slice(0, at)));
  return first?.deed === "minds" && next ? next.deed : first?.deed;
}

/** 時計を取り出すと、両手で差し出した: a clause without a thing of its own goes on about the same one. */
export function goesOnJa({ thing, after }: NamedThing): Deed | undefined {
  const next = after
    .split("、")
    .slice(1)
    .find((clause) => !/[をがは]/u.test(clause));
  const deed = next === undefined || next === "" ? undefined : firstDeed(next);
  return deed &&
    OUTCOMES[deed].after !== "same" &&
    deed !== "wears" &&
    (deed !== "eats" || traitsOf(thing).eaten)
    ? deed
    : undefined;
}

/** 髪を手ぬぐいで包んで, 首にタオルを巻いて: a cloth about somebody's head or neck. */
export const isBoundJa = ({ before, after }: Pick<NamedThing, "before" | "after">): boolean =>
  /(?:髪|頭|首|額)[をに][^。、]{0,6}$/u.test(before) && /^[でを](?:包|覆|縛|巻|かぶ|結)/u.test(after);

/** 櫛で髪をとかす: whatever is done with it, unless somebody only is, goes, waits or is told of there, or it befalls somebody. */
const TOOL_JA =
  /^で(?!は|も|す|あ[るりっ]|しょ|きな|ござ)(?!(?:[^。、を]{0,5}[にへと])?(?:行|来|待|座|立[ちっ]|眠|寝|暮|会[いうっ]|止ま|降り|乗|い[るたき]|知|届|伝|聞|売|買|見つ|出会|遊|笑|死|逃|帰|埋|満|濡|揺|いっぱい|包まれ))[^。、]{1,14}/u;
const PASSIVE_JA = /^[^。、]{0,14}[わかがさたなばまらしい]れ(?:て|た|る)/u;

/** 急須からお茶を注いだ, やかんの湯を急須に注いだ, 瓶から飲んだ. */
const SOURCE_JA =
  /^の(?:お?湯|水|お?茶|酒|中身|スープ|牛乳|油|粉)を[^。、]{0,10}(?:注[いぎぐ]|つ[いぎぐ](?=[でだ])|かけ|移[しす]|飲[んみむ]|汲|あけ)|^から[^。、]{0,8}(?:注[いぎぐ]|つ[いぎぐ](?=[でだ])|飲[んみむ]|汲|すく[いっう])/u;

export const isToolJa = (named: NamedThing): boolean => !isBoundJa(named) && isUsedJa(named);

const isUsedJa = ({ after }: NamedThing): boolean =>
  SOURCE_JA.test(after) || CARRIED_IN_JA.test(after) || (TOOL_JA.test(after) && !PASSIVE_JA.test(after));

/** 高く掲げた, 渡してやった: a verb that wants an object and names none is about what was spoken of last. */
const ELIDED_JA =
  /(?:受け取|受け止め|掲げ|かざし|手渡し?|渡し|差し出し|返し|置[いき]|投げ|放り|振り上げ|握りしめ|拾い上げ|持ち上げ|広げ|飲み干|食べ|かじ|押し返|振り(?:下ろ|おろ|回)|(?:[一二三四五六七八九十]|ひと)(?:つ|本|枚|個|杯|口)(?:つま[んみ]|取[っり]|飲[んみ]|食べ|もら[っい]))(?!そう)/u;

/** What some words do to a thing that they leave unsaid. */
export function elidedJa(words: string): Deed | undefined {
  const clause = words
    .split(/[。、]/u)
    .find((one) => !/[をが]|の(?:上|中|前)に$/u.test(one) && ELIDED_JA.test(one));
  const verb = clause === undefined ? undefined : ELIDED_JA.exec(clause);
  return verb && clause && !NOT_JA.test(clause.slice(verb.index))
    ? firstDeed(clause.slice(verb.index))
    : undefined;
}
