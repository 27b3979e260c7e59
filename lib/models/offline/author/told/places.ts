// What the name of a place tells of it, where its kind says less, and what words of its moments add.
import type { PlaceKind } from "../../closed/staging.ts";
import type { PlaceTold, Purpose, Trade } from "../../closed/told.ts";

const GREENHOUSE = /green ?house|conservatory|glass ?house|温室/iu;
const HARBOUR = /harbou?r|pier|dock|quay|wharf|jetty|marina|port\b|港|埠頭|波止場|桟橋|防波堤|堤防/iu;
const POOL = /プール|\b(?:pool|poolside|swimming|lido|diving)/iu;
const SPACECRAFT = /\bspace ?(?:ship|craft|station)s?\b|\bstarship|\bmoon base|宇宙/iu;
const SPACE_STATION = /\b(?:space ?)?stations?\b|\bspace ?ships?\b|ステーション|宇宙船/iu;
const STALLS = /\b(?:market|bazaar|stalls?)\b|市場|屋台|露店|朝市|バザール/iu;
const BUS_STOP = /バス停|停留所|バス乗り場|\bbus (?:stop|shelter)\b/iu;
const SUSPENDED = /suspension|highway|motorway|railway|harbou?r bridge|鉄橋|吊り?橋|高速|大橋/iu;
const ON_TRAIN =
  /\b(?:train|carriage|wagon|railway car|tram|bus|truck|lorry)s?\b|電車|列車|汽車|車両|バス|トラック/iu;
const PAINTINGS = /美術|画廊|ギャラリー|\b(?:gallery|exhibition|art museum)\b/iu;
const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const RUNDOWN =
  /廃|古い|空き家|物置|倉庫|地下|ruin|abandon|derelict|\bold\b|cellar|basement|attic|ware-?house/iu;
const MATTED = /和室|座敷|茶の間|庵|長屋|tatami/iu;
const CLOCKS = /clock|watch|時計/i;

/** What a room is for, by its name. */
const PURPOSES: readonly (readonly [RegExp, Purpose])[] = [
  [/寝室|ベッド|\bbed(?:room|chamber|side)?\b|nursery|dormitor/i, "bed"],
  [/居間|リビング|応接|\b(?:living|sitting|drawing) room|parlou?r|lounge/i, "sofa"],
  [/書斎|研究室|勉強|\bstudy\b|studio|attic|屋根裏|アトリエ/i, "desk"],
  [/食堂|\bdining/i, "table"],
  [/和室|座敷|茶の間|広間|縁側|長屋|庵|\btatami\b/i, "low-table"],
  [/待合|控え室|ロビー|\b(?:waiting[- ]room|lobby|foyer)\b/i, "benches"],
  [/暖炉|山小屋|\b(?:cabin|cottage|hearth|fireplace|inn|tavern|lodge)\b/i, "hearth"],
];

/** What a shop sells, by its name. */
const SHOPS: readonly (readonly [RegExp, Trade])[] = [
  [CLOCKS, "clocks"],
  [/book|librar|本屋|書店|古書|図書/i, "books"],
  [/flower|florist|花/i, "flowers"],
  [/bak(?:er|ing)|bread|パン屋|ベーカリー/i, "bakery"],
];

/** What is sold behind a door, by what words call it. */
const TRADES: readonly (readonly [RegExp, Trade | "shop"])[] = [
  [/\bbak(?:er|ery|eries|er's)\b|\bbread\b|\bloa(?:f|ves)\b|パン屋|パンの|ベーカリー/i, "bakery"],
  [/\b(?:clock|watch)(?:maker|s|-| )|時計/i, "clocks"],
  [/\bbook(?:shop|store)\b|\blibrary\b|本屋|書店|古書|図書館/i, "books"],
  [/\b(?:florist|flower shop)\b|花屋/i, "flowers"],
  [/\b(?:shop|store|café|cafe|inn|tavern|restaurant|market)\b|店|屋台|食堂|喫茶/i, "shop"],
];

/** What is sold in the house that a door belongs to, by the name of the place and the words of the moment. */
export const doorTradeTold = (name: string, words: string): PlaceTold["doorTrade"] =>
  TRADES.find(([when]) => when.test(`${name} ${words}`))?.[1];

/** Places of a story that is told in letters of the west are built as they are there, unless their names say otherwise. */
const isWestern = (name: string): boolean =>
  /^[\p{Script=Latin}\d\s'’-]+$/u.test(name) && !/tatami|shrine|pagoda|dojo|onsen|samurai/iu.test(name);

/** What is told of a place; `words`: of all that happens there. */
export function placeTold({ kind, name }: { kind: PlaceKind; name: string }, words: string): PlaceTold {
  const first = <Value>(all: readonly (readonly [RegExp, Value])[]) =>
    all.find(([when]) => when.test(name))?.[1];
  return {
    greenhouse: kind === "garden" && GREENHOUSE.test(name),
    harbour: kind === "shore" && HARBOUR.test(name),
    swimmingPool: kind === "bath" && POOL.test(name),
    spacecraft: kind !== "space" && SPACECRAFT.test(name),
    spaceStation: kind === "space" && SPACE_STATION.test(`${name} ${words}`),
    western: isWestern(name),
    easternGraves: kind === "graveyard" && EASTERN.test(name),
    rundown: RUNDOWN.test(name),
    matted: kind === "room" && MATTED.test(name),
    purpose: kind === "room" ? first(PURPOSES) : undefined,
    paintings: kind === "museum" && PAINTINGS.test(name),
    stalls: kind === "shop" && STALLS.test(name),
    trade: kind === "shop" ? first(SHOPS) : undefined,
    busStop: kind === "street" && BUS_STOP.test(`${name} ${words}`),
    suspensionBridge: kind === "bridge" && SUSPENDED.test(name),
    trainRoof: kind === "rooftop" && ON_TRAIN.test(name),
  };
}
