// Plans a deployment step by step from the collected state. Pure functions.
import type { HostedStage } from "./hosting-config.ts";
import type { StageConfig } from "./stage-config.ts";

export const TOOLS = ["pulumi", "gcloud", "firebase", "git"] as const;
export type Tool = (typeof TOOLS)[number];

/** The state collected before a deployment. */
export interface Found {
  /** Version output of each tool; undefined: not installed. */
  tools: Readonly<Record<Tool, string | undefined>>;
  /** Whether each login is valid. */
  logins: { pulumi: boolean; gcloud: boolean; defaultCredentials: boolean; firebase: boolean };
  /** Undefined: the stack does not exist. */
  config: StageConfig | undefined;
  /** The commit to deploy, and whether the working tree is clean. */
  commit: { id: string; isClean: boolean };
  /** The running version; undefined: nothing was ever applied. */
  running: string | undefined;
  /** Whether the bundle bucket and the secrets exist. */
  hasBase: boolean;
  /** Required secrets without a value. */
  emptySecrets: readonly string[];
}

export interface Wish {
  stage: "dev" | "prod";
  /** Default: the commit's version. */
  version: string | undefined;
}

export interface Step {
  /** Printed before the step. */
  says: string;
  program: string;
  args: readonly string[];
  /** Relative to the repository. */
  folder?: string;
  /** Message if the step fails: what to do, in a sentence. */
  onFailure: string;
}

/** Missing requirements, each with what to do. */
export interface Stop {
  kind: "stop";
  missing: string[];
}

export interface Deployment {
  kind: "go";
  version: string;
  project: string;
  /** Address of the service, for the smoke test. */
  address: string;
  /** Steps that change only this machine and the bundle bucket. */
  prepare: Step[];
  preview: Step;
  apply: Step[];
  /**
   * The studio is published after the smoke test, so that it never calls a version that is rolled back. At the first deployment it comes
   * before, because its rewrites give the functions their address.
   */
  studio: { isFirst: boolean; config: { file: string; stage: HostedStage }; step: Step };
  /** Steps that restore the previous version; undefined the first time. */
  back: Step[] | undefined;
}

const INSTALL: Readonly<Record<Tool, string>> = {
  pulumi: "https://www.pulumi.com/docs/install/",
  gcloud: "https://cloud.google.com/sdk/docs/install",
  firebase: "npm install --global firebase-tools",
  git: "https://git-scm.com/downloads",
};

/** How to set a secret's value. */
const FILL: Readonly<Record<string, string>> = {
  "mekuri-signing-keys":
    "npm run mekuri -- keys create signing-keys.json && gcloud secrets versions add mekuri-signing-keys --data-file=signing-keys.json && shred -u signing-keys.json",
  "mekuri-webhook-key":
    "head -c 32 /dev/urandom | base64 -w0 | gcloud secrets versions add mekuri-webhook-key --data-file=-",
  "mekuri-front-key":
    "head -c 32 /dev/urandom | base64 -w0 | tr '+/' '-_' | tr -d = | gcloud secrets versions add mekuri-front-key --data-file=-",
};

/** Tools come first, because nothing else can be checked without them. */
export function missingTools({ tools }: Pick<Found, "tools">): string[] {
  return TOOLS.filter((tool) => tools[tool] === undefined).map(
    (tool) => `${tool} is not on the PATH: ${INSTALL[tool]}`,
  );
}

function missingLogins({ logins }: Found): string[] {
  return [
    ...(logins.pulumi ? [] : ["Pulumi knows no account: `pulumi login`"]),
    ...(logins.gcloud ? [] : ["gcloud knows no account: `gcloud auth login`"]),
    ...(logins.defaultCredentials
      ? []
      : ["Pulumi has no credentials for Google Cloud: `gcloud auth application-default login`"]),
    ...(logins.firebase ? [] : ["the Firebase tools know no account: `firebase login`"]),
  ];
}

function missingSettings({ config, logins }: Found, { stage }: Wish): string[] {
  if (config === undefined) {
    // A missing login is reported first.
    return logins.pulumi ? [`there is no stack ${stage}: \`pulumi -C infra stack init ${stage}\``] : [];
  }
  const missing = config.missing.map(
    (name) =>
      `the stack ${stage} has no mekuri:${name}: \`pulumi -C infra config set --stack ${stage} mekuri:${name} …\``,
  );
  const domain = config.imagesDomain;
  if (domain !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)) {
    missing.push(`mekuri:imagesDomain must be a domain such as images.your.example, not ${domain}`);
  }
  return missing;
}

/** The version of an update without functions. */
export const NO_VERSION = "none";

