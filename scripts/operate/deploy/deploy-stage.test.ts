// The deploy command with stand-ins for the tools (`stand-in.mjs`): the actions, their order, and the messages when a tool is missing or
// fails. Only a real project can test the tools themselves.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { MEKURI } from "../../command/run-script.ts";

/** The file that the command writes for `firebase deploy`. */
const HOSTING = join(import.meta.dirname, "../../../firebase.dev.json");
const STAND_IN = join(import.meta.dirname, "stand-in.mjs");
const ALL_TOOLS = ["pulumi", "gcloud", "firebase", "npm", "git"];
const FILLED = { "mekuri-signing-keys": "1", "mekuri-webhook-key": "1" };

const update = (version: string, result = "succeeded") => ({
  ...{ kind: "update", result },
  config: { "mekuri:version": { value: version } },
});

const folders: string[] = [];
/** The service at the deployed address: healthy, unless the running version's name begins with `bad`. */
let service: Server;
let address: string;
let seen: string;

beforeAll(async () => {
  service = createServer((request, response) => {
    const ran = readWorld(seen).history[0]?.config["mekuri:version"].value ?? "";
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (ran.startsWith("bad")) return void answer(503, { status: "down" });
    const { method, url = "" } = request;
    if (url === "/health/ready") return void answer(200, {});
    if (url === "/api/v1/auth/guest") return void answer(200, { accessToken: "token" });
    if (url.endsWith("/generate")) return void answer(202, { sessionId: "s1" });
    if (method === "DELETE") return void response.writeHead(204).end();
    answer(200, { sessionId: "s1", status: "completed" });
  }).listen(0, "127.0.0.1");
  await once(service, "listening");
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});
afterAll(() => {
  service.closeAllConnections();
  service.close();
  rmSync(HOSTING, { force: true });
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const WorldSchema = z.object({
  bucket: z.boolean(),
  history: z.array(z.object({ config: z.object({ "mekuri:version": z.object({ value: z.string() }) }) })),
});
const readWorld = (folder: string) =>
  WorldSchema.parse(JSON.parse(readFileSync(join(folder, "world.json"), "utf8")));

interface Given {
  tools?: readonly string[];
  world?: Record<string, unknown>;
  config?: Record<string, string>;
}

/** Runs the command with a simulated environment, and returns its output and the tools' actions. */
async function deploy(args: readonly string[], { tools = ALL_TOOLS, world = {}, config = {} }: Given = {}) {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-deploy-"));
  folders.push(folder);
  seen = folder;
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const tool of tools) {
    const path = join(bin, tool);
    writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${STAND_IN}" ${tool} "$@"\n`);
    chmodSync(path, 0o755);
  }
  const settings = {
    ...{ project: "p1", region: "r", billingAccount: "1-2-3", alertAddress: "a@b.example", address },
    ...{ serviceHourMicrodollars: "20000000", serviceDayMicrodollars: "100000000" },
    ...{ serviceHourSessions: "100", serviceDaySessions: "500" },
    ...config,
  };
  const named = Object.entries(settings).map(([name, value]) => [`mekuri:${name}`, { value }]);
  const all = {
    commit: "abc123",
    changes: "",
    fails: [],
    bucket: true,
    secrets: FILLED,
    history: [],
    ...world,
  };
  writeFileSync(join(folder, "world.json"), JSON.stringify({ ...all, config: Object.fromEntries(named) }));
  writeFileSync(join(folder, "calls.txt"), "");
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", MEKURI, "deploy", ...args],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: bin, STAND_IN_WORLD: folder, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    },
  );
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await once(child, "close");
  const [stdout, stderr] = await output;
  const done = readFileSync(join(folder, "calls.txt"), "utf8")
    .split("\n")
    .filter((line) => /^(npm|firebase deploy|gcloud storage cp|pulumi (up|preview|config set))\b/.test(line));
  return { code, stdout, stderr, done, world: readWorld(folder) };
}

