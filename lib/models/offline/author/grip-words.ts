// What verbs do to a thing, one table for both languages: who takes it, has it, gives it away, puts it down; and which verbs leave
// it out of the hand. A verb that stands nowhere here does something with the thing, which is then in the hand.
import type { Language } from "../../../manga/language.ts";
import type { Pose, Prop } from "../closed/staging.ts";

/** Classes of verbs by what they do to their object. */
export type Deed =
  | "has"
  | "gives"
  | "puts"
  | "pours"
  | "points"
  | "throws"
  | "eats"
  | "uses"
  | "spreads"
  | "drops"
  | "wears"
  | "dons"
  | "minds";

/** A thing that is named, or that `it` stands for, between the words around it. */
export interface NamedThing {
  thing: Prop;
  at: number;
  text: string;
  /** What comes before it and after it in its own sentence. */
  before: string;
  after: string;
  /** How far it is to the next thing. */
  next: number;
}

interface Outcome {
  /** The picture has the thing in the hand. */
  inHand: boolean;
  /** Where it is afterwards: in the same hand, in another's, in none, or where it was. */
  after: "kept" | "passed" | "gone" | "same";
  /** How a body does it. */
  pose?: Pose;
}

export const OUTCOMES: Readonly<Record<Deed, Outcome>> = {
  has: { inHand: true, after: "kept", pose: "hold" },
  uses: { inHand: true, after: "kept", pose: "hold" },
  pours: { inHand: true, after: "kept", pose: "hold" },
  points: { inHand: true, after: "kept", pose: "point" },
  gives: { inHand: true, after: "passed", pose: "offer" },
  puts: { inHand: true, after: "gone", pose: "hold" },
  throws: { inHand: true, after: "gone", pose: "throw" },
  eats: { inHand: true, after: "gone", pose: "eat" },
  dons: { inHand: true, after: "gone", pose: "hold" },
  spreads: { inHand: false, after: "gone" },
  drops: { inHand: false, after: "gone" },
  wears: { inHand: false, after: "gone" },
  minds: { inHand: false, after: "same" },
};

type Verbs = Readonly<Record<Exclude<Deed, "uses">, string>>;

/** Stems as they follow the thing and を; the first of them in a clause counts. */
const JAPANESE: Verbs = {
  has: "(?:片|両|右|左|片方の)?手に|小脇に|脇に|肩に|背中?に(?!隠)|胸に|腕に|膝に|ひざに|持|抱|かかえ|提げ|担[いぎぐ]|かつ[いぎぐ]|背負|しょ(?=[いっ])|くわえ|咥え|掲げ|かざ[しす]|取[っりる](?!り付)|拾|つか[んみまむ]|掴|つま[んみむ]|握|抜[いきく]|受け[取止]|引き抜|摘[んむ]|奪|盗|買[いっう]|見つけ出|借り|もら[いっう]|選[んびぶ]|集め|すく[いっう]|脱[いぎぐ]|外[しす]|はず[しす]|運[んびぶ]",
  gives:
    "渡[しすさそ]|手渡|押しつけ|押し付け|握らせ|持たせ|差し[出だ]|さし[出だ]|返[しすさそ]|あげ[たるて]|や[っり](?:た|て)|くれ|よこ[しす]|配[っりる]|贈|届け|貸[しす]|譲|売[っり]|分け|差しかけ|回[しす](?=て?(?:きた|た))",
  puts: "置[いきくか]|おい(?=[てた])|立てかけ|しま[いっう]|片[付づ]け|入れ|掛け|吊[しるっ]|つる[しす]|[乗載]せ|のせ|下ろ|降ろ|おろ[しす]|隠[しす]|突っ込|押し込|差し込|詰め|戻[しす]|挿[しす]|挟[んみ]|沈め|浸[しす]|結[んびぶ]",
  pours: "注[いぎぐ]|つ[いぎぐ](?=[でだ])",
  points: "向け|突きつけ|構え|狙い",
  throws: "投げ|放[っりる](?!し)|ほう[っりる]|捨て",
  eats: "食べ|かじ(?![かけ]ん|か[むみめ])|頬張|ほおば|飲[んみむ]|すす[っり]|啜|平らげ|[舐な]め|しゃぶ|噛|口に(?:入れ|運|含|放)",
  spreads: "並べ|飾[っりる]|植え|建て|敷[いきく]|貼[っりる]|積[んみむ]|供え|埋め|撒|まい(?=[てた])",
  drops:
    "落と(?!しそう)|落ち|失[いっう]|な[くし]{2}|無く[しす]|忘れ|倒[しす]|割[っりる]|壊[しす]|こわ[しす]|ひっくり返|こぼ[しす]|蹴|残[しす]|手放|取り落|(?<!手|見|切り|引き)[放離][しす]",
  wears:
    "(?<!振り)かぶ[っりる]|被|着[たてけらる]|履[いきく]|は(?:い(?=[てた])|め(?=[てた]))|巻[いきく]|まと[いっう]|締め|^して(?=い[たる])",
  dons: "身につけ",
  minds:
    "煮|焼[いき]|炒め|混ぜ|茹で|沸か|温め|見(?!せ|つけ出|つけて拾)|見つけ出(?!し)|眺め|探|捜|待|聞|思|考|避|越え|渡[っりろ]|通|過ぎ|指[さ差]|好|欲し|ほし|望|知|信じ|覚え|囲|照ら|目指|追|狙って|頼[んみ]|呼[んび]|数え上げ|横切|くぐ|断[っり]|登|上[っり]|曲が|離れ",
};

