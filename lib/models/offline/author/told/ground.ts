// What words tell of the ground: what a thing is set down on, puddles, a pond.
import type { Ground } from "../../closed/told.ts";

/** What words set a thing down on, the more telling first. */
const TOLD: readonly (readonly [RegExp, Ground])[] = [
  [
    /\bin (?:the|an?|his|her|their|my) (?:[a-z]+ )?(?:basket|hamper)\b|(?:籠|かご|カゴ|バスケット)の中/iu,
    "wicker",
  ],
  [
    /\b(?:on|up) (?:the|an?|his|her|their) (?:[a-z]+ ){0,2}(?:door)?(?:steps?|stairs?|doorstep)\b|石段|階段|段に|玄関(?:先|の前)/iu,
    "step",
  ],
  [/\bon (?:the|an?|his|her) (?:[a-z]+ )?(?:shelf|mantel(?:piece)?|ledge)\b|棚/iu, "shelf"],
  [
    /\bon (?:the|an?|his|her|their) (?:[a-z]+ )?(?:bed|futon|blanket|quilt|pillow|sofa|couch|lap|knees?)\b|(?:布団|ふとん|毛布|枕|ベッド|ソファー?|膝|ひざ)の?上?に/iu,
    "cloth",
  ],
  [
    /\bon (?:the|an?|his|her|their) (?:[a-z]+ )?(?:table|desk|counter|windowsill|sill|bar|nightstand|tray|bench|piano|workbench)\b|(?:机|卓|テーブル|台|カウンター|盆|縁側|ベンチ)の?上?に/iu,
    "table",
  ],
  [
    /\bon the (?:[a-z]+ )?(?:deck|pier|dock|jetty|wharf)\b|\bin (?:the|an?|his|her) (?:[a-z]+ )?boat\b|甲板|桟橋|舟の(?:中|上|底)/iu,
    "deck",
  ],
  [
    /\b(?:float(?:s|ed|ing)?|drift(?:s|ed|ing)?|afloat)\b|\b(?:in|on|into) the (?:[a-z]+ )?(?:water|puddle|pond|pool|river|stream|sea|lake|waves)\b|水面|浮[かいき]|流れて|(?:水|池|川|海|波|湖)(?:の中|の上)?[にへ]/iu,
    "water",
  ],
  [/\b(?:in|on|into|under) the (?:[a-z]+ )?snow\b|雪の(?:上|中|下)|雪に/iu, "snow"],
  [/\b(?:fallen|dead|dry) leaves\b|落ち葉/iu, "leaves"],
  [/\b(?:in|on) the (?:[a-z]+ )?(?:grass|lawn|meadow|clover)\b|草[のにむ]|芝生/iu, "grass"],
  [/\b(?:in|on) the (?:[a-z]+ )?(?:sand|beach)\b|砂[のに浜]/iu, "sand"],
  [/\b(?:in|on) the (?:[a-z]+ )?(?:mud|dirt|soil|dust|earth)\b|泥|土の?[上中に]/iu, "earth"],
  [/\bon (?:the|an?) (?:[a-z]+ )?(?:rocks?|boulder|gravestone|tomb|altar)\b|岩の?上?に|墓石/iu, "rock"],
  [/畳|\btatami\b/iu, "mats"],
  [/\bon the (?:[a-z]+ )?floor(?:boards)?\b|床[にの板]/iu, "boards"],
];

export const groundTold = (words: string): Ground | undefined => TOLD.find(([when]) => when.test(words))?.[1];

const PUDDLES = /水たまり|水溜まり|\bpuddles?\b/iu;
const POND = /\bpond\b|池/iu;

export const hasPuddles = (words: string): boolean => PUDDLES.test(words);
export const hasPond = (words: string): boolean => POND.test(words);
