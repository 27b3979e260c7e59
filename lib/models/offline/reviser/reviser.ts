// Implements `Reviser` as a program: applies the wishes that rules can apply, and refuses the rest with a reason.
import type { Answer, Reviser } from "../../../pipeline/reviser.ts";
import { describeLook } from "../describe-look.ts";
import { addPerson, changeLooks, removePerson, replaceWords } from "./apply-to-cast.ts";
import {
  addBackgroundThings,
  changeActing,
  changeLayout,
  changeMeant,
  changeSetting,
  emphasizeClimax,
  mirrored,
  redraw,
  resizePanel,
  withShot,
} from "./apply-to-pages.ts";
import { CONCEPT, findTarget, hasResult, type Outcome, onPicture, type WishRequest } from "./book-parts.ts";
import { examplesOf, optionOf } from "./examples.ts";
import { type Intent, type IntentOf, parseWish } from "./intent.ts";
import { changeLength, changeTone, lengthenBy, removeScene, swapPages } from "./plot.ts";
import {
  refuse,
  refuseIncomplete,
  refuseIncompleteForPerson,
  refuseUnknownTone,
  refuseUnsupported,
} from "./refusals.ts";
import { addLine, changeSounds, changeVoice, moveTexts, setLine, shortenTexts } from "./texts.ts";
import { says } from "./wish-words.ts";

/** Intents about texts. Words for looks inside the texts are not about looks. */
const TEXT_INTENTS: readonly Intent["kind"][] = ["line", "say", "voice", "place", "sound"];
/** Intents that change the whole book. */
const BOOK_INTENTS: readonly string[] = "mood genre theme setting length pages climax".split(" ");

export function offlineReviser(): Reviser {
  return {
    examples: examplesOf,
    describe: async (look, language) => describeLook(look, language),
    async revise(wish, book) {
      const { option } = wish;
      const { intents: possible, ...target } = parseWish(wish);
      const allowed = option === undefined ? undefined : optionOf(option)?.intents;
      if (option !== undefined && allowed === undefined) return refuseUnsupported(option, book);
      const intents = possible.filter(({ kind }) => allowed?.includes(kind) ?? true);
      if (!hasResult(book, CONCEPT)) return refuse("nothing-to-change", book);
      const told = (outcome: Outcome) => (typeof outcome === "string" ? refuse(outcome, book) : outcome);
      const request = { wish, book, ...target };
      // If one word of a sentence is about looks, the whole sentence is read as looks, or it is refused.
      const isOfWords = says(wish.text, "naming") || intents.some(({ kind }) => TEXT_INTENTS.includes(kind));
      const looks = (allowed?.includes("looks") ?? !isOfWords) ? await changeLooks(request) : undefined;
      if (looks !== undefined) return told(looks);
      const name = option === undefined ? (await findTarget(request))?.name : undefined;
      let first: Answer | undefined;
      for (const intent of intents) {
        // A wish that names one person does not change the whole book.
        if (name !== undefined && BOOK_INTENTS.includes(intent.kind)) continue;
        const answer = told(await applyIntent(intent, request));
        if (answer.kind === "change") return answer;
        first ??= answer;
      }
      if (first !== undefined) return first;
      if (name !== undefined) return refuseIncompleteForPerson(name, book);
      if ((option === "genre" || option === "theme") && wish.text !== "")
        return refuseUnknownTone(option, book);
      return refuseIncomplete(wish, book);
    },
  };
}

type Kind = Intent["kind"];
type Handle<K extends Kind> = (
  intent: IntentOf<K>,
  request: WishRequest,
  strongly: 1 | 2,
) => Promise<Outcome> | Outcome;

const HANDLERS: { [K in Kind]: Handle<K> } = {
  exchange: replaceWords,
  remove: ({ what }, request) => removePerson(what, request),
  "add-person": ({ name }, request) => addPerson(name, request),
  looks: (_, { wish, book }) => refuseIncomplete(wish, book),
  redraw: (_, request) => redraw(request),
  pages: ({ pages }, { book }) => changeLength(pages, book),
  length: ({ direction }, request) => lengthenBy(direction, request),
  direction: ({ direction }, { book: { params } }) =>
    direction === params.direction ? "nothing-to-change" : { kind: "change", params: { direction } },
  swap: (intent, { book }) => swapPages(intent, book),
  "remove-scene": removeScene,
  climax: ({ direction }, request, strongly) => emphasizeClimax(direction * strongly, request),
  mood: changeTone,
  genre: changeTone,
  theme: changeTone,
  shot: ({ direction }, request, strongly) =>
    changeMeant(request, (panel) => withShot(panel, direction * strongly)),
  size: ({ direction }, request, strongly) => resizePanel(direction * strongly, request),
  layout: ({ even }, request) => changeLayout(even, request),
  angle: ({ angle }, request) =>
    changeMeant(request, (panel) => onPicture(panel, (picture) => ({ ...picture, angle }))),
  mirror: (_, request) => changeMeant(request, mirrored),
  detail: (_, request) => addBackgroundThings(1 + Math.round(2 * request.wish.intensity), request),
  acting: changeActing,
  setting: changeSetting,
  line: setLine,
  say: addLine,
  voice: changeVoice,
  place: moveTexts,
  sound: changeSounds,
  readability: (_, request) => shortenTexts(request),
  "text-size": (_, { book }) => refuseUnsupported("text-size", book),
};

const applyIntent = <K extends Kind>(intent: IntentOf<K>, request: WishRequest) =>
  (HANDLERS[intent.kind] as Handle<K>)(intent, request, request.wish.intensity > 0.75 ? 2 : 1);
