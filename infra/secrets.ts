// Secret Manager and Cloud KMS. The secrets' values are set by hand and are neither in this code nor in Pulumi's state.
import * as gcp from "@pulumi/gcp";
import type { Output } from "@pulumi/pulumi";
import { SECRETS } from "../lib/topology.ts";
import type { Place } from "./project.ts";

const QUARTER = `${90 * 24 * 60 * 60}s`;

export interface Secrets {
  byName: ReadonlyMap<string, gcp.secretmanager.Secret>;
  key: gcp.kms.CryptoKey;
  /** In the format of `MEKURI_KMS_KEY`. */
  keyName: Output<string>;
}

export function createSecrets(place: Place): Secrets {
  const { project, region, after } = place;
  const byName = new Map(
    SECRETS.map(({ name }) => [
      name,
      new gcp.secretmanager.Secret(
        name,
        {
          project,
          secretId: name,
          replication: { userManaged: { replicas: [{ location: region }] } },
        },
        after,
      ),
    ]),
  );
  const ring = new gcp.kms.KeyRing("mekuri", { project, location: region, name: "mekuri" }, after);
  // Destroying this key would make every story unreadable, so no environment lets Pulumi do it.
  const key = new gcp.kms.CryptoKey(
    "data-keys",
    { keyRing: ring.id, name: "data-keys", purpose: "ENCRYPT_DECRYPT", rotationPeriod: QUARTER },
    { protect: true },
  );
  return { byName, key, keyName: key.id };
}
