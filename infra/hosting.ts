// Firebase in the project: the studio's site and app, and people's sign-in. The files and the rewrites of a site are published by
// `firebase deploy`.
import * as gcp from "@pulumi/gcp";
import type { Place } from "./project.ts";

/** Everything of Firebase's waits for this one. */
export function addFirebase({ project, after, withQuota }: Place): gcp.firebase.Project {
  return new gcp.firebase.Project("firebase", { project }, { ...after, ...withQuota });
}

export function publishStudio({ project, stage, withQuota }: Place, firebase: gcp.firebase.Project): void {
  const inFirebase = { dependsOn: firebase, ...withQuota };
  const app = new gcp.firebase.WebApp(
    "studio",
    { project, displayName: `Mekuri ${stage}`, deletionPolicy: "DELETE" },
    inFirebase,
  );
  new gcp.firebase.HostingSite("studio", { project, siteId: project, appId: app.appId }, inFirebase);
  new gcp.identityplatform.Config("listeners", { project }, inFirebase);
}
