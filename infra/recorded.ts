// Every resource of an environment, recorded by Pulumi's mocks: without an account and without the Pulumi tool. Values that only Google
// knows (ids, addresses) are placeholders that name their resource.
import { runtime, secret } from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks.js";
import { mekuri } from "./mekuri.ts";
import type { Settings, Stage } from "./settings.ts";

export interface RecordedResource {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
  /** Key (`keyOf`) of its provider; undefined for the default provider, which the stack's settings configure. */
  provider: string | undefined;
  /** Keys of the resources that Pulumi creates before this one: those of `dependsOn`, and those whose outputs are inputs here. */
  dependsOn: readonly string[];
}

/** Example values for an account's settings. */
export function exampleSettings(stage: Stage, changes: Partial<Settings> = {}): Settings {
  return {
    stage,
    project: `mekuri-${stage}`,
    region: "asia-northeast1",
    billingAccount: "000000-000000-000000",
    alertAddress: `${stage}@mekuri.example`,
    version: "VERSION",
    redisUrl: "https://redis.example",
    images: { domain: "images.example", key: secret("AAAAAAAAAAAAAAAAAAAAAA==") },
    monthlyBudget: undefined,
    modelRows: undefined,
    service: {
      ...{ hourMicrodollars: 20_000_000, dayMicrodollars: 100_000_000 },
      ...{ hourSessions: 100, daySessions: 500 },
    },
    newAccountDayMicrodollars: undefined,
    proxyRanges: undefined,
    hasLoadBalancer: false,
    ownServers: {},
    hasOwnKeys: { words: false, pictures: false, sdapi: false },
    ...changes,
  };
}

/** Sorted by type and name. Calls must not overlap: Pulumi has one recorder a process. */
export async function recordResources(settings: Settings): Promise<RecordedResource[]> {
  const recorded: Omit<RecordedResource, "dependsOn">[] = [];
  const edges = recordEdges();
  await runtime.setMocks(
    {
      newResource({ type, name, inputs, provider }) {
        recorded.push({ type, name, inputs, provider: provider ? keyOfUrn(provider) : undefined });
        return { id: inputs.name ?? `${name}-id`, state: { ...inputs, ...known(type, name, inputs) } };
      },
      call: ({ inputs }) => ({ ...inputs, number: "1234567890" }),
    },
    "mekuri",
    settings.stage,
  );
  try {
    mekuri(settings);
    await runtime.disconnect();
  } finally {
    edges.stop();
  }
  return recorded
    .map((resource) => ({ ...resource, dependsOn: edges.of.get(keyOf(resource)) ?? [] }))
    .toSorted((a, b) => compare(keyOf(a), keyOf(b)));
}

export function keyOf({ type, name }: Pick<RecordedResource, "type" | "name">): string {
  return `${type}::${name}`;
}

/** `urn:pulumi:STACK::PROJECT::TYPE::NAME`, followed by `::ID` if it names a provider. */
function keyOfUrn(urn: string): string {
  return urn.split("::").slice(2, 4).join("::");
}

/** Pulumi's mocks do not get a resource's dependencies, so they are read from the requests to their monitor. */
function recordEdges(): { of: ReadonlyMap<string, string[]>; stop: () => void } {
  const of = new Map<string, string[]>();
  const { registerResource } = MockMonitor.prototype;
  MockMonitor.prototype.registerResource = function (request, callback) {
    const urns: string[] = request.getDependenciesList();
    of.set(keyOf({ type: request.getType(), name: request.getName() }), urns.map(keyOfUrn).toSorted());
    return registerResource.call(this, request, callback);
  };
  return {
    of,
    stop: () => {
      MockMonitor.prototype.registerResource = registerResource;
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** Placeholders for the outputs that Google computes. */
function known(type: string, name: string, inputs: Record<string, unknown>): Record<string, string> {
  switch (type) {
    case "gcp:cloudrunv2/service:Service":
      return { uri: `https://${inputs.name}.example` };
    case "gcp:serviceaccount/account:Account":
      return { email: `${name}@accounts.example`, name: `accounts/${name}`, uniqueId: `number-of-${name}` };
    case "gcp:firebaserules/ruleset:Ruleset":
      return { name: `rulesets/${name}` };
    case "gcp:firebase/webApp:WebApp":
      return { appId: `app-${name}` };
    case "gcp:compute/globalAddress:GlobalAddress":
      return { address: "203.0.113.1" };
    case "gcp:projects/serviceIdentity:ServiceIdentity":
      return { member: `serviceAccount:agent-of-${name}` };
    default:
      return {};
  }
}
