/** The root of the repository. */
export const PROJECT: string;
/** Whether the packages of a folder are there, and are those of its lockfile. */
export function isReady(root: string): boolean;
