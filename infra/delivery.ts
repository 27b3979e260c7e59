// Cloud CDN in front of the pictures, where the environment names a domain for it. Only signed addresses are answered: the
// bucket behind it stays closed.
import * as gcp from "@pulumi/gcp";
import { interpolate } from "@pulumi/pulumi";
import type { Place } from "./project.ts";
import type { Stores } from "./stores.ts";

/** A key is replaced under a new name; addresses that the old one signed are refused then. */
export const CDN_KEY_NAME = "mekuri-images-1";

export function deliverImages({ project, images, after }: Place, { books }: Stores): void {
  if (images === undefined) return;
  const backend = new gcp.compute.BackendBucket(
    "images",
    {
      ...{ project, name: "mekuri-images", bucketName: books.name, enableCdn: true },
      // Every object is named by its content: what was read once never changes.
      cdnPolicy: {
        cacheMode: "FORCE_CACHE_ALL",
        defaultTtl: 86_400,
        clientTtl: 3_600,
        signedUrlCacheMaxAgeSec: 86_400,
      },
    },
    after,
  );
  const signing = new gcp.compute.BackendBucketSignedUrlKey("images", {
    ...{ project, name: CDN_KEY_NAME, backendBucket: backend.name, keyValue: images.key },
  });
  const owner = gcp.organizations.getProjectOutput({ projectId: project });
  // The account that fills the cache appears with the first key.
  new gcp.storage.BucketIAMMember(
    "cdn-reads-images",
    {
      ...{ bucket: books.name, role: "roles/storage.objectViewer" },
      member: interpolate`serviceAccount:service-${owner.number}@cloud-cdn-fill.iam.gserviceaccount.com`,
    },
    { dependsOn: signing },
  );
  const urlMap = new gcp.compute.URLMap("images", {
    project,
    name: "mekuri-images",
    defaultService: backend.id,
  });
  const certificate = new gcp.compute.ManagedSslCertificate(
    "images",
    {
      ...{ project, name: "mekuri-images", managed: { domains: [images.domain] } },
    },
    after,
  );
  const proxy = new gcp.compute.TargetHttpsProxy("images", {
    ...{ project, name: "mekuri-images", urlMap: urlMap.id, sslCertificates: [certificate.id] },
  });
  new gcp.compute.GlobalForwardingRule("images", {
    ...{ project, name: "mekuri-images", target: proxy.id, portRange: "443" },
    loadBalancingScheme: "EXTERNAL_MANAGED",
  });
}
