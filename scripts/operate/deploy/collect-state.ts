// Collects the state of this machine and of the account before a deployment.
import * as z from "zod";
import { SECRETS } from "../../../lib/topology.ts";
import { look } from "./commands.ts";
import { type Found, missingTools, NO_VERSION, TOOLS, type Tool } from "./plan.ts";
import { readStageConfig, type StageConfig } from "./stage-config.ts";

const VERSION_OF: Readonly<Record<Tool, readonly string[]>> = {
  pulumi: ["version"],
  gcloud: ["--version"],
  firebase: ["--version"],
  git: ["--version"],
};

const HistorySchema = z.array(
  z.object({
    kind: z.string(),
    result: z.string(),
    config: z.record(z.string(), z.object({ value: z.string().optional() })).default({}),
  }),
);

/** Collects as much as possible: without a tool, its values are undefined. */
export async function collectState(stage: string): Promise<Found> {
  const versions = await Promise.all(
    TOOLS.map(async (tool) => {
      const { isWell, output } = await look(tool, VERSION_OF[tool]);
      return [tool, isWell ? (output.split("\n")[0] ?? "") : undefined] as const;
    }),
  );
  const tools = {
    pulumi: undefined,
    gcloud: undefined,
    firebase: undefined,
    git: undefined,
    ...Object.fromEntries(versions),
  };
  const commit = await lookAtCommit();
  const nothing: Found = {
    ...{ tools, commit, config: undefined, running: undefined, hasBase: false, emptySecrets: [] },
    logins: { pulumi: false, gcloud: false, defaultCredentials: false, firebase: false },
  };
  if (missingTools({ tools }).length > 0) return nothing;
  const [pulumi, gcloud, credentials, firebase, config, history] = await Promise.all([
    look("pulumi", ["whoami", "--non-interactive"], "infra"),
    look("gcloud", ["auth", "print-access-token"]),
    look("gcloud", ["auth", "application-default", "print-access-token"]),
    look("firebase", ["projects:list", "--json"]),
    look("pulumi", ["config", "--json", "--stack", stage], "infra"),
    versionsThatRan(stage),
  ]);
  const known = config.isWell ? readStageConfig(config.output) : undefined;
  return {
    ...{ tools, commit, config: known, running: history[0] },
    logins: {
      pulumi: pulumi.isWell,
      gcloud: gcloud.isWell,
      defaultCredentials: credentials.isWell,
      firebase: firebase.isWell,
    },
    ...(await readBaseResources(known)),
  };
}

/** The latest first. Empty if nothing was ever applied, or if Pulumi cannot list its history. */
export async function versionsThatRan(stage: string): Promise<string[]> {
  const { isWell, output } = await look("pulumi", ["stack", "history", "--stack", stage, "--json"], "infra");
  if (!isWell) return [];
  return HistorySchema.parse(JSON.parse(output)).flatMap(({ kind, result, config }) => {
    const version = config["mekuri:version"]?.value;
    const ran = kind === "update" && result === "succeeded" && version !== NO_VERSION;
    return ran && version !== undefined ? [version] : [];
  });
}

/** Whether the bundle bucket exists, and which secrets have no value. */
export async function readBaseResources(
  config: StageConfig | undefined,
): Promise<Pick<Found, "hasBase" | "emptySecrets">> {
  if (config?.project === undefined) return { hasBase: false, emptySecrets: [] };
  const project = ["--project", config.project];
  const bucket = await look("gcloud", [
    ...["storage", "buckets", "describe", `gs://${config.project}-bundles`],
    ...["--format", "value(name)", ...project],
  ]);
  if (!bucket.isWell) return { hasBase: false, emptySecrets: [] };
  const values = await Promise.all(
    neededSecrets(config).map(async (name) => {
      const enabled = ["--filter", "state=ENABLED", "--format", "value(name)", "--limit", "1", ...project];
      return { name, ...(await look("gcloud", ["secrets", "versions", "list", name, ...enabled])) };
    }),
  );
  return {
    // The secrets are created together with the bucket.
    hasBase: values.every(({ isWell }) => isWell),
    emptySecrets: values.filter(({ isWell, output }) => isWell && output === "").map(({ name }) => name),
  };
}

function neededSecrets({ redisUrl, imagesDomain, hasLoadBalancer, ownKeys }: StageConfig): string[] {
  const configured: Readonly<Record<string, boolean>> = {
    UPSTASH_REDIS_REST_TOKEN: redisUrl !== undefined,
    MEKURI_CDN_KEY: imagesDomain !== undefined,
    MEKURI_FRONT_KEY: hasLoadBalancer,
    ...ownKeys,
  };
  return SECRETS.filter(({ isOptional, setting }) => !isOptional || configured[setting]).map(
    ({ name }) => name,
  );
}

async function lookAtCommit(): Promise<Found["commit"]> {
  const [id, changes] = await Promise.all([
    look("git", ["rev-parse", "--short=12", "HEAD"]),
    look("git", ["status", "--porcelain"]),
  ]);
  return { id: id.output, isClean: id.isWell && changes.isWell && changes.output === "" };
}