/** Verbs with the particle behind them, as they stand before the thing. */
const ENGLISH: Verbs = {
  has: "h[eo]ld[a-z]*|had|ha(?:s|ve|ving)|t[ao]k(?:e|es|ing)|took|carr[a-z]*|kept|keeps|keeping|caught|got|found|brought|bought|won|stole|chose|swung|slung|dr[ae]w|picked|grab[a-z]*|clutch[a-z]*|snatch[a-z]*|lift[a-z]*|rais[a-z]*|fetch[a-z]*|pull[a-z]*|remov[a-z]*|collect[a-z]*|gather[a-z]*|dug",
  gives:
    "gav?e|giv[a-z]+|hand(?:ed|ing)|offer[a-z]*|lent|lend[a-z]*|sold|return[a-z]*|deliver[a-z]*|pass(?:ed|ing|es)",
  puts: "put(?! on)|putting(?! on)|set(?: down| aside| back)?|setting|laid(?! out)|laying|plac[a-z]*|hung|hang[a-z]*|lean(?:ed|ing|t)|propp[a-z]*|lower[a-z]*|rest(?:ed|ing)|stow[a-z]*|stuff[a-z]*|tuck[a-z]*|slid|slipp[a-z]*|hid|hiding|pack[a-z]*|stuck|thrust|shov[a-z]*|stood|replac[a-z]*",
  pours: "pour[a-z]*",
  points: "point[a-z]*|aim[a-z]*|level[a-z]*",
  throws: "thr[eo]w[a-z]*|toss[a-z]*|hurl[a-z]*|flung|fling[a-z]*|flick[a-z]*|pitch[a-z]*|toss[a-z]*",
  eats: "ate|eat[a-z]*|bit|biting|chew[a-z]*|swallow[a-z]*|nibbl[a-z]*|munch[a-z]*|devour[a-z]*|gobbl[a-z]*|lick[a-z]*|tast[a-z]*|dr[au]nk|drink[a-z]*|sipp[a-z]*|gulp[a-z]*",
  spreads:
    "arrang[a-z]*|plant[a-z]*|pinn(?:ed|ing)|buil[dt][a-z]*|stack[a-z]*|scatter[a-z]*|laid out|park[a-z]*|load[a-z]*",
  drops:
    "dropp[a-z]*|los[te]|losing|left|leav[a-z]*|br[eo]ke|break[a-z]*|smash[a-z]*|shatter[a-z]*|spill[a-z]*|spilt|knock[a-z]*|kick[a-z]*|forgot|overturn[a-z]*|upset|releas[a-z]*|trip[a-z]*|bump[a-z]*",
  wears: "wor[en]|wear[a-z]*",
  dons: "put(?:ting)? on|pull(?:ed|ing) on|donn[a-z]*|tied on|buckl[a-z]* on",
  minds:
    "stirr[a-z]*|mix[a-z]*|boil[a-z]*|fr[iy][a-z]*|bak[a-z]*|cook[a-z]*|roast[a-z]*|simmer[a-z]*|warm[a-z]*|heat[a-z]*|look[a-z]*|star(?:e|ed|es|ing)|glanc[a-z]*|gaz[a-z]*|want[a-z]*|need[a-z]*|miss[a-z]*|remember[a-z]*|lik(?:e|ed|es|ing)|lov[a-z]*|hat(?:ed?|es|ing)|follow[a-z]*|enter[a-z]*|reach[a-z]*|watch[a-z]*|notic[a-z]*|seem[a-z]*|end(?:ed|ing)|start[a-z]*|fear[a-z]*|own(?:ed|ing)|visit[a-z]*|describ[a-z]*|discuss[a-z]*|mention[a-z]*|imagin[a-z]*|expect[a-z]*|paint[a-z]*|cross[a-z]*|approach[a-z]*|lock(?:ed|ing)|unlock[a-z]*|nod[a-z]*|call[a-z]*|answer[a-z]*|ask[a-z]*|touch[a-z]*|land[a-z]*|being|during|includ[a-z]*|regard[a-z]*|hear[a-z]*|climb[a-z]*|pass(?:ed|ing)|circl[a-z]*|stopp[a-z]*|cover[a-z]*|surround[a-z]*|fill(?:ed|ing) with|order[a-z]*|promis[a-z]*|invit[a-z]*|avoid[a-z]*|refus[a-z]*|inspect[a-z]*|hear[a-z]*|turn(?:ed|ing) on|turn(?:ed|ing) off|switch[a-z]*",
};

