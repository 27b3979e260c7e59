// Announces a book's pictures to the rate-limit window of its artist's model, when the book starts.
import type { Quota } from "../quota.ts";
import { accessOf, type Environment } from "./access.ts";
import { parseHostedId } from "./settings.ts";
import { readTraffic, windowFor } from "./traffic.ts";

/** Does nothing for an artist that is no hosted model, or that the environment gives no access to. Throws as `readTraffic` does. */
export async function expectPictures(
  { artist, owner }: { artist: string; owner: string },
  quota: Pick<Quota, "expect">,
  environment: Environment = process.env,
): Promise<void> {
  const choice = parseHostedId(artist);
  const access = choice && accessOf(choice, environment);
  if (choice === undefined || access === undefined) return;
  await quota.expect(windowFor(choice, access, readTraffic(environment)), owner);
}
