// Every resource that an environment would have, as Pulumi's mocks record them: without an account and without the Pulumi
// tool. What only Google knows (ids, addresses) stands as a made-up value that names its resource.
import { runtime, secret } from "@pulumi/pulumi";
import { mekuri } from "./mekuri.ts";
import type { Settings, Stage } from "./settings.ts";

export interface RecordedResource {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/** What stands in for an account's own settings. */
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
    modelRows: undefined,
    service: {
      ...{ hourMicrodollars: 20_000_000, dayMicrodollars: 100_000_000 },
      ...{ hourSessions: 100, daySessions: 500 },
    },
    newAccountDayMicrodollars: undefined,
    proxyRanges: undefined,
    hasLoadBalancer: false,
    ...changes,
  };
}

/** Sorted by type and name. Call it once at a time: Pulumi has one recorder a process. */
export async function recordResources(settings: Settings): Promise<RecordedResource[]> {
  const recorded: RecordedResource[] = [];
  await runtime.setMocks(
    {
      newResource({ type, name, inputs }) {
        recorded.push({ type, name, inputs });
        return { id: inputs.name ?? `${name}-id`, state: { ...inputs, ...known(type, name, inputs) } };
      },
      call: ({ inputs }) => ({ ...inputs, number: "1234567890" }),
    },
    "mekuri",
    settings.stage,
  );
  mekuri(settings);
  await runtime.disconnect();
  return recorded.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
}

export function keyOf({ type, name }: RecordedResource): string {
  return `${type}::${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}

/** What Google would have given a resource. */
function known(type: string, name: string, inputs: Record<string, unknown>): Record<string, string> {
  switch (type) {
    case "gcp:cloudrunv2/service:Service":
      return { uri: `https://${inputs.name}.example` };
    case "gcp:serviceaccount/account:Account":
      return { email: `${name}@accounts.example`, name: `accounts/${name}` };
    case "gcp:projects/serviceIdentity:ServiceIdentity":
      return { member: `serviceAccount:agent-of-${name}` };
    default:
      return {};
  }
}