/** Verbs that take a thing with a preposition: `pulled at the rope`, `her hand closed around the key`. */
export const WITH_PREPOSITION_EN: readonly { deed: Deed; when: RegExp }[] = [
  {
    deed: "has",
    when: /\b(?:(?:pull|tugg?|haul|yank|heav|jerk|dragg|gnaw|pluck|claw)(?:ed|ing) (?:at|on)|(?:hung|hanging|held|holding|clung|clinging) (?:on )?(?:to|onto)|(?:clos|tighten|curl|clamp|wrapp|clench)(?:ed|ing) (?:around|round|on|over|about)|hands? (?:tight )?(?:on|around|round|about)|lean(?:ed|t|ing) (?:heavily )?on|(?:t[ao]k(?:e|ing)|took|caught|got|grabbed|seized|laid) hold of|(?:flew|ran|made|walked|swam|dashed|darted|hurried|marched|rode|strode|trotted|bounded|scampered|sailed|escaped|fled|disappeared|vanished) (?:off|away|out|back|home|in|on) with(?: (?:the|an?) (?:[a-z]+ )?(?:half|piece|slice|rest|bit|share|last) of)?)$/u,
  },
  {
    deed: "uses",
    when: /\b(?:(?:look|peer|squint|gaz)(?:ed|ing) (?:(?:at|out|up|down|over|for) )?(?:(?:the|an?|his|her|it|them) ?)?(?:(?!and )[a-z]+ ){0,2}through|(?:fiddl|toy|play|fidget)(?:ed|ing) with|(?:leaf|flipp|thumb|flick|pag)(?:ed|ing) through|(?:blew|blowing) (?:into|on)|used?|using)$/u,
  },
  {
    deed: "eats",
    when: /\b(?:(?:chew|suck|munch|nibbl|gnaw|crunch)(?:ed|ing) (?:on|at|into)|(?:bit|biting) into)$/u,
  },
  { deed: "drops", when: /\b(?:let|letting) go of$/u },
];

/** Verbs that do something with a thing and are not regular; those in -ed and -ing all do. */
export const USES_EN =
  "made|wound|shook|hit|cut|lit|beat|blew|tore|read|wr[io]te|sewed?|ground|grinds?|rang|spun|struck|wrung|fed|spread|flew|swept|shut|bent|split|drove|sank|dealt";

const compiled = (verbs: Verbs, frame: (stems: string) => RegExp) =>
  (Object.entries(verbs) as [Exclude<Deed, "uses">, string][]).map(([deed, stems]) => ({
    deed,
    when: frame(stems),
  }));

export const DEEDS: Readonly<Record<Language, readonly { deed: Exclude<Deed, "uses">; when: RegExp }[]>> = {
  ja: compiled(JAPANESE, (stems) => new RegExp(stems, "u")),
  en: compiled(ENGLISH, (stems) => new RegExp(`^(?:${stems})$`, "iu")),
};
