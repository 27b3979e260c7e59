// Japanese words for sounds and for what strikes the eye.
import { cueBuilder } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";

const cues = cueBuilder((pattern) => pattern, "gu");

export const SOUND_WORDS_JA: Pick<Lexicon, "effects" | "sounds"> = {
  effects: cues({
    speed: "走|駆け|飛び出|飛び込|全力|猛然|一気に|投げ",
    impact: "ぶつか|殴|激突|衝突|叩きつけ|爆発|砕け|蹴|倒れ",
    flash: "稲妻|閃光|(?:目|瞳|刃|雷)が光った|まぶし|眩し|ひらめ|フラッシュ",
    gloom: "絶望|落ち込|暗い(?:顔|気)|肩を落|うなだれ|がっかり|不気味|青ざめ",
    sparkle: "光った|輝|きらき|キラキラ|宝石|目を輝|美し|きれい|綺麗",
    petals: "桜|花びら|花吹雪",
    steam: "湯気|煙|蒸気|熱々|あつあつ",
    sweat: "汗|焦|慌て|あわて|困っ",
    focus: "気づ|気付|見つけ|目を見開|はっと|まさか|その瞬間",
  }),
  sounds: {
    written:
      /(?:(?<=[、。]|^)(?:コツ|カツ|ドン|トン|カラ)[、，])?(?<=[、。]|^)(?:コツ|カツ)(?=[と。]|$)|[ハへ]+[ァア]?ックショ[ーンイ]+|キャ[ーアッ]+|([ァ-ヴ][ァ-ヴー][ッン]?)\1|[ァ-ヴ][ァ-ヴーッ]{0,3}[ッー]+(?=と|[！!。、」]|$)|(?<=[、。]|^)(?:ドボ|ザブ|ズシ|ゴク|ドク|ビク|ポカ|ボカ)[ンッ](?=と|[！!。、」]|$)|(?:バタ|ドス|ガタ|ゴト|コト|カチャ|ガシャ|パタ|ポチャ|ドシ|ガタ|チリ|カラ|ゴツ|ズド|ドカ|バシャ|カタ|コツ|パチ|ゴー|ドー|ポー|キー|ド|バ|パ|ガ)ン(?=と|[！!。、」ッ]|$)|(?:カチ|パタ|コト|ポト|ガチャ|カラ|ヒラ|フワ)リ(?=と|[！!。、」]|$)|(?:ざあざあ|ざあっ|しとしと|ぽつぽつ|ぽつり|ごろごろ|がたがた|がたん|ことこと|ことん|ことり|かちゃり|かちり|ぱたん|ばたん|どんどん|どすん|とんとん|こつこつ|ちりん|ぱちぱち|ひゅう|びゅう|ばしゃ|ぴちゃ|ぽちゃん|ぱらぱら|どきどき|どきん|からん|きいっ|にゃあ|わんわん|ごうごう|ざぶん|ぼたぼた|ぽたり|ぽたぽた|がしゃん|ぐう)/gu,
    never: /ニコニコ|パパ|ママ|ジジ|ココ|ナナ|モモ|ミミ|ララ|キャーキャー|スー(?=パ)|バター|ベランダ/u,
    loud: /[ドバガズゴ]|ックショ|キャ|雷|爆|轟/u,
    events: [
      { when: /雷(?:が|鳴)|稲妻が/u, text: "ゴロゴロ", loudness: 4, hard: true },
      { when: /(?:ドア|扉|戸)(?:が|を)[^。]{0,8}(?:閉ま|閉め)/u, text: "バタン", loudness: 3, hard: true },
      { when: /(?:ドア|扉|戸)(?:が|を)[^。]{0,8}(?:叩|たた)/u, text: "ドンドン", loudness: 4, hard: true },
      {
        when: /(?:ドア|扉|戸)(?:が|を)[^。]{0,8}(?:開|あ)(?:い|け)/u,
        text: "ガチャ",
        loudness: 2,
        hard: true,
      },
      { when: /土砂降り|どしゃ降り|激しい雨|大雨|豪雨/u, text: "ザアアア", loudness: 3, hard: false },
      { when: /雨が[^。]{0,8}(?:降|落ち|叩)|夕立が/u, text: "ザーッ", loudness: 2, hard: false },
      { when: /電話が[^。]{0,6}鳴/u, text: "プルルル", loudness: 3, hard: true },
      { when: /鐘が[^。]{0,6}鳴|鐘の音/u, text: "ゴーン", loudness: 3, hard: false },
      { when: /チャイムが[^。]{0,6}鳴|チャイムを/u, text: "キンコーン", loudness: 2, hard: false },
      { when: /鈴[がの][^。]{0,6}(?:鳴|音)/u, text: "チリン", loudness: 1, hard: false },
      { when: /喉を鳴ら/u, text: "ゴロゴロ", loudness: 1, hard: false },
      { when: /猫[はが](?![^。]*喉)[^。]{0,12}鳴/u, text: "ニャー", loudness: 2, hard: false },
      { when: /犬[はが][^。]{0,12}(?:吠|ほえ)/u, text: "ワンッ", loudness: 3, hard: true },
      { when: /(?:ガラス|窓|皿|茶碗)[がを][^。]{0,8}(?:割|砕)/u, text: "ガシャン", loudness: 4, hard: true },
      { when: /悲鳴を(?:上|あ)げ/u, text: "キャーッ", loudness: 4, hard: true },
      { when: /くしゃみをし/u, text: "ハックション", loudness: 3, hard: true },
      { when: /(?:汽笛|霧笛)が[^。]{0,6}(?:鳴|響|聞こえ)/u, text: "ボーッ", loudness: 3, hard: false },
      { when: /(?:警報|サイレン)が[^。]{0,6}(?:鳴|響)/u, text: "ウーッ", loudness: 4, hard: true },
      { when: /爆発/u, text: "ドォォン", loudness: 5, hard: true },
      { when: /風が[^。]{0,8}(?:吹|うな|唸)|突風/u, text: "ヒュウウ", loudness: 2, hard: false },
      { when: /波が[^。]{0,10}(?:砕|打|寄せ|押し寄せ)/u, text: "ザザーン", loudness: 3, hard: false },
      { when: /拍手/u, text: "パチパチ", loudness: 2, hard: false },
      { when: /心臓が|胸が(?:高鳴|どき)/u, text: "ドクン", loudness: 2, hard: false },
      { when: /静まり返|しんと|沈黙/u, text: "シーン", loudness: 1, hard: false },
      { when: /(?:駆け出|走り出|飛び出)(?:し|す)/u, text: "ダッ", loudness: 3, hard: true },
      {
        when: /水(?:に|の中に)(?:飛び込|落ち)|海に(?:飛び込|落ち)|川に(?:飛び込|落ち)/u,
        text: "ザブン",
        loudness: 4,
        hard: false,
      },
      { when: /(?:殴|蹴)(?:っ|り)/u, text: "ドカッ", loudness: 4, hard: true },
      { when: /剣が[^。]{0,6}ぶつか|剣を(?:受け|弾)/u, text: "ガキィン", loudness: 4, hard: true },
    ],
  },
};
