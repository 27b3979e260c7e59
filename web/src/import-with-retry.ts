// Dynamic imports with retry. Browsers cache a failed module import, and a new deployment renames the modules: so after a failure, once the studio
// can be reached, the page is reloaded and shows the same address.

const AGAIN_MS = 4_000;
/** Minimum time between two reloads, so that a missing module does not cause a reload loop. */
const RELOAD_MS = 60_000;
const RELOADED = "mekuri.reloaded";

/** Resolves with the module; retries until the import succeeds. */
export async function importWithRetry<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      if ((await fetchStudioPage()) !== undefined && mayReload()) location.reload();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function mayReload(): boolean {
  const last = Number(sessionStorage.getItem(RELOADED));
  if (Date.now() - last < RELOAD_MS) return false;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  return true;
}

/** Whether the published page uses other modules than the running one. False while the studio cannot be reached. */
export async function isNewVersionPublished(): Promise<boolean> {
  return (await fetchStudioPage())?.includes(new URL(import.meta.url).pathname) === false;
}

/** The HTML of the published page; undefined while the studio cannot be reached. */
async function fetchStudioPage(): Promise<string | undefined> {
  const answer = await fetch("/").catch(() => undefined);
  return answer?.ok === true ? answer.text() : undefined;
}
