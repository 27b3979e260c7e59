// The Google Cloud APIs that Mekuri needs, and the values that every part gets about its project.
import * as gcp from "@pulumi/gcp";
import type { CustomResourceOptions, Output, Resource } from "@pulumi/pulumi";
import type { Settings, StageNumbers } from "./settings.ts";

export interface ProjectBase {
  /** For resources without other dependencies: created after all APIs are enabled. */
  after: CustomResourceOptions;
  /** For resources of APIs that refuse user credentials unless the call names a quota project. */
  withQuota: { provider: gcp.Provider };
  /** The project's number, which is part of some names. */
  projectNumber: Output<string>;
}

export type Place = Settings & StageNumbers & ProjectBase;

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
  // Required for calls with a quota project.
  "serviceusage",
  "storage",
  "telemetry",
];

export function prepareProject(settings: Settings): ProjectBase {
  const { project } = settings;
  const apis = enableApis(settings);
  const provider = new gcp.Provider(
    "quota",
    { project, billingProject: project, userProjectOverride: true },
    { dependsOn: apis },
  );
  // Read after the API that answers it is enabled.
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
