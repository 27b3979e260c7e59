// Has the session's writer do a task, and parses what it gives.
import {
  WRITING_SCHEMAS,
  type WritingInputs,
  type WritingOutputs,
  type WritingTask,
} from "../models/writer.ts";
import type { MangaContext } from "./tools.ts";

/** Throws as `Writer` does, and `ZodError` where a writer breaks its contract. */
export async function write<T extends WritingTask>(
  context: MangaContext,
  task: T,
  input: WritingInputs[T],
): Promise<WritingOutputs[T]> {
  const writer = await context.tools.writer(context.params.models.writer);
  return WRITING_SCHEMAS[task].parse(await writer.write(task, input, context));
}
