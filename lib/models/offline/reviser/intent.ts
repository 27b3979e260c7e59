// Parses a wish in Japanese or English into intents: what its words may ask for, the most specific first.
import type { Direction } from "../../../manga/language.ts";
import type { Angle, Mood, View } from "../../../manga/staging.ts";
import type { Figure } from "../../../manga/storyboard.ts";
import type { WantedStaging } from "../../../manga/wanted-staging.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Wish } from "../../../pipeline/reviser.ts";
import { SHOWN } from "../words/shown-words.ts";
import { lookTokens } from "./look-tokens.ts";
import { hasContent } from "./read-looks.ts";
import { addedIn, exchangesIn, removedIn, renamingIn } from "./sentence-frames.ts";
import { type TextIntent, textIntentsIn } from "./text-intents.ts";
import { lastOf, says, type Tone, toneIn, towards } from "./wish-words.ts";

/** The wanted acting of a person, and the view of them. */
export type WantedActing = { [Part in "doing" | "feeling" | "view"]?: Figure[Part] | undefined };

/** Another place, hour or weather. The place has the name that the wish uses. */
export type Setting = Pick<WantedStaging, "place" | "hour" | "weather">;

export type Intent =
  | TextIntent
  | { kind: "exchange"; from: string; to: string }
  | { kind: "remove"; what: string }
  | { kind: "add-person"; name: string }
  | { kind: "looks"; said: string }
  | { kind: "pages"; pages: number }
  | { kind: "direction"; direction: Direction }
  | { kind: "swap"; a: number; b: number }
  | { kind: "remove-scene"; number: number | undefined; said: string }
  | { kind: "climax" | "length" | "shot" | "size"; direction: 1 | -1 }
  | { kind: "mood"; mood: Mood }
  | { kind: "genre" | "theme"; tone: Tone }
  | { kind: "angle"; angle: Angle }
  | { kind: "layout"; even: boolean }
  | { kind: "mirror" | "detail" | "redraw" }
  | { kind: "acting"; acting: WantedActing; said: string }
  | ({ kind: "setting" } & Setting);
export type IntentOf<Kind extends Intent["kind"]> = Intent & { kind: Kind };

interface ParsedWish {
  /** Possible meanings of the words, the most specific first. */
  intents: Intent[];
  /** The page and panel that the person pointed at or named. */
  page: number | undefined;
  panel: string | undefined;
}

const PAGE = /(\d{1,3})\s*ページ目?(?=の|で|\s*\d\s*(?:コマ|こま))|\bpage (\d{1,3})\b/iu;
const PANEL = /(\d)\s*(?:コマ|こま)目?|\bpanel (\d)\b/iu;
const SCENE = /(\d{1,2})(?:つ|番)目の(?:場面|シーン)|(?:場面|シーン)(\d{1,2})|\bscene (\d{1,2})\b/iu;
const PAGES = /(\d{1,3})\s*ページ[にで]|\b(\d{1,3}) pages\b/iu;
const TWO_PAGES =
  /(\d{1,3})\s*ページ目?と(\d{1,3})\s*ページ目?を|\bpages? (\d{1,3}) (?:and|with) (?:page )?(\d{1,3})/iu;

const numbersIn = (text: string, pattern: RegExp): number[] =>
  (pattern.exec(text) ?? []).slice(1).flatMap((digits) => (digits === undefined ? [] : [Number(digits)]));

export function parseWish({ text, option, target = {} }: Pick<Wish, "text"> & Partial<Wish>): ParsedWish {
  const said = text.normalize("NFKC").trim();
  const [named] = numbersIn(said, PANEL).map((number) => `k${number}`);
  const { page = numbersIn(said, PAGE)[0], panel = named } = target;
  const intents = [
    ...bookIntents(said, option),
    ...textIntentsIn(said, option),
    ...peopleIntents(said, option),
  ];
  intents.push(...pageIntents(said, option), ...settingIntents(said, option));
  if (option === "looks" || (says(said, "asks") && hasContent(lookTokens(said, [])))) {
    intents.push({ kind: "looks", said });
  }
  // What readers should do is not an acting of the people in a picture.
  const isOfPanel = panel !== undefined && says(said, "asks") && !says(said, "reader");
  if (option === "pose" || isOfPanel) intents.push(...actingIntents(said));
  return { intents, page, panel };
}

