// The offline reviser: carries out of what people ask for what a program honestly can, and says of the rest that it cannot.
import type { OptionId } from "../../../pipeline/options.ts";
import type { Answer, Reviser } from "../../../pipeline/reviser.ts";
import { CONCEPT, nameIn, type Request, stands } from "./book-parts.ts";
import { addPerson, exchange, removePerson, restyle } from "./carry-cast.ts";
import {
  act,
  emphasize,
  furnish,
  inAnotherSetting,
  layOut,
  onPanels,
  redraw,
  resize,
} from "./carry-pages.ts";
import { changeLength, lengthen, removeScene, swapPages, toned, turn } from "./carry-plot.ts";
import { changeSounds, easeReading, moveTexts, say, setLine, speakAs } from "./carry-words.ts";
import { hear, type Intent } from "./intent.ts";
import { mirrored, withShot } from "./page-changes.ts";
import { beyond, cannot, unnamed, unsaid, unsaidOf } from "./refusals.ts";
import { isNaming } from "./renaming.ts";

/** What may be asked for under each option that it carries out; without an option, anything. */
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

const OF_WORDS: readonly Intent["kind"][] = ["line", "say", "voice", "place", "sound"];
const OF_BOOK: readonly Intent["kind"][] = ["mood", "genre", "theme", "setting", "length", "pages", "climax"];

export function offlineReviser(): Reviser {
  return {
    async revise(wish, book) {
      const { option } = wish;
      const heard = hear(wish);
      const allowed = option === undefined ? undefined : OPTIONS[option];
      if (option !== undefined && allowed === undefined) return beyond(option, book);
      const intents = heard.intents.filter(({ kind }) => allowed?.includes(kind) ?? true);
      if (!stands(book, CONCEPT)) return cannot("nothing-to-change", book);
      const request = { wish, heard, book };
      // A sentence of which one word is about looks is about nothing else: its other words are read with it, or it is refused.
      const isOfWords = isNaming(wish.text) || intents.some(({ kind }) => OF_WORDS.includes(kind));
      const looks = (allowed?.includes("looks") ?? !isOfWords) ? await restyle(request) : undefined;
      if (looks !== undefined) return looks;
      const name = option === undefined ? await nameIn(request) : undefined;
      let first: Answer | undefined;
      for (const intent of intents) {
        // Who speaks of one person does not mean the whole book.
        if (name !== undefined && OF_BOOK.includes(intent.kind)) continue;
        const answer = await carryOut(intent, request);
        if (answer.kind === "change") return answer;
        first ??= answer;
      }
      if (first !== undefined) return first;
      if (name !== undefined) return unsaidOf(name, book);
      if ((option === "genre" || option === "theme") && wish.text !== "") return unnamed(option, book);
      return unsaid(option, wish.text, book);
    },
  };
}

function carryOut(intent: Intent, request: Request): Promise<Answer> | Answer {
  const { book, wish } = request;
  const strongly = wish.intensity > 0.75 ? 2 : 1;
  switch (intent.kind) {
    case "exchange":
      return exchange(intent, request);
    case "remove":
      return removePerson(intent.what, request);
    case "add-person":
      return addPerson(intent.name, request);
    case "looks":
      return unsaid(wish.option, wish.text, book);
    case "redraw":
      return redraw(request);
    case "pages":
      return changeLength(intent.pages, book);
    case "length":
      return lengthen(intent.direction, request);
    case "direction":
      return turn(intent.direction, book);
    case "swap":
      return swapPages(intent, book);
    case "remove-scene":
      return removeScene(intent, request);
    case "climax":
      return emphasize(intent.direction * strongly, request);
    case "mood":
    case "genre":
    case "theme":
      return toned(intent, request);
    case "shot":
      return onPanels(request, (panel) => withShot(panel, intent.direction * strongly));
    case "size":
      return resize(intent.direction * strongly, request);
    case "layout":
      return layOut(intent.even, request);
    case "angle":
      return onPanels(request, (panel) => ({ ...panel, picture: { ...panel.picture, angle: intent.angle } }));
    case "mirror":
      return onPanels(request, mirrored);
    case "detail":
      return furnish(1 + Math.round(2 * wish.intensity), request);
    case "acting":
      return act(intent, request);
    case "setting":
      return inAnotherSetting(intent, request);
    case "line":
      return setLine(intent, request);
    case "say":
      return say(intent, request);
    case "voice":
      return speakAs(intent, request);
    case "place":
      return moveTexts(intent, request);
    case "sound":
      return changeSounds(intent, request, strongly);
    case "readability":
      return easeReading(request);
    case "text-size":
      return beyond("text-size", book);
  }
}
