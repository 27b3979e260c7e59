/** The root of the repository. */
export const PROJECT: string;
/** Whether a folder's packages are installed and match its lockfile. */
export function isReady(root: string): boolean;
