// Places that are told by what somebody does there: who climbs stairs is on them, who runs between stalls is at a market.
import type { Place } from "./settings.ts";

export function staircaseIn(text: string): Place | undefined {
  const [name] = /\b(?:staircase|stairs|stairway)\b/iu.exec(text) ?? [];
  return name ? { kind: "stairs", name } : undefined;
}

/** `climbed the stairs`: what somebody climbs is where they are. */
export function stairsIn(text: string): Place | undefined {
  const found =
    /\b(?:(?:climb|mount|descend|ran up|ran down|hurried up|went up)(?:ed|s|ing)? (?:the|a) (?:[a-z]+ ){0,2}?|(?:up|down) (?:[a-z]+ ){0,2}flights? of )(stairs|staircase|steps)\b/iu.exec(
      text,
    );
  return found?.[1] ? { kind: "stairs", name: found[1] } : undefined;
}

/** `They ran between the stalls`: of a market, whether it is called one or not. */
const AMONG_STALLS =
  /\b(?:between|among|along|past|through) the (?:[a-z]+ ){0,2}stalls\b|(?:露店|屋台)の(?:間|あいだ)/iu;

export const stallsIn = (text: string): Place | undefined =>
  AMONG_STALLS.test(text) ? { kind: "shop", name: "market stalls" } : undefined;

/** 船は港を出た: those aboard are at sea then. */
const SETS_SAIL =
  /((?:連絡|漁|客|汽|帆|釣り)?船|フェリー|ヨット|(?:漁船の)?ボート)[はが]、?[^。、]{0,8}(?:港|桟橋|岸壁|埠頭|波止場|浜|島)を(?:出|離れ|後にし|あとにし)/u;

export function setSailIn(text: string): Place | undefined {
  const name = SETS_SAIL.exec(text)?.[1];
  return name === undefined ? undefined : { kind: "sea", name };
}
