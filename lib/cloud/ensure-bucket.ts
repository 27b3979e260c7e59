// Creates the bucket of a local service where it is missing. In the cloud `infra/` declares it.
import { ApiError, type Storage } from "@google-cloud/storage";

const CONFLICT = 409;

/** Throws what Storage throws, but for "already exists". */
export async function ensureBucket(storage: Storage, name: string): Promise<void> {
  try {
    await storage.createBucket(name);
  } catch (error) {
    if (!(error instanceof ApiError && error.code === CONFLICT)) throw error;
  }
}
