// Cold starts: from the start of a function's process until it listens and until its first answer, compared with a hello world on the
// functions framework, in three forms: from the sources, bundled, and bundled with V8's compile cache, as deployed. As deployed, a phase
// also answers a second step of the same kind: its duration is the step's own work, which is part of the first answer.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { PHASES, PhaseSchema } from "../lib/pipeline/step-id.ts";
import { FUNCTIONS } from "../lib/topology.ts";
import { bundleFunction } from "../scripts/operate/build/bundle-function.ts";
import { DIST, ROOT } from "../scripts/operate/build/layout.ts";
import { type Deliveries, openDeliveries } from "./cold/deliveries.ts";
import { firstRequestOf } from "./cold/first-requests.ts";
import { type Start, type Started, startProcess } from "./cold/start-process.ts";
import { type Bench, type Limit, percentilesOf, type Row, rounded } from "./row.ts";

const FORMS = ["sources", "bundle", "bundle and compile cache"] as const;
type Form = (typeof FORMS)[number];
const DEPLOYED: Form = "bundle and compile cache";

/** Phases with Google's own clients as well, in the deployed form. */
const OFFICIAL = ", Google's clients";

/** Number of starts of each form: most of the form that has limits. */
const TIMES: Record<Form, number> = { sources: 2, bundle: 2, "bundle and compile cache": 5 };

const HELLO = "hello world";
const HELLO_FOLDER = join(DIST, "bench-hello");

export const cold: Bench = {
  name: "cold",
  minutes: 5,
  async run({ tell }) {
    tell("bundles");
    for (const { name } of FUNCTIONS) await bundleFunction({ name, outdir: DIST });
    await bundleHello();
    tell("starts each once, to fill its compile cache");
    const deliveries = await openDeliveries();
    const samples = new Map<string, Started[]>();
    try {
      const names = [HELLO, ...FUNCTIONS.map(({ name }) => name)];
      const official = PHASES.map((name) => `${name}${OFFICIAL}`);
      // The first start of a bundle writes its compile cache when it ends.
      for (const name of [...names, ...official]) await startOf(name, DEPLOYED, deliveries, true);
      for (let round = 1; round <= TIMES[DEPLOYED]; round++) {
        tell(`round ${round} of ${TIMES[DEPLOYED]}`);
        // Grouped by form, so that one session serves the phases one after another.
        for (const form of FORMS.filter((one) => round <= TIMES[one])) {
          for (const name of form === DEPLOYED ? [...names, ...official] : names) {
            const key = `${name}, ${form}`;
            samples.set(key, [...(samples.get(key) ?? []), await startOf(name, form, deliveries)]);
          }
        }
      }
      return [
        ...names.flatMap((name) => FORMS.flatMap((form) => rowsOf(name, form, samples))),
        ...official.flatMap((name) => rowsOf(name, DEPLOYED, samples)),
      ];
    } finally {
      await deliveries.close();
    }
  },
};

async function startOf(who: string, form: Form, deliveries: Deliveries, gently = false): Promise<Started> {
  const name = who.replace(OFFICIAL, "");
  const bundle = join(name === HELLO ? HELLO_FOLDER : join(DIST, name), "serve.mjs");
  const source = join(ROOT, name === HELLO ? "bench/cold/hello-process.ts" : "functions/serve.ts");
  const request = () => requestOf(name, deliveries);
  const isDeployedPhase = form === DEPLOYED && PHASES.some((phase) => phase === name);
  return startProcess({
    args: [form === "sources" ? source : bundle],
    env: {
      FUNCTION_TARGET: name,
      ...(form === "bundle" && { NODE_DISABLE_COMPILE_CACHE: "1" }),
      ...(who !== name && { MEKURI_CLIENTS: "official" }),
    },
    request: await request(),
    again: isDeployedPhase && !gently ? request : undefined,
    gently,
  });
}

/** The first request: for a phase a delivery of a step, for other functions a typical call. */
async function requestOf(name: string, deliveries: Deliveries): Promise<Start["request"]> {
  const phase = PhaseSchema.safeParse(name);
  if (phase.success) return { path: "/", method: "POST", body: await deliveries.next(phase.data) };
  return name === HELLO ? { path: "/", method: "GET" } : firstRequestOf(name);
}

function rowsOf(name: string, form: Form, samples: ReadonlyMap<string, Started[]>): Row[] {
  const own = samples.get(`${name}, ${form}`) ?? [];
  const hello = samples.get(`${HELLO}, ${form}`) ?? [];
  const isHello = name === HELLO;
  const who = isHello ? HELLO : `mekuri, ${name}`;
  const medianOf = (of: keyof Started) => percentilesOf(hello.flatMap((started) => started[of] ?? [])).p50;
  const limit = (of: keyof Started, factor: number): Limit[] => {
    if (form !== DEPLOYED) return [];
    return [
      { of: "p50", kind: "at most", value: rounded(factor * medianOf(of)), why: `${factor} × hello world` },
    ];
  };
  const isPhase = PHASES.some((phase) => phase === name);
  const row = { who, unit: "ms", clock: "real" } as const;
  const factors = isPhase ? [1.5, 5] : name === "health" ? [1.2, undefined] : [undefined, undefined];
  const one = (figure: string, of: keyof Started, factor?: number): Row[] => {
    const times = own.flatMap((started) => started[of] ?? []);
    if (times.length === 0) return [];
    const limits = factor === undefined ? [] : limit(of, factor);
    return [{ ...row, figure: `${figure}, ${form}`, ...percentilesOf(times), limits }];
  };
  return [
    ...one("cold start to listening", "listeningMs", factors[0]),
    ...one("cold start to the first answer", "answeredMs", factors[1]),
    ...one("second answer of the same process", "againMs"),
  ];
}

/** Bundles hello world as our functions are. */
async function bundleHello(): Promise<void> {
  mkdirSync(HELLO_FOLDER, { recursive: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["bench/cold/hello-process.ts"],
    outfile: join(HELLO_FOLDER, "hello.mjs"),
    ...{ bundle: true, format: "esm", platform: "node", target: "node24", logLevel: "silent" },
    external: ["@google-cloud/functions-framework"],
  });
  const serve = `import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache({ directory: join(import.meta.dirname, "compile-cache"), portable: true });
await import("./hello.mjs");
`;
  writeFileSync(join(HELLO_FOLDER, "serve.mjs"), serve);
}
