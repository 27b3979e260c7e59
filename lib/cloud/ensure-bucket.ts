// Creates the bucket of a local service if it is missing. In the cloud `infra/` declares it.
import { ApiError, type Storage } from "@google-cloud/storage";

const CONFLICT = 409;

/** Rethrows Storage's errors, except "already exists". */
export async function ensureBucket(storage: Storage, name: string): Promise<void> {
  try {
    await storage.createBucket(name);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === CONFLICT)) throw error;
  }
}
