// The studio's site and app, and people's sign-in. The files and the rewrites of a site are published by `firebase deploy`.
import * as gcp from "@pulumi/gcp";
import type { Place } from "./project.ts";

export function publishStudio({ project, stage, after }: Place): void {
  const firebase = new gcp.firebase.Project("firebase", { project }, after);
  const app = new gcp.firebase.WebApp(
    "studio",
    { project, displayName: `Mekuri ${stage}`, deletionPolicy: "DELETE" },
    { dependsOn: firebase },
  );
  new gcp.firebase.HostingSite(
    "studio",
    { project, siteId: project, appId: app.appId },
    { dependsOn: firebase },
  );
  new gcp.identityplatform.Config("listeners", { project }, { dependsOn: firebase });
}
