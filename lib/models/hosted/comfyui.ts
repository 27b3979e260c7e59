// Pictures by ComfyUI with the user's own graphs in API format: placeholders are replaced, reference pictures are uploaded, and the job has
// an id chosen here, so that a cancel ends only that job. Source: `server.py` and `execution.py` of comfyanonymous/ComfyUI.
import { createHash, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import { TerminalError } from "../../pipeline/errors.ts";
import type { ComfyGraphs } from "../comfy-graphs.ts";
import type { ComfyServer } from "../own-servers.ts";
import { type NodeInfo, ObjectInfoSchema, withReferences } from "./comfyui-bypass.ts";
import { filledGraph, type Graph, hasMask, parseGraph, referencesOf } from "./comfyui-graph.ts";
import {
  type ClientOptions,
  type HostedModel,
  OWN_TIMEOUT_MS,
  type Progress,
  type Question,
} from "./model.ts";
import { noAnswerFrom } from "./own-failures.ts";
import { NEGATIVE, type PictureAsked, pictureAsked, pictureReply, sizeFor } from "./own-pictures.ts";
import { type OwnServer, requestBytes, requestJson } from "./own-request.ts";

const STEP = 8;
/** Interval of polling the history: short at first, then longer. A graph with cached nodes finishes at once; a picture takes seconds. */
const ASK_AFTER_MS = { first: 20, most: 320 };
const CANCEL_WITHIN_MS = 5_000;

const QueuedSchema = z.object({ prompt_id: z.string() });
const UploadedSchema = z.object({ name: z.string(), subfolder: z.string().nullish() });
const QueueSchema = z.object({ queue_running: z.array(z.array(z.unknown())).nullish() });
const ImageSchema = z.object({
  filename: z.string(),
  subfolder: z.string().nullish(),
  type: z.string().nullish(),
});
const EntrySchema = z.object({
  status: z
    .object({
      status_str: z.string().nullish(),
      completed: z.boolean().nullish(),
      messages: z.array(z.unknown()).nullish(),
    })
    .nullish(),
  outputs: z.record(z.string(), z.looseObject({ images: z.array(ImageSchema).nullish() })).nullish(),
});
type Entry = z.infer<typeof EntrySchema>;
const HistorySchema = z.record(z.string(), EntrySchema);

/** `graphs`: the texts of the graphs. Throws `RangeError` with the graph and its fault. */
export function comfyPictures(
  { baseUrl }: Pick<ComfyServer, "baseUrl">,
  { key, graphs }: { key: string; graphs: ComfyGraphs },
  { timeoutMs = OWN_TIMEOUT_MS }: ClientOptions = {},
): HostedModel {
  const server: OwnServer = { id: key, baseUrl };
  const panel = parseGraph(graphs.panel, "MEKURI_COMFYUI_PANEL_GRAPH");
  const portrait = parseGraph(graphs.portrait, "MEKURI_COMFYUI_PORTRAIT_GRAPH");
  const edit = graphs.edit === undefined ? undefined : parseGraph(graphs.edit, "MEKURI_COMFYUI_EDIT_GRAPH");
  return {
    id: key,
    async ask(question, signal, progress) {
      signal.throwIfAborted();
      const mine = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const asked = pictureAsked(key, question);
      const job: Job = { server, question, signal: mine, id: randomUUID(), client: randomUUID() };
      const watched = progress && watch(job, progress);
      try {
        const graph = (question.edit && edit) ?? (question.of === "portrait" ? portrait : panel);
        await queue(job, await filled(graph, asked, job));
        return pictureReply(key, await pictureOf(await waitForEntry(job), job));
      } catch (error) {
        // A failed graph has ended. If an answer was lost, the job's state is unknown, so it is cancelled; the next attempt is another job.
        if (!(error instanceof TerminalError)) await cancel(job);
        if (!mine.aborted) throw error;
        signal.throwIfAborted();
        throw noAnswerFrom(mine.reason, server);
      } finally {
        watched?.stop();
      }
    },
  };
}

interface Job {
  server: OwnServer;
  question: Question;
  signal: AbortSignal;
  /** Chosen here, so that it is known before the server has the job. */
  id: string;
  client: string;
}

async function filled(graph: Graph, asked: PictureAsked, job: Job): Promise<Graph> {
  const places = referencesOf(graph);
  const references = await Promise.all(asked.pictures.slice(0, places).map((one) => upload(one, job)));
  const wanted = asked.edit?.mask;
  const mask = wanted !== undefined && hasMask(graph) ? await upload(wanted, job) : "";
  const isWhole = references.length >= places && (mask !== "" || !hasMask(graph));
  const fitting = isWhole
    ? graph
    : await bypassed(graph, { count: references.length, isMasked: mask !== "" }, job);
  const { width, height } = sizeFor(asked.aspectRatio, STEP);
  const { prompt, seed } = asked;
  return filledGraph(fitting, { prompt, negative: NEGATIVE, seed, width, height, references, mask });
}

/** The graph without its missing references. Throws `TerminalError` where it draws nothing without them. */
async function bypassed(
  graph: Graph,
  { count, isMasked }: { count: number; isMasked: boolean },
  { server, question, signal }: Job,
): Promise<Graph> {
  const classes = new Set(Object.values(graph).map(({ class_type: name }) => name));
  const infos = new Map<string, NodeInfo>();
  await Promise.all(
    [...classes].map(async (name) => {
      const path = `/object_info/${encodeURIComponent(name)}`;
      const info = ObjectInfoSchema.parse(await requestJson(server, path, { signal, question }))[name];
      if (info !== undefined) infos.set(name, info);
    }),
  );
  for (const name of classes)
    if (!infos.has(name))
      throw new TerminalError(
        "model-rejected",
        `${server.id}: node ${name} of the graph does not exist at ${server.baseUrl}; install it there, or remove it from the graph`,
        { retryable: true },
      );
  const fitting = withReferences(graph, count, { infos, isMasked });
  if (fitting !== undefined) return fitting;
  const missing = count < referencesOf(graph) ? `%reference${count + 1}%` : "%mask%";
  throw new TerminalError(
    "model-rejected",
    `${server.id}: a picture has ${count} reference${count === 1 ? "" : "s"}, and the graph draws nothing without ${missing}; change the graph so that no node between ${missing} and the saved picture needs it`,
    { retryable: true },
  );
}

async function upload(
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  { server, question, signal }: Job,
): Promise<string> {
  const form = new FormData();
  const name = `mekuri-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${contentType.replace("image/", "")}`;
  form.set("image", new Blob([new Uint8Array(bytes)], { type: contentType }), name);
  form.set("overwrite", "true");
  const answer = UploadedSchema.parse(
    await requestJson(server, "/upload/image", { method: "POST", form, signal, question }),
  );
  return answer.subfolder ? `${answer.subfolder}/${answer.name}` : answer.name;
}

async function queue({ server, question, signal, id, client }: Job, graph: Graph): Promise<void> {
  const body = { prompt: graph, client_id: client, prompt_id: id };
  QueuedSchema.parse(await requestJson(server, "/prompt", { method: "POST", body, signal, question }));
}

/** Waits for the job's entry in the history. Throws `TerminalError` with the node's message if the graph failed. */
async function waitForEntry({ server, question, signal, id }: Job): Promise<Entry> {
  for (let afterMs = ASK_AFTER_MS.first; ; afterMs = Math.min(afterMs * 2, ASK_AFTER_MS.most)) {
    const history = HistorySchema.parse(await requestJson(server, `/history/${id}`, { signal, question }));
    const entry = history[id];
    if (entry?.status?.status_str === "error") {
      throw new TerminalError("model-rejected", `${server.id}: the graph failed: ${failureIn(entry)}`, {
        retryable: true,
      });
    }
    if (entry !== undefined && entry.status?.completed !== false) return entry;
    await wait(afterMs, undefined, { signal });
  }
}

function failureIn({ status }: Entry): string {
  const words = JSON.stringify(status?.messages ?? []);
  const said = /"exception_message":"((?:[^"\\]|\\.){0,300})/u.exec(words)?.[1];
  const node = /"node_type":"((?:[^"\\]|\\.){0,80})/u.exec(words)?.[1];
  return [node, said].filter((part) => part !== undefined).join(": ") || "it states no reason";
}

