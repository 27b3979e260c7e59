// The commands with which a simulated user changes a book, and their helpers: an editor for simulated outputs, and a reviser that executes
// scripted wishes.
import { mergePatch } from "../merge-patch.ts";
import type { StepResult } from "../phase.ts";
import type { ResultChange, Reviser } from "../reviser.ts";
import { createRevisionCommands } from "../revisions.ts";
import type { Services } from "../services.ts";
import { createSessionCommands } from "../session.ts";
import { EditRefusedError, type StepEditor } from "../step-editor.ts";
import { parseStepId, stepId } from "../step-id.ts";
import { nodeOf, type WorkRef } from "../step-kinds.ts";
import type { Intent } from "./intents.ts";
import type { BookParams } from "./reference-book.ts";
import {
  bookParams,
  castOf,
  hasCrossing,
  isOutput,
  type Output,
  outfitsIn,
  panelIds,
  placeOf,
  placesOf,
  sceneOf,
  spreadsOf,
} from "./reference-book.ts";
import type { BookWorld, World } from "./world.ts";

/** The shape that a simulated output gives the graph. */
export function shapeOf({ weather: { book } }: World, step: string, params: BookParams): StepResult["shape"] {
  if (step === "concept") return { characters: [...book.characters] };
  if (step === "plot") {
    const spreads = spreadsOf(book, params.pages);
    return { pages: params.pages, spreads, ...(book.hasSheets && { places: placesOf(book) }) };
  }
  if (book.hasRenditions && /^lettering\/p\d+$/.test(step)) return { renditionsApart: true };
  if (!step.startsWith("storyboard/")) return {};
  const spread = hasCrossing(book, step);
  const page = Number(step.split("/p")[1]);
  return {
    panels: panelIds(book).map((id, index) => ({
      ...{ id, characters: castOf(book, id) },
      ...(book.hasSheets && { scene: sceneOf(page), place: placeOf(id), outfits: outfitsIn(book, page, id) }),
      ...(spread && index === 0 ? { crosses: true } : {}),
    })),
  };
}

function simulatedEditor(world: World): StepEditor {
  const { book } = world.weather;
  const withPart = (page: unknown, name: string, text: string) => {
    if (!isOutput(page) || page.parts[name] === undefined) {
      throw new EditRefusedError("not-found", "", `there is no ${name}`);
    }
    return mergePatch(page, { parts: { [name]: text } });
  };
  return {
    async read(ref, output, { params }) {
      const step = stepId(ref);
      const entry = world.reference.entry(step);
      if (entry === undefined || entry.isImage || entry.phase === "lettering" || entry.phase === "finish") {
        throw new EditRefusedError("not-editable", "", `${step} is not for editing`);
      }
      if (!isOutput(output)) throw new EditRefusedError("invalid-edit", "parts", "this is not an output");
      return { output, parts: output.parts, shape: shapeOf(world, step, bookParams(book, params)) };
    },
    parts: async (_ref, output) => (isOutput(output) ? output.parts : {}),
    changeText: (page, text, change) => withPart(page, `${text.split("/")[0]}.words`, change.text ?? ""),
    describePanel: (page, panel, action) => withPart(page, `${panel}.picture`, action),
    // Frames are in the words' part of a panel, and their size is in its picture's part.
    changeFrames: (page, edits) =>
      edits.reduce((now, edit) => {
        if (edit.kind !== "merge") throw new EditRefusedError("invalid-edit", "edits.0", "not simulated");
        return withPart(now, `${edit.panel}.words`, edit.with);
      }, page),
    changeLettering: () => {
      throw new EditRefusedError(
        "not-editable",
        "",
        "not simulated: to the pipeline it is an edit of frames",
      );
    },
    refitPanels: (page, panels) => ({
      page: panels.reduce((now: unknown, one) => {
        const { panel, text } = toldIn(one);
        return withPart(now, `${panel}.picture`, text);
      }, page),
      drawn: panels.map((one) => toldIn(one).panel),
    }),
    misfitPanels: () => [],
    letter: async () => [],
    letterSamples: async () => [],
    readFont: async () => ({ fault: "not-a-font" }),
  };
}

/** The id of a panel, and what its picture becomes, in the simulated name of a panel to be drawn for its frame. */
function toldIn(name: string): { panel: string; text: string } {
  const [panel = "", ...text] = name.split(" ");
  return { panel, text: text.join(" ") };
}

