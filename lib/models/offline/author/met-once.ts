// Whether a Japanese sentence shows somebody who is met only once at what they do, so that they are a person of the story.

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
