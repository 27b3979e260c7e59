// Cloud CDN for pictures, if the environment names a domain for it. It answers only signed URLs: the bucket behind it is not public.
import * as gcp from "@pulumi/gcp";
import { interpolate, type Output } from "@pulumi/pulumi";
import type { Place } from "./project.ts";
import type { Stores } from "./stores.ts";

/** A key is replaced under a new name; URLs signed by the old one are refused then. */
export const CDN_KEY_NAME = "mekuri-images-1";

/** Returns the IP address that the domain must resolve to before its certificate is issued; undefined without a domain. */
export function deliverImages(
  { project, projectNumber, images, after }: Place,
  { books }: Stores,
): Output<string> | undefined {
  if (images === undefined) return undefined;
  const backend = new gcp.compute.BackendBucket(
    "images",
    {
      ...{ project, name: "mekuri-images", bucketName: books.name, enableCdn: true },
      // Objects are named by their content hash, so they never change.
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
  // Google creates the account that fills the cache with the first key.
  new gcp.storage.BucketIAMMember(
    "cdn-reads-images",
    {
      ...{ bucket: books.name, role: "roles/storage.objectViewer" },
      member: interpolate`serviceAccount:service-${projectNumber}@cloud-cdn-fill.iam.gserviceaccount.com`,
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
  // A reserved address: that of a forwarding rule changes when the rule is replaced, and the domain would point nowhere.
  const { address } = new gcp.compute.GlobalAddress("images", { project, name: "mekuri-images" }, after);
  new gcp.compute.GlobalForwardingRule("images", {
    ...{ project, name: "mekuri-images", target: proxy.id, portRange: "443", ipAddress: address },
    loadBalancingScheme: "EXTERNAL_MANAGED",
  });
  return address;
}
