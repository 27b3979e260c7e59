// The requests of `npm run models -- check`: a small one for each schema that Mekuri sends and for each model that it uses, in the form of
// a book's.
import { createCanvas } from "@napi-rs/canvas";
import { CATALOG, type CatalogModel } from "../../lib/models/catalog.ts";
import { type ImageSize, MODEL_TASKS, type ModelTask } from "../../lib/models/catalog-schema.ts";
import { answerSchema } from "../../lib/models/hosted/json-schema.ts";
import type { Part, Question } from "../../lib/models/hosted/model.ts";
import { LARGE_SCHEMAS } from "../../lib/models/hosted/sent-schemas.ts";
import { DEFAULT_MODELS } from "../../lib/models/hosted/settings.ts";

export interface Probe {
  model: string;
  /** Name for the table: `schema of beats`, `picture 1K, 1 thing and 1 person as reference`. */
  what: string;
  question: Question;
}

/** Token limit of an answer: enough for an example of most schemas. A truncated answer also shows that the schema is accepted. */
const ANSWER_TOKENS = 512;
const THOUGHT_TOKENS = 768;
/** Thinking tokens of a picture's request. Few, because every token of the limit is reserved at the price of pictures. */
const PICTURE_THOUGHT_TOKENS = 128;

type TextTask = Exclude<ModelTask, "picture">;
const TEXT_TASKS = MODEL_TASKS.filter((task) => task !== "picture");

function schemaProbes(model: string, tasks: readonly TextTask[]): Probe[] {
  return tasks.flatMap((task) =>
    LARGE_SCHEMAS[task].map((schema): Probe => {
      const text = "Answer with one short example that fits the schema.";
      return {
        ...{ model, what: `schema of ${task}` },
        question: {
          ...{ task, thoughtTokens: THOUGHT_TOKENS, turns: [{ role: "user", parts: [{ text }] }] },
          wanted: { kind: "json", schema: answerSchema(schema), maxOutputTokens: ANSWER_TOKENS },
        },
      };
    }),
  );
}

function pictureProbe(model: CatalogModel, size: ImageSize): Probe {
  const { things = 0, people = 0 } = model.images?.references ?? {};
  const references: Part[] = [
    ...(people > 0 ? [{ text: "Reference picture 1, a person:" }, drawn(drawPerson)] : []),
    ...(things > 0 ? [{ text: "Reference picture 2, a thing:" }, drawn(drawCup)] : []),
  ];
  const text =
    "A black and white ink drawing of a person with a cup at a table. Blank walls, plain surfaces.";
  const task: ModelTask = "picture";
  return {
    model: model.id,
    what: `picture ${size}${references.length > 0 ? ", a person and a thing as references" : ""}`,
    question: {
      ...{ task, seed: 1, thoughtTokens: PICTURE_THOUGHT_TOKENS },
      turns: [{ role: "user", parts: [...references, { text }] }],
      wanted: { kind: "image", aspectRatio: "1:1", size },
    },
  };
}

/** The models of the set `gemini`, with overrides by settings. */
export interface UsedModels {
  text: readonly string[];
  eye: string;
  images: readonly string[];
}

/** One probe for each schema and for each used model: the first writer, its fallbacks, the artists. */
export function usualProbes({ text: [writer = "", ...standIns], eye, images }: UsedModels): Probe[] {
  const written = TEXT_TASKS.filter((task) => task !== "look");
  return [
    ...schemaProbes(writer, written),
    ...schemaProbes(eye, ["look"]),
    ...standIns.filter((model) => model !== eye).flatMap((model) => schemaProbes(model, ["storyboard"])),
    ...images.flatMap((id) => {
      const model = CATALOG.find((candidate) => candidate.id === id);
      return model === undefined ? [] : [pictureProbe(model, "1K")];
    }),
  ];
}

/** The probes for every catalog row of a service on a date: its largest schema, or every picture size. */
export function allProbes(service: "gemini" | "vertex", today: string): Probe[] {
  const served = CATALOG.filter(({ services }) => {
    const offered = services[service];
    return offered !== undefined && (offered.retires === undefined || today < offered.retires);
  });
  return served.flatMap((model) => {
    if (model.kind === "text") {
      return schemaProbes(model.id, DEFAULT_MODELS.includes(model.id) ? TEXT_TASKS : ["storyboard"]);
    }
    const sizes = Object.keys(model.images?.sizes ?? {});
    return (["512", "1K", "2K", "4K"] as const)
      .filter((size) => sizes.includes(size))
      .map((size) => pictureProbe(model, size));
  });
}

type Pen = ReturnType<ReturnType<typeof createCanvas>["getContext"]>;

function drawn(draw: (pen: Pen) => void): Part {
  const canvas = createCanvas(256, 256);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, 256, 256);
  pen.lineWidth = 5;
  draw(pen);
  return { bytes: canvas.toBuffer("image/png"), contentType: "image/png" };
}

function drawPerson(pen: Pen): void {
  pen.beginPath();
  pen.arc(128, 88, 44, 0, 2 * Math.PI);
  pen.stroke();
  pen.strokeRect(84, 136, 88, 110);
}

function drawCup(pen: Pen): void {
  pen.strokeRect(70, 90, 90, 100);
  pen.beginPath();
  pen.arc(160, 140, 32, -Math.PI / 2, Math.PI / 2);
  pen.stroke();
}
