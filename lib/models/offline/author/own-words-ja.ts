// Japanese words about somebody that stand elsewhere than behind them as a subject.
import type { Prop } from "../closed/staging.ts";
import { OUTCOMES } from "./grip-words.ts";
import { gripsIn } from "./grips.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import type { Aside } from "./own-words-en.ts";
import { findThings } from "./thing-cues.ts";

/** ドアを開けると、: whoever comes next with が is somebody else; は is said of the whole sentence. */
const OTHERS = /(?:と|たら|ので|から|けれど|けど|のに|間|あいだ|[とと]き|時|ころ|頃|が)、?$/u;
/** 番人が, 月は: the clause has a subject of its own; but 手が is a hand's. */
const OWN_SUBJECT = /(?<![手脇肩背口])[\p{Script=Han}\p{Script=Katakana}ー](?:は|が|も)/u;

/** 提灯を提げた少年がやってきた。近所のタケルだった: who is told of before they are named. */
const PRESENTED = /^(?:だった|だ|である|です|でした)。/u;
const BROUGHT_IN =
  /(?<words>[^。、はがも]*を[^。、をはが]{1,10}(?:た|だ|ている|でいる))(?:[^。、はが]{0,4})(?:男|女|人|子|少年|少女|老人|老婆|娘|者|員|兵|師|客)[^。、はが]{0,3}[がは][^。]*。[^。]{0,12}$/u;

interface Lead {
  /** All that stands between the subject before and this one. */
  before: string;
  isFirst: boolean;
  /** What comes behind the name. */
  after: string;
}

/** How many letters before somebody are told of them: 提灯を高く掲げ、ケンが. A sentence with one subject has all of it. */
export function leadsJa({ before, isFirst, after }: Lead): number {
  const sentence = before.split("。");
  const lead = sentence.at(-1) ?? "";
  if (sentence.length === 1 && !isFirst) return ATTRIBUTE.exec(lead)?.[0].length ?? 0;
  if (OTHERS.test(lead) && !/^は/u.test(after)) return 0;
  return isFirst || !OWN_SUBJECT.test(lead) ? lead.length : 0;
}

/** 傘を差した before a name. */
const ATTRIBUTE = /(?<=[はがも、。]|^)[^。、はがも]*を[^。、をはが]{1,10}(?:た|だ|ている|でいる)$/u;
/** ケンの差し出した手紙: what is done to the noun behind. */
const RELATIVE =
  /^(?:の|が)(?<verb>[^。、をはがの]{1,10}?(?:た|だ|ている|でいる))(?=(?<noun>[^。、]{1,12}))/u;
/** 差していた傘 is in the hand, 隠した鍵 no more. */
const isKept = (words: string, lexicon: Lexicon): boolean =>
  /[差さ]し[出だ]/u.test(words) ||
  gripsIn(words, lexicon).some(({ deed }) => OUTCOMES[deed].after === "kept");

/** ろうそくがハルの指先で揺れた, 剣がケンの手にある. */
const ON_BODY = /^の[^。、をがは]{0,4}(?:手|指|腕|肩|口|胸|膝)[^。、をがは]{0,4}[でに](?!渡|返|置)/u;
/** ケンの杖が石畳を叩いた: what does something by itself is in its owner's hand. */
const WIELDED =
  /^の(?<noun>[^。、をはがの]{1,8})[がは][^。、]{0,10}(?:叩|打|突[いき]|閃|ひらめ|光|振り|走[っり]|滑[っり]|震え|揺れ|唸|うな)/u;
/** ケンは懐中電灯を、ミナは地図を持った: the verb comes with the last of them. */
const GAPPED =
  /^は(?<noun>[^。、をはが]{1,10})を、(?=[^。、はが]{1,8}は[^。、を]{1,10}を(?<verb>[^。、を]{1,10}))/u;
/** 茶碗はケンに取られた, 写真はケンへ渡った. */
const PASSIVE =
  /^[へに](?:渡っ|回っ|手渡さ|返さ|渡さ)|^に(?:[^。、を]{0,4})(?:取ら|奪わ|拾わ|持た|つかま|握ら|抜か|運ば|抱えら|取り上げら)れ/u;
const IS_DONE_TO = /[はが]、?[^。、]{0,6}$/u;

/** What nobody but a hand moves. */
const WIELDABLE: ReadonlySet<Prop> = new Set([
  ...(["stick", "sword", "spear", "knife", "axe", "hammer", "pen", "paintbrush", "chalk", "fan"] as const),
  ...([
    "uchiwa",
    "lantern",
    "paper-lantern",
    "flashlight",
    "candle",
    "bamboo-sword",
    "club",
    "umbrella",
  ] as const),
]);

export function asidesJa(text: string, mentions: readonly Mention[], lexicon: Lexicon): Aside[] {
  return mentions.flatMap(({ person, at, end, subject }): Aside[] => {
    const before = text.slice(0, at);
    const after = text.slice(end);
    const said = (words: string, from = at, to = at): Aside[] => [
      { person, words, at: from, length: to - from },
    ];
    const { verb, noun } = RELATIVE.exec(after)?.groups ?? {};
    const thing = noun === undefined ? undefined : findThings(noun, lexicon).find((cue) => cue.at === 0);
    if (verb && thing && isKept(`${thing.text}を${verb}。`, lexicon))
      return said(`${thing.text}を${verb}。`, at, end + 1 + verb.length);
    const body = before.split(/[。、]/u).at(-1) ?? "";
    const shown = ON_BODY.test(after) && /[がは]$/u.test(body) ? findThings(body, lexicon).at(-1) : undefined;
    if (shown) return said(`${shown.text}を持った。`);
    const wielded = WIELDED.exec(after)?.groups?.noun;
    const tool = wielded === undefined ? undefined : findThings(wielded, lexicon).at(-1);
    if (tool && WIELDABLE.has(tool.value)) return said(`${tool.text}を持った。`);
    const gapped = GAPPED.exec(after)?.groups;
    if (gapped) return said(`${gapped.noun}を${gapped.verb}。`);
    const sentence = before.split("。").at(-1) ?? "";
    if (PASSIVE.test(after) && IS_DONE_TO.test(sentence)) {
      const taken = findThings(sentence, lexicon).at(-1);
      return taken ? said(`${taken.text}を取った。`) : [];
    }
    const brought = PRESENTED.test(after) ? BROUGHT_IN.exec(before)?.groups?.words : undefined;
    if (brought) return said(`${brought}。`);
    const attribute = subject ? undefined : ATTRIBUTE.exec(sentence)?.[0];
    return attribute ? said(`${attribute}。`, at - attribute.length, at) : [];
  });
}
