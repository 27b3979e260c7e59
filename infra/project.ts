// The services of Google Cloud that Mekuri needs, and what every part is told about the place where it runs.
import * as gcp from "@pulumi/gcp";
import type { CustomResourceOptions, Output, Resource } from "@pulumi/pulumi";
import type { Settings, StageNumbers } from "./settings.ts";

export interface Ground {
  /** For resources that need no other one: made once every API is enabled. */
  after: CustomResourceOptions;
  /** For resources of APIs that refuse a person's own credentials unless the call names a project whose quota it counts against. */
  withQuota: { provider: gcp.Provider };
  /** The project's number, which some names are made of. */
  projectNumber: Output<string>;
}

export type Place = Settings & StageNumbers & Ground;

const APIS = [
  "aiplatform",
  "billingbudgets",
  "cloudbilling",
  "cloudkms",
  "cloudresourcemanager",
  "cloudscheduler",
  "cloudtrace",
  "compute",
  "firebase",
  "firebasehosting",
  "firebaserules",
  "firebasestorage",
  "firestore",
  "iam",
  "iamcredentials",
  "identitytoolkit",
  "logging",
  "monitoring",
  "pubsub",
  "run",
  "secretmanager",
  // Without it no call can name the project's quota.
  "serviceusage",
  "storage",
  "telemetry",
];

export function layGround(settings: Settings): Ground {
  const { project } = settings;
  const apis = enableApis(settings);
  const provider = new gcp.Provider(
    "quota",
    { project, billingProject: project, userProjectOverride: true },
    { dependsOn: apis },
  );
  // Asked once the API that answers is enabled.
  const { number } = gcp.organizations.getProjectOutput({ projectId: project }, { dependsOn: apis });
  return { after: { dependsOn: apis }, withQuota: { provider }, projectNumber: number };
}

function enableApis({ project }: Settings): Resource[] {
  return APIS.map(
    (api) =>
      new gcp.projects.Service(api, {
        project,
        service: `${api}.googleapis.com`,
        disableOnDestroy: false,
      }),
  );
}
