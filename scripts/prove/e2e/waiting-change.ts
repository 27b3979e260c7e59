// A finished book with a change that waits at the plot's gate.
import type { Guest } from "./guest-api.ts";

export async function waitingChange(guest: Guest): Promise<string> {
  const sessionId = await guest.make({ review: ["plot"] }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  await guest.ask("POST", `${path}/feedback`, { phase: "plot", revision: 1, kind: "approve" });
  await guest.until(sessionId, "completed");
  await guest.ask("PATCH", `${path}/params`, { pages: 2 });
  await guest.until(sessionId, "waiting");
  return sessionId;
}
