// Secret Manager and Cloud KMS. The secrets' values are put in by hand and are nowhere in this code or in Pulumi's state.
import * as gcp from "@pulumi/gcp";
import type { Output } from "@pulumi/pulumi";
import { SECRETS } from "../lib/topology.ts";
import type { Place } from "./project.ts";

const QUARTER = `${90 * 24 * 60 * 60}s`;

export interface Secrets {
  byName: ReadonlyMap<string, gcp.secretmanager.Secret>;
  key: gcp.kms.CryptoKey;
  /** As `MEKURI_KMS_KEY` has it. */
  keyName: Output<string>;
}

export function keepSecrets(place: Place): Secrets {
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
  // Whoever destroys this key destroys every story: no environment lets Pulumi do it.
  const key = new gcp.kms.CryptoKey(
    "data-keys",
    { keyRing: ring.id, name: "data-keys", purpose: "ENCRYPT_DECRYPT", rotationPeriod: QUARTER },
    { protect: true },
  );
  return { byName, key, keyName: key.id };
}
