// What words tell of light: that there is none, that lamps went out, that windows are lit.
import type { Hour } from "../../../../manga/staging.ts";

const PITCH =
  /\b(?:everything|all|it|the (?:world|room|cellar|cave|tunnel|house|corridor)) (?:was|went|turned|became|had gone) (?:completely |utterly |suddenly |all )?(?:pitch[- ])?black\b|\bpitch[- ](?:dark|black)|\beverything (?:was|went|turned) dark\b|真っ暗(?:に|だ|で|な(?!い))|真っ暗闇|漆黒の闇|何も見えな(?:い|く|かった)暗/iu;
/** What is black beyond a window: where people are is lit all the same. */
const OUTSIDE =
  /(?:窓の(?:外|向こう)|外|表)[はがも][^。、]{0,4}(?:真っ暗|漆黒)[^。]*|\b(?:outside|beyond the (?:glass|windows?)|behind the (?:glass|windows?))\b[^.!?]*\b(?:pitch[- ])?(?:black|dark)[^.!?]*|\b(?:pitch[- ])?(?:black|dark) (?:outside|beyond the (?:glass|windows?))\b/giu;

const WENT_OUT =
  /\b(?:lanterns?|lamps?|lights?|candles?|torch(?:es)?|flashlight|power|electricity) (?:suddenly |all )?(?:went|had gone|blew|flickered and went) out\b|(?:電気|明かり|灯り|灯|ランプ|提灯|ランタン|ろうそく|蝋燭|懐中電灯)(?:の火|の灯)?[がは][^。、]{0,6}(?:消え(?!な)|切れた)/iu;
const LIGHTS_UP =
  /(?:灯り|明かり|灯)が|\blights? (?:went|came) on\b|\blit up\b|\bwindows? (?:glowed|shone)\b/iu;

/** Whether everything is black. */
export const isPitchDark = (words: string): boolean => PITCH.test(words.replaceAll(OUTSIDE, ""));

export const didLightGoOut = (words: string): boolean => WENT_OUT.test(words);

/** Whether words have the light go out, or everything black already; by day a lamp that goes out makes no darkness. */
export const goesDark = (words: string, hour: Hour): boolean =>
  isPitchDark(words) || (hour !== "day" && didLightGoOut(words));

/** Whether the lights of houses are what a picture is of. */
export const areWindowsLit = (words: string): boolean => LIGHTS_UP.test(words);
