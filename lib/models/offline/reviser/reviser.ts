// The offline reviser: carries out of what people ask for what a program honestly can, and says of the rest that it cannot.
import { CastSchema } from "../../../manga/cast.ts";
import { type Concept, ConceptSchema, type Person } from "../../../manga/concept.ts";
import { PlotSchema } from "../../../manga/plot.ts";
import { renamed, renamedResult } from "../../../manga/rename.ts";
import { StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type {
  Answer,
  BookView,
  CannotReason,
  ResultChange,
  Reviser,
  Wish,
} from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import { type Heard, hear, type Intent } from "./intent.ts";
import {
  type Board,
  changePanels,
  inMood,
  inSetting,
  onScene,
  type Setting,
  withDialogue,
  withShot,
} from "./page-changes.ts";

const CONCEPT: WorkRef = { phase: "concept", of: "book" };
const CAST: WorkRef = { phase: "characters", of: "book" };
const PLOT: WorkRef = { phase: "plot", of: "book" };

/** What may be asked for under each option that it carries out; without an option, anything. */
const OPTIONS: Partial<Record<OptionId, readonly Intent["kind"][]>> = {
  world: ["setting"],
  tone: ["mood"],
  "remove-character": ["remove"],
  pacing: ["length", "pages"],
  "camera-angle": ["angle", "shot"],
  composition: ["shot", "angle"],
  "page-count": ["pages", "length"],
  "draw-again": ["redraw"],
  background: ["setting"],
  "change-dialogue": ["exchange"],
  "remove-dialogue": ["remove"],
};

const SAYS: Record<CannotReason, { ja: string; en: string }> = {
  "not-understood": {
    ja: "この言葉からは、何を変えるのか読み取れません。",
    en: "These words do not say what to change in a way that a program understands.",
  },
  "not-supported": {
    ja: "オフラインの作者には、この変更はできません。",
    en: "The offline author cannot make this change.",
  },
  which: {
    ja: "どのページのどのコマか、または誰のことかを指定してください。",
    en: "Say which page and panel, or whom, it is about.",
  },
  "nothing-to-change": {
    ja: "変えるところがありません。",
    en: "There is nothing in the book that this would change.",
  },
};

export function offlineReviser(): Reviser {
  return {
    async revise(wish, book) {
      const heard = hear(wish);
      const allowed = wish.option === undefined ? undefined : OPTIONS[wish.option];
      if (wish.option !== undefined && allowed === undefined) return cannot("not-supported", book);
      const intents = heard.intents.filter(({ kind }) => allowed?.includes(kind) ?? true);
      let last: Answer = cannot(
        wish.option !== undefined && wish.text === "" ? "which" : "not-understood",
        book,
      );
      for (const intent of intents) {
        last = await carryOut(intent, { wish, heard, book });
        if (last.kind === "change") return last;
      }
      return last;
    },
  };
}

function cannot(reason: CannotReason, { params }: BookView): Answer & { kind: "cannot" } {
  return { kind: "cannot", reason, message: SAYS[reason][params.language] };
}

interface Request {
  wish: Wish;
  heard: Heard;
  book: BookView;
}

async function carryOut(intent: Intent, request: Request): Promise<Answer> {
  const { book } = request;
  if (!stands(book, CONCEPT)) return cannot("nothing-to-change", book);
  switch (intent.kind) {
    case "exchange":
      return exchange(intent, book);
    case "remove":
      return remove(intent.what, book);
    case "redraw":
      return redraw(request);
    case "pages":
      return ofLength(intent.pages, book);
    case "length":
      return lengthen(intent.direction, request);
    case "mood":
      return everywhere(book, {
        concept: (concept) => ({ ...concept, mood: intent.mood }),
        scene: (scene) => inMood(scene, intent.mood),
      });
    case "shot": {
      const steps = intent.direction * (request.wish.intensity > 0.75 ? 2 : 1);
      return onPanels(request, (panel) => withShot(panel, steps));
    }
    case "angle":
      return onPanels(request, (panel) => ({ ...panel, picture: { ...panel.picture, angle: intent.angle } }));
    case "setting":
      return inAnotherSetting(intent, request);
  }
}

const stands = ({ standing }: BookView, { phase, of }: WorkRef) =>
  standing.some((ref) => ref.phase === phase && ref.of === of);

/** The pictures of people stay good: nothing of what they show changes. */
const portraits = ({ standing }: BookView): ResultChange[] =>
  standing.filter(({ of }) => of === "character").map((ref) => ({ ref }));

/** The designs stay as they are, whatever else changes about the concept. */
const sameCast = (book: BookView): ResultChange[] =>
  stands(book, CAST) ? [{ ref: CAST }, ...portraits(book)] : [];

async function exchange({ from, to }: { from: string; to: string }, book: BookView): Promise<Answer> {
  const { people } = ConceptSchema.parse(await book.output(CONCEPT));
  const named = whoIs(from, people);
  if (named === undefined) return changeDialogue(from, to, book);
  if (whoIs(to, people) !== undefined || to.length > 60) return cannot("nothing-to-change", book);
  const rename = { from: named.name, to };
  const { renames = [], title } = book.params;
  const results = book.standing.flatMap((ref): ResultChange[] => {
    if (ref.phase === "lettering" || ref.phase === "finish") return [];
    const isPicture = ref.of === "character" || ref.of === "panel";
    return [isPicture ? { ref } : { ref, change: (output) => renamedResult(output, [rename]) }];
  });
  const params = { renames: [...renames, rename], ...(title && { title: renamed(title, [rename]) }) };
  return { kind: "change", params, results };
}

/** The person of that name, and the name as the story spells it. */
function whoIs(said: string, people: Concept["people"]): { person: Person; name: string } | undefined {
  const key = (name: string) => name.toLowerCase().replace(/^the /u, "");
  for (const person of people) {
    const name = [person.name, ...person.aliases].find((one) => key(one) === key(said));
    if (name !== undefined) return { person, name };
  }
  return undefined;
}

async function changeDialogue(from: string, to: string | undefined, book: BookView): Promise<Answer> {
  const results = changePanels(await boardsOf(book), undefined, (panel) => withDialogue(panel, from, to));
  return results.length > 0 ? { kind: "change", results } : cannot("nothing-to-change", book);
}

async function remove(what: string, book: BookView): Promise<Answer> {
  const { people } = ConceptSchema.parse(await book.output(CONCEPT));
  const person = whoIs(what, people)?.person;
  if (person === undefined) return changeDialogue(what, undefined, book);
  if (people.length === 1) return cannot("not-supported", book);
  const without = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => id !== person.id);
  const withoutPerson = (output: unknown) => {
    const concept = ConceptSchema.parse(output);
    return { ...concept, people: without(concept.people) };
  };
  const withoutDesign = (output: unknown) => ({ characters: without(CastSchema.parse(output).characters) });
  const cast: ResultChange[] = stands(book, CAST)
    ? [
        { ref: CAST, change: withoutDesign },
        ...portraits(book).filter(({ ref }) => ref.of === "character" && ref.character !== person.id),
      ]
    : [];
  return { kind: "change", results: [{ ref: CONCEPT, change: withoutPerson }, ...cast] };
}

