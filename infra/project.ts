// The services of Google Cloud that Mekuri needs, and what every part is told about the place where it runs.
import * as gcp from "@pulumi/gcp";
import type { CustomResourceOptions, Resource } from "@pulumi/pulumi";
import type { Settings, StageNumbers } from "./settings.ts";

export type Place = Settings & StageNumbers & { after: CustomResourceOptions };

const APIS = [
  "aiplatform",
  "billingbudgets",
  "cloudkms",
  "cloudresourcemanager",
  "cloudscheduler",
  "cloudtrace",
  "compute",
  "firebase",
  "firebasehosting",
  "firebaserules",
  "firestore",
  "iam",
  "iamcredentials",
  "identitytoolkit",
  "logging",
  "monitoring",
  "pubsub",
  "run",
  "secretmanager",
  "storage",
  "telemetry",
];

export function enableApis({ project }: Settings): Resource[] {
  return APIS.map(
    (api) =>
      new gcp.projects.Service(api, {
        project,
        service: `${api}.googleapis.com`,
        disableOnDestroy: false,
      }),
  );
}