/** A wish's text is an intent as JSON. */
const SCRIPTED_REVISER: Reviser = {
  examples: async () => [],
  describe: async ({ name }) => name,
  async revise({ text }, { standing }) {
    const { edits, params, takes, keeps, cannot }: Intent = JSON.parse(text);
    if (cannot) return { kind: "cannot", reason: "not-understood", message: "what?" };
    const patches = new Map(edits.map(({ step, patch }) => [step, patch]));
    const changed = standing.flatMap((ref): ResultChange[] => {
      const patch = patches.get(nodeOf(ref).id);
      if (patch !== undefined) return [{ ref, change: (output: unknown) => mergePatch(output, patch) }];
      return keeps && ref.phase !== "lettering" && ref.phase !== "finish" ? [{ ref }] : [];
    });
    return { kind: "change", results: changed, takes: takes.map(workRef), ...(params && { params }) };
  },
};

function workRef(step: string): WorkRef {
  const ref = parseStepId(step);
  if (ref.of === "gate") throw new RangeError(`${step} is no work`);
  return ref;
}

/** The panel and the new text in a patch of a page. */
function panelPart({ patch }: Intent["edits"][number]): { panel: string; text: string } {
  const [name, text] = Object.entries(patch.parts ?? {})[0] ?? ["", ""];
  return { panel: name.split(".")[0] ?? "", text: String(text) };
}

/** Sends the command for an intent. Throws the command's errors. */
export async function command(
  world: BookWorld,
  services: Services,
  { sessionId, intent }: { sessionId: string; intent: Intent },
): Promise<void> {
  const revisions = createRevisionCommands({
    ...services,
    editor: simulatedEditor(world),
    reviser: SCRIPTED_REVISER,
  });
  const { gate, edits, takes, take, repaint, kept = false, final, version = 0, params = {} } = intent;
  const asked = { sessionId, by: world.ownerId, ...(gate && { gate }) };
  const [edit] = edits;
  switch (intent.what) {
    case "decide": {
      if (gate === undefined || (gate.kind !== "approve" && gate.kind !== "skip")) return;
      const decision = { kind: gate.kind, by: world.ownerId };
      return createSessionCommands(services).decideGate({ sessionId, ...gate, decision });
    }
    case "patch":
      if (edit !== undefined)
        await revisions.editStep({ ...asked, step: workRef(edit.step), patch: edit.patch });
      return;
    case "text": {
      const ref = edit && workRef(edit.step);
      if (ref?.of !== "page") return;
      const { panel, text } = panelPart(edit ?? { step: "", patch: {} });
      await revisions.editTexts({
        ...asked,
        edits: [{ page: ref.page, text: `${panel}/w1`, change: { text } }],
      });
      return;
    }
    case "frames": {
      const ref = edit && workRef(edit.step);
      if (ref?.of !== "page") return;
      const { panel, text } = panelPart(edit ?? { step: "", patch: {} });
      await revisions.editFrames({ ...asked, page: ref.page, edits: [{ kind: "merge", panel, with: text }] });
      return;
    }
    case "refit": {
      const ref = edit && workRef(edit.step);
      if (ref?.of !== "page") return;
      const { panel, text } = panelPart(edit ?? { step: "", patch: {} });
      await revisions.refit({ ...asked, panels: [{ page: ref.page, panel: `${panel} ${text}` }] });
      return;
    }
    case "redraw": {
      const ref = workRef(takes[0] ?? "");
      if (ref.of !== "panel") return;
      const prompt = edit && panelPart(edit).text;
      await revisions.redrawPanel({ ...asked, page: ref.page, panel: ref.panel, prompt, take });
      return;
    }
    case "repaint": {
      const ref = workRef(takes[0] ?? "");
      if (ref.of !== "panel" || repaint === undefined) return;
      await revisions.editPicture({ ...asked, page: ref.page, panel: ref.panel, ...repaint });
      return;
    }
    case "keep": {
      const ref = workRef(takes[0] ?? "");
      if (ref.of === "panel")
        await revisions.keepPicture({ sessionId, page: ref.page, panel: ref.panel, kept });
      return;
    }
    case "final":
      if (final !== undefined) await revisions.drawFinal({ ...asked, ...final });
      return;
    case "params":
      await revisions.changeParams({ ...asked, params });
      return;
    case "words": {
      const option = gate?.kind === "option" ? "tone" : undefined;
      const wish = { option, text: JSON.stringify(intent), intensity: 0.5, target: {} } as const;
      await revisions.carryOut({ ...asked, wish });
      return;
    }
    case "restore":
      await revisions.restoreVersion({ ...asked, version });
      return;
  }
}

/** Applies a patch to an output. */
export function patched(output: Output, patch: Record<string, unknown>): Output {
  const made = mergePatch(output, patch);
  if (!isOutput(made)) throw new RangeError("the patch makes no output");
  return made;
}
