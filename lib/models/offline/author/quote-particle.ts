// How Japanese narration holds on to a spoken line: the particle that closes a quotation, told from words that begin
// like it (とても, ところが, とうとう), and sentences that only say that somebody speaks.

export const CLOSES_QUOTE =
  /^(?:と(?!ても|ころ|き[はに、]|うとう|にかく|もかく|もに|もあれ|たん|っくに|りわけ|りあえず|いえ|はいえ|ある|なり|んで)|って(?!い))/u;

/** Whether a sentence has somebody say or growl something. */
export const isUttering = (text: string): boolean =>
  SPEAKS_JA.test(text) || /うな[っり]|唸|吠え|口をき|咳払い/u.test(text);

/** 源太が小声で言った。 */
export const SPEAKS_JA =
  /(?:言|訊|聞|尋ね|たずね|問い?(?:つめ|かけ|返)|叫|怒鳴|どな|呼びかけ|答え|つぶや|呟|くり返し|繰り返し|ささや|囁|命じ|告げ)(?!な)[^、。]{0,4}。$/u;
