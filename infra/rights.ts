// The permissions of a function's account: each right of `lib/topology.ts` as roles on the smallest resource that takes them.
import * as gcp from "@pulumi/gcp";
import type { Output, Resource } from "@pulumi/pulumi";
import {
  DEAD_LETTER_TOPIC,
  type DeployedFunction,
  phaseTopic,
  type Right,
  TOPICS,
  WEBHOOK_CALL_TOPIC,
  WEBHOOK_TOPIC,
} from "../lib/topology.ts";
import type { Topics } from "./messages.ts";
import type { Place } from "./project.ts";
import type { Secrets } from "./secrets.ts";
import type { Stores } from "./stores.ts";

export interface Grantee {
  deployed: DeployedFunction;
  own: { resource: gcp.serviceaccount.Account; member: Output<string> };
  parts: { secrets: Secrets; stores: Stores; topics: Topics };
}

/** Only Pub/Sub publishes dead letters; publishing webhook calls is a separate right. */
const PUBLISHED = TOPICS.filter((topic) => topic !== DEAD_LETTER_TOPIC && topic !== WEBHOOK_CALL_TOPIC);

export function grantRights(place: Place, grantee: Grantee): Resource[] {
  const { deployed, own } = grantee;
  const inProject = (name: string, role: string) =>
    new gcp.projects.IAMMember(`${deployed.name}-${name}`, {
      project: place.project,
      role,
      member: own.member,
    });
  return [
    inProject("traces", "roles/telemetry.tracesWriter"),
    ...deployed.rights.flatMap((right) => grantRight(place, right, { ...grantee, inProject })),
  ];
}

const ACCOUNT_DELETER = "mekuriAccountDeleter";

interface Granting extends Grantee {
  inProject: (name: string, role: string) => Resource;
}

function grantRight(
  { project, after }: Place,
  right: Right,
  { deployed, own, parts, inProject }: Granting,
): Resource[] {
  const { member } = own;
  const inBucket = (role: string) =>
    new gcp.storage.BucketIAMMember(`${deployed.name}-books`, {
      bucket: parts.stores.books.name,
      role,
      member,
    });
  const onTopic = (topic: string, role: string) =>
    new gcp.pubsub.TopicIAMMember(
      `${deployed.name}-${topic}`,
      { project, topic, role, member },
      { dependsOn: [...parts.topics.byName.values()] },
    );
  switch (right) {
    case "read-documents":
      return [inProject("documents", "roles/datastore.viewer")];
    case "write-documents":
      return [inProject("documents", "roles/datastore.user")];
    case "write-files":
      return [inBucket("roles/storage.objectUser")];
    case "see-stores":
      return [inBucket("roles/storage.bucketViewer"), onTopic(phaseTopic("concept"), "roles/pubsub.viewer")];
    case "call-webhooks":
      return [onTopic(WEBHOOK_CALL_TOPIC, "roles/pubsub.publisher")];
    case "report-webhooks":
      return [onTopic(WEBHOOK_TOPIC, "roles/pubsub.publisher")];
    case "publish":
      return PUBLISHED.map((topic) => onTopic(topic, "roles/pubsub.publisher"));
    case "wrap-keys":
      return ["roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.viewer"].map(
        (role) =>
          new gcp.kms.CryptoKeyIAMMember(`${deployed.name}-${role.split(".").at(-1)}`, {
            ...{ cryptoKeyId: parts.secrets.key.id, role, member },
          }),
      );
    case "sign":
      return [
        new gcp.serviceaccount.IAMMember(`${deployed.name}-signs`, {
          serviceAccountId: own.resource.name,
          role: "roles/iam.serviceAccountTokenCreator",
          member,
        }),
      ];
    case "see-accounts":
      return [inProject("accounts", "roles/firebaseauth.viewer")];
    case "delete-accounts": {
      // The vendor's role for it may also change accounts, and make anybody an operator.
      const role = new gcp.projects.IAMCustomRole(
        "account-deleter",
        {
          ...{ project, roleId: ACCOUNT_DELETER, title: "Mekuri: deletes accounts of Identity Platform" },
          permissions: ["firebaseauth.users.delete"],
        },
        after,
      );
      const given = { project, role: `projects/${project}/roles/${ACCOUNT_DELETER}`, member };
      return [
        role,
        new gcp.projects.IAMMember(`${deployed.name}-deletes-accounts`, given, { dependsOn: role }),
      ];
    }
    case "ask-models":
      return [inProject("models", "roles/aiplatform.user")];
  }
}

export function grantSecrets({ project }: Place, { deployed, own, parts }: Grantee): Resource[] {
  return deployed.secrets.map(
    ({ name }) =>
      new gcp.secretmanager.SecretIamMember(
        `${deployed.name}-${name}`,
        { project, secretId: name, role: "roles/secretmanager.secretAccessor", member: own.member },
        { dependsOn: [...parts.secrets.byName.values()] },
      ),
  );
}
