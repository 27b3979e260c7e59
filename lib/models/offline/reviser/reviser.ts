// Implements `Reviser` as a program: applies the wishes that rules can apply, and refuses the rest with a reason.
import type { OptionId } from "../../../pipeline/options.ts";
import type { Answer, Reviser } from "../../../pipeline/reviser.ts";
import { addPerson, changeLooks, removePerson, replaceWords } from "./apply-to-cast.ts";
import {
  addBackgroundThings,
  changeActing,
  changeLayout,
  changeSetting,
  emphasizeClimax,
  onPanels,
  redraw,
  resizePanel,
} from "./apply-to-pages.ts";
import { CONCEPT, findTarget, hasResult, type WishRequest } from "./book-parts.ts";
import { type Intent, parseWish } from "./intent.ts";
import { mirrored, onPicture, withShot } from "./page-changes.ts";
import { changeDirection, changeLength, changeTone, lengthenBy, removeScene, swapPages } from "./plot.ts";
import {
  refuse,
  refuseIncomplete,
  refuseIncompleteForPerson,
  refuseUnknownTone,
  refuseUnsupported,
} from "./refusals.ts";
import { addLine, changeSounds, changeVoice, moveTexts, setLine, shortenTexts } from "./texts.ts";
import { says } from "./wish-words.ts";

/** The intents that each supported option allows. A wish without an option allows all. */
const OPTIONS: Partial<Record<OptionId, readonly Intent["kind"][]>> = {
  theme: ["theme"],
  genre: ["genre"],
  world: ["setting"],
  tone: ["mood"],
  "add-character": ["add-person"],
  "remove-character": ["remove"],
  looks: ["looks"],
  pacing: ["length", "pages"],
  climax: ["climax"],
  "remove-scene": ["remove-scene"],
  layout: ["layout"],
  "panel-size": ["size"],
  "camera-angle": ["angle", "shot"],
  composition: ["mirror", "shot", "angle"],
  "page-count": ["pages", "length"],
  "draw-again": ["redraw"],
  "more-detail": ["detail"],
  background: ["setting"],
  pose: ["acting"],
  "change-dialogue": ["line", "exchange"],
  "add-dialogue": ["say"],
  "remove-dialogue": ["line", "remove"],
  "balloon-style": ["voice"],
  "text-position": ["place"],
  sfx: ["sound"],
  "page-order": ["swap", "direction"],
  readability: ["readability"],
};

/** Intents about texts: a word for a look in them is not about looks. */
const TEXT_INTENTS: readonly Intent["kind"][] = ["line", "say", "voice", "place", "sound"];
/** Intents that change the whole book. */
const BOOK_INTENTS: readonly Intent["kind"][] = [
  "mood",
  "genre",
  "theme",
  "setting",
  "length",
  "pages",
  "climax",
];

export function offlineReviser(): Reviser {
  return {
    async revise(wish, book) {
      const { option } = wish;
      const parsed = parseWish(wish);
      const allowed = option === undefined ? undefined : OPTIONS[option];
      if (option !== undefined && allowed === undefined) return refuseUnsupported(option, book);
      const intents = parsed.intents.filter(({ kind }) => allowed?.includes(kind) ?? true);
      if (!hasResult(book, CONCEPT)) return refuse("nothing-to-change", book);
      const request = { wish, parsed, book };
      // If one word of a sentence is about looks, the whole sentence is read as looks, or it is refused.
      const isOfWords = says(wish.text, "naming") || intents.some(({ kind }) => TEXT_INTENTS.includes(kind));
      const looks = (allowed?.includes("looks") ?? !isOfWords) ? await changeLooks(request) : undefined;
      if (looks !== undefined) return looks;
      const name = option === undefined ? (await findTarget(request))?.name : undefined;
      let first: Answer | undefined;
      for (const intent of intents) {
        // A wish that names one person does not change the whole book.
        if (name !== undefined && BOOK_INTENTS.includes(intent.kind)) continue;
        const answer = await applyIntent(intent, request);
        if (answer.kind === "change") return answer;
        first ??= answer;
      }
      if (first !== undefined) return first;
      if (name !== undefined) return refuseIncompleteForPerson(name, book);
      if ((option === "genre" || option === "theme") && wish.text !== "")
        return refuseUnknownTone(option, book);
      return refuseIncomplete(option, wish.text, book);
    },
  };
}

function applyIntent(intent: Intent, request: WishRequest): Promise<Answer> | Answer {
  const { book, wish } = request;
  const strongly = wish.intensity > 0.75 ? 2 : 1;
  switch (intent.kind) {
    case "exchange":
      return replaceWords(intent, request);
    case "remove":
      return removePerson(intent.what, request);
    case "add-person":
      return addPerson(intent.name, request);
    case "looks":
      return refuseIncomplete(wish.option, wish.text, book);
    case "redraw":
      return redraw(request);
    case "pages":
      return changeLength(intent.pages, book);
    case "length":
      return lengthenBy(intent.direction, request);
    case "direction":
      return changeDirection(intent.direction, book);
    case "swap":
      return swapPages(intent, book);
    case "remove-scene":
      return removeScene(intent, request);
    case "climax":
      return emphasizeClimax(intent.direction * strongly, request);
    case "mood":
    case "genre":
    case "theme":
      return changeTone(intent, request);
    case "shot":
      return onPanels(request, (panel) => withShot(panel, intent.direction * strongly));
    case "size":
      return resizePanel(intent.direction * strongly, request);
    case "layout":
      return changeLayout(intent.even, request);
    case "angle":
      return onPanels(request, (panel) =>
        onPicture(panel, (picture) => ({ ...picture, angle: intent.angle })),
      );
    case "mirror":
      return onPanels(request, mirrored);
    case "detail":
      return addBackgroundThings(1 + Math.round(2 * wish.intensity), request);
    case "acting":
      return changeActing(intent, request);
    case "setting":
      return changeSetting(intent, request);
    case "line":
      return setLine(intent, request);
    case "say":
      return addLine(intent, request);
    case "voice":
      return changeVoice(intent, request);
    case "place":
      return moveTexts(intent, request);
    case "sound":
      return changeSounds(intent, request, strongly);
    case "readability":
      return shortenTexts(request);
    case "text-size":
      return refuseUnsupported("text-size", book);
  }
}
