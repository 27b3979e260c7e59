// Files that the build reads as text.
declare module "*.txt?raw" {
  const text: string;
  export default text;
}
declare module "*.css" {}