function redraw({ wish, heard, book }: Request): Answer {
  const { page = heard.page, panel = heard.panel, character } = wish.target;
  const takes = book.standing.filter((ref) => {
    if (ref.of === "character") return ref.character === character;
    return ref.of === "panel" && ref.page === page && (panel === undefined || ref.panel === panel);
  });
  if (takes.length > 0) return { kind: "change", takes };
  return cannot(page === undefined && character === undefined ? "which" : "nothing-to-change", book);
}

async function lengthen(direction: 1 | -1, { wish, book }: Request): Promise<Answer> {
  const { pages } = ConceptSchema.parse(await book.output(CONCEPT));
  const by = Math.max(1, Math.round(pages * 0.6 * wish.intensity));
  return ofLength(Math.max(1, Math.min(100, pages + direction * by)), book);
}

async function ofLength(pages: number, book: BookView): Promise<Answer> {
  const concept = ConceptSchema.parse(await book.output(CONCEPT));
  if (pages < 1 || pages > 100 || concept.pages === pages) return cannot("nothing-to-change", book);
  const change = (output: unknown) => ({ ...ConceptSchema.parse(output), pages });
  return { kind: "change", params: { pages }, results: [{ ref: CONCEPT, change }, ...sameCast(book)] };
}

async function onPanels(
  { wish, heard, book }: Request,
  change: Parameters<typeof changePanels>[2],
): Promise<Answer> {
  const { page = heard.page, panel = heard.panel } = wish.target;
  if (page === undefined) return cannot("which", book);
  const boards = (await boardsOf(book)).filter((board) => board.page.number === page);
  const results = changePanels(boards, panel, change);
  return results.length > 0 ? { kind: "change", results } : cannot("nothing-to-change", book);
}

function inAnotherSetting(setting: Setting, request: Request): Promise<Answer> {
  const { wish, heard, book } = request;
  const { language } = book.params;
  if ((wish.target.page ?? heard.page) !== undefined) {
    return onPanels(request, (panel) => onScene(panel, (scene) => inSetting(scene, setting, language)));
  }
  return everywhere(book, { scene: (scene) => inSetting(scene, setting, language) });
}

interface Everywhere {
  concept?: (concept: Concept) => Concept;
  scene: <S extends Board["page"]["panels"][number]["picture"]["scene"]>(scene: S) => S;
}

/** Changes every scene of the book; before there is a plot, there is none to change. */
async function everywhere(book: BookView, { concept, scene }: Everywhere): Promise<Answer> {
  if (!stands(book, PLOT)) return cannot("nothing-to-change", book);
  const before = PlotSchema.parse(await book.output(PLOT));
  const boards = changePanels(await boardsOf(book), undefined, (panel) => onScene(panel, scene));
  const scenes = before.scenes.map((one) => scene(one));
  if (boards.length === 0 && JSON.stringify(scenes) === JSON.stringify(before.scenes)) {
    return cannot("nothing-to-change", book);
  }
  const conceived: ResultChange[] = concept
    ? [{ ref: CONCEPT, change: (output) => concept(ConceptSchema.parse(output)) }, ...sameCast(book)]
    : [];
  const plotted = { ref: PLOT, change: () => ({ ...before, scenes }) };
  const changed = new Set(boards.map(({ ref }) => ref));
  // Pages of which no panel changes need no second writing either.
  const others = book.standing.filter((ref) => ref.phase === "storyboard" && !changed.has(ref));
  const pages = [...boards, ...others.map((ref) => ({ ref }))];
  return { kind: "change", results: [...conceived, plotted, ...pages] };
}

async function boardsOf(book: BookView): Promise<Board[]> {
  const refs = book.standing.filter(({ phase }) => phase === "storyboard");
  return Promise.all(
    refs.map(async (ref) => ({ ref, page: StoryboardPageSchema.parse(await book.output(ref)) })),
  );
}
