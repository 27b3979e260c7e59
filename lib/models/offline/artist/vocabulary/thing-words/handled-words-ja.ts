// Japanese words that mean a thing only now and then (種 is also a reason, たこ a kite and a callus): what is taken up, given, set down or
// lies somewhere is the thing, whatever else the word may mean.
import { handledJa } from "./thing-tables.ts";

export const HANDLED_WORDS_JA = handledJa({
  // Of house, school and workshop.
  umbrella: "かさ(?<!あたたかさ|ゆたかさ)",
  key: "(?<![ァ-ヴー])キー",
  comb: "くし(?<!なくし)",
  lamp: "(?<![ァ-ヴー])スタンド",
  plug: "(?<![ァ-ヴー])コード",
  bucket: "おけ(?<!でおけ)",
  plate: "さら(?<!なさら)",
  tray: "お?盆",
  sign: "札(?=が(?:下|立|掛|かか))",
  book: "(?<![一二三四五六七八九十数何])本",
  money: "金(?=を|[とや])",
  wheel: "輪(?=が転)",
  // Worn and carried.
  shoe: "くつ(?<!たいくつ)",
  mask: "(?<![ぁ-ん]という)面(?=を|[とや])",
  // Eaten and grown.
  "sake-bottle": "(?<!甘)酒",
  glass: "水(?=を(?:[^。]{0,4}(?:持って|差し出|渡)))",
  // Of field, feast and play.
  "spinning-top": "こま(?<!ひとこま)",
  ball: "まり(?<!(?:た|つ|か|は|あ|し)まり)",
  sled: "そり(?<!(?:み|い|く)そり)",
});