/** Plans the deployment, or lists missing requirements. */
export function planDeployment(found: Found, wish: Wish): Deployment | Stop {
  const { stage } = wish;
  const missing = [...missingTools(found), ...missingLogins(found), ...missingSettings(found, wish)];
  const { commit, config, running } = found;
  if (wish.version === undefined && !commit.isClean) {
    missing.push("the working tree has uncommitted changes: commit them, or name a version with --version");
  }
  const version = wish.version ?? commit.id;
  if (!/^[a-z0-9][a-z0-9_-]{0,62}$/.test(version)) {
    missing.push(`"${version}" is not a valid version: lower-case letters, digits, - and _, at most 63`);
  }
  if (missing.length > 0 || config?.project === undefined || config.region === undefined) {
    return { kind: "stop", missing };
  }
  const { project, region, imagesDomain } = config;
  if (found.hasBase && found.emptySecrets.length > 0) {
    return { kind: "stop", missing: secretsToFill(found.emptySecrets, project) };
  }
  const upload: Step = {
    says: `uploads the archives as version ${version}`,
    program: "gcloud",
    args: [
      ...["storage", "cp", "--no-clobber", "dist/*.zip", `gs://${project}-bundles/${version}/`],
      ...["--project", project],
    ],
    onFailure:
      "The archives are in dist/; the deploying account needs write access to the bucket of bundles.",
  };
  // Next to firebase.json, because its paths are relative to its folder.
  const hostingFile = `firebase.${stage}.json`;
  const studio: Step = {
    says: "publishes the studio",
    program: "firebase",
    args: [
      ...["deploy", "--only", "hosting", "--config", hostingFile],
      ...["--project", project, "--non-interactive"],
    ],
    onFailure:
      "The functions are deployed, the studio is still the earlier one: fix the error and run the command again.",
  };
  return {
    ...{ kind: "go", version, project, address: config.address ?? `https://${project}.web.app` },
    prepare: [
      ...build(),
      ...(found.hasBase ? [] : [createBase(stage, project)]),
      upload,
      setVersion(stage, version),
    ],
    preview: {
      says: "previews what changes",
      ...pulumi("preview", "--stack", stage, "--diff"),
      onFailure: "Nothing was changed. Pulumi's message is above.",
    },
    apply: [apply(stage, "applies it")],
    studio: {
      isFirst: running === undefined,
      config: { file: hostingFile, stage: { region, imagesDomain } },
      step: studio,
    },
    back: running === undefined ? undefined : planReturn(stage, running),
  };
}

/** Deploys an earlier version. */
export function planReturn(stage: string, version: string): Step[] {
  return [setVersion(stage, version), apply(stage, `rolls back to version ${version}`)];
}

/** The last version, the latest first, that is not the running one. */
export function versionBefore(history: readonly string[], running: string | undefined): string | undefined {
  return history.find((version) => version !== running);
}

export function secretsToFill(empty: readonly string[], project: string): string[] {
  return empty.map((name) => {
    const how = FILL[name] ?? `gcloud secrets versions add ${name} --data-file=FILE`;
    const inProject = how.replaceAll("gcloud secrets", `gcloud --project ${project} secrets`);
    return `the secret ${name} has no value: \`${inProject}\``;
  });
}

function pulumi(...args: string[]): Pick<Step, "program" | "args" | "folder"> {
  return { program: "pulumi", args, folder: "infra" };
}

function build(): Step[] {
  return [
    {
      says: "sets up the packages of infra/",
      program: "npm",
      args: ["ci", "--ignore-scripts", "--prefix", "infra"],
      onFailure: "Nothing was changed in the cloud.",
    },
    {
      says: "builds a bundle for each function",
      program: "npm",
      args: ["run", "build", "--", "--pack"],
      onFailure: "Nothing was changed in the cloud.",
    },
    {
      says: "builds the studio",
      program: "npm",
      args: ["exec", "--", "vite", "build", "web"],
      onFailure: "Nothing was changed in the cloud.",
    },
  ];
}

function setVersion(stage: string, version: string): Step {
  return {
    says: `sets the version to ${version}`,
    ...pulumi("config", "set", "--stack", stage, "mekuri:version", version),
    onFailure: "Nothing was changed in the cloud.",
  };
}

function apply(stage: string, says: string): Step {
  return {
    says,
    ...pulumi("up", "--stack", stage, "--yes", "--skip-preview"),
    onFailure:
      "The finished changes stay, and the command continues from there when run again; `pulumi -C infra stack` shows them.",
  };
}

/**
 * Resources that must exist before the functions: the bundle bucket and the secrets. Pulumi requires that all dependencies of a target are
 * targets too.
 */
export const BASE_TARGETS: readonly string[] = [
  "**gcp:projects/service:Service::*",
  "**pulumi:providers:gcp::quota",
  "**gcp:storage/bucket:Bucket::bundles",
  "**gcp:secretmanager/secret:Secret::*",
];

function createBase(stage: string, project: string): Step {
  return {
    says: `makes the bucket of bundles and the secrets in ${project}`,
    ...pulumi(
      "up",
      "--stack",
      stage,
      "--yes",
      "--config",
      `mekuri:version=${NO_VERSION}`,
      ...BASE_TARGETS.flatMap((target) => ["--target", target]),
    ),
    onFailure: "The finished changes stay; run the command again.",
  };
}
