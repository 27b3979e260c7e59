// For tests: stories of any length, and the simplest answers to the questions about them.
import type { Concept } from "../../manga/concept.ts";
import type { Language } from "../../manga/language.ts";
import { segmentStory } from "../../manga/segment.ts";
import { styleOf } from "../../manga/style-presets.ts";
import type { Brief } from "../reader.ts";
import type { CharactersAnswer } from "./characters/characters.ts";
import type { BeatsAnswer } from "./plot/beats.ts";
import type { PlanAnswer } from "./plot/plan.ts";
import type { StoryboardAnswer } from "./storyboard/panels.ts";

const SENTENCES: Record<Language, readonly string[]> = {
  ja: [
    "雨の夜、ミナは古い駅で傘をたたんだ。",
    "「だれかいますか」とミナは言った。",
    "返事はなく、黒い猫がベンチの下からゆっくり出てきた。",
    "「始発は五時です。それまではここにいてもかまいませんが、火のそばを離れないでください」と駅長のオトは答えた。",
    "川のむこうで灯台の明かりが三度光り、それから消えた。",
    "「ねえ」",
    "オトは帽子をとって、壁の時計を見上げた。",
    "「この町を出ると決めたのは、だれのためだったのか、今でもわからないんです」",
    "ミナは手紙を開き、声に出さずに読んで、また折りたたんだ。",
    "朝になると市場には魚と果物の匂いがした。",
  ],
  en: [
    "On a rainy night Mina closed her umbrella at the old station.",
    '"Is anybody here?" said Mina.',
    "Nobody answered, and a black cat came slowly out from under the bench.",
    '"The first train leaves at five. You may stay here until then, but do not go away from the fire," said Otto, the stationmaster.',
    "Across the river the lighthouse shone three times and went dark.",
    '"Well?"',
    "Otto took off his cap and looked up at the clock on the wall.",
    '"I still do not know for whose sake I decided to leave this town in the first place."',
    "Mina opened the letter, read it without a sound, and folded it again.",
    "In the morning the market smelled of fish and fruit.",
  ],
};

const PEOPLE = { ja: ["ミナ", "オト"], en: ["Mina", "Otto"] } as const;

/** A story of about `characters` characters whose sentences all differ, with the inputs of the questions about it. */
export function plainStory(language: Language, characters: number, pages: number) {
  const lines: string[] = [];
  let length = 0;
  for (let at = 0; length < characters; at += 1) {
    // A step that is coprime to the number of sentences.
    const sentence = SENTENCES[language][(at * 7 + Math.floor(at / 10)) % 10] ?? "";
    const numbered = sentence.replace(
      /([。.?」"])$/u,
      (end) => `${language === "ja" ? "、" : ", "}${at}${end}`,
    );
    const line = at % 9 === 8 ? `${numbered}\n\n\n\n` : numbered;
    lines.push(line);
    length += line.length + 1;
  }
  const story = segmentStory(lines.join("\n").slice(0, 50_000), language);
  const concept: Concept = {
    ...{ title: "T", language, genre: "g", themes: [], mood: "neutral", world: "w", audience: "a", pages },
    style: styleOf("manga"),
    people: PEOPLE[language].map((name, at) => ({
      ...{ id: `c${at + 1}`, name, aliases: [], role: at === 0 ? "protagonist" : "support", kind: "human" },
      ...{ age: "adult", sex: "unknown", notes: "" },
    })),
  };
  const brief: Brief = { direction: language === "ja" ? "rtl" : "ltr", style: "manga", seed: 3, pages };
  return { story, brief, concept };
}

type Row = readonly [id: string, kind: string, text: string];
type Data = Record<string, unknown>;

/** Faultless answers to all questions about a plain story. `data` is that of the project's own prompts. */
export function plainAnswer(data: Data): unknown {
  if (data.task === "plan") return plainPlan(data as { pages: number; units: Row[] });
  if (data.task === "beats") return plainBeats(data as { scenes: { units: Row[] }[] });
  if (data.task === "characters") return plainLooks(data as { design: { id: string }[] });
  return plainPanels(data as { beats: { units: Row[] }[] });
}

export function plainPlan({ pages, units }: { pages: number; units: readonly Row[] }): PlanAnswer {
  const half = Math.ceil(units.length / 2);
  const scenes = [units.slice(0, half), units.slice(half)].filter((own) => own.length > 0);
  return {
    places: ["station", "street"].slice(0, scenes.length).map((kind, at) => ({
      ...{ id: `l${at + 1}`, name: "", kind, culture: "", state: "", floor: "", layout: "" },
      ...{ landmarks: [{ what: "clock", side: "left" }], light: "night: a single lamp" },
    })),
    scenes: scenes.map((own, at) => ({
      ...{ from: own[0]?.[0] ?? "", to: own.at(-1)?.[0] ?? "", place: `l${at + 1}` },
      ...{ people: ["c1"], hour: "night", weather: "rain", season: "autumn", mood: "lonely" },
    })),
    goesOn: false,
    pages: Array.from({ length: pages }, (_, page) => ({
      ...{ first: units[Math.floor((page * units.length) / pages)]?.[0] ?? "", hook: true },
    })),
  };
}

const ACTION = { ja: "ミナが駅に立っている。", en: "Mina stands at the station." } as const;
const actionFor = (text: string): string => (/\p{Script=Hiragana}/u.test(text) ? ACTION.ja : ACTION.en);

export function plainBeats({ scenes }: { scenes: readonly { units: readonly Row[] }[] }): BeatsAnswer {
  const beats = scenes.flatMap(({ units }) =>
    units.flatMap((_, at) => (at % 2 === 0 ? [units.slice(at, at + 2)] : [])),
  );
  return {
    beats: beats.map((own) => ({
      ...{ units: own.map(([id]) => id), action: actionFor(own[0]?.[2] ?? "") },
      lines: own
        .filter(([, kind]) => kind === "speech")
        .map(([unit]) => ({ unit, speaker: "c1", guessed: false, voice: "speech" as const })),
      figures: [{ who: "c1", doing: "stand", feeling: "calm", gaze: "", hands: "umbrella", where: "" }],
      ...{ things: [], ground: "", light: "", focus: "", effects: [], sounds: [], caption: "" },
      ...{ kind: "action" as const, weight: 2 },
    })),
  };
}

export function plainPanels({ beats }: { beats: readonly { units: readonly Row[] }[] }): StoryboardAnswer {
  const size = Math.ceil(beats.length / 7);
  const groups = beats.flatMap((_, at) => (at % size === 0 ? [beats.slice(at, at + size)] : []));
  return {
    panels: groups.map((own) => ({
      units: own.flatMap(({ units }) => units.map(([id]) => id)),
      action: actionFor(own[0]?.units[0]?.[2] ?? ""),
      figures: [
        {
          ...{ who: "c1", doing: "stand", feeling: "calm", gaze: "", hands: "", seen: "front" as const },
          ...{ side: "left" as const, depth: "near" as const },
        },
      ],
      ...{ things: [], ground: "", light: "", effects: [], goesOn: false, empty: "top right" as const },
      ...{ shot: "half" as const, angle: "level" as const, weight: 2 },
    })),
  };
}

export function plainLooks({ design }: { design: readonly { id: string }[] }): CharactersAnswer {
  return {
    characters: design.map(({ id }) => ({
      ...{ id, face: "round", eyes: "dark", hair: "short black hair", beard: "none", build: "average" },
      ...{ height: "", marks: "", accessories: "", constant: "", words: "" },
      outfits: [{ worn: "dark coat, dark trousers", from: "", to: "" }],
      description: "…",
    })),
  };
}
