// Parts of the studio that are loaded once somebody needs them. A network that is gone just then is waited for. A browser remembers that
// a module did not come and does not ask for it again, and where the studio was published anew since this page was opened, its parts have
// other names: once the studio is reached, the page is loaded anew, and what its address names is shown.

const AGAIN_MS = 4_000;
/** Least time between two loadings of the page: where a part cannot be had at all, they would go on for ever. */
const RELOAD_MS = 60_000;
const RELOADED = "mekuri.reloaded";

/** Resolves with the part, however long it takes to reach it. */
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

/** Whether the studio's page names other files than those that run here. False while it is not reached. */
export async function isNewVersionPublished(): Promise<boolean> {
  return (await fetchStudioPage())?.includes(new URL(import.meta.url).pathname) === false;
}

/** The HTML of the studio's page as it is published now; undefined while it is not reached. */
async function fetchStudioPage(): Promise<string | undefined> {
  const answer = await fetch("/").catch(() => undefined);
  return answer?.ok === true ? answer.text() : undefined;
}
