// More than two thousand lines that are hard to break, combined from our own pieces: every opening with some of the middles and ends, so
// that marks, scripts and numbers of all kinds meet where lines break.

const OPENINGS = [
  ...[
    "え、",
    "あの……",
    "「おい」と",
    "（まさか、",
    "『灯台』の",
    "――それで、",
    "だから！",
    "そ、そんな",
    "ねえねえ、",
  ],
  ...[
    "《約束》の",
    "第12章、",
    "2026年、",
    "午前10時に",
    "ＡＢＣと",
    "Tシャツを",
    "LINEで",
    "SOS、",
    "3.14と",
    "100%",
  ],
  ...[
    "佐々木さんと",
    "いすゞの",
    "こゝろの",
    "キャッチャーが",
    "しゃっくりが",
    "コンピューターは",
    "ヴァイオリンの",
    "東京特許許可局の",
  ],
  ...[
    "うおおおおおお",
    "ぎゃあああああ",
    "はぁっはぁっ",
    "♪ラララ♪",
    "😀って、",
    "🇯🇵の旗と",
    "〜〜っ！",
    "……………",
    "𠮷野家の",
    "①②③と",
  ],
  ...["【緊急】", "〔注〕", "人々は、", "Mr.スミスと", "e-mailで", "No.1の", "25℃の", "￥500と"],
] as const;

const MIDDLES = [
  ...[
    "かならず帰ってくると言ったのに",
    "ちょっとだけ、待って",
    "扉の向こうに、だれかが立っていて",
    "って、どういうこと",
  ],
  ...[
    "わたしじゃない！？わたしじゃないよ",
    "ゆっくりと、ゆっくりと近づいてくる",
    "なんて、いまさら、言えるわけが",
    "ドアをノックして",
  ],
  ...[
    "ぜったいに、ぜったいに開けちゃ",
    "午後3時15分までに、駅へ行って",
    "きっと、きっと、きっと",
    "あの古い時計のねじを巻いて",
  ],
] as const;

const ENDS = [
  ...["……。", "！！", "!?", "？", "っ！", "よね？", "……っ！？", "ーーーー！", "なんだ。", "」と言った。"],
  ...["）", "ないか……", "だろう、たぶん。", "♪", "〜", "――", "さ、ほら。", "のだ！」"],
] as const;

/** Whether every closing bracket of a line has an opening one: nobody writes a line without it. */
function isWhole(line: string): boolean {
  const count = (mark: string) => line.split(mark).length - 1;
  return count("「") === count("」") && count("（") === count("）");
}

const closed = (line: string): string => {
  const brackets = line.replace(/「おい」/u, "");
  return brackets.includes("（") && !brackets.includes("）") ? `${line}）` : line;
};

/** The corpus without duplicates. */
export function awkwardCorpus(): string[] {
  const lines = OPENINGS.flatMap((opening, o) =>
    MIDDLES.flatMap((middle, m) =>
      ENDS.filter((_, e) => (o + m + e) % 3 === 0).map((end) => closed(`${opening}${middle}${end}`)),
    ),
  );
  return [...new Set(lines.filter(isWhole))];
}
