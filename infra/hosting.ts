// Firebase in the project: the studio's site and app, and sign-in. A site's files and rewrites are published by `firebase deploy`.
import * as gcp from "@pulumi/gcp";
import type { Place } from "./project.ts";

/** All Firebase resources depend on this one. */
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
  new gcp.identityplatform.Config(
    "listeners",
    {
      project,
      signIn: { email: { enabled: true, passwordRequired: true } },
      // Codes of authenticator apps: those by phone need the vendor's SDK in the browser.
      mfa: { state: "ENABLED", providerConfigs: [{ state: "ENABLED", totpProviderConfig: {} }] },
    },
    inFirebase,
  );
}
