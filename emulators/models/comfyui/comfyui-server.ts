// A server with ComfyUI's protocol: a queue of graphs with ids, one running at a time; uploads, history, views, and a socket with
// progress. Written from its source (`server.py`, `execution.py` of comfyanonymous/ComfyUI), not compared with a running server.
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocketServer } from "ws";
import * as z from "zod";
import { type OwnAnswer, type OwnRequest, type OwnService, startOwnServer } from "../own-server.ts";
import { makePicture, type PictureFault } from "../picture.ts";
import { infoOf, linkFault, NODE_CLASSES, type Node, NodeSchema } from "./nodes.ts";

export interface ComfyServerOptions {
  port?: number;
  /** Steps of a sampler, and milliseconds per step. Default: 20, 0. */
  steps?: number;
  stepMs?: number;
  /** Installed classes of nodes. */
  classes?: readonly string[];
  /** Makes each graph fail with this message of a node. */
  failure?: string;
  /** Older servers ignore `prompt_id` and interrupt the running job. */
  older?: boolean;
  /** Checkpoints of `CheckpointLoaderSimple`. */
  checkpoints?: readonly string[];
  /** A defect of every picture. */
  pictures?: PictureFault;
}

export interface ComfyCounts {
  pictures: number;
  uploads: string[];
  /** Ids of jobs that were interrupted, and of jobs that were removed from the queue. */
  interrupted: string[];
  deleted: string[];
  /** The queued graphs, in order. */
  graphs: unknown[];
}

export interface ComfyServer extends OwnService {
  counts(): ComfyCounts;
  /** The uploaded file of a name. */
  uploaded(name: string): Buffer | undefined;
  /** Starts a job of another client. */
  otherJob(): string;
}

/** Inputs of the graphs in `examples/comfyui`. */
const CHECKPOINTS = ["animagine-xl-4.0.safetensors"];

const PromptSchema = z.object({
  prompt: z.record(z.string(), NodeSchema),
  client_id: z.string().optional(),
  prompt_id: z.string().optional(),
});
type Graph = z.infer<typeof PromptSchema>["prompt"];

interface Job {
  id: string;
  client: string | undefined;
  graph: Graph;
  stopped: boolean;
}