const UPLOAD = (version: string) =>
  `gcloud storage cp --no-clobber dist/*.zip gs://p1-bundles/${version}/ --project p1`;
const SET = (version: string) => `pulumi config set --stack dev mekuri:version ${version}`;
const UP = "pulumi up --stack dev --yes --skip-preview";
const STUDIO = "firebase deploy --only hosting --config firebase.dev.json --project p1 --non-interactive";
const BUILD = [
  "npm ci --ignore-scripts --prefix infra",
  "npm run build -- --pack",
  "npm exec -- vite build web",
];

describe("npm run mekuri -- deploy --stage dev", { timeout: 120_000 }, () => {
  it("builds, uploads, previews, applies, runs the smoke test, and publishes the studio last", async () => {
    const { code, stdout, stderr, done } = await deploy(["--stage", "dev", "--yes"], {
      world: { history: [update("old"), update("older")] },
    });
    expect([code, stderr.replaceAll(/\(node.*\n/g, "")]).toEqual([0, expect.any(String)]);
    expect(done).toEqual([
      ...BUILD,
      UPLOAD("abc123"),
      SET("abc123"),
      "pulumi preview --stack dev --diff",
      UP,
      STUDIO,
    ]);
    expect(stdout).toContain("dev is the project p1; running version: old, new version: abc123");
    expect(stdout).toContain("clean: the session is deleted");
    expect(stdout.trim().endsWith(`abc123 runs in p1: ${address}`)).toBe(true);
  });

  it("changes nothing without a confirmation", async () => {
    const { code, stderr, done } = await deploy(["--stage", "dev"]);
    expect(code).toBe(1);
    expect(done.at(-1)).toBe("pulumi preview --stack dev --diff");
    expect(stderr).toMatch(/nothing was applied: answer yes, or add --yes/);
  });

  it("rolls back when the new version fails, and does not publish the studio", async () => {
    const { code, stderr, done, world } = await deploy(["--stage", "dev", "--yes", "--version", "bad-1"], {
      world: { history: [update("old")] },
    });
    expect(code).toBe(1);
    expect(done.slice(-4)).toEqual(["pulumi preview --stack dev --diff", UP, SET("old"), UP]);
    expect(stderr).toMatch(
      /bad-1 does not work, so the previous version runs again: GET \/health\/ready answered 503/,
    );
    expect(world.history[0]?.config["mekuri:version"].value).toBe("old");
  });

  it("creates the base resources first, and asks for the secrets' values", async () => {
    const empty = { bucket: false, secrets: {} };
    const { code, stderr, done, world } = await deploy(["--stage", "dev", "--yes"], { world: empty });
    expect(code).toBe(1);
    expect(done.slice(3)).toEqual([
      expect.stringMatching(/^pulumi up --stack dev --yes --config mekuri:version=none --target .*bundles/),
      UPLOAD("abc123"),
      SET("abc123"),
    ]);
    expect(world.bucket).toBe(true);
    expect(stderr).toMatch(/the secret mekuri-signing-keys has no value: `npm run mekuri -- keys create/);
    expect(stderr).toMatch(/the secret mekuri-webhook-key has no value/);
  });

  it("publishes the studio before the first smoke test, because its rewrites give the functions their address", async () => {
    const { code, done } = await deploy(["--stage", "dev", "--yes"], {
      world: { history: [update("none")] },
    });
    expect([code, ...done.slice(-2)]).toEqual([0, UP, STUDIO]);
    const bad = await deploy(["--stage", "dev", "--yes", "--version", "bad-1"]);
    expect(bad.stderr).toMatch(/bad-1 does not work: .*It is the first version, so it stays deployed/);
  });

  it("publishes the studio with the stage's own region and pictures domain", async () => {
    const { code } = await deploy(["--stage", "dev", "--yes"], {
      world: { history: [update("old")], secrets: { ...FILLED, "mekuri-cdn-key": "1" } },
      config: { imagesDomain: "images.example", region: "europe-west1" },
    });
    expect(code).toBe(0);
    const published = readFileSync(HOSTING, "utf8");
    expect(published).toMatch(
      /img-src 'self' data: https:\/\/storage\.googleapis\.com https:\/\/images\.example;/,
    );
    expect(published).toContain('"region": "europe-west1"');
    const wrong = await deploy(["--stage", "dev", "--yes"], {
      config: { imagesDomain: "https://images.example/" },
    });
    expect([wrong.code, wrong.done]).toEqual([1, []]);
    expect(wrong.stderr).toMatch(/mekuri:imagesDomain must be a domain such as images\.your\.example/);
  });

  it("lists every missing tool, login and setting, and does nothing", async () => {
    const none = await deploy(["--stage", "dev", "--yes"], { tools: ["npm", "git"] });
    expect([none.code, none.done]).toEqual([1, []]);
    for (const said of [
      /pulumi is not on the PATH: https/,
      /gcloud is not on the PATH/,
      /firebase is not on/,
    ]) {
      expect(none.stderr).toMatch(said);
    }
    const out = await deploy(["--stage", "dev", "--yes"], {
      world: { fails: ["whoami", "print-access-token", "projects:list"], changes: " M lib/x.ts" },
      config: { billingAccount: "000000-000000-000000", project: "mekuri-dev" },
    });
    expect([out.code, out.done]).toEqual([1, []]);
    for (const said of [
      /Pulumi knows no account: `pulumi login`/,
      /`gcloud auth login`/,
      /`gcloud auth application-default login`/,
      /`firebase login`/,
      /no mekuri:project:/,
      /no mekuri:billingAccount: `pulumi -C infra config set --stack dev mekuri:billingAccount …`/,
      /the working tree has uncommitted changes/,
    ]) {
      expect(out.stderr).toMatch(said);
    }
    const stackless = await deploy(["--stage", "dev", "--yes"], { world: { fails: ["config --json"] } });
    expect(stackless.stderr).toMatch(/there is no stack dev: `pulumi -C infra stack init dev`/);
  });

  it("stops when a tool fails, and says what is already deployed", async () => {
    for (const [fails, last, said] of [
      ["run build", BUILD[1], /npm ended with 1\. Nothing was changed in the cloud/],
      ["storage cp", UPLOAD("abc123"), /gcloud ended with 1\. The archives are in dist\//],
      ["preview", "pulumi preview --stack dev --diff", /Nothing was changed\. Pulumi's message is above/],
      ["pulumi up", UP, /The finished changes stay, and the command continues/],
    ] as const) {
      const { code, stderr, done } = await deploy(["--stage", "dev", "--yes"], {
        world: { fails: [fails], history: [update("old")] },
      });
      expect([code, done.at(-1)]).toEqual([1, last]);
      expect(stderr).toMatch(said);
    }
  });
});

describe("npm run mekuri -- deploy --rollback", { timeout: 60_000 }, () => {
  const history = [update("new"), update("newer", "failed"), update("new"), update("old"), update("none")];

  it("runs the previous version, or the named one", async () => {
    const back = await deploy(["--stage", "dev", "--rollback", "--yes"], { world: { history } });
    expect([back.code, back.done]).toEqual([0, [SET("old"), UP]]);
    const named = ["--stage", "dev", "--rollback", "--version", "oldest", "--yes"];
    expect((await deploy(named, { world: { history } })).done).toEqual([SET("oldest"), UP]);
  });

  it("reports an error if there is none, and does nothing without a confirmation", async () => {
    const none = await deploy(["--stage", "dev", "--rollback", "--yes"], {
      world: { history: [update("new")] },
    });
    expect([none.code, none.done]).toEqual([1, []]);
    expect(none.stderr).toMatch(/no previous version of dev/);
    const unasked = await deploy(["--stage", "dev", "--rollback"], { world: { history } });
    expect([unasked.code, unasked.done]).toEqual([1, []]);
  });
});
