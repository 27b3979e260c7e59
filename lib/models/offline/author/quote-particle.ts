// How Japanese narration holds on to a spoken line: the particle that closes a quotation, told from words that begin
// like it (とても, ところが, とうとう), and sentences that only say that somebody speaks.

import type { Story } from "../../../manga/story.ts";

export const CLOSES_QUOTE =
  /^(?:と(?!ても|ころ|き[はに、]|うとう|にかく|もかく|もに|もあれ|たん|っくに|りわけ|りあえず|いえ|はいえ|ある|なり|んで)|って(?!い))/u;

/** Whether a sentence has somebody say or growl something. */
export const isUttering = (text: string): boolean =>
  SPEAKS_JA.test(text) || /うな[っり]|唸|吠え|口をき|咳払い/u.test(text);

/** 源太が小声で言った。 */
export const SPEAKS_JA =
  /(?:言|訊|聞|尋ね|たずね|問い?(?:つめ|かけ|返)|叫|怒鳴|どな|呼びかけ|答え|つぶや|呟|くり返し|繰り返し|ささや|囁|命じ|告げ)(?!な)[^、。]{0,4}。$/u;

const VOICE_RISES =
  /^[^。、「」は]{1,10}の[^。、「」]{0,4}声が[^。]{0,6}(?:飛|響|し|聞こえ|上が|降|かか)[^。]{0,4}。$/u;
const VOICE_STAYS = /^[^。、「」]{1,8}の(?:声|口調)(?:だけ)?は/u;
const SOMEBODY_SAYS = /^[^。「」はも]{1,16}が、?[^「」は]*。$/u;

/** 「…」 / 整備士の楊が言った。がっしりした…: the sentence after a line tells whose it is, and more of them follows, or nothing more is said. */
export const tellsWhoSaid = (units: Story["units"], at: number): boolean => {
  const [line, unit, next] = [units[at - 1], units[at], units[at + 1]];
  if (line?.kind !== "speech" || unit?.kind !== "narration" || unit.paragraph !== line.paragraph + 1)
    return false;
  if (VOICE_RISES.test(unit.text) || VOICE_STAYS.test(unit.text)) return true;
  const goesOn = next?.kind === "narration" && next.paragraph === unit.paragraph;
  const opens = units.slice(0, at - 1).every(({ kind }) => kind === "heading");
  return (
    (goesOn || opens || next?.kind !== "speech") && SOMEBODY_SAYS.test(unit.text) && SPEAKS_JA.test(unit.text)
  );
};