export async function startComfyServer(options: ComfyServerOptions = {}): Promise<ComfyServer> {
  const { steps = 20, stepMs = 0, classes = NODE_CLASSES, checkpoints = CHECKPOINTS } = options;
  const counts: ComfyCounts = { pictures: 0, uploads: [], interrupted: [], deleted: [], graphs: [] };
  const choices = { ckpt_name: checkpoints };
  const pending: Job[] = [];
  const history = new Map<string, unknown>();
  const files = new Map<string, Buffer>();
  const sockets = new Map<string, Set<import("ws").WebSocket>>();
  let running: Job | undefined;
  let number = 0;
  let isClosed = false;

  const tell = (job: Job, type: string, data: Record<string, unknown>) => {
    for (const socket of sockets.get(job.client ?? "") ?? [])
      socket.send(JSON.stringify({ type, data: { ...data, prompt_id: job.id } }));
  };

  async function work(): Promise<void> {
    if (running !== undefined) return;
    const job = pending.shift();
    if (job === undefined || isClosed) return;
    running = job;
    tell(job, "execution_start", {});
    for (let step = 1; step <= steps && !job.stopped && !isClosed; step += 1) {
      if (stepMs > 0) await wait(stepMs);
      tell(job, "progress", { value: step, max: steps, node: "3" });
    }
    if (job.stopped) {
      counts.interrupted.push(job.id);
      end(job, { status_str: "error", completed: false, messages: [["execution_interrupted", {}]] });
    } else if (options.failure !== undefined) {
      const details = { node_type: "KSampler", exception_message: options.failure };
      end(job, { status_str: "error", completed: false, messages: [["execution_error", details]] });
    } else {
      const images = await draw(job);
      counts.pictures += 1;
      end(job, { status_str: "success", completed: true, messages: [] }, { "9": { images } });
    }
    running = undefined;
    void work();
  }

  function end(job: Job, status: unknown, outputs: unknown = {}): void {
    history.set(job.id, { prompt: [number, job.id, job.graph], outputs, status });
    tell(job, "executing", { node: null });
  }

  async function draw({ graph }: Job) {
    const latent = Object.values(graph).find(({ class_type: type }) => /EmptyLatent|ImageScale/u.test(type));
    const { width = 1_024, height = 1_024 } = latent?.inputs ?? {};
    const hash = createHash("sha256").update(JSON.stringify(graph)).digest("hex");
    const { bytes } = await makePicture({
      ...{ hash, aspectRatio: `${width}:${height}`, size: "1K", heads: 0, mimeType: "image/png" },
      fault: options.pictures,
    });
    const filename = `mekuri_${String(counts.pictures + 1).padStart(5, "0")}_.png`;
    files.set(`output/${filename}`, bytes);
    return [{ filename, subfolder: "", type: "output" }];
  }

  function enqueue(graph: Graph, id: string, client: string | undefined): void {
    pending.push({ id, client, graph, stopped: false });
    void work();
  }

  /** Validates a graph before it is queued. */
  function refusal(graph: Graph): OwnAnswer | undefined {
    for (const [id, node] of Object.entries(graph)) {
      if (!classes.includes(node.class_type))
        return invalid(
          "invalid_prompt",
          `Cannot execute because node ${node.class_type} does not exist.`,
          `Node ID '#${id}'`,
        );
      const image = /^LoadImage(?:Mask)?$/u.test(node.class_type) ? node.inputs.image : undefined;
      if (image !== undefined && !files.has(`input/${image}`))
        return invalidNode(id, node, {
          ...{ type: "custom_validation_failed", message: "Custom validation failed for node" },
          details: `image - Invalid image file: ${image}`,
        });
      const checkpoint = node.inputs.ckpt_name;
      if (node.class_type === "CheckpointLoaderSimple" && !checkpoints.some((one) => one === checkpoint))
        return invalidNode(id, node, {
          ...{ type: "value_not_in_list", message: "Value not in list" },
          details: `ckpt_name: '${checkpoint}' not in ${JSON.stringify(checkpoints)}`,
        });
      const fault = linkFault(node, graph);
      if (fault !== undefined) return invalidNode(id, node, fault);
      const sizes = [node.inputs.width, node.inputs.height].filter((side) => side !== undefined);
      if (sizes.some((side) => typeof side !== "number" || side % 8 !== 0))
        return invalid(
          "prompt_outputs_failed_validation",
          "Prompt outputs failed validation",
          `width, height of #${id}`,
        );
    }
    return Object.values(graph).some(({ class_type: type }) => /SaveImage|PreviewImage/u.test(type))
      ? undefined
      : invalid("prompt_no_outputs", "Prompt has no outputs", "");
  }

  async function answer(request: OwnRequest): Promise<OwnAnswer> {
    const { method, path, body, query, headers } = request;
    if (method === "GET" && path === "/system_stats")
      return { body: { system: { comfyui_version: "0.9.2" }, devices: [] } };
    if (method === "GET" && path === "/object_info")
      return { body: Object.fromEntries(classes.map((name) => [name, infoOf(name, choices)])) };
    if (method === "GET" && path.startsWith("/object_info/"))
      return { body: info(path.slice("/object_info/".length)) };
    if (method === "POST" && path === "/upload/image") return upload(body, headers["content-type"] ?? "");
    if (method === "POST" && path === "/prompt") {
      const parsed = PromptSchema.safeParse(jsonOf(body));
      if (!parsed.success) return invalid("no_prompt", "No prompt provided", "");
      const { prompt, client_id: client, prompt_id: given } = parsed.data;
      counts.graphs.push(prompt);
      const refused = refusal(prompt);
      if (refused !== undefined) return refused;
      number += 1;
      const id = given ?? `job-${number}`;
      enqueue(prompt, id, client);
      return { body: { prompt_id: id, number, node_errors: {} } };
    }
    if (method === "GET" && path.startsWith("/history/")) {
      const id = path.slice("/history/".length);
      return { body: history.has(id) ? { [id]: history.get(id) } : {} };
    }
    if (method === "GET" && path === "/view") {
      const file = files.get(`${query.get("type") || "output"}/${query.get("filename")}`);
      return file === undefined ? { status: 404, body: undefined } : { body: file, contentType: "image/png" };
    }
    if (path === "/queue") return method === "GET" ? queue() : remove(jsonOf(body));
    if (method === "POST" && path === "/interrupt") return interrupt(jsonOf(body));
    return { status: 404, body: undefined };
  }

  /** The real server answers `{}` for a class that it does not have. */
  function info(name: string): unknown {
    return classes.includes(name) ? { [name]: infoOf(name, choices) } : {};
  }

  function queue(): OwnAnswer {
    const row = ({ id, graph }: Job, at: number) => [at, id, graph, {}, []];
    return { body: { queue_running: running ? [row(running, 0)] : [], queue_pending: pending.map(row) } };
  }

  function remove(body: unknown): OwnAnswer {
    const { delete: ids = [] } = z.object({ delete: z.array(z.string()).optional() }).parse(body);
    for (const id of ids) {
      const at = pending.findIndex((job) => job.id === id);
      if (at >= 0) counts.deleted.push(...pending.splice(at, 1).map((job) => job.id));
    }
    return { body: undefined };
  }

  function interrupt(body: unknown): OwnAnswer {
    const { prompt_id: id } = z.object({ prompt_id: z.string().optional() }).catch({}).parse(body);
    const isMeant = running !== undefined && (options.older || id === undefined || running.id === id);
    if (running !== undefined && isMeant) running.stopped = true;
    return { body: undefined };
  }

  async function upload(body: Buffer, contentType: string): Promise<OwnAnswer> {
    const form = await new Response(new Uint8Array(body), {
      headers: { "content-type": contentType },
    }).formData();
    const image = form.get("image");
    if (!(image instanceof File)) return { status: 400, body: undefined };
    files.set(`input/${image.name}`, Buffer.from(await image.arrayBuffer()));
    counts.uploads.push(image.name);
    return { body: { name: image.name, subfolder: "", type: "input" } };
  }

  const service = await startOwnServer(options.port ?? 0, answer);
  const socketServer = new WebSocketServer({ server: service.server, path: "/ws" });
  socketServer.on("connection", (socket, { url }) => {
    const client = new URL(url ?? "/", "http://127.0.0.1").searchParams.get("clientId") ?? "";
    const own = sockets.get(client) ?? new Set();
    sockets.set(client, own.add(socket));
    socket.once("close", () => own.delete(socket));
    socket.send(JSON.stringify({ type: "status", data: { status: {}, sid: client } }));
  });
  return {
    ...service,
    counts: () => structuredClone(counts),
    uploaded: (name) => files.get(`input/${name}`),
    otherJob() {
      number += 1;
      const id = `other-${number}`;
      enqueue({}, id, undefined);
      return id;
    },
    async close() {
      isClosed = true;
      for (const socket of socketServer.clients) socket.terminate();
      socketServer.close();
      await service.close();
    },
  };
}

const invalid = (type: string, message: string, details: string, nodes: unknown = {}): OwnAnswer => ({
  ...{ status: 400, body: { error: { type, message, details, extra_info: {} }, node_errors: nodes } },
});

const invalidNode = (
  id: string,
  { class_type }: Node,
  error: { type: string; message: string; details: string },
): OwnAnswer =>
  invalid("prompt_outputs_failed_validation", "Prompt outputs failed validation", "", {
    [id]: { errors: [error], class_type },
  });

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8") || "{}");
  } catch {
    // aiohttp answers 500. No client in this project sends this.
    return undefined;
  }
}
