// Whether a Japanese sentence shows somebody who is met only once at what they do, so that they are a person of the story.
import { isOnlyHuman } from "./names-ja.ts";

/** 割烹着のおばちゃんが丼を置いた。青年が走ってくるのが見えた: what somebody who is met only once is seen to do, in so many words. */
export const isSeenDoing = (rest: string, before: string): boolean =>
  SEEN_DOING.test(rest) && !OF_A_THING.test(rest) && !TOLD_OF.test(before + rest);
const SEEN_DOING =
  /^(?:さん)?が(?:[^。「」]*[^。「」、のとか])?(?:[たるうくすつぶむぐ]|[てで](?:き|い)(?:た|る)|(?:く|い)?る?のが(?:見え|聞こえ)[^。]{0,3})。$/u;
/** 母が編んだマフラー: what somebody did to a thing is told of the thing. */
const OF_A_THING = /^(?:さん)?が[^、。]{0,14}[ただるうくすつぶむぐ](?=[\p{Script=Han}ァ-ヴ])/u;
/** Of another time, or not so. */
const TOLD_OF =
  /[年月週日]前|昔|かつて|いつも|よく|昨日|きのう|去年|ときどき|たまに|毎[日朝晩週年]|以前|らしい|そうだ|という|ない(?:。|で)|なかった|もし|たら、|れば、|夢/u;

/** 手帳を開いた, 葉巻に火をつけた: what somebody does to a thing; not what rain, light and time do. */
export const doesTo = (rest: string): boolean => DOES_TO.test(rest) && !OF_NATURE.test(rest);
const DOES_TO =
  /^(?:さん|くん|ちゃん)?[はがも](?:、|[^。、はが「」]{1,16}、)?[^。、はが「」]{0,18}を[^。、を「」]{0,10}(?:[ただ](?=。|$)|[てで](?=[、。いき])|[ただ]まま|[うくすつぶむぐる](?=。|$)|[いきしちりみびぎけせてねめべれげえ](?=、))/u;
const OF_NATURE =
  /を[^。、]{0,6}(?:照ら|包|覆|おお|濡ら|ぬら|揺ら|染め|満た|埋め|ふさ|叩|打[っち]|焦が|通|流れ|過ぎ|横切|吹|降|転が|すべ|滑|洗|映|示|指し|告げ|続|結|越|走)/u;

/** 扉を開け、頭を下げた; は that only somebody seen here and now does. */
export const isSeenActing = (rest: string, before: string): boolean =>
  (isOnlyHuman(rest) || doesTo(rest)) &&
  /(?:[ただ]|[てで]い(?:る|た))[。！]$/u.test(rest) &&
  !/^[はがも][^。]*(?:だった|であった|[なかっ]かった)[。！]$/u.test(rest) &&
  !TOLD_OF.test(before + rest);
