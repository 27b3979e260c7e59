// Nouns of a Japanese sentence that no list of ours has, by what they stand for: places, and things that somebody handles.
import type { PlaceKind } from "../closed/staging.ts";
import { kindOfNoun, type NounKind } from "../noun-kinds.ts";
import { remembering } from "../remembering.ts";
import type { Found } from "../words/cues.ts";
import { HANDLED_JA } from "../words/thing-tables.ts";

/** A noun by itself, where somebody may be at what it names. */
const NOUN =
  /(?<![\p{Script=Han}ァ-ヴー々])(?:[\p{Script=Han}ァ-ヴー々]{2,10}|\p{Script=Han}{1,2}[りしちきみれけ]\p{Script=Han}{1,2})(?=[のでにへはをが、。]|から|まで)/gu;

/** How nouns for places end: the table has much besides that is none in a story. */
const OF_PLACES =
  /(?:[室館店園院堂寺塾駅港畑浜岸庫蔵庭墓洞坑牢宿舎廊房局庁署殿祠里峠崖滝場所邸荘森]|小屋|座敷|茶の間|曲がり角|[りし]場|雪山|岩山|火山|無人島|孤島|離島|砂丘|渓谷|谷間|氷河|街道|夜道|路上|山道|(?:\p{Script=Han}|[ァ-ヴー]{2})[街町]|ハウス|ルーム|リンク|ショップ|ストア|マーケット|カフェ|パブ|サロン|ホテル|マンション|コテージ|ロッジ|バンガロー|モール|パーク|ガーデン|ビーチ|マリーナ|ハーバー|スポーツジム|スタジアム|シアター|シネマ|ミュージアム|チャペル|モスク|ワイナリー|ベーカリー|レストラン|ビストロ|ロビー|アーケード|サバンナ|サウナ|テラス|オフィス|ガレージ)$/u;

/** Any of several, or what is no place for all its ending. */
const NOWHERE =
  /^(?:[全各同当本貴他某一両諸名旧].|.*(?:会場|現場|場所|立場|登場|工場長|急所|名所|住所|近所|長所|短所|箇所|余所|見所|密室|王室|皇室|側室|下校|登校|転校|将校|休校|開校|開店|閉店|開園|入院|退院|通院|両院|本店|支店|帰宅|入港|出港|乗り場|相場|磁場|劇団|古里|ドールハウス|ジャングルジム|道場))$/u;

/** Rooms and sites by their endings, for which the table has none or another. */
const BY_ENDING: readonly (readonly [RegExp, PlaceKind])[] = [
  [/(?:機関|機械|ボイラー|動力|整備|印刷)室$/u, "workshop"],
  [/(?:操縦|操舵|管制|通信)室$/u, "office"],
  [/(?:実験|準備|家庭科|視聴覚|図工|書道)室$/u, "classroom"],
  [/(?:鎖|岩)場$/u, "mountain"],
  [/渡し場$/u, "river"],
  [/[釜窯]場$/u, "workshop"],
  [/(?:船着き?|釣り)場$/u, "shore"],
  [/(?:象|猿|獅子|馬|鳥|犬)舎$/u, "garden"],
  [/(?:コール|データ|サポート)センター$/u, "office"],
  [/(?:ゲーム|ショッピング|ホーム)センター$/u, "shop"],
];

/** The same sentence is asked for again and again while a story is read. */
const remembered = remembering<readonly Found<NounKind>[]>(300);

export const unlistedJa = (text: string): readonly Found<NounKind>[] =>
  remembered(text, () =>
    [...text.matchAll(NOUN)].flatMap(({ 0: noun, index }) => {
      const value = whatIs(noun, text.slice(index + noun.length));
      return value ? [{ value, at: index, text: noun }] : [];
    }),
  );

const HANDLED = new RegExp(`^${HANDLED_JA}`, "u");

/** A place wherever it is named, a thing where it is handled or lies somewhere. */
function whatIs(noun: string, after: string): NounKind | undefined {
  const place = placeOf(noun);
  if (place) return { is: "place", place };
  const kind = HANDLED.test(after) ? kindOfNoun(noun, "ja") : undefined;
  return kind?.is === "thing" ? kind : undefined;
}

function placeOf(noun: string): PlaceKind | undefined {
  const known = BY_ENDING.find(([ending]) => ending.test(noun))?.[1];
  if (known || NOWHERE.test(noun) || !OF_PLACES.test(noun)) return known;
  const kind = kindOfNoun(noun, "ja");
  return kind?.is === "place" ? kind.place : undefined;
}
