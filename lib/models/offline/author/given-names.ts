// Common given names that tell whether somebody is a woman or a man, where nothing else in the text does.
import type { Person } from "../../../manga/concept.ts";

const FEMALE = new Set(
  `Abigail Ada Adele Agnes Alice Alma Amanda Amelia Amy Angela Anna Anne Annie April Aria Ava Barbara Beatrice Bella Beth Betty Bridget Carmen Caroline Catherine Cecilia Charlotte Chloe Clara Claire Cora Daisy Dana Daphne Diana Dora Dorothy Edith Elena Eleanor Eliza Elizabeth Ella Ellen Ellie Elsa Emily Emma Esther Eva Eve Evelyn Faith Fiona Flora Florence Frances Freya Gemma Georgia Grace Greta Hannah Harriet Hazel Heather Helen Holly Ida Ines Irene Iris Isabel Isla Ivy Jane Janet Jenny Jessica Jill Joan Josephine Joy Judith Julia Juliet June Karen Kate Katherine Katie Kim Laura Layla Leah Lena Lily Linda Lisa Lola Louise Lucy Luna Lydia Maeve Maggie Margaret Maria Marie Martha Mary Matilda Maya Megan Mia Mila Mina Mira Molly Nadia Nancy Naomi Nell Nina Nora Olive Olivia Pearl Penny Petra Phoebe Piper Polly Rachel Rebecca Rita Robin Rosa Rose Rosie Ruby Ruth Sadie Sally Sandra Sara Sarah Sofia Sophia Sophie Stella Susan Sylvia Tess Tessa Theresa Tilly Vera Veronica Victoria Violet Wendy Willa Winnie Yuki Zara Zoe Mika Hana Aiko Emi Yui Sakura Keiko Naoko Rin Aoi`.split(
    /\s+/u,
  ),
);

const MALE = new Set(
  `Aaron Adam Adrian Alan Albert Alec Alexander Alfred Andrew Anthony Arthur Ben Benjamin Bernard Bill Bob Brian Bruno Carl Charles Charlie Chris Colin Daniel David Dennis Dominic Donald Duncan Edgar Edmund Edward Eli Elias Eric Ernest Ethan Felix Finn Francis Frank Fred Gabriel George Gerald Gilbert Graham Gus Harold Harry Harvey Henry Hugh Hugo Ian Isaac Ivan Jack Jacob Jake James Jason Jim Joe Joel John Jonah Jonas Joseph Joshua Julian Karl Ken Kenji Kevin Kenta Leo Leon Leonard Lewis Liam Louis Lucas Luke Marcus Mark Martin Matthew Max Michael Miles Milo Nathan Neil Nicholas Nick Noah Oliver Omar Oscar Otto Owen Patrick Paul Pete Peter Philip Ralph Raymond Richard Robert Roger Roland Ron Ross Rupert Sam Samuel Sean Sebastian Simon Stephen Steve Ted Theo Thomas Tim Toby Tom Tommy Tony Victor Vincent Walter Will William Hiro Taro Haruto Akira Daichi`.split(
    /\s+/u,
  ),
);

const FEMALE_JA =
  /^(?:ミナ|ナツキ|ナツミ|ミサキ|チヒロ|カオリ|ユリ|アオイ|シオリ|サワ|スズ|お\p{Script=Han}|ミカ|サキ|アヤ|ユイ|ユキ|ナギ|リン|ハナ|エミ|カナ|カナエ|リツコ|メイ|モモ|サクラ|ヒナ|ハル|ルナ|マリ|ミオ|アカリ|さくら|ひな|はるか|あかり|ゆい|みお|葵|凛|結衣|陽菜|千尋|薫|雪|桜|紬|澪|楓|茜)$|[子美香奈江恵代花菜乃莉里沙織穂]$|^[真美麻沙茉亜奈万]由$/u;
const MALE_JA =
  /^(?:ケン|トウマ|ユウマ|ソウタ|リョウ|ダイチ|ハヤト|ユウキ|タツヤ|カズヤ|テツ|ゲンタ|タケル|ユウジ|ヨシオ|ダイスケ|タロウ|ケンタ|ショウ|ユウタ|コウタ|リク|ハルト|ソラ|レン|カイト|タクミ|シンジ|蓮|翔|湊|樹|陸|悠真|健|誠|剛|翼)$|(?:[太郎介助男夫之雄吉平蔵造三司斗樹翔也]|兵衛|衛門)$|^[ァ-ヴー]{1,4}(?:スケ|タロウ|ロウ|ジロウ|ヘイ|キチ)$/u;

export function genderOfName(name: string): Person["gender"] | undefined {
  if (/\p{Script=Latin}/u.test(name)) {
    const words = name.split(/\s+/u);
    if (words.some((word) => FEMALE.has(word))) return "female";
    return words.some((word) => MALE.has(word)) ? "male" : undefined;
  }
  if (FEMALE_JA.test(name)) return "female";
  return MALE_JA.test(name) ? "male" : undefined;
}

/** What the end of a name that no list has most often tells: テオ and Marlo, イルマ and Odessa. */
export function genderOfEnding(name: string): Person["gender"] | undefined {
  if (/^[ァ-ヴー]{2,6}$/u.test(name)) {
    if (/[アナラマカサネ]$/u.test(name)) return "female";
    return /[オスクトドムフルンゴ]$/u.test(name) ? "male" : undefined;
  }
  if (/^\p{Lu}\p{Ll}{2,}(?:a|ette|elle|lyn)$/u.test(name)) return "female";
  return /^\p{Lu}\p{Ll}+(?:o|us|ert|ard)$/u.test(name) ? "male" : undefined;
}
