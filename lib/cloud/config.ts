// The settings that the functions read from their environment, checked once, with their defaults and units.
import * as z from "zod";
import { DEFAULT_SETTINGS, type Settings } from "../pipeline/settings.ts";

const ConfigSchema = z.object({
  /** Google Cloud project. */
  GOOGLE_CLOUD_PROJECT: z.string().min(1),
  /** Bucket of images and books; `PROJECT-books` when it is not set. */
  MEKURI_BUCKET: z.string().min(3).optional(),
  /** Key that encrypts stories: 32 bytes in base64. */
  MEKURI_DATA_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, "base64").length === 32, "must be 32 bytes in base64"),
  /** Seconds that a claim on a step holds without a heartbeat. */
  MEKURI_LEASE_SECONDS: z.coerce
    .number()
    .min(1)
    .max(300)
    .default(DEFAULT_SETTINGS.timings.leaseMs / 1_000),
});

export interface Config {
  projectId: string;
  bucket: string;
  dataKey: Uint8Array;
  settings: Settings;
}

/** Throws an error that names the variable and what it should be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = ConfigSchema.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`the environment variable ${issue?.path.join(".")} is unusable: ${issue?.message}`);
  }
  const { GOOGLE_CLOUD_PROJECT, MEKURI_BUCKET, MEKURI_DATA_KEY, MEKURI_LEASE_SECONDS } = parsed.data;
  const leaseMs = MEKURI_LEASE_SECONDS * 1_000;
  return {
    projectId: GOOGLE_CLOUD_PROJECT,
    bucket: MEKURI_BUCKET ?? bucketName(GOOGLE_CLOUD_PROJECT),
    dataKey: Buffer.from(MEKURI_DATA_KEY, "base64"),
    settings: {
      ...DEFAULT_SETTINGS,
      // A release that nobody has claimed for the time of a lease is as suspicious as a lapsed lease.
      timings: { ...DEFAULT_SETTINGS.timings, leaseMs, heartbeatMs: leaseMs / 3, unclaimedMs: leaseMs },
    },
  };
}

export function bucketName(projectId: string): string {
  return `${projectId}-books`;
}
