// Weather and hours that set in where they are told: until then it was otherwise.

import type { Weather } from "../closed/staging.ts";

const SKY =
  /(?:降り|吹き|鳴り|叩き|たたき|舞い|立ちこめ|曇り|落ち)(?:はじめ|始め|出し|だし|出す)|降って(?:き|来)|(?:雨|雪|霧|嵐|みぞれ)に(?:なっ|変わ)|曇って(?:き|来)|霧が(?:出て|立ち|下り|降り)|風が(?:出て|強く|立ち|変わ)|雷が(?:鳴|落|光|とどろ)|(?:(?:やん|止ん|やみ|止み)(?!でい)|(?:上が|あが)(?!っていた)|晴れ(?:てき|上が|渡|間))|日が(?:差|射)し|\b(?:(?:rain|snow|sleet|hail|drizzle|it) (?:began|started|fell|came down|swept|set in|turned to)\b|(?:began|started) (?:to )?(?:rain|snow|blow|pour|drizzl|thunder)|(?:fog|mist|haze) (?:came|rolled|crept|closed|settled|fell)|wind (?:rose|got up|picked up|sprang|began)|clouds (?:gathered|came|rolled)|thunder (?:rolled|cracked|rumbled|crashed|boomed|growled)|lightning (?:flashed|struck|split|lit)|storm (?:broke|came|hit|struck)|(?:rain|snow|storm|wind|fog|mist) (?:stopped|ended|passed|cleared|died|lifted)|sun (?:came out|broke through))/iu;

const CLOCK =
  /^(?:夜|朝|昼|夕方|夜中|深夜|真夜中|明け方)、|^(?:At|After) (?:night|midnight|dawn|dusk|sunset|sunrise|noon|dark|nightfall)\b|夜になっ|夜が(?:更|来)|日が(?:暮れ|落ち|沈)|暗くなっ|朝になっ|夜が明け|夕方になっ|昼になっ|\b(?:night (?:fell|came|had fallen)|(?:it )?(?:grew|got|was getting|had gotten|had grown) (?:dark|light|late)|darkness fell|the sun (?:set|went down|sank|rose|came up|had set)|dusk (?:fell|came)|dawn (?:broke|came)|by (?:evening|nightfall|midnight|noon|dusk|the time the sun))\b/iu;

const ENDS: readonly (readonly [RegExp, Weather])[] = [
  [/吹雪|雪[はがも]?、?(?:やん|止ん)|\bsnow (?:stopped|ended|passed|cleared)/iu, "snow"],
  [/嵐[はがも]、?(?:去|過ぎ|やん|おさま|収ま)|\bstorm (?:stopped|ended|passed|cleared|died)/iu, "storm"],
  [/霧[はがも]、?晴れ|\b(?:fog|mist) (?:cleared|lifted)/iu, "fog"],
  [
    /雨[はがも]?、?(?:[^。、]{1,4}で)?(?:やん|止ん|やみ|上が|あが)|\brain (?:stopped|ended|passed|cleared)/iu,
    "rain",
  ],
];

/** The weather that a sentence has end, which it was until then. */
export const skyBefore = (text: string): Weather | undefined => ENDS.find(([when]) => when.test(text))?.[1];

/** Whether a sentence has its weather begin or end, rather than find it so. */
export const skyTurns = (text: string): boolean => SKY.test(text);

/** Whether a sentence has its hour come, rather than find it so. */
export const hourComes = (text: string): boolean => CLOCK.test(text);