function* bookIntents(said: string, option: OptionId | undefined): Generator<Intent> {
  for (const kind of ["genre", "theme"] as const) {
    const tone = option === kind || says(said, `${kind}-noun`) ? toneIn(said, kind) : undefined;
    if (tone !== undefined) yield { kind, tone };
  }
  const [a, b] = says(said, "swap") ? numbersIn(said, TWO_PAGES) : [];
  if (a !== undefined && b !== undefined) yield { kind: "swap", a, b };
  const direction = lastOf(said, "direction");
  if (direction !== undefined) yield { kind: "direction", direction: direction as Direction };
  if (option === "remove-scene" || (says(said, "scene") && says(said, "gone"))) {
    yield { kind: "remove-scene", number: numbersIn(said, SCENE)[0], said };
  }
  const isCalmer = says(said, "calmer");
  if (option === "climax" || (says(said, "climax") && (isCalmer || towards(said, "size") === 1))) {
    yield { kind: "climax", direction: isCalmer ? -1 : 1 };
  }
}

function* peopleIntents(said: string, option: OptionId | undefined): Generator<Intent> {
  const exchanges = says(said, "naming") ? renamingIn(said) : exchangesIn(said);
  yield* exchanges.map((words) => ({ kind: "exchange" as const, ...words }));
  const removed = removedIn(said);
  if (removed.length === 0 && option === "remove-character") removed.push(said);
  yield* removed.map((what) => ({ kind: "remove" as const, what }));
  const name = addedIn(said) ?? (option === "add-character" && said !== "" ? said : undefined);
  if (name !== undefined && !says(name, "line", "caption", "sound", "scene", "counted", "detail")) {
    yield { kind: "add-person", name };
  }
}

function* pageIntents(said: string, option: OptionId | undefined): Generator<Intent> {
  const isBare = said === "";
  const asksRedraw = says(said, "redraw") || (says(said, "draw") && says(said, "again"));
  if (asksRedraw || (option === "draw-again" && isBare)) yield { kind: "redraw" };
  // `Long` and `short` may be about hair.
  if (!says(said, "hair")) {
    const pace = option === "pacing" ? towards(said, "pace") : undefined;
    const length = towards(said, "length") ?? pace;
    if (length !== undefined) yield { kind: "length", direction: length };
    const isCount = option === "page-count" && /^\d{1,3}$/u.test(said);
    const isOfPart = says(said, "panel", "line", "caption", "swap");
    const [pages] = isCount ? [Number(said)] : isOfPart ? [] : numbersIn(said, PAGES);
    if (pages !== undefined) yield { kind: "pages", pages };
  }
  const size = towards(said, "size") ?? (option === "panel-size" ? 1 : undefined);
  if (size !== undefined && (option === "panel-size" || says(said, "panel"))) {
    yield { kind: "size", direction: size };
  }
  if (option === "layout" || (says(said, "layout") && says(said, "asks"))) {
    yield { kind: "layout", even: says(said, "even") };
  }
  if (says(said, "mirror")) yield { kind: "mirror" };
  if (option === "more-detail" || says(said, "detail")) yield { kind: "detail" };
  const shot = towards(said, "shot");
  if (shot !== undefined) yield { kind: "shot", direction: shot };
  const angle = lastOf(said, "angle");
  if (angle !== undefined) yield { kind: "angle", angle: angle as Angle };
}

/** Intents for another mood, place, hour or weather, which a wish must ask for and not only mention. */
function* settingIntents(said: string, option: OptionId | undefined): Generator<Intent> {
  const mood = lastOf(said, "mood");
  if (mood !== undefined) yield { kind: "mood", mood: mood as Mood };
  if (option !== "background" && option !== "world" && !says(said, "sets")) return;
  const place = SHOWN.find(said, "place").at(-1);
  const hour = SHOWN.find(said, "hour").at(-1)?.value;
  const weather = SHOWN.find(said, "weather").at(-1)?.value;
  if (!place && !hour && !weather) return;
  yield {
    kind: "setting",
    ...(place && { place: { kind: place.value, name: place.text } }),
    ...(hour && { hour }),
    ...(weather && { weather }),
  };
}

function* actingIntents(said: string): Generator<Intent> {
  const acting: WantedActing = {
    doing: SHOWN.first(said, "pose"),
    feeling: SHOWN.first(said, "expression"),
    view: lastOf(said, "view") as View | undefined,
  };
  if (Object.values(acting).some((value) => value !== undefined)) yield { kind: "acting", acting, said };
}
