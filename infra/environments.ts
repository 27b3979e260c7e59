// Access to the recorded environments for tests: by type, and parsed where tests need details.
import * as z from "zod";
import { exampleSettings, type RecordedResource, recordResources } from "./recorded.ts";

export const TYPES = {
  service: "gcp:cloudrunv2/service:Service",
  invoker: "gcp:cloudrunv2/serviceIamMember:ServiceIamMember",
  account: "gcp:serviceaccount/account:Account",
  topic: "gcp:pubsub/topic:Topic",
  subscription: "gcp:pubsub/subscription:Subscription",
  bucket: "gcp:storage/bucket:Bucket",
};

const PushSchema = z.object({
  name: z.string(),
  topic: z.string(),
  ackDeadlineSeconds: z.number(),
  messageRetentionDuration: z.string(),
  expirationPolicy: z.object({ ttl: z.string() }),
  retryPolicy: z.object({ minimumBackoff: z.string(), maximumBackoff: z.string() }),
  pushConfig: z.object({
    pushEndpoint: z.string(),
    oidcToken: z.object({ serviceAccountEmail: z.string(), audience: z.string() }),
  }),
  deadLetterPolicy: z.object({ deadLetterTopic: z.string(), maxDeliveryAttempts: z.number() }).optional(),
});

const ServiceSchema = z.object({
  name: z.string(),
  ingress: z.string(),
  deletionProtection: z.boolean(),
  invokerIamDisabled: z.boolean(),
  customAudiences: z.array(z.string()).optional(),
  template: z.object({
    serviceAccount: z.string(),
    timeout: z.string(),
    scaling: z.object({ minInstanceCount: z.number(), maxInstanceCount: z.number() }),
    containers: z.tuple([
      z.object({
        baseImageUri: z.string(),
        commands: z.array(z.string()),
        args: z.array(z.string()),
        envs: z.array(
          z.object({
            name: z.string(),
            value: z.string().optional(),
            valueSource: z.object({ secretKeyRef: z.object({ secret: z.string() }) }).optional(),
          }),
        ),
        volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
      }),
    ]),
  }),
});

const MemberSchema = z.looseObject({ role: z.string(), member: z.string() });

export type Service = z.infer<typeof ServiceSchema>;
export type Push = z.infer<typeof PushSchema>;
export type Grant = z.infer<typeof MemberSchema> & { type: string; id: string };

export const dev = await recordResources(exampleSettings("dev"));
export const prod = await recordResources(exampleSettings("prod"));

export function of(type: string, among = dev): RecordedResource[] {
  return among.filter((resource) => resource.type === type);
}

export function inputsOf(type: string, among = dev): RecordedResource["inputs"][] {
  return of(type, among).map(({ inputs }) => inputs);
}

export function pushes(): Push[] {
  return inputsOf(TYPES.subscription).map((inputs) => PushSchema.parse(inputs));
}

export function services(among = dev): Service[] {
  return inputsOf(TYPES.service, among).map((inputs) => ServiceSchema.parse(inputs));
}

/** All role grants. `id`: the resource's own name. */
export function grants(): Grant[] {
  return dev.flatMap(({ type, name, inputs }) => {
    const member = MemberSchema.safeParse(inputs);
    return member.success ? [{ type, id: name, ...member.data }] : [];
  });
}

/** The service account of a function, of `pusher` or of `timer`. */
export function memberOf(name: string): string {
  return `serviceAccount:mekuri-${name}@accounts.example`;
}
