// Files that the build reads as text, or puts beside the code.
declare module "*.txt?raw" {
  const text: string;
  export default text;
}
declare module "*.css" {}
/** The address of a picture. */
declare module "*.webp" {
  const url: string;
  export default url;
}
