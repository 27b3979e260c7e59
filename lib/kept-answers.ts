// Answers of pure programs, kept for the tests of a process: most books of tests are the same few, and drawing one takes a second.
import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { Drafter } from "./drawing/drafter.ts";
import type { DrawingProgram } from "./models/artist.ts";
import type { ReadingProgram } from "./models/reader.ts";

/** Of the answers of a process; the oldest are dropped. */
const MOST_BYTES = 96 * 2 ** 20;

const answers = new Map<string, Uint8Array>();
let bytes = 0;

/**
 * The answer to equal data under the same name, each time as a copy of its own; asks once. `asked` and the answer are data as structured
 * cloning takes it. Throws as `answer` does, and keeps no errors.
 */
async function kept<T>(name: string, asked: readonly unknown[], answer: () => Promise<T>): Promise<T> {
  const key = `${name} ${createHash("sha256").update(serialize(asked)).digest("base64")}`;
  const known = answers.get(key);
  // A copy, because images of the answer are views of it.
  if (known !== undefined) return deserialize(new Uint8Array(known));
  const given = await answer();
  const packed = serialize(given);
  bytes += packed.length - (answers.get(key)?.length ?? 0);
  answers.set(key, packed);
  for (const [oldest, { length }] of answers) {
    if (bytes <= MOST_BYTES) break;
    answers.delete(oldest);
    bytes -= length;
  }
  return given;
}

/** Draws and letters equal pages once. Its methods are pure functions of data, as those of its worker pool must be. */
export function keepingDrafter(drafter: Drafter): Drafter {
  const methods = Object.entries(drafter).map(([name, method]) => [
    name,
    (...asked: unknown[]) =>
      kept(`drafter ${name}`, asked, async () => Reflect.apply(method, drafter, asked)),
  ]);
  return { ...drafter, ...Object.fromEntries(methods) };
}

/** Draws equal pictures once. */
export const keepingArtist = (program: DrawingProgram): DrawingProgram => ({
  ...program,
  async draw(request, signal, paint) {
    signal.throwIfAborted();
    return kept("picture", [request], () => program.draw(request, signal, paint));
  },
});

/** Does equal tasks once. */
export const keepingReader = (program: ReadingProgram): ReadingProgram => ({
  ...program,
  async read(task, input, signal) {
    signal.throwIfAborted();
    return kept(task, [input], () => program.read(task, input, signal));
  },
});