/** The last picture of the graph's outputs; a preview (`temp`) only if there is no other. */
async function pictureOf(
  { outputs }: Entry,
  { server, question, signal }: Job,
): Promise<Uint8Array | undefined> {
  const images = Object.values(outputs ?? {}).flatMap((output) => output.images ?? []);
  const image = images.findLast(({ type }) => type === "output") ?? images.at(-1);
  if (image === undefined) return undefined;
  const query = new URLSearchParams({
    ...{ filename: image.filename, subfolder: image.subfolder ?? "", type: image.type ?? "output" },
  });
  return requestBytes(server, `/view?${query}`, { signal, question });
}

/** Removes this job from the queue, or interrupts it if it runs. Older servers interrupt any running job, so the queue is checked first. */
async function cancel({ server, question, id }: Job): Promise<void> {
  const sent = { question, signal: AbortSignal.timeout(CANCEL_WITHIN_MS) };
  try {
    await requestJsonOrText(server, "/queue", { ...sent, method: "POST", body: { delete: [id] } });
    const { queue_running: running } = QueueSchema.parse(await requestJson(server, "/queue", sent));
    if (running?.some((entry) => entry.includes(id)))
      await requestJsonOrText(server, "/interrupt", { ...sent, method: "POST", body: { prompt_id: id } });
  } catch {
    // If the server is gone, so is its job; another failure appears with the next request.
  }
}

/** For paths that answer 200 without a body. */
const requestJsonOrText = (...args: Parameters<typeof requestBytes>) => requestBytes(...args);

const ProgressMessage = z.object({
  type: z.literal("progress"),
  data: z.object({ value: z.number(), max: z.number(), prompt_id: z.string().nullish() }),
});

/** Listens for the job's progress. Without the socket a picture comes without progress. */
function watch({ server, client, id }: Job, progress: Progress): { stop(): void } {
  const address = `${server.baseUrl.replace(/^http/u, "ws")}/ws?clientId=${client}`;
  const socket = new WebSocket(address);
  socket.addEventListener("message", ({ data }) => {
    if (typeof data !== "string") return;
    const message = ProgressMessage.safeParse(parsedOr(data));
    if (!message.success) return;
    const { value, max, prompt_id: of } = message.data.data;
    if (of == null || of === id) progress(Math.min(value, max), max);
  });
  socket.addEventListener("error", () => undefined);
  return { stop: () => socket.close() };
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A message of another kind.
    return undefined;
  }
}
